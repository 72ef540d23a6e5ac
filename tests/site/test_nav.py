"""Every page and lab has its place in nav, and nav leads nowhere else."""

from collections.abc import Iterator

import pytest
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scripts.pages.source import DOCS, ROOT, all_pages

SETTINGS = ROOT / "mkdocs.yml"
PAGES = [page.path for page in all_pages()] + sorted((DOCS / "labs").glob("*.py"))


def files_in(nav) -> Iterator[str]:
    """The files that a part of nav leads to: nav nests lists and mappings."""
    if isinstance(nav, str):
        yield nav
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else []:
        yield from files_in(part)


@pytest.fixture(scope="module")
def in_nav() -> list[str]:
    with SETTINGS.open(encoding="utf-8") as file:
        return list(files_in(yaml_load(file, get_yaml_loader())["nav"]))


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
