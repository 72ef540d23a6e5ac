"""Every page, read to its end in light and on a phone; test_dark.py reads them in the dark.

Words have the same colours on a phone as on a wide screen, where their contrast is checked, in
both schemes; that takes longer than all other rules together.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.building import PAGES, Page
from tests.browser.colours import is_dark
from tests.browser.looking import Visit, visiting
from tests.browser.serving import SiteServer

COLD_KIB, SCROLLED_KIB, LAB_KIB = 250, 600, 150
LABS = [page for page in PAGES if page.source.endswith(".py")]


@pytest.fixture(
    scope="module",
    params=list(product(PAGES, ["light", "phone"])),
    ids=lambda seen: f"{seen[0].source}, {seen[1]}",
)
def visit(request: pytest.FixtureRequest, browser: Browser, server: SiteServer) -> Iterator[Visit]:
    page, view = request.param
    with visiting(browser, server, view) as visit:
        visit.go(page.url)
        visit.view, visit.cold = view, visit.weight
        yield visit.scroll()


def none_of(faults: list[str]) -> None:
    """One fault a line, none cut short; pytest names the page and the view."""
    assert not faults, "\n" + "\n".join(faults)


def test_breaks_no_accessibility_rule(visit: Visit) -> None:
    wide = visit.view == "light"
    none_of(visit.broken_rules() if wide else visit.broken_rules_but_contrast())


def test_console_has_no_error(visit: Visit) -> None:
    none_of(visit.errors)


def test_asks_no_other_host(visit: Visit) -> None:
    none_of(visit.foreign)


def test_every_request_is_answered(visit: Visit) -> None:
    none_of(visit.failed)


def test_nothing_reaches_past_the_right_edge(visit: Visit) -> None:
    none_of(visit.too_wide())


def test_pictures_and_clips_have_words(visit: Visit) -> None:
    none_of(visit.without_alternative())


def test_follows_the_readers_scheme(visit: Visit) -> None:
    assert not is_dark(visit.page)


def test_weighs_little(visit: Visit) -> None:
    assert visit.cold <= COLD_KIB, "KiB, gzipped, before anything is scrolled"
    assert visit.weight <= SCROLLED_KIB, "KiB, gzipped, read to the end"


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.source)
def test_lab_weighs_little_before_gzip(lab: Page, site: Path) -> None:
    assert (site / lab.url / "index.html").stat().st_size / 1024 <= LAB_KIB


def test_no_built_page_goes_unseen(site: Path) -> None:
    built = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    known = {page.url if page.url == "404.html" else f"{page.url}index.html" for page in PAGES}
    assert built == known
