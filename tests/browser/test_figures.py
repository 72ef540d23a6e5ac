"""Both palettes of every figure: they follow the reader's choice, and their words can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
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

SHOW = """svg => {
  const {documentElement: drawing} = new DOMParser().parseFromString(svg, 'image/svg+xml');
  document.body.replaceChildren(document.importNode(drawing, true));
  return document.querySelector('parsererror') !== null; }"""
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


# The button is the same on every page, and both palettes are in every drawing, as the tests say.
@pytest.mark.parametrize("page", ILLUSTRATED[:1], ids=lambda page: page.source)
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
def tab(browser: Browser, server: SiteServer) -> Iterator[Tab]:
    """An empty page, for one drawing after the other."""
    with visiting(browser, server, "light") as visit:
        yield visit.page


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda file: str(file.relative_to(ROOT)))
def test_words_in_drawings_can_be_read(drawing: Path, tab: Tab) -> None:
    assert not tab.evaluate(SHOW, drawing.read_text(encoding="utf-8")), "it is no well-formed XML"
    for scheme, palette in PALETTES.items():
        tab.emulate_media(color_scheme=scheme)
        words = tab.evaluate(WORDS, palette["ground"])
        faint = [f"{word!r}: {ink} on {on}" for word, ink, on in words if contrast(ink, on) < 4.5]
        assert not faint, f"less than 4.5 to 1 in {scheme}:\n" + "\n".join(faint)
