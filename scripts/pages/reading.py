"""How long an article takes to read: computed, and written where readers look for it.

200 words a minute, 15 seconds for each figure, 20 for each snippet; rounded to 5 minutes, since
nobody reads more evenly than that.
"""

import re

from scripts.pages.markers import readable
from scripts.pages.source import FENCE, Page

WORDS_A_MINUTE, FIGURE_SECONDS, SNIPPET_SECONDS, STEP = 200, 15, 20, 5
FRONT = re.compile(r"\A---\n(?P<lines>.*?\n)---\n", re.DOTALL)
NOTED = re.compile(r"^minutes:(?P<minutes>.*)$", re.MULTILINE)
SAID = re.compile(r"^- \*\*It takes\*\* about (?P<minutes>.+?) minutes\b", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
NOT_READ = (FRONT, FENCE, IMAGE, re.compile(r"\]\([^)]*\)|<[^>]*>"))
FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.DOTALL)
WORD = re.compile(r"\w[\w’'.,-]*")


def minutes(page: Page) -> int:
    """About how many minutes it takes to read a page."""
    text = readable(page.text)
    figures, snippets = len(IMAGE.findall(text)), sum(map(_is_snippet, page.fences))
    seconds = _words(text) / WORDS_A_MINUTE * 60
    seconds += figures * FIGURE_SECONDS + snippets * SNIPPET_SECONDS
    return max(1, round(seconds / 60 / STEP)) * STEP


def timed(page: Page) -> str:
    """The page's text with its minutes put right; one that says no time is left as it is."""
    if not SAID.search(page.text):
        return page.text
    number = str(minutes(page))
    said = SAID.search(page.text).span("minutes")
    return Page(page.path, page.replaced([(*said, number), _noted(page, number)])).text


def stale_minutes(page: Page) -> str:
    """One sentence for a time that is not what is computed, or nothing."""
    right = timed(page)
    if right == page.text:
        return ""
    shown, wanted = page.text.splitlines(), right.splitlines()
    pairs = enumerate(zip(shown, wanted, strict=False), start=1)
    line, (came, expected) = next((n, pair) for n, pair in pairs if pair[0] != pair[1])
    return f"{page.at(line)}: it says {came!r}, expected {expected!r}; run: make refresh"


def _is_snippet(fence) -> bool:
    return not fence.hidden and (fence.runs or fence.kind in ("listing", "notest"))


def _words(text: str) -> int:
    """A formula is read as one word; code, outputs and addresses are not counted."""
    for pattern in NOT_READ:
        text = pattern.sub(" ", text)
    return len(WORD.findall(FORMULA.sub(" formula ", text)))


def _noted(page: Page, number: str) -> tuple[int, int, str]:
    """The edit that puts the minutes into the front matter, which templates read."""
    front = FRONT.match(page.text)
    if not front:
        return 0, 0, f"---\nminutes: {number}\n---\n\n"
    line = NOTED.search(page.text, 0, front.end())
    if line:
        return *line.span(), f"minutes: {number}"
    return front.end("lines"), front.end("lines"), f"minutes: {number}\n"
