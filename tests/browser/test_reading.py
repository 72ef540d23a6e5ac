"""What a reader does: finds the start and copies code."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.building import PAGES
from tests.browser.cells import statements
from tests.browser.looking import Visit, each_page, eventually, visiting
from tests.browser.serving import SiteServer

WITH_CODE = [page for page in PAGES if page.source.endswith(".md") and statements(page.text)]

OPEN_FOLDS = "document.querySelectorAll('main details').forEach(fold => fold.open = true)"
CELLS = "main .cell:not(.output-block, .listing, figure *)"
IN_SIGHT = """link => { const {x, y, right, bottom, width, height} = link.getBoundingClientRect();
  return width > 0 && x >= 0 && y >= 0 && right <= innerWidth && bottom <= innerHeight
    && link.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"""


@pytest.mark.parametrize("view", ["light", "phone"])
def test_start_is_in_sight_at_home(view: str, browser: Browser, server: SiteServer) -> None:
    with visiting(browser, server, view) as visit:
        page = visit.go("").page
        first = urljoin(page.url, page.locator("head link[rel=next]").get_attribute("href"))
        links = page.locator("main article a[href]").all()
        starts = [link for link in links if link.evaluate("link => link.href") == first]
        assert starts, f"docs/index.md has no link to the first article, {first}"
        assert any(link.evaluate(IN_SIGHT) for link in starts), "it takes scrolling to see it"


PRESS_EACH = """async buttons => {
  const clipboard = navigator.clipboard, copies = [];
  for (const button of buttons) {
    await clipboard.writeText('nothing yet');
    button.click();
    for (let tries = 0; await clipboard.readText() === 'nothing yet' && tries < 200; tries++)
      await new Promise(done => setTimeout(done, 10));
    copies.push(await clipboard.readText()); }
  return copies; }"""


def copied(buttons: Locator) -> list[str]:
    """What a press of each copy button puts on the clipboard."""
    return buttons.evaluate_all(PRESS_EACH)


@each_page(WITH_CODE)
def test_copy_gives_the_statements(visit: Visit) -> None:
    copies = copied(visit.page.locator(CELLS).locator("button.copy"))
    assert [copy.strip() for copy in copies] == statements(visit.source.text)


def test_copy_of_a_docstrings_example_gives_its_statements(
    browser: Browser, server: SiteServer
) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with visiting(browser, server, "light", permissions=allowed) as visit:
        visit.go("reference/api/")
        sessions = visit.page.locator(".highlight:not(details *)", has_text=">>> ")
        assert sessions.count() >= 8
        for copy in copied(sessions.locator("button.copy")):
            compile(copy, "the clipboard", "exec")  # an output or a prompt is no Python


def test_a_pointer_presses_the_button(browser: Browser, server: SiteServer) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    page, read = WITH_CODE[0], "navigator.clipboard.readText()"
    with visiting(browser, server, "light", permissions=allowed) as visit:
        tab = visit.go(page.url).page
        tab.evaluate(OPEN_FOLDS)
        tab.locator(CELLS).locator("button.copy").first.click()
        first = statements(page.text)[0]
        eventually(lambda: tab.evaluate(read).strip() == first, "nothing is copied", tab)
