"""The pages there are, and the site built from them: once, however many workers ask."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

# As a project's pages on a shared host: what works beneath a sub-path works at a host's root too.
SITE_URL = "https://host.example/some/where/"


@dataclass(frozen=True)
class Page:
    """A page of the site: where it is served, beneath the site's base, and what it is made from."""

    url: str
    source: str

    @property
    def text(self) -> str:
        """What its author wrote; nothing for the 404 page, which is the theme's."""
        path = ROOT / self.source
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def _url(source: Path) -> str:
    place = source.relative_to(DOCS).with_suffix("")
    folder = place.parent if place.name in {"index", "README"} else place
    return "" if folder == Path() else f"{folder.as_posix()}/"


def _pages() -> list[Page]:
    sources = sorted([*DOCS.rglob("*.md"), *DOCS.glob("labs/*.py")])
    written = [Page(_url(source), source.relative_to(ROOT).as_posix()) for source in sources]
    return [*written, Page("404.html", "the theme's 404.html")]


PAGES = _pages()


def _build(target: Path) -> None:
    # Not --quiet: it hides warnings from --strict too.
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"the site does not build:\n{ran.stdout}{ran.stderr}"


def built_once(target: Path) -> Path:
    """The site's folder, built by whichever worker comes first while the others wait."""
    with (target.parent / "building.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.is_dir():
            unfinished = target.with_name(f"{target.name}-unfinished")
            _build(unfinished)
            unfinished.rename(target)
    return target


def shortened(site: Path, selector: str) -> tuple[Page, str]:
    """The first page that has such an element, and its HTML with only that part of the article.

    It opens in half the time, for tests that each open it anew.
    """
    for page in PAGES[:-1]:  # The last is the theme's.
        soup = BeautifulSoup((site / page.url / "index.html").read_text(encoding="utf-8"), "lxml")
        if found := soup.select_one(f"article {selector}"):
            part = next(e for e in (found, *found.parents) if e.parent.name == "article")
            for other in (*part.find_previous_siblings(), *part.find_next_siblings()):
                if other.name != "h1":  # to which the page's first link skips
                    other.decompose()
            return page, str(soup)
    raise AssertionError(f"no page has such an element: {selector}")
