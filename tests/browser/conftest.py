"""A browser, and the site built and served once for all its tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.building import built_once
from tests.browser.looking import Visit, visiting
from tests.browser.serving import SiteServer, serving

# Debian's headless one opens a page in two thirds of the time that the others take.
NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; without it these tests are skipped, except in CI, where they must run."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    missing = f"no Chromium on PATH (looked for {', '.join(NAMES)}): install Debian's chromium"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    # Names resolve to nothing: a request to another host is seen, and never leaves this machine.
    arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A temporary folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def site(chromium: str, shared: Path) -> Path:
    """The folder of the built site."""
    return built_once(shared / "site")


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    with serving(site) as started:
        yield started


@pytest.fixture(scope="session")
def visit(request: pytest.FixtureRequest, browser: Browser, server: SiteServer) -> Iterator[Visit]:
    """A page on a wide light screen, all of it fetched. All its tests share it; see each_page()."""
    allowed = ["clipboard-read", "clipboard-write"]
    with visiting(browser, server, "light", permissions=allowed) as visit:
        visit.source = request.param
        visit.go(visit.source.url)
        visit.cold = visit.weight
        visit.fetch_the_lazy()
        visit.whole = visit.weight
        yield visit
