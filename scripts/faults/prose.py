"""Places on a page, in its prose."""

import re
from collections.abc import Iterator
from random import Random

from scripts.faults.fault import Fault
from scripts.pages.source import VALUE, Page

PARAGRAPH = re.compile(r"(?<=\n\n)[A-Z][^\n]*(?:\n[^\n]+)*\n(?=\n)")


def on(page: Page, start: int, end: int, new: str, *check: str) -> Fault:
    """A fault of the page, seen by its own tests unless another check is given."""
    return Fault(page.name, start, end, new, check or (page.name,))


def ends_of_paragraphs(page: Page) -> list[int]:
    return [paragraph.end() for paragraph in in_prose(PARAGRAPH, page)]


def in_prose(pattern: re.Pattern, page: Page, values: bool = False) -> Iterator[re.Match]:
    """What the pattern finds outside fences, comments, front matter and value markers."""
    front = re.match(r"---\n.*?\n---\n", page.text, re.DOTALL)
    spans = [fence.span for fence in page.fences] + page.comments
    spans += [front.span()] if front else []
    spans += [] if values else [match.span() for match in VALUE.finditer(page.text)]
    for match in pattern.finditer(page.text):
        if not any(start < match.end() and match.start() < end for start, end in spans):
            yield match


def other_digit(digit: str, rng: Random) -> str:
    return rng.choice([other for other in "0123456789" if other != digit])
