"""The site lives beneath a sub-path, as a project's pages on a shared host do."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from nnnotes.palette import LIGHT
from tests.browser.building import PAGES, SITE_URL, Page
from tests.browser.colours import near, pixels
from tests.browser.looking import visiting
from tests.browser.serving import SiteServer

LINKS = "all => all.map(link => link.href.split('#')[0])"
UNSTYLED = "() => [...document.styleSheets].filter(s => !s.cssRules.length).map(s => s.href)"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.source)
def test_what_a_page_names_is_there(page: Page, site: Path, server: SiteServer) -> None:
    """Every address of the site itself, of pictures and clips that nobody scrolls to as well."""
    assert server.base.endswith("/some/where/")
    file = site / page.url / "index.html" if page.url != "404.html" else site / page.url
    soup = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
    named = {tag.get("href") or tag.get("src") for tag in soup.select("[href], [src]")}
    whole = {urljoin(SITE_URL + page.url, address).partition("#")[0] for address in named}
    own = {address for address in whole if address.startswith(SITE_URL.partition("some")[0])}
    assert len(own) > 10
    path = server.base.removesuffix("/some/where/")
    lost = [a for a in own if not server.find(a.replace("https://host.example", path))]
    assert lost == [], f"{page.source}: nothing is at {lost}"


def test_unknown_address_shows_a_styled_page(browser: Browser, server: SiteServer) -> None:
    with visiting(browser, server, "light") as visit:
        visit.go("no/such/place/")
        assert visit.failed == [f"404 {server.base}no/such/place/"]
        assert visit.page.evaluate(UNSTYLED) == []
        assert near(pixels(visit.page.screenshot()), LIGHT["ground"]).mean() > 0.3
        assert server.base in visit.page.locator("main a").evaluate_all(LINKS), "no way home"
