"""The order of reading: what nav in mkdocs.yml leads to."""

from collections.abc import Iterator

from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scripts.pages.source import DOCS, ROOT, Page

SETTINGS = ROOT / "mkdocs.yml"


def files_in_nav() -> list[str]:
    """The files that nav names, in order, by their path beneath docs/."""
    with SETTINGS.open(encoding="utf-8") as file:
        return list(_files(yaml_load(file, get_yaml_loader())["nav"]))


def in_reading_order(pages: list[Page]) -> list[Page]:
    """The pages as nav has them; those that it forgets come last."""
    order = files_in_nav()
    places = {DOCS / name: place for place, name in enumerate(order)}
    return sorted(pages, key=lambda page: places.get(page.path, len(order)))


def _files(nav) -> Iterator[str]:
    """Nav nests lists and mappings."""
    if isinstance(nav, str):
        yield nav
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else []:
        yield from _files(part)
