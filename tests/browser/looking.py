"""Open a page as a reader's browser does, and gather what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, Response

from tests.browser.building import Page as SourcePage
from tests.browser.serving import SiteServer

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
TALL = 4000
VIEWS: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESK, "color_scheme": "light"},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light", "is_mobile": True, "has_touch": True},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
CONTRAST = "color-contrast"
COLOURS = [CONTRAST, "link-in-text-block"]

DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SCROLL_TO_END = (
    f"async () => {{ const frame = {DRAWN};"
    """
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({top: y, behavior: 'instant'}); await frame(); }
  scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'}); await frame(); }"""
)
# Beside the page: pictures made eager on it would let Chromium wait two seconds when it prints.
FETCH_THE_LAZY = """() => Promise.allSettled(
  [...document.querySelectorAll('img[loading=lazy]')].map(({src}) =>
    Object.assign(new Image(), {src}).decode()))"""
SCROLL_TO_TOP = "scrollTo({top: 0, behavior: 'instant'})"
IMAGES_HERE = "() => [...document.images].every(i => i.complete || !i.checkVisibility())"

# A page may scroll code, tables and maths inside their own boxes, never itself.
WIDER_THAN_PAGE = """() => { const edge = document.documentElement.clientWidth;
  const own = e => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX);
  const scrolls = e => e && e !== document.body && (own(e) || scrolls(e.parentElement));
  const end = e => Math.round(e.getBoundingClientRect().right);
  return [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && box.left < edge && box.right > edge + 1 && !scrolls(e.parentElement);
  }).map(e => `${e.outerHTML.slice(0, 80)} ends at ${end(e)} of ${edge}`); }"""

# A page has a thousand words to check, in some thirty looks: ink, ground, size and weight.
MARK_ONE_OF_EACH_LOOK = """() => {
  const style = e => getComputedStyle(e), seen = new Set();
  const ground = e => !e ? '' : style(e).backgroundColor.replace('rgba(0, 0, 0, 0)', '')
    || ground(e.parentElement);
  document.querySelectorAll('[data-look]').forEach(e => { delete e.dataset.look; });
  for (const e of document.body.querySelectorAll('*')) {
    const speaks = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
    if (!speaks || !e.checkVisibility()) continue;
    const {color, opacity, fontSize, fontWeight} = style(e);
    const look = [color, opacity, fontSize, fontWeight, ground(e)].join();
    if (!seen.has(look)) e.dataset.look = '';
    seen.add(look); }
  return seen.size; }"""
LOOK_AT_THESE_WORDS = "selector => axe.configure({rules: [{id: 'color-contrast', selector}]})"

MAY_SHIFT = """() => [...document.querySelectorAll('main img')]
  .filter(image => !image.getAttribute('width') || !image.getAttribute('height'))
  .map(image => image.outerHTML.slice(0, 120))"""

SAYS_NOTHING = """() => {
  const stock = /^(no description has been provided.*|image|figure|png|svg)\\.?$/i;
  const spoken = e => e.tagName === 'IMG'
    ? e.getAttribute('role') === 'presentation' && e.hasAttribute('alt')
      || e.alt.trim() && !stock.test(e.alt.trim())
    : ['aria-label', 'aria-labelledby', 'aria-describedby'].some(a => e.getAttribute(a))
      || e.querySelector(':scope > title');
  return [...document.querySelectorAll('main img, main video, main canvas, main figure > svg')]
    .filter(e => !e.closest('[aria-hidden="true"]') && !spoken(e))
    .map(e => e.outerHTML.slice(0, 120)); }"""


def each_page(pages: list[SourcePage]) -> pytest.MarkDecorator:
    """A test of each of these pages, by the fixture ``visit``; it leaves the page as it was."""
    names = [page.source for page in pages]
    return pytest.mark.parametrize("visit", pages, ids=names, indirect=True, scope="session")


def eventually(holds: Callable[[], Any], what: str, page: Page, seconds: float = 30) -> None:
    """Wait until ``holds()`` is true; fail, saying ``what`` never came about, where it never is."""
    end = monotonic() + seconds
    while not holds():
        assert monotonic() < end, f"{page.url}: {what}, even after {seconds} s"
        page.wait_for_timeout(20)


