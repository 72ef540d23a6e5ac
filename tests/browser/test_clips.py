"""Clips: none loads before it is near, one plays at a time, none where motion is unwelcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.building import Page, shortened
from tests.browser.looking import SCROLL_TO_END, SCROLL_TO_TOP, Visit, eventually, visiting
from tests.browser.serving import SiteServer

CLIP = re.compile(r'<figure class="drawn clip".*?</figure>', re.DOTALL)
FAR = '<div style="height: 4000px"></div>'
PLAYING = """() => [...document.querySelectorAll('video')]
  .map((clip, place) => clip.paused ? null : place).filter(place => place !== null)"""
STARTED = "clip => !clip.paused && clip.currentTime > 0"
INTO_VIEW = "clip => clip.scrollIntoView({block: 'center', behavior: 'instant'})"


@pytest.fixture(scope="module")
def clipped(site: Path) -> tuple[Page, str]:
    """A page that has a clip, and its HTML with that clip twice, far from the top."""
    page, html = shortened(site, "figure.clip")
    clip = CLIP.search(html)[0]
    return page, html.replace(clip, f"{FAR}{clip}{clip}{FAR}", 1)


@pytest.fixture(params=["no-preference", "reduce"])
def visit(
    request: pytest.FixtureRequest, clipped: tuple[Page, str], browser: Browser, server: SiteServer
) -> Iterator[Visit]:
    page, html = clipped
    with visiting(browser, server, "light", reduced_motion=request.param) as visit:
        yield visit.go(page.url, html)


moving = pytest.mark.parametrize("visit", ["no-preference"], indirect=True)
still = pytest.mark.parametrize("visit", ["reduce"], indirect=True)


def loaded(visit: Visit) -> list[str]:
    return [url for url in visit.requested if url.endswith(".mp4")]


def plays_alone(clip: Locator) -> bool:
    """Whether a clip has started; on the way there two may never play at once."""
    assert len(clip.page.evaluate(PLAYING)) <= 1
    return clip.evaluate(STARTED)


@moving
def test_only_the_clip_in_view_plays(visit: Visit) -> None:
    clips = visit.page.locator("figure.clip video")
    assert loaded(visit) == [], "a clip comes before it is near the screen"
    for place in [0, 1, 0]:
        clip = clips.nth(place)
        clip.evaluate(INTO_VIEW)
        eventually(lambda clip=clip: plays_alone(clip), f"clip {place} does not play", visit.page)
        assert visit.page.evaluate(PLAYING) == [place]
    visit.page.evaluate(SCROLL_TO_TOP)
    eventually(lambda: visit.page.evaluate(PLAYING) == [], "a clip plays unseen", visit.page)


@moving
def test_clips_that_one_only_scrolls_past_are_not_fetched(visit: Visit) -> None:
    visit.page.evaluate(SCROLL_TO_END)
    visit.page.evaluate(SCROLL_TO_TOP)
    visit.page.wait_for_timeout(1000)  # Nothing is to happen: there is nothing else to wait for.
    assert loaded(visit) == []


@moving
def test_of_two_clips_in_view_one_plays(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 2400})
    clips = visit.page.locator("figure.clip video")
    clips.first.evaluate(INTO_VIEW)
    started = [clips.nth(0), clips.nth(1)]
    eventually(lambda: any(c.evaluate(STARTED) for c in started), "neither plays", visit.page)
    eventually(lambda: len(visit.page.evaluate(PLAYING)) == 1, "both play", visit.page)


@still
def test_no_clip_moves_for_who_asks_for_less_motion(visit: Visit) -> None:
    visit.page.evaluate(SCROLL_TO_END)
    visit.page.locator("figure.clip video").first.evaluate(INTO_VIEW)
    visit.page.wait_for_timeout(1000)  # Nothing is to happen: there is nothing else to wait for.
    assert visit.page.evaluate(PLAYING) == []
    assert loaded(visit) == []


@still
def test_a_clip_plays_for_who_asks_for_it(visit: Visit) -> None:
    clip = visit.page.locator("figure.clip video").first
    clip.evaluate(INTO_VIEW)
    clip.evaluate("clip => clip.play()")
    eventually(lambda: clip.evaluate(STARTED), "it does not play", visit.page)
