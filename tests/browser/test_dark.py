"""Each page read in the dark, then printed: dark words on white, each figure once, in light ink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser

from tests.browser.building import PAGES
from tests.browser.colours import follows, is_dark, near, some
from tests.browser.looking import Visit, visiting
from tests.browser.paper import alternatives, faint_letters, rendered
from tests.browser.serving import SiteServer

STILLS = "all => all.map(figure => figure.querySelector('img')?.alt).filter(Boolean)"


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.source)
def dark(request: pytest.FixtureRequest, browser: Browser, server: SiteServer) -> Iterator[Visit]:
    with visiting(browser, server, "dark", device_scale_factor=2) as visit:
        yield visit.go(request.param.url).scroll()


def test_follows_the_readers_scheme(dark: Visit) -> None:
    assert is_dark(dark.page)


def test_words_stand_out(dark: Visit) -> None:
    assert dark.faint_words() == []


def test_nothing_fails_to_come(dark: Visit) -> None:
    assert dark.errors + dark.failed + dark.foreign == []


@pytest.fixture(scope="module")
def printed(dark: Visit) -> Iterator[pdfium.PdfDocument]:
    # With the grounds printed too, which a reader may ask for: the harder case.
    document = pdfium.PdfDocument(dark.page.pdf(format="A4", print_background=True, tagged=True))
    yield document
    document.close()


def test_paper_is_white(printed: pdfium.PdfDocument) -> None:
    for number, sheet in enumerate(printed, start=1):
        white = near(rendered(sheet), "#ffffff", tolerance=10)
        assert white[[0, 0, -1, -1], [0, -1, 0, -1]].all(), f"sheet {number} has dark corners"
        assert white.mean() > 0.5, f"sheet {number} is only {white.mean():.0%} white"


def test_printed_words_are_dark(printed: pdfium.PdfDocument) -> None:
    faint = {number: faint_letters(sheet) for number, sheet in enumerate(printed, start=1)}
    assert not any(faint.values()), f"less than 4.5 to 1 on white, by sheet: {faint}"


def test_each_figure_is_printed_once(dark: Visit, printed: pdfium.PdfDocument) -> None:
    expected = Counter(dark.page.locator("main figure").evaluate_all(STILLS))
    found = Counter(words for sheet in printed for words in alternatives(sheet))
    assert {words: found[words] for words in expected} == expected


def test_figures_are_printed_in_light_ink(dark: Visit, printed: pdfium.PdfDocument) -> None:
    dark.page.emulate_media(media="print")
    figures = dark.page.locator("figure.drawn:not(.clip) img[src$='.svg']:visible").all()
    for figure in some(figures):
        name = figure.get_attribute("src")
        assert follows(figure, "light", paper="#ffffff"), f"{name} is not in light ink on white"
