"""Rewrite what is computed on a page: its listings, outputs and values, and its reading time."""

from scripts.pages import listings
from scripts.pages.compare import same
from scripts.pages.files import write
from scripts.pages.reading import timed
from scripts.pages.session import Result, Session
from scripts.pages.source import Fence, Page, PageError, Value


def refreshed(page: Page) -> str:
    """The page's text with everything computed put right.

    Raises:
        PageError: a step of the page raised; nothing is rewritten.
    """
    with_listings = Page(page.path, page.replaced(_listing_changes(page)))
    changes = [
        change
        for result in Session(with_listings).run()
        for change in _changes(with_listings, result)
    ]
    return timed(Page(page.path, with_listings.replaced(changes)))


def refresh(page: Page) -> bool:
    """Rewrite the page's file where that changes it; True if it did."""
    return write(page.path, refreshed(page))


def _listing_changes(page: Page) -> list[tuple[int, int, str]]:
    return [
        (fence.start, fence.end, _indented(listings.listing(fence.options["source"]), fence))
        for fence in page.fences
        if fence.kind == "listing"
    ]


def _changes(page: Page, result: Result) -> list[tuple[int, int, str]]:
    """The one edit that a result asks for, or none."""
    if result.error:
        raise PageError(page.at(result.line), result.error)
    if same(result.shown, result.got):
        return []
    step = result.step
    if isinstance(step, Value):
        return [(step.start, step.end, result.got)]
    if step.kind == "session":
        return [(step.start, step.end, _indented(result.got, step))]
    return [_output_change(page, step, result.got)]


def _output_change(page: Page, fence: Fence, got: str) -> tuple[int, int, str]:
    """Fill, add or take out the Output fence after a fence of statements."""
    following = [f for f in page.fences if f.start > fence.start][:1]
    output = following[0] if following and following[0].kind == "output" else None
    if output and got:
        return output.start, output.end, _indented(got, output)
    if output:
        return fence.span[1], output.span[1], ""
    block = f'```text title="Output"\n{got}```\n'
    return fence.span[1], fence.span[1], "\n\n" + _indented(block, fence).rstrip("\n")


def _indented(text: str, fence: Fence) -> str:
    lines = text.splitlines()
    return "".join(f"{fence.indent}{line}".rstrip() + "\n" for line in lines)
