"""A term's meaning: shown by pointing or by keyboard, gone with Escape, always on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.building import Page, shortened
from tests.browser.looking import Visit, eventually, visiting
from tests.browser.serving import SiteServer

CENTRED = "word => word.scrollIntoView({block: 'center', behavior: 'instant'})"
# A sentence for each edge: a word at the left, one at the right, one at the bottom of the screen.
TO_THE_EDGE = """(word, edge) => { const explained = word.parentElement, {style} = explained;
  document.querySelector('main article').prepend(explained);
  style.position = 'fixed'; style[edge] = 0; style[edge === 'bottom' ? 'left' : 'top'] = '50%'; }"""
INSIDE = """tip => { const {left, top, right, bottom} = tip.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight; }"""


@pytest.fixture(scope="module")
def wordy(site: Path) -> tuple[Page, str]:
    """A page with a term, and its HTML with little else."""
    return shortened(site, "a.term")


@pytest.fixture(params=["light", "phone"])
def visit(
    request: pytest.FixtureRequest, wordy: tuple[Page, str], browser: Browser, server: SiteServer
) -> Iterator[Visit]:
    page, html = wordy
    with visiting(browser, server, request.param) as visit:
        yield visit.go(page.url, html)


@pytest.fixture
def word(visit: Visit) -> Locator:
    """The page's first term, in the middle of the screen."""
    found = visit.page.locator("a.term").first
    found.evaluate(CENTRED)
    return found


desk = pytest.mark.parametrize("visit", ["light"], indirect=True)
phone = pytest.mark.parametrize("visit", ["phone"], indirect=True)


def meaning(word: Locator) -> Locator:
    return word.page.locator(f"#{word.get_attribute('aria-describedby')}")


def shown(word: Locator) -> None:
    eventually(meaning(word).is_visible, "the meaning does not show", word.page)


def gone(word: Locator) -> None:
    eventually(meaning(word).is_hidden, "the meaning does not go", word.page)


@desk
def test_pointing_at_a_word_shows_its_meaning_until_escape(word: Locator) -> None:
    assert meaning(word).is_hidden()
    word.hover()
    shown(word)
    word.page.keyboard.press("Escape")
    gone(word)
    word.page.mouse.move(0, 0)
    word.hover()
    shown(word)


@desk
def test_the_pointer_may_move_onto_the_meaning(word: Locator) -> None:
    word.hover()
    here, there = word.bounding_box(), meaning(word).bounding_box()
    x, low = here["x"] + here["width"] / 2, there["y"] + there["height"] / 2
    word.page.mouse.move(x, low, steps=40)
    shown(word)
    word.page.mouse.move(0, 0)
    gone(word)


@desk
def test_the_keyboard_shows_a_meaning_until_escape(word: Locator) -> None:
    word.focus()
    shown(word)
    word.page.keyboard.press("Escape")
    gone(word)
    word.blur()
    word.focus()
    shown(word)


@phone
def test_the_first_tap_shows_a_meaning_and_the_second_follows_the_link(word: Locator) -> None:
    here = word.page.url
    word.tap()
    shown(word)
    assert word.page.url == here
    word.tap()
    eventually(lambda: "glossary" in word.page.url, "it leads nowhere", word.page)


@pytest.mark.parametrize("edge", ["left", "right", "bottom"])
def test_a_meaning_keeps_inside_the_screen(word: Locator, edge: str) -> None:
    tip = meaning(word)
    word.evaluate(TO_THE_EDGE, edge)
    word.focus()
    shown(word)
    assert tip.evaluate(INSIDE), f"at the {edge}: {tip.bounding_box()}"


@pytest.mark.parametrize("visit", ["light", "dark"], indirect=True)
def test_a_meaning_breaks_no_accessibility_rule(visit: Visit, word: Locator) -> None:
    word.focus()
    shown(word)
    meaning(word).evaluate("tip => Promise.all(tip.getAnimations().map(a => a.finished))")
    assert visit.broken_rules() == []


@desk
def test_a_page_without_terms_loads_nothing_for_them(visit: Visit) -> None:
    assert any("terms.js" in url for url in visit.requested)
    first = len(visit.requested)
    visit.go("reference/notation/")
    assert not [url for url in visit.requested[first:] if "terms." in url]


def test_searching_does_not_find_the_words_of_a_meaning(
    wordy: tuple[Page, str], site: Path
) -> None:
    _, html = wordy
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    words = re.search(r'role="tooltip"[^>]*>([^<.]{20,})', html)[1]
    assert index.count(words) == 1, f"the glossary alone is to be found by {words!r}"


@desk
def test_paper_shows_no_meaning(visit: Visit, word: Locator) -> None:
    word.focus()
    shown(word)
    visit.page.emulate_media(media="print")
    assert not visit.page.locator(".meaning:visible").count()
