"""Render pages as MkDocs does, without building a site: seconds become milliseconds."""

import logging
from functools import cache

from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.pages import Page as MkDocsPage

from scripts.pages.source import DOCS, ROOT, Page


@cache
def _config():
    return load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[], strict=True)


@cache
def _files() -> Files:
    files = get_files(_config())
    set_exclusions(files._files, _config())
    return files


@cache
def rendered(name: str) -> tuple[MkDocsPage, list[str]]:
    """The page rendered, and what MkDocs complained of; ``name`` is its path below docs/."""
    complaints: list[str] = []
    handler = _Complaints(complaints)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        page = MkDocsPage(None, _files().get_file_from_path(name), _config())
        page.read_source(_config())
        page.render(_config(), _files())
    finally:
        logger.removeHandler(handler)
    return page, complaints


def html_of(page: Page) -> str:
    """The HTML of a page's content."""
    return rendered(page.path.relative_to(DOCS).as_posix())[0].content


class _Complaints(logging.Handler):
    """Keeps what is said at the levels that fail a strict build."""

    def __init__(self, complaints: list[str]):
        super().__init__(logging.WARNING)
        self.complaints = complaints

    def emit(self, record):
        self.complaints.append(record.getMessage())
