"""The course as built: the home page lists it, nav says how long it takes, and it leads on."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.pages.nav import files_in_nav
from scripts.pages.reading import SAID
from scripts.pages.source import DOCS
from scripts.pages.source import Page as Source

IN_ORDER = [Source(DOCS / name) for name in files_in_nav()]
COURSE = [page for page in IN_ORDER if SAID.search(page.text)]


@cache
def built(site: Path, name: str) -> BeautifulSoup:
    """The HTML of a page, by its source beneath docs/."""
    url = name.removesuffix(".py").removesuffix("index.md").removesuffix(".md")
    return BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "lxml")


@pytest.fixture(scope="module")
def home(site: Path) -> BeautifulSoup:
    return built(site, "index.md")


def described(page: Source) -> tuple[str, str, str]:
    """What the course says of an article: where it is, its minutes and its description."""
    description = re.search(r"^description: (.+)$", page.text, re.MULTILINE)[1]
    return f"{page.article}/", SAID.search(page.text)["minutes"], description


def test_home_lists_the_articles_in_order(home: BeautifulSoup) -> None:
    entries = [
        (e.a["href"], re.search(r"\d+", e.select_one(".minutes").text)[0], e.p.text)
        for e in home.select(".course li")
    ]
    assert entries == [described(page) for page in COURSE]
    assert all(e.a.text for e in home.select(".course li"))


def test_home_has_the_groups_of_nav_and_no_empty_one(home: BeautifulSoup) -> None:
    groups = home.select(".course h3")
    assert groups
    assert all(group.find_next_sibling().select("li") for group in groups)


@pytest.mark.parametrize("page", COURSE, ids=lambda page: page.article)
def test_nav_says_how_long_an_article_takes(page: Source, home: BeautifulSoup) -> None:
    link = home.select_one(f'.md-nav--primary a[href="{page.article}/"]')
    number = described(page)[1]
    assert link.select_one("[aria-hidden]").text == f"{number} min"
    assert link.select_one(".heard").text == f", {number} minutes"


@pytest.mark.parametrize(
    ("before", "after"),
    list(pairwise(files_in_nav())),
    ids=lambda name: name.removesuffix("/index.md"),
)
def test_a_page_leads_to_the_next_by_name(before: str, after: str, site: Path) -> None:
    one, other = built(site, before), built(site, after)
    onward = one.select_one("a.md-footer__link--next .md-footer__title .md-ellipsis")
    back = other.select_one("a.md-footer__link--prev .md-footer__title .md-ellipsis")
    current = ".md-nav--primary a.md-nav__link--active .md-ellipsis"
    names = [page.select_one(current) for page in (one, other)]
    assert onward.text.strip() == names[1].text.strip()
    assert back.text.strip() == names[0].text.strip()
