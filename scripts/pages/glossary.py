"""The glossary's terms, and the links by which pages refer to them.

A term is a heading `## Term` of docs/reference/glossary.md, its meaning the paragraph below. A page
refers to it by a plain link, `[bias](../reference/glossary.md#bias)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from markdown.extensions.toc import slugify

from scripts.pages.nav import in_reading_order
from scripts.pages.source import DOCS, Page, PageError, all_pages

GLOSSARY = DOCS / "reference" / "glossary.md"
ENTRY = re.compile(r"^## (?P<name>.+)\n+(?P<meaning>(?:(?!#)\S.*\n?)*)", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\((?P<target>[^)\s]*glossary\.md#[^)\s]*)\)")


@dataclass(frozen=True)
class Term:
    """A word and its meaning, in Markdown, which stands at ``where``."""

    name: str
    slug: str
    meaning: str
    where: str


@dataclass(frozen=True)
class Use:
    """A link from a page to a term, and the place of the term's name in the page's text."""

    slug: str
    start: int
    end: int


def slug_of(name: str) -> str:
    """The anchor of a heading, as the toc extension makes it."""
    return slugify(name, "-")


def terms() -> dict[str, Term]:
    """Every term by its anchor; read anew each time, since `mkdocs serve` outlives an edit."""
    page = Page(GLOSSARY)
    found = [_term(page, entry) for entry in ENTRY.finditer(page.text)]
    return {term.slug: term for term in found}


def _term(page: Page, entry: re.Match) -> Term:
    name, meaning = entry["name"].strip(), " ".join(entry["meaning"].split())
    if not meaning:
        where = page.at(page.line_at(entry.start()))
        raise PageError(where, f"the term {name!r} has no meaning; write it in a paragraph below")
    where = page.at(page.line_at(entry.start("meaning")))
    return Term(name, slug_of(name), meaning, where)


def slug_in(address: str, path: Path) -> str:
    """The term that a link's address means, seen from a page; nothing if it leads elsewhere."""
    file, _, slug = address.partition("#")
    return slug if file and (path.parent / file).resolve() == GLOSSARY else ""


def uses(page: Page) -> Iterator[Use]:
    """The page's links to terms, without those in fences and comments."""
    for link in LINK.finditer(page.text):
        slug = slug_in(link["target"], page.path)
        if slug and not page.covered(link.start()):
            yield Use(slug, link.end("target") - len(slug), link.end("target"))


def users() -> dict[str, list[Page]]:
    """The pages that use each term, in the order of reading."""
    found: dict[str, list[Page]] = {}
    for page in in_reading_order(all_pages()):
        for slug in {use.slug for use in uses(page)} if page.path != GLOSSARY else ():
            found.setdefault(slug, []).append(page)
    return found


def unknown_term(slug: str, known: dict[str, Term]) -> str:
    """The sentence for a link to a term that is not there."""
    closest = get_close_matches(slug, known, n=3, cutoff=0.4)
    nearest = f"the closest are {', '.join(closest)}" if closest else f"it has {len(known)} others"
    return (
        f"the glossary has no term {slug!r}; {nearest}. "
        "Mend the link, or add the term to docs/reference/glossary.md"
    )
