"""What a page must have, before and after it is rendered."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts.pages import cells
from scripts.pages.figures import IMAGE
from scripts.pages.markers import readable
from scripts.pages.render import complaints, html_of
from scripts.pages.source import DOCS, VALUE, all_pages

PAGES = all_pages()
ARTICLES = [
    page
    for page in PAGES
    if (DOCS.parent / "scripts/figures" / f"{page.article}.py").is_file() and page.article != "home"
]
NOTEST_BUDGET = 3
WIDEST_CODE = 68  # what fits the measure; wider code scrolls
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
every_article = pytest.mark.parametrize("page", ARTICLES, ids=lambda page: page.name)


@every_page
def test_has_a_description(page):
    front = re.match(r"---\n(.*?\n)---\n", page.text, re.DOTALL)
    found = re.search(r"^description: \S.{39,}$", front[1] if front else "", re.MULTILINE)
    assert found, f"{page.name}:1: no front matter `description` of 40 letters or more"


@every_article
def test_opens_with_three_lines_and_ends_as_articles_do(page):
    opening = re.search(
        r"^- \*\*You will learn\*\*.*\n- \*\*You need\*\*.*\n- \*\*It takes\*\*.*\n",
        page.text,
        re.MULTILINE,
    )
    assert opening, (
        f"{page.name}: an article opens with what you learn, what you need, how long it takes"
    )
    headings = re.findall(r"^## (.*)$", page.text, re.MULTILINE)
    assert headings[-3:] == ["Summary", "Check yourself", "What comes next"], (
        f"{page.name}: ends with {headings[-3:]}"
    )


@every_page
def test_images_have_alt_text(page):
    text = readable(page.text)
    for match in IMAGE.finditer(text):
        assert len(match["alt"]) >= 20, (
            f"{page.name}: the image {match['src']} has no alt text that says what it shows"
        )


@every_page
def test_markers_stand_where_they_can(page):
    for match in VALUE.finditer(page.text):
        where = page.at(page.line_at(match.start()))
        line = page.text[page.text.rfind("\n", 0, match.start()) + 1 : match.end()]
        before = line[: -len(match[0])]
        assert before.strip(), f"{where}: a value marker begins a line"
        assert "|" not in match[0], f"{where}: a value marker holds a |"
        assert "\n" not in match[0], f"{where}: a value marker goes over two lines"
        assert not before.lstrip().startswith("#"), f"{where}: a value marker stands in a heading"
        assert before.count("`") % 2 == 0, f"{where}: a value marker stands in code"
        assert VALUE.sub("", before).count("$") % 2 == 0, (
            f"{where}: a value marker stands inside a formula; wrap it whole"
        )
    for match in IMAGE.finditer(page.text):
        assert "<!--" not in match["alt"], f"{page.name}: a value marker stands in alt text"


@every_page
def test_every_code_block_that_readers_see_is_a_fence_that_tests_know(page):
    visible = [f for f in page.fences if not f.hidden]
    expected = [cells.session_text(f.code) if f.kind == "session" else f.code for f in visible]
    soup = BeautifulSoup(html_of(page), "lxml")
    for fold in soup.select("details.source"):
        fold.decompose()  # a figure's function, held to the truth by test_figures.py
    shown = [block.get_text() for block in soup.select("pre")]
    for number, text in enumerate(shown):
        wanted = expected[number] if number < len(expected) else "(no fence)"
        problem = f"the code block {text[:80]!r} comes from no fence; expected {wanted[:80]!r}"
        assert text.split() == wanted.split(), f"{page.name}: {problem}"
    assert len(shown) == len(expected), (
        f"{page.name}: a fence is not shown: {expected[len(shown)][:80]!r}"
    )


@every_page
def test_code_is_no_wider_than_a_page(page):
    for fence in page.fences:
        for number, line in enumerate(fence.code.splitlines(), start=1):
            code = _statement(fence.kind, line)
            assert fence.hidden or len(code) <= WIDEST_CODE, (
                f"{page.at(fence.line + number)}: {len(code)} letters, {WIDEST_CODE} fit: {line!r}"
            )


def _statement(kind: str, line: str) -> str:
    """The code on a line of a fence, without its prompt; nothing where it is output."""
    if kind == "session":
        return line[4:] if line.startswith((">>> ", "... ")) else ""
    return line if kind in ("statements", "listing", "notest") else ""


@every_page
def test_no_prompt_is_left_to_copy(page):
    for block in BeautifulSoup(html_of(page), "lxml").select(".cell"):
        copied = block.get("data-copy", block.get_text())
        assert not re.search(r"^(>>>|\.\.\.) ", copied, re.MULTILINE), (
            f"{page.name}: a prompt would be copied: {copied[:80]!r}"
        )


@every_page
def test_is_rendered_without_a_complaint(page):
    """Links and anchors: what MkDocs would stop a strict build for."""
    assert not complaints(page), f"{page.name}: " + "\n".join(complaints(page))


@every_page
def test_formulas_are_mathml_and_no_dollar_is_left(page):
    soup = BeautifulSoup(html_of(page), "lxml")
    for element in soup.select("pre, code, math, script"):
        element.decompose()
    found = re.search(r".{0,30}\$.{0,30}", soup.get_text())
    assert not found, (
        f"{page.name}: a dollar is left in the text, so a formula was not found: {found[0]!r}"
    )


def test_code_that_must_not_run_stays_within_its_budget():
    found = [page.at(f.line) for page in PAGES for f in page.fences if f.kind == "notest"]
    assert len(found) <= NOTEST_BUDGET, (
        f"{len(found)} fences are not tested, the budget is {NOTEST_BUDGET}: {found}"
    )


def test_doctest_options_switch_nothing_off():
    for page in PAGES:
        assert "doctest:" not in page.text, (
            f"{page.name}: a doctest option would switch a check off"
        )