class Visit:
    """One page, open in one view, and all that went wrong since it was asked for."""

    def __init__(self, page: Page, server: SiteServer) -> None:
        self.page = page
        self.errors: list[str] = []
        self.failed: list[str] = []
        self.requested: list[str] = []
        self.cold = self.whole = 0.0  # KiB, once somebody has weighed it
        self.source: SourcePage | None = None
        self._server = server
        self._under_way: set[Request] = set()
        self._first = len(server.sent)
        self._listen()

    def _listen(self) -> None:
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._begin)
        self.page.on("requestfinished", lambda request: self._under_way.discard(request))
        self.page.on("requestfailed", self._fail)
        self.page.on("response", self._judge)

    def _begin(self, request: Request) -> None:
        self.requested.append(request.url)
        self._under_way.add(request)

    def _fail(self, request: Request) -> None:
        self._under_way.discard(request)
        if request.resource_type != "media":  # A player breaks off what it needs no more of.
            self.failed.append(f"{request.failure} {request.url}")

    def _judge(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    @property
    def foreign(self) -> list[str]:
        """The requests that went to another host than the site's own."""
        host = self._server.base.split("/")[2]
        return [url for url in self.requested if "//" in url and url.split("/")[2] != host]

    @property
    def weight(self) -> float:
        """KiB the server has sent so far for this page, compressed."""
        return sum(size for _, size in self._server.sent[self._first :]) / 1024

    def go(self, url: str, html: str = "") -> Visit:
        """Open ``url``, with other HTML if given, and wait until it asks for nothing more."""
        if html:
            answer = {"body": html, "content_type": "text/html"}
            self.page.route(self._server.base + url, lambda route: route.fulfill(**answer))
        self.page.goto(self._server.base + url, wait_until="load")
        self._settle()
        return self

    def _settle(self) -> None:
        """Wait for a tenth of a second in which no request is under way."""
        quiet_since = None

        def settled() -> bool:
            nonlocal quiet_since
            quiet_since = None if self._under_way else quiet_since or monotonic()
            return quiet_since is not None and monotonic() - quiet_since > 0.1

        eventually(settled, "requests are still under way", self.page, seconds=60)

    def scroll(self) -> Visit:
        """Read to the end, so that everything lazy comes, and return to the top."""
        screen = self.page.viewport_size
        self.page.set_viewport_size({**screen, "height": TALL})  # Fewer steps, and each takes time.
        self.page.evaluate(SCROLL_TO_END)
        self.page.wait_for_function(IMAGES_HERE)
        self._settle()
        self.page.evaluate(SCROLL_TO_TOP)
        self.page.set_viewport_size(screen)
        return self

    def resize(self, screen: dict[str, int]) -> None:
        """Have the page drawn on another screen: only then its scripts hear of what overflows."""
        self.page.set_viewport_size(screen)
        self.page.evaluate(DRAWN)

    def fetch_the_lazy(self) -> Visit:
        """Ask for all pictures that scrolling and opening folds would bring, and draw none."""
        self.page.evaluate(FETCH_THE_LAZY)
        self._settle()
        return self

    def broken_rules(self) -> list[str]:
        """The accessibility rules the page breaks, each with where."""
        return self._judged({"type": "tag", "values": RULES})

    def broken_rules_by_look(self) -> list[str]:
        """The same, with the contrast of words at one place of each look."""
        return self._judged({"type": "tag", "values": RULES}, words=self._one_of_each_look())

    def broken_rules_but_colours(self) -> list[str]:
        """The same without the rules on colours, which take most of the time."""
        rules = {colour: {"enabled": False} for colour in COLOURS}
        return self._judged({"type": "tag", "values": RULES}, rules)

    def faint_words(self) -> list[str]:
        """Where words have too little contrast with their ground: one place of each look."""
        return self._judged({"type": "rule", "values": [CONTRAST]}, words=self._one_of_each_look())

    def _one_of_each_look(self) -> str:
        self.page.evaluate(MARK_ONE_OF_EACH_LOOK)
        return "[data-look]"

    def _judged(
        self, only: dict[str, Any], rules: dict[str, Any] | None = None, words: str = "*"
    ) -> list[str]:
        if not self.page.evaluate("'axe' in window"):  # Its half a megabyte goes in but once.
            self.page.evaluate(AXE_SCRIPT)
        self.page.evaluate(LOOK_AT_THESE_WORDS, words)
        options = {"runOnly": only, "rules": rules or {}, "resultTypes": ["violations"]}
        axe = Axe(axe_script="")
        violations = axe.run(self.page, options=options).response["violations"]
        return [f"{v['id']}: {node['target'][0]}" for v in violations for node in v["nodes"]]

    def too_wide(self) -> list[str]:
        """The elements that reach past the right edge of the page."""
        return self.page.evaluate(WIDER_THAN_PAGE)

    def may_shift(self) -> list[str]:
        """The pictures without a size of their own: what follows them would move as they come."""
        return self.page.evaluate(MAY_SHIFT)

    def without_alternative(self) -> list[str]:
        """The pictures and clips that say nothing to who cannot see them."""
        return self.page.evaluate(SAYS_NOTHING)


@contextmanager
def visiting(browser: Browser, server: SiteServer, view: str, **options: Any) -> Iterator[Visit]:
    """A fresh reader, with an empty cache, in one of the ``VIEWS``; still unless told otherwise."""
    calm = {"reduced_motion": "reduce"}
    context = browser.new_context(**{**calm, **VIEWS[view], **options})
    context.set_default_timeout(60_000)  # a busy machine is no fault of the page
    try:
        yield Visit(context.new_page(), server)
    finally:
        context.close()
