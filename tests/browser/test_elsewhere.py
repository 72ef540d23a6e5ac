"""The same site beneath a sub-path, as a project's pages on a shared host are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from nnnotes.palette import LIGHT
from tests.browser.building import PAGES, Page, built_once
from tests.browser.colours import near, pixels
from tests.browser.looking import visiting
from tests.browser.serving import SiteServer, serving

LINKS = "all => all.map(link => link.href.split('#')[0])"
UNSTYLED = "() => [...document.styleSheets].filter(s => !s.cssRules.length).map(s => s.href)"


@pytest.fixture(scope="module")
def elsewhere(chromium: str, shared: Path) -> Iterator[SiteServer]:
    with serving(built_once(shared / "elsewhere", "https://host.example/some/where/")) as server:
        assert server.base.endswith("/some/where/")
        yield server


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.source)
def test_works_beneath_a_sub_path(page: Page, browser: Browser, elsewhere: SiteServer) -> None:
    with visiting(browser, elsewhere, "light") as visit:
        visit.go(page.url).scroll()
        assert visit.failed + visit.foreign + visit.errors == []
        links = set(visit.page.locator("a[href]").evaluate_all(LINKS))
        origin = elsewhere.base.removesuffix("/some/where/")
        inside = {link.removeprefix(origin) for link in links if link.startswith(origin)}
        assert [link for link in inside if not elsewhere.find(link)] == []


def test_unknown_address_shows_a_styled_page(browser: Browser, elsewhere: SiteServer) -> None:
    with visiting(browser, elsewhere, "light") as visit:
        visit.go("no/such/place/")
        assert visit.failed == [f"404 {elsewhere.base}no/such/place/"]
        assert visit.page.evaluate(UNSTYLED) == []
        assert near(pixels(visit.page.screenshot()), LIGHT["ground"]).mean() > 0.3
        assert elsewhere.base in visit.page.locator("main a").evaluate_all(LINKS), "no way home"
