"""Which page is being rendered: the one place that asks the site generator for it.

Python-Markdown does not say what file a text came from. MkDocs registers, for every page, a
tree processor named ``relpath`` that holds the page's file; for a docstring there is none.
"""

from pathlib import Path

from scripts.pages.source import DOCS


def page_path(md) -> Path | None:
    """The Markdown file that ``md`` renders, or None for text that is no page's."""
    if "relpath" not in md.treeprocessors:
        return None
    file = getattr(md.treeprocessors["relpath"], "file", None)
    return DOCS / file.src_uri if file else None


def locate(md, text: str) -> str:
    """``file:line`` of the first place where the page being rendered holds ``text``."""
    path = page_path(md)
    if not path or not path.is_file():
        return "(a docstring)"
    source = path.read_text(encoding="utf-8")
    line = source.count("\n", 0, max(source.find(text), 0)) + 1
    return f"docs/{path.relative_to(DOCS).as_posix()}:{line}"
