"""Maths is set in the site's own font, which has every sign it needs and stretches its fences."""

from __future__ import annotations

import re

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.building import PAGES
from tests.browser.looking import Visit, each_page, visiting
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


# One sign of each kind: pages repeat theirs many times over.
PICK = """() => {
  const seen = new Set();
  for (const sign of document.querySelectorAll('math :is(mi, mn, mo, mtext, ms)')) {
    const kind = [sign.localName, sign.textContent, sign.getBoundingClientRect().height].join(' ');
    if (!seen.has(kind)) sign.dataset.picked = '';
    seen.add(kind); }
  return seen.size; }"""

WITH_MATHS = [page for page in PAGES if re.search(r"\$[^$]+\$", page.text)]


def strange_fonts(page: Tab) -> set[str]:
    """The fonts of this machine that some maths on the page fell back to."""
    assert page.evaluate(PICK), "it has no maths"
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    picked = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-picked]"})
    used = (
        font
        for node in picked["nodeIds"]
        for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    )
    return {font["familyName"] for font in used if not font["isCustomFont"]}


@each_page(WITH_MATHS)
def test_maths_is_in_the_sites_own_font(visit: Visit) -> None:
    strange = strange_fonts(visit.page)
    assert not strange, f"fonts of this machine, for signs that the site's fonts lack: {strange}"


def test_fences_stretch(browser: Browser, server: SiteServer) -> None:
    with visiting(browser, server, "light") as visit:
        visit.go(WITH_MATHS[0].url)
        grown = {sign: visit.page.evaluate(STRETCH, sign) for sign in "([{|"}
    assert min(grown.values()) > 2, f"how much each fence grows: {grown}"
