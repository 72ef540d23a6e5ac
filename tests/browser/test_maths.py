"""Maths is set in the site's own font, which has every sign it needs and stretches its fences."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.building import PAGES, Page
from tests.browser.looking import visiting
from tests.browser.serving import SiteServer

# How much taller a fence grows around something six ems high; a font that cannot leaves it at 1.
STRETCH = """sign => {
  const height = inside => {
    const box = document.createElement('div');
    const row = `<mrow><mo stretchy="true">${sign}</mo>${inside}</mrow>`;
    box.innerHTML = `<math display="block">${row}</math>`;
    document.querySelector('main article').append(box);
    const tall = box.querySelector('mo').getBoundingClientRect().height;
    box.remove();
    return tall; };
  return height('<mspace height="3em" depth="3em"/>') / height(''); }"""


@pytest.fixture(scope="module")
def mathematical(site: Path) -> list[Page]:
    written = [page for page in PAGES if page.url != "404.html"]
    found = [page for page in written if "<math" in (site / page.url / "index.html").read_text()]
    assert found, "no page has maths"
    return found


def strange_fonts(page: Tab) -> set[str]:
    """The fonts of this machine that some maths on the page fell back to."""
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    every = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "math, math *"})
    used = (
        font
        for node in every["nodeIds"]
        for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    )
    return {font["familyName"] for font in used if not font["isCustomFont"]}


def test_maths_is_in_the_sites_own_font(
    mathematical: list[Page], browser: Browser, server: SiteServer
) -> None:
    strange = {}
    for page in mathematical:
        with visiting(browser, server, "light") as visit:
            strange[page.source] = strange_fonts(visit.go(page.url).scroll().page)
    assert not any(strange.values()), f"signs that the site's fonts lack, by page: {strange}"


def test_fences_stretch(mathematical: list[Page], browser: Browser, server: SiteServer) -> None:
    with visiting(browser, server, "light") as visit:
        visit.go(mathematical[0].url)
        grown = {sign: visit.page.evaluate(STRETCH, sign) for sign in "([{|"}
    assert min(grown.values()) > 2, f"how much each fence grows: {grown}"
