"""Render pages as MkDocs does, links checked, without building a site."""

import logging
from functools import cache

from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.pages import Page as MkDocsPage

from scripts.pages.source import DOCS, ROOT, Page

# A plugin writes the library's reference, and only a real build runs it: anchors are checked there.
WRITTEN_BY_A_PLUGIN = "reference/api.md"


def html_of(page: Page) -> str:
    """The HTML of a page's content."""
    return _rendered()[0][_name(page)].content


def complaints(page: Page) -> list[str]:
    """What a strict build would stop for: broken links and anchors of the page."""
    return _rendered()[1][_name(page)]


def _name(page: Page) -> str:
    return page.path.relative_to(DOCS).as_posix()


@cache
def _rendered() -> tuple[dict[str, MkDocsPage], dict[str, list[str]]]:
    """Every Markdown page, and what MkDocs complained of while it rendered it."""
    config = load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[])
    files = _files(config)
    pages, said = {}, {}
    for file in files.documentation_pages():
        page = pages[file.src_uri] = MkDocsPage(None, file, config)
        file.page = page
        with _Listening() as heard:
            page.read_source(config)
            page.render(config, files)
        said[file.src_uri] = heard
    for name, page in pages.items():
        with _Listening() as heard:
            page.validate_anchor_links(files=files, log_level=logging.WARNING)
        said[name] += [text for text in heard if WRITTEN_BY_A_PLUGIN not in text]
    return pages, said


def _files(config) -> Files:
    files = get_files(config)
    set_exclusions(files, config)
    return Files([file for file in files if file.inclusion.is_included()])


class _Listening(logging.Handler):
    """Collects, while it lasts, what MkDocs says at the levels that fail a strict build."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.heard: list[str] = []

    def emit(self, record):
        if record.levelno >= logging.WARNING:
            self.heard.append(record.getMessage())

    def __enter__(self) -> list[str]:
        logging.getLogger("mkdocs").addHandler(self)
        return self.heard

    def __exit__(self, *_):
        logging.getLogger("mkdocs").removeHandler(self)
