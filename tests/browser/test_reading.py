"""What a reader does: finds the start and copies code."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.building import PAGES, Page
from tests.browser.cells import statements
from tests.browser.looking import eventually, visiting
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


def copied(button: Locator) -> str:
    """What a press of a copy button puts on the clipboard."""
    page = button.page
    page.evaluate("navigator.clipboard.writeText('nothing yet')")
    button.click()
    read = "navigator.clipboard.readText()"
    eventually(lambda: page.evaluate(read) != "nothing yet", "the copy button copies nothing", page)
    return page.evaluate(read)


@pytest.mark.parametrize("page", WITH_CODE, ids=lambda page: page.source)
def test_copy_gives_the_statements(page: Page, browser: Browser, server: SiteServer) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with visiting(browser, server, "light", permissions=allowed) as visit:
        visit.go(page.url).page.evaluate(OPEN_FOLDS)
        buttons = visit.page.locator(CELLS).locator("button.copy").all()
        expected = statements(page.text)
        assert len(buttons) == len(expected), "as many buttons as cells"
        for button, cell in zip(buttons, expected, strict=True):
            assert copied(button).strip() == cell


def test_copy_of_a_docstrings_example_gives_its_statements(
    browser: Browser, server: SiteServer
) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with visiting(browser, server, "light", permissions=allowed) as visit:
        visit.go("reference/api/")
        sessions = visit.page.locator(".highlight:not(details *)", has_text=">>> ")
        assert sessions.count() >= 8
        for button in sessions.locator("button.copy").all():
            compile(copied(button), "the clipboard", "exec")  # an output or a prompt is no Python
