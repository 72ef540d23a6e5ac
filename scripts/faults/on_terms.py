"""Faults in links to the glossary, in its meanings, and in how long a page says it takes."""

from random import Random

from scripts.faults.fault import Fault
from scripts.faults.prose import on
from scripts.pages.glossary import ENTRY, GLOSSARY, uses
from scripts.pages.reading import NOTED, SAID, minutes
from scripts.pages.source import Page, all_pages

TERMS = "tests/site/test_terms.py"
KNOWN = f"{TERMS}::test_a_page_links_only_to_terms_that_the_glossary_has"
MEANT = f"{TERMS}::test_every_term_has_a_meaning"
TIMES = "tests/site/test_reading.py::test_the_time_of_a_page_is_what_it_takes"


def unknown_term(rng: Random) -> list[Fault]:
    return [
        on(page, use.end, use.end, rng.choice("aeiou"), KNOWN)
        for page in all_pages()
        for use in uses(page)
    ]


def term_without_meaning(rng: Random) -> list[Fault]:
    """What a tooltip would show is taken out of the glossary."""
    glossary = Page(GLOSSARY)
    found = ENTRY.finditer(glossary.text)
    return [on(glossary, *entry.span("meaning"), "", MEANT) for entry in found]


def stale_minutes(rng: Random) -> list[Fault]:
    """Another time, in the opening line or in the front matter."""
    return [
        on(page, *said.span("minutes"), f" {minutes(page) + rng.choice((-5, 5, 10))}", TIMES)
        for page in all_pages()
        if SAID.search(page.text)
        for said in (SAID.search(page.text), NOTED.search(page.text))
    ]
