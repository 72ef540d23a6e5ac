"""Each page in the dark, and printed: dark words on white, each figure once, in light ink."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest

from tests.browser.building import PAGES
from tests.browser.colours import follows, is_dark, near, some
from tests.browser.looking import Visit, each_page
from tests.browser.paper import alternatives, faint_letters, rendered

# Every page with figures, and one of those without: what is printed of words is the same for all.
PRINTED = [page for page in PAGES if re.search(r"\.svg\b", page.text) or page.url == "404.html"]
STILLS = "all => all.map(figure => figure.querySelector('img')?.alt).filter(Boolean)"


@pytest.fixture
def dark(visit: Visit) -> Iterator[Visit]:
    visit.page.emulate_media(color_scheme="dark")
    yield visit
    visit.page.emulate_media(color_scheme="light", media="null")


@pytest.fixture(scope="module")
def printed(visit: Visit) -> Iterator[pdfium.PdfDocument]:
    visit.page.emulate_media(color_scheme="dark")
    # With the grounds printed too, which a reader may ask for: the harder case.
    document = pdfium.PdfDocument(visit.page.pdf(format="A4", print_background=True, tagged=True))
    visit.page.emulate_media(color_scheme="light")
    yield document
    document.close()


@each_page(PAGES)
def test_follows_the_readers_scheme(visit: Visit, dark: Visit) -> None:
    assert is_dark(dark.page)


@each_page(PAGES)
def test_words_stand_out(visit: Visit, dark: Visit) -> None:
    assert dark.faint_words() == []


@each_page(PRINTED)
def test_paper_is_white(visit: Visit, printed: pdfium.PdfDocument) -> None:
    for number, sheet in enumerate(printed, start=1):
        white = near(rendered(sheet), "#ffffff", tolerance=10)
        assert white[[0, 0, -1, -1], [0, -1, 0, -1]].all(), f"sheet {number} has dark corners"
        assert white.mean() > 0.5, f"sheet {number} is only {white.mean():.0%} white"


@each_page(PRINTED)
def test_printed_words_are_dark(visit: Visit, printed: pdfium.PdfDocument) -> None:
    faint = {number: faint_letters(sheet) for number, sheet in enumerate(printed, start=1)}
    assert not any(faint.values()), f"less than 4.5 to 1 on white, by sheet: {faint}"


@each_page(PRINTED)
def test_each_figure_is_printed_once(visit: Visit, printed: pdfium.PdfDocument) -> None:
    expected = Counter(visit.page.locator("main figure").evaluate_all(STILLS))
    found = Counter(words for sheet in printed for words in alternatives(sheet))
    assert {words: found[words] for words in expected} == expected


@each_page(some(PAGES))
def test_figures_are_printed_in_light_ink(visit: Visit, dark: Visit) -> None:
    dark.page.emulate_media(media="print")
    figures = dark.page.locator("figure.drawn:not(.clip) img[src$='.svg']:visible").all()
    for figure in some(figures):
        name = figure.get_attribute("src")
        assert follows(figure, "light", paper="#ffffff"), f"{name} is not in light ink on white"
