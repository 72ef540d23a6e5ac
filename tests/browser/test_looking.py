"""The looking itself: a page with one fault of each kind has each of them found."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import Visit, visiting
from tests.browser.serving import SiteServer, serving

FAULTY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Faulty</title>
<meta name="viewport" content="width=device-width">
<script src="https://elsewhere.example/script.js"></script></head>
<body><main><h1>Faulty</h1>
<p style="color:#999">Too faint to read.</p>
<p style="width:600px">Too wide for a phone.</p>
<div style="overflow-x:auto"><p style="width:600px">As wide, in a box that scrolls.</p></div>
<img src="absent.png"><img src="drawn.svg" alt="A drawing" style="margin-top:5000px" loading="lazy">
<script>console.error("said aloud"); undefined.thrown</script></main></body></html>"""
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--{}--></svg>'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    folder = tmp_path_factory.mktemp("faulty")
    (folder / "index.html").write_text(FAULTY)
    (folder / "404.html").write_text("absent")
    (folder / "drawn.svg").write_text(DRAWN.format(random.Random(0).randbytes(30_000).hex()))
    with serving(folder) as started:
        yield started


@pytest.fixture(scope="module")
def faulty(browser: Browser, server: SiteServer) -> Iterator[Visit]:
    with visiting(browser, server, "phone") as visit:
        visit.go("")
        visit.cold = visit.weight
        yield visit.scroll()


def test_faint_text_is_found(faulty: Visit) -> None:
    assert "color-contrast: p:nth-child(2)" in faulty.broken_rules()
    assert "color-contrast: p:nth-child(2)" in faulty.broken_rules_by_look()
    assert faulty.faint_words() == ["color-contrast: p:nth-child(2)"]
    assert not any("contrast" in rule for rule in faulty.broken_rules_but_colours())
    assert "color-contrast: p:nth-child(2)" in faulty.broken_rules()


def test_what_the_console_says_is_found(faulty: Visit) -> None:
    assert "said aloud" in faulty.errors
    assert any("thrown" in error for error in faulty.errors)


def test_another_host_is_found(faulty: Visit) -> None:
    assert faulty.foreign == ["https://elsewhere.example/script.js"]


def test_an_absent_file_is_found(faulty: Visit) -> None:
    assert any(fault.startswith("404") and "absent.png" in fault for fault in faulty.failed)


def test_only_what_widens_the_page_is_found(faulty: Visit) -> None:
    assert len(faulty.too_wide()) == 1
    assert "ends at" in faulty.too_wide()[0]


def test_a_picture_without_words_is_found(faulty: Visit) -> None:
    assert faulty.without_alternative() == ['<img src="absent.png">']


def test_pictures_without_a_size_are_found(faulty: Visit) -> None:
    assert [image[:21] for image in faulty.may_shift()] == [
        '<img src="absent.png"',
        '<img src="drawn.svg" ',
    ]


def test_what_scrolling_brings_is_weighed(faulty: Visit) -> None:
    assert faulty.cold < 2
    assert faulty.weight > 20


def test_what_is_lazy_is_weighed_without_scrolling(
    browser: Browser, server: SiteServer, faulty: Visit
) -> None:
    scrolled = faulty.weight
    with visiting(browser, server, "phone") as visit:
        assert visit.go("").weight < 2
        assert visit.fetch_the_lazy().weight == pytest.approx(scrolled, abs=1)
