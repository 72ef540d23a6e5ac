"""Faults in a page's fences: in what they show, and in whether anything runs them."""

import re
from random import Random

from scripts.faults.fault import Fault
from scripts.faults.needs import needed_by_readers
from scripts.faults.prose import ends_of_paragraphs, on, other_digit
from scripts.pages.source import Fence, Page, all_pages

CODE_BLOCKS = (
    "tests/site/test_pages.py::test_every_code_block_that_readers_see_is_a_fence_that_tests_know"
)


def wrong_digit_in_an_output(rng: Random) -> list[Fault]:
    return [
        on(page, at, at + 1, other_digit(page.text[at], rng))
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
        for at in ends_of_paragraphs(page)
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
        for at in ends_of_paragraphs(page)
    ]


def snippet_that_raises(rng: Random) -> list[Fault]:
    return [
        on(page, fence.start, fence.start, f'{fence.indent}{_prompt(fence)}int("nine")\n')
        for page in all_pages()
        for fence in page.fences
        if fence.runs
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


def _prompt(fence: Fence) -> str:
    return ">>> " if fence.kind == "session" else ""
