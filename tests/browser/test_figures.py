"""Both palettes of every figure: they follow the reader's choice, and their words can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from nnnotes.palette import as_variables, contrast
from tests.browser.building import DOCS, PAGES, ROOT, Page
from tests.browser.colours import PALETTES, follows, some, wear
from tests.browser.looking import eventually, visiting
from tests.browser.serving import SiteServer

ILLUSTRATED = [page for page in PAGES if re.search(r"\.svg\b", page.text)]
DRAWINGS = sorted(file for file in DOCS.rglob("*.svg") if (file.parent / "index.md").is_file())

# Matplotlib outlines its words: each stands in a group called text_1, text_2, ...
UNFOLD = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
WORDS = """ground => {
  const spot = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const paint = (colour, alpha) => {
    spot.globalAlpha = alpha; spot.fillStyle = colour; spot.fillRect(0, 0, 1, 1); };
  const read = () => '#' + [...spot.getImageData(0, 0, 1, 1).data.slice(0, 3)]
    .map(c => c.toString(16).padStart(2, '0')).join('');
  const cover = e => { let share = +getComputedStyle(e).fillOpacity;
    for (; e instanceof SVGElement; e = e.parentNode) share *= getComputedStyle(e).opacity;
    return share; };
  const behindWords = e => e.closest('g[id^=text_] g[id^=patch_]'); // matplotlib's bbox
  const words = [...document.querySelectorAll('text, tspan')].filter(e =>
      [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
  const outlined = [...document.querySelectorAll('g[id^=text_]')]
    .map(g => [...g.querySelectorAll('use, path')].find(e => !behindWords(e))).filter(Boolean);
  return [...words, ...outlined].map(word => {
    const box = word.getBoundingClientRect();
    const under = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      .filter(e => e instanceof SVGGeometryElement
        && (behindWords(e) || !e.closest('text, g[id^=text_]')));
    paint(ground, 1);
    for (const e of under.reverse()) {
      const fill = getComputedStyle(e).fill; if (fill !== 'none') paint(fill, cover(e)); }
    const behind = read();
    paint(getComputedStyle(word).fill, cover(word));
    return [word.textContent.trim() || word.closest('g[id]').id, read(), behind]; }); }"""


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_drawing_carries_both_palettes(drawing: Path) -> None:
    both = as_variables().splitlines()
    svg = drawing.read_text(encoding="utf-8")
    assert all(palette.rstrip("}") in svg for palette in both), "run: make refresh"


@pytest.mark.parametrize("page", ILLUSTRATED, ids=lambda page: page.source)
def test_figures_follow_the_button(page: Page, browser: Browser, server: SiteServer) -> None:
    with visiting(browser, server, "light") as visit:
        visit.go(page.url).page.evaluate(UNFOLD)
        visit.scroll()
        figures = visit.page.locator("figure.drawn:not(.clip) img[src$='.svg']").all()
        assert figures, f"{page.source} names an SVG but shows no figure"
        for scheme in ["dark", "light"]:
            wear(visit.page, scheme)
            for figure in some(figures):
                drawn = f"{figure.get_attribute('src')} is not in the {scheme} palette"
                eventually(lambda f=figure, s=scheme: follows(f, s), drawn, visit.page, seconds=1)


@pytest.fixture(scope="module")
def tabs(browser: Browser, server: SiteServer) -> Iterator[dict[str, Tab]]:
    """One reader in each scheme, for all drawings."""
    with ExitStack() as reading:
        visits = {s: reading.enter_context(visiting(browser, server, s)) for s in PALETTES}
        yield {scheme: visit.page for scheme, visit in visits.items()}


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda file: str(file.relative_to(ROOT)))
def test_words_in_drawings_can_be_read(
    drawing: Path, scheme: str, tabs: dict[str, Tab], server: SiteServer
) -> None:
    tab = tabs[scheme]
    tab.goto(f"{server.base}{drawing.relative_to(DOCS).as_posix()}")
    assert not tab.locator("parsererror").count(), "it is not well-formed XML"
    words = tab.evaluate(WORDS, PALETTES[scheme]["ground"])
    faint = [f"{word!r}: {ink} on {on}" for word, ink, on in words if contrast(ink, on) < 4.5]
    assert not faint, f"less than 4.5 to 1 in {scheme}:\n" + "\n".join(faint)
