"""Faults in a page's sentences, links, images and formulas."""

import re
from random import Random

from scripts.faults.fault import Fault
from scripts.faults.prose import ends_of_paragraphs, in_prose, on, other_digit
from scripts.pages.source import VALUE, all_pages

NUMBERS = "tests/site/test_numbers.py"
PAGES = "tests/site/test_pages.py"
COMPLAINTS = f"{PAGES}::test_is_rendered_without_a_complaint"
FORMULAS = f"{PAGES}::test_formulas_are_mathml_and_no_dollar_is_left"
IMAGES = f"{PAGES}::test_images_have_alt_text"
MARKERS = f"{PAGES}::test_markers_stand_where_they_can"

TYPED = ("It is right for 73.4% of them.", "The slope is 0.4137.", "There are 4,137 of them.",
         "It is 37 times as fast.")  # fmt: skip
WRONG_LATEX = (r"\frac{1", "}", r"\sgm")
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\((?P<target>[^)#:\s]+\.(?:md|py))")
# Anchors of the library's reference and of labs are made, and checked, by a whole build alone.
ELSEWHERE = r"[^)\s]*(?:\bapi\.md|\.py)#"
ANCHOR = re.compile(rf"(?<!!)\[[^\]\n]+\]\((?!{ELSEWHERE})[^):\s]*#(?P<anchor>[\w-]+)\)")
IMAGE = re.compile(r"!\[(?P<alt>[^\]]+)\]\(")
FORMULA = re.compile(r"(?<![\\$`])\$(?=[^\s$])(?P<latex>[^$\n]+)\$(?!\d)")


def wrong_number_in_a_sentence(rng: Random) -> list[Fault]:
    return [
        on(page, at, at + 1, other_digit(page.text[at], rng))
        for page in all_pages()
        for value in page.values
        for at in range(value.start, value.end)
        if page.text[at].isdigit()
    ]


def typed_number(rng: Random) -> list[Fault]:
    return [
        on(page, at, at, f"\n{rng.choice(TYPED)}\n", NUMBERS)
        for page in all_pages()
        for at in ends_of_paragraphs(page)
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
        for end in [formula.end("latex") for formula in in_prose(FORMULA, page)]
    ]


def marker_that_begins_a_line(rng: Random) -> list[Fault]:
    return [
        on(page, match.start() - 1, match.start(), "\n", MARKERS)
        for page in all_pages()
        for match in in_prose(VALUE, page, values=True)
        if page.text[match.start() - 1] == " "
    ]


def _replaced(pattern: re.Pattern, group: str, new: str, check: str) -> list[Fault]:
    return [
        on(page, *match.span(group), new, check)
        for page in all_pages()
        for match in in_prose(pattern, page)
    ]
