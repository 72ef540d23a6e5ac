"""Every page, all its pictures fetched, on a wide screen and on one as narrow as a phone's.

The two have the same colours: they are checked on the wide screen, and in the dark by
test_dark.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.building import PAGES, Page
from tests.browser.colours import is_dark
from tests.browser.looking import DESK, PHONE, Visit, each_page, visiting
from tests.browser.serving import SiteServer

COLD_KIB, WHOLE_KIB, LAB_KIB = 250, 600, 150
LABS = [page for page in PAGES if page.source.endswith(".py")]


def none_of(faults: list[str]) -> None:
    """One fault a line, none cut short; pytest names the page."""
    assert not faults, "\n" + "\n".join(faults)


@each_page(PAGES)
def test_breaks_no_accessibility_rule(visit: Visit) -> None:
    none_of(visit.broken_rules_by_look())


@each_page(PAGES)
def test_console_has_no_error(visit: Visit) -> None:
    none_of(visit.errors)


@each_page(PAGES)
def test_asks_no_other_host(visit: Visit) -> None:
    none_of(visit.foreign)


@each_page(PAGES)
def test_every_request_is_answered(visit: Visit) -> None:
    none_of(visit.failed)


@each_page(PAGES)
def test_pictures_and_clips_have_words(visit: Visit) -> None:
    none_of(visit.without_alternative())


@each_page(PAGES)
def test_pictures_have_their_room_before_they_come(visit: Visit) -> None:
    none_of(visit.may_shift())


@each_page(PAGES)
def test_nothing_reaches_past_the_right_edge(visit: Visit) -> None:
    none_of(visit.too_wide())


@each_page(PAGES)
def test_weighs_little(visit: Visit) -> None:
    assert visit.cold <= COLD_KIB, "KiB, gzipped, before anything is scrolled"
    assert visit.whole <= WHOLE_KIB, "KiB, gzipped, read to the end with every fold opened"


@pytest.fixture(scope="module")
def narrow(visit: Visit) -> Iterator[Visit]:
    visit.resize(PHONE)
    yield visit
    visit.resize(DESK)


@each_page(PAGES)
def test_nothing_reaches_past_a_phones_right_edge(narrow: Visit) -> None:
    none_of(narrow.too_wide())


@each_page(PAGES)
def test_breaks_no_accessibility_rule_on_a_phone(narrow: Visit) -> None:
    none_of(narrow.broken_rules_but_colours())


@pytest.mark.parametrize("view", ["dark", "phone"])
@pytest.mark.parametrize("page", PAGES[:2], ids=lambda page: page.source)
def test_opens_as_well_for_who_comes_so(
    page: Page, view: str, browser: Browser, server: SiteServer
) -> None:
    """In the dark from the start, or with a real phone's touch, scale and scroll bars."""
    with visiting(browser, server, view) as visit:
        visit.go(page.url).scroll()
        none_of(visit.errors + visit.failed + visit.foreign + visit.too_wide())
        assert is_dark(visit.page) == (view == "dark")


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.source)
def test_lab_weighs_little_before_gzip(lab: Page, site: Path) -> None:
    assert (site / lab.url / "index.html").stat().st_size / 1024 <= LAB_KIB


def test_no_built_page_goes_unseen(site: Path) -> None:
    built = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    known = {page.url if page.url == "404.html" else f"{page.url}index.html" for page in PAGES}
    assert built == known
