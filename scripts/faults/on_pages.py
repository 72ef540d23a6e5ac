"""Faults on pages: in what they compute, and in how they are written."""

import re
from collections.abc import Iterator
from random import Random

from scripts.faults.fault import Fault
from scripts.faults.needs import needed_by_readers
from scripts.pages.source import VALUE, Fence, Page, all_pages

NUMBERS = "tests/site/test_numbers.py"
PAGES = "tests/site/test_pages.py"
CODE_BLOCKS = f"{PAGES}::test_every_code_block_that_readers_see_is_a_fence_that_tests_know"
COMPLAINTS = f"{PAGES}::test_is_rendered_without_a_complaint"
FORMULAS = f"{PAGES}::test_formulas_are_mathml_and_no_dollar_is_left"
IMAGES = f"{PAGES}::test_images_have_alt_text"
MARKERS = f"{PAGES}::test_markers_stand_where_they_can"

TYPED = ("It is right for 73.4% of them.", "The slope is 0.4137.", "There are 4,137 of them.",
         "It is 37 times as fast.")  # fmt: skip
WRONG_LATEX = (r"\frac{1", "}", r"\sgm")
PARAGRAPH = re.compile(r"(?<=\n\n)[A-Z][^\n]*(?:\n[^\n]+)*\n(?=\n)")
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\((?P<target>[^)#:\s]+\.(?:md|py))")
ANCHOR = re.compile(r"(?<!!)\[[^\]\n]+\]\((?!reference/api)[^):\s]*#(?P<anchor>[\w-]+)\)")
IMAGE = re.compile(r"!\[(?P<alt>[^\]]+)\]\(")
FORMULA = re.compile(r"(?<![\\$`])\$(?=[^\s$])(?P<latex>[^$\n]+)\$(?!\d)")


def on(page: Page, start: int, end: int, new: str, *check: str) -> Fault:
    """A fault of the page, seen by its own tests unless another check is given."""
    return Fault(page.name, start, end, new, check or (page.name,))


def wrong_digit_in_an_output(rng: Random) -> list[Fault]:
    return [
        on(page, at, at + 1, _other_digit(page.text[at], rng))
        for page in all_pages()
        for fence in _shown(page, "session", "output")
        for at in _digits_of_output(page, fence)
    ]


def changed_line_in_a_listing(rng: Random) -> list[Fault]:
    return [
        on(page, fence.start + word.end(), fence.start + word.end(), "_")
        for page in all_pages()
        for fence in _shown(page, "listing")
        for word in re.finditer(r"\w+(?=\W*\n)", page.text[fence.start : fence.end])
    ]


def wrong_number_in_a_sentence(rng: Random) -> list[Fault]:
    return [
        on(page, at, at + 1, _other_digit(page.text[at], rng))
        for page in all_pages()
        for value in page.values
        for at in range(value.start, value.end)
        if page.text[at].isdigit()
    ]


def typed_number(rng: Random) -> list[Fault]:
    return [
        on(page, at, at, f"\n{rng.choice(TYPED)}\n", NUMBERS)
        for page in all_pages()
        for at in _ends_of_paragraphs(page)
    ]


def invisible_fence(info: str):
    """Faults that give a python fence an info string which no test knows."""

    def places(rng: Random) -> list[Fault]:
        return [
            on(page, fence.span[0], fence.start, f"{fence.indent}```{info}\n")
            for page in all_pages()
            for fence in _shown(page, "statements")
        ]

    return places


def fence_of_tildes(rng: Random) -> list[Fault]:
    """A new fence, which would raise if anything ran it."""
    return [
        on(page, at, at, '\n~~~python\nint("nine")\n~~~\n')
        for page in all_pages()
        if page.steps
        for at in _ends_of_paragraphs(page)
    ]


def needed_fence_hidden(rng: Random) -> list[Fault]:
    """A fence that later ones build on, put in a comment: readers would copy too little."""
    return [
        on(page, *fence.span, f"<!--\n{page.text[slice(*fence.span)]}\n-->")
        for page in all_pages()
        for fence in needed_by_readers(page)
    ]


def indented_code(rng: Random) -> list[Fault]:
    return [
        on(page, at, at, "\n    total = 6 * 7\n", CODE_BLOCKS)
        for page in all_pages()
        for at in _ends_of_paragraphs(page)
    ]


def snippet_that_raises(rng: Random) -> list[Fault]:
    return [
        on(page, fence.start, fence.start, f'{fence.indent}{_prompt(fence)}int("nine")\n')
        for page in all_pages()
        for fence in page.fences
        if fence.runs
    ]


def broken_link(rng: Random) -> list[Fault]:
    return _replaced(LINK, "target", "nowhere.md", COMPLAINTS)


def broken_anchor(rng: Random) -> list[Fault]:
    return _replaced(ANCHOR, "anchor", "no-such-heading", COMPLAINTS)


def image_without_alt_text(rng: Random) -> list[Fault]:
    return _replaced(IMAGE, "alt", "", IMAGES)


def broken_latex(rng: Random) -> list[Fault]:
    return [
        on(page, end, end, rng.choice(WRONG_LATEX), FORMULAS)
        for page in all_pages()
        for end in [formula.end("latex") for formula in _in_prose(FORMULA, page)]
    ]


def marker_that_begins_a_line(rng: Random) -> list[Fault]:
    return [
        on(page, match.start() - 1, match.start(), "\n", MARKERS)
        for page in all_pages()
        for match in _in_prose(VALUE, page, values=True)
        if page.text[match.start() - 1] == " "
    ]


def _shown(page: Page, *kinds: str) -> list[Fence]:
    return [fence for fence in page.fences if fence.kind in kinds and not fence.hidden]


def _digits_of_output(page: Page, fence: Fence) -> list[int]:
    """Places of the digits that were printed."""
    lines = re.finditer(r".*\n", page.text[fence.start : fence.end])
    printed = [line for line in lines if not line[0].lstrip().startswith((">>>", "..."))]
    return [
        fence.start + line.start() + digit.start()
        for line in printed
        for digit in re.finditer(r"\d", line[0])
    ]


def _other_digit(digit: str, rng: Random) -> str:
    return rng.choice([other for other in "0123456789" if other != digit])


def _prompt(fence: Fence) -> str:
    return ">>> " if fence.kind == "session" else ""


def _ends_of_paragraphs(page: Page) -> list[int]:
    return [paragraph.end() for paragraph in _in_prose(PARAGRAPH, page)]


def _replaced(pattern: re.Pattern, group: str, new: str, check: str) -> list[Fault]:
    return [
        on(page, *match.span(group), new, check)
        for page in all_pages()
        for match in _in_prose(pattern, page)
    ]


def _in_prose(pattern: re.Pattern, page: Page, values: bool = False) -> Iterator[re.Match]:
    """What the pattern finds outside fences, comments, front matter and value markers."""
    front = re.match(r"---\n.*?\n---\n", page.text, re.DOTALL)
    spans = [fence.span for fence in page.fences] + page.comments
    spans += [front.span()] if front else []
    spans += [] if values else [match.span() for match in VALUE.finditer(page.text)]
    for match in pattern.finditer(page.text):
        if not any(start < match.end() and match.start() < end for start, end in spans):
            yield match
