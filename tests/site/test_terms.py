"""Links to the glossary: each leads to a term, and shows the term's meaning beside the word."""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from scripts.pages import glossary, terms
from scripts.pages.glossary import GLOSSARY, unknown_term, users, uses
from scripts.pages.render import html_of
from scripts.pages.source import DOCS, Page, PageError, all_pages

SAMPLE = DOCS / "sample" / "index.md"
ENTRIES = (
    "# Glossary\n\n## Bias\n\nAn *added* number, like [this](x.md).\n\n## ReLU\n\nIt is $z$.\n"
)
every_page = pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.name)


@pytest.fixture
def small_glossary(monkeypatch, tmp_path):
    """A glossary of two terms, and a page that may link to them."""
    file = tmp_path / "reference" / "glossary.md"
    file.parent.mkdir()
    file.write_text(ENTRIES, encoding="utf-8")
    for module in (glossary, terms):
        monkeypatch.setattr(module, "GLOSSARY", file)
    monkeypatch.setattr(terms, "page_path", lambda md: tmp_path / "sample" / "index.md")
    return file


def rendered(text: str) -> BeautifulSoup:
    return BeautifulSoup(Markdown(extensions=["scripts.pages.terms"]).convert(text), "lxml")


def test_every_term_has_a_meaning():
    assert len(glossary.terms()) > 50


@every_page
def test_a_page_links_only_to_terms_that_the_glossary_has(page):
    known = glossary.terms()
    for use in uses(page):
        where = page.at(page.line_at(use.start))
        assert use.slug in known, f"{where}: {unknown_term(use.slug, known)}"


@every_page
def test_each_link_to_a_term_says_its_meaning(page):
    soup = BeautifulSoup(html_of(page), "lxml")
    links = soup.select("a.term")
    assert len(links) == (len(list(uses(page))) if page.path != GLOSSARY else 0)
    for link in links:
        (meaning,) = soup.select(f"#{link['aria-describedby']}[role=tooltip]")
        assert meaning.parent is link.parent, f"{page.name}: {link} and its meaning are apart"
        assert len(meaning.get_text()) > 15, f"{page.name}: {link} shows no meaning"


def test_wrong_latex_in_a_meaning_is_said_of_the_glossary(small_glossary):
    small_glossary.write_text(ENTRIES.replace("$z$", r"$\sgm$"), encoding="utf-8")
    with pytest.raises(PageError, match=r"glossary\.md:9: LaTeX error in \$\\sgm\$"):
        rendered("A [z](../reference/glossary.md#relu).")


def test_a_meaning_keeps_its_emphasis_and_its_maths_but_no_links(small_glossary):
    soup = rendered(
        "A [bias](../reference/glossary.md#bias), a [z](../reference/glossary.md#relu)."
    )
    one, other = soup.select("p > span.explained > [role=tooltip][data-search-exclude]")
    assert one.decode_contents() == "An <em>added</em> number, like this."
    assert other.select("math")
    assert soup.p.get_text().startswith("A bias")


def test_other_links_are_left_alone(small_glossary):
    text = "See [it](../reference/glossary.md), [that](#bias), [this](../other/index.md#bias)."
    assert not rendered(text).select(".term")


def test_the_closest_terms_are_named(small_glossary):
    with pytest.raises(PageError, match=r"no term 'bais'; the closest are bias"):
        rendered("A [bias](../reference/glossary.md#bais).")


def test_a_term_in_a_heading_is_refused(small_glossary):
    with pytest.raises(PageError, match="'bias' is linked in a heading"):
        rendered("## What is a [bias](../reference/glossary.md#bias)?")


def test_a_term_without_a_meaning_is_named_with_its_line(small_glossary, monkeypatch):
    small_glossary.write_text(ENTRIES + "\n## XOR\n\n## Weight\n\nA number.\n", encoding="utf-8")
    with pytest.raises(PageError, match=r"glossary\.md:11: the term 'XOR' has no meaning"):
        glossary.terms()


def test_links_in_code_and_comments_are_no_uses():
    link = "[bias](../reference/glossary.md#bias)"
    page = Page(SAMPLE, f"{link}\n\n<!-- {link} -->\n\n```text\n{link}\n```\n")
    assert [page.text[use.start : use.end] for use in uses(page)] == ["bias"]


def test_an_entry_ends_with_links_to_the_pages_that_use_it():
    soup = BeautifulSoup(html_of(Page(GLOSSARY)), "lxml")
    used = users()
    assert used
    for slug, pages in used.items():
        line = soup.select_one(f"h2#{slug}").find_next_sibling("p", class_="used")
        found = [link["href"] for link in line.select("a")]
        assert found == [f"../../{page.article}/" for page in pages], f"{GLOSSARY}: {slug}"
    assert len(soup.select(".used")) == len(used)
