"""Reading times: computed, and the same in an article's opening lines and its front matter."""

import pytest

from scripts.pages.reading import SAID, minutes, stale_minutes, timed
from scripts.pages.source import DOCS, Page, all_pages

OPENING = "---\ndescription: words\n{}---\n\n# Words\n\n- **It takes** about {} minutes, or less.\n"


def page(noted: str = "minutes: 10\n", said: str = "10", words: int = 2000, more: str = "") -> Page:
    text = OPENING.format(noted, said) + "\n" + "word " * words + "\n" + more
    return Page(DOCS / "sample" / "index.md", text)


def test_words_figures_and_snippets_take_their_time():
    assert minutes(page()) == 10
    assert minutes(page(words=2600)) == 15
    assert minutes(page(more="![a picture](x.svg)\n\n" * 20)) == 15
    assert minutes(page(more="```python\nx = 1\n```\n\n" * 15)) == 15


def test_what_is_not_read_takes_none():
    hidden = "<!--\n```python\nx = 1\n```\n-->\n\n"
    output = '```text title="Output"\n' + "1 " * 900 + "\n```\n"
    assert minutes(page(more=hidden * 15 + output)) == 10


def test_what_takes_no_time_takes_five_minutes():
    assert minutes(page(words=0)) == 5


@pytest.mark.parametrize("said", ["ten", "N", "25", "…"])
@pytest.mark.parametrize("noted", ["", "minutes: 25\n", "minutes:\n"])
def test_both_places_are_put_right_and_stay_so(noted, said):
    right = timed(page(noted, said))
    assert right == page().text
    assert timed(Page(DOCS / "sample" / "index.md", right)) == right


def test_a_page_that_says_no_time_gets_none():
    silent = Page(DOCS / "index.md", "---\ndescription: words\n---\n\n# Words\n")
    assert timed(silent) == silent.text


def test_a_stale_time_is_named_with_its_line():
    assert stale_minutes(page()) == ""
    assert "docs/sample/index.md:3: it says 'minutes: 15'" in stale_minutes(page("minutes: 15\n"))
    assert "index.md:8: it says '- **It takes** about 15" in stale_minutes(page(said="15"))


def test_articles_say_a_time():
    assert [article for article in all_pages() if SAID.search(article.text)]


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.name)
def test_the_time_of_a_page_is_what_it_takes(page):
    assert not stale_minutes(page), stale_minutes(page)
