"""Markdown extension: takes out what only the build script reads.

Value markers go and leave their text; comments go with the fences hidden in them. It has to
happen before superfences (priority 25), which would publish the hidden fences, and before the
HTML-block processor (20), which would split a paragraph at a comment.
"""

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from scripts.pages.source import DOCS, VALUE, Page

BEFORE_SUPERFENCES = 27


class MarkerPreprocessor(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return readable("\n".join(lines)).split("\n")


def readable(text: str) -> str:
    """The Markdown as readers have it: without comments, and with values in place of markers."""
    page = Page(DOCS / "index.md", text)
    comments = [(start, end, "") for start, end in page.comments]
    without_comments = Page(page.path, page.replaced(comments))
    outside = _outside_fences(without_comments)
    return "".join(VALUE.sub(lambda m: m["text"], part) if odd else part for odd, part in outside)


def _outside_fences(page: Page) -> list[tuple[bool, str]]:
    """The text in order, as pairs of (outside a fence?, text)."""
    pieces, position = [], 0
    for fence in page.fences:
        start, end = fence.span
        pieces += [(True, page.text[position:start]), (False, page.text[start:end])]
        position = end
    return [*pieces, (True, page.text[position:])]


class MarkerExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(MarkerPreprocessor(md), "markers", BEFORE_SUPERFENCES)


def makeExtension(**settings):
    return MarkerExtension(**settings)
