"""A page without a mouse: Tab reaches all there is to reach, and shows where it stands."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.colours import pixels
from tests.browser.looking import Visit, eventually, visiting
from tests.browser.serving import SiteServer

STOPS = {
    "the search": "input.md-search__input",
    "the navigation": ".md-nav--primary a.md-nav__link[href]",
    "a link in the text": "main article a[href]",
    "a fold": "main summary",
    "a copy button": "main button.copy",
}
# A player keeps the focus for some Tabs, one for each of its buttons.
MARK = """() => {
  const here = document.activeElement, first = document.querySelector('[data-reached]');
  here.dataset.reached = ''; return here === document.body || here === first; }"""
MISSED = """all => all.filter(e => e.checkVisibility() && !('reached' in e.dataset))
  .map(e => e.outerHTML)"""
ROUND_ABOUT = """e => { e.scrollIntoView({block: 'center', behavior: 'instant'});
  const {x, y, width, height} = e.getBoundingClientRect(), edge = 6;
  return {x: Math.max(0, x - edge), y: Math.max(0, y - edge),
          width: width + 2 * edge, height: height + 2 * edge}; }"""


@pytest.fixture(scope="module")
def article(browser: Browser, server: SiteServer) -> Iterator[Visit]:
    with visiting(browser, server, "light") as visit:
        visit.go("line-as-a-network/")
        for _ in range(1000):
            visit.page.keyboard.press("Tab")
            if visit.page.evaluate(MARK):
                break
        yield visit


@pytest.mark.parametrize("stop", STOPS)
def test_tab_reaches(stop: str, article: Visit) -> None:
    places = article.page.locator(STOPS[stop])
    assert places.count(), f"{article.page.url} has nothing like {stop}"
    assert places.evaluate_all(MISSED) == []


@pytest.mark.parametrize("stop", STOPS)
def test_focus_is_seen(stop: str, article: Visit) -> None:
    place = article.page.locator(STOPS[stop]).first
    place.focus()
    focused = seen_around(place)
    place.blur()
    eventually(
        lambda: not np.array_equal(focused, seen_around(place)),
        f"{stop} looks the same with the focus and without",
        article.page,
        seconds=1,
    )


def seen_around(place: Locator) -> np.ndarray:
    return pixels(place.page.screenshot(clip=place.evaluate(ROUND_ABOUT)))  # (height, width, 3)


def test_escape_closes_the_search(article: Visit) -> None:
    found = article.page.locator(".md-search__output")
    article.page.locator(STOPS["the search"]).focus()
    eventually(found.is_visible, "the search does not open", article.page)
    article.page.keyboard.press("Escape")
    eventually(found.is_hidden, "Escape does not close the search", article.page)
