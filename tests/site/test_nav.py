"""Every page and lab has its place in nav, and nav leads nowhere else."""

import pytest

from scripts.pages.nav import files_in_nav
from scripts.pages.source import DOCS, all_pages

PAGES = [page.path for page in all_pages()] + sorted((DOCS / "labs").glob("*.py"))


@pytest.fixture(scope="module")
def in_nav() -> list[str]:
    return files_in_nav()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_has_one_place_in_nav(path, in_nav):
    name = path.relative_to(DOCS).as_posix()
    assert in_nav.count(name) == 1, (
        f"docs/{name} stands {in_nav.count(name)} times in nav of mkdocs.yml, expected once: "
        "a page that nav forgets is never found by a reader"
    )


def test_nav_leads_to_files_that_are_there(in_nav):
    missing = [name for name in in_nav if not (DOCS / name).is_file()]
    assert not missing, f"mkdocs.yml: nav leads to docs/{missing[0]}, which is not there"
