"""Numbers in sentences that nothing computes.

A decimal, a percentage, an integer above twelve or an "n times" must stand in a value marker,
unless it is an input in a visible fence of the page, a date, a version, or cited with its source.
"""

import re

from scripts.pages import reading
from scripts.pages.drawings import Drawing
from scripts.pages.source import VALUE, Page

LARGEST_FREE_INTEGER = 12
NUMBER = re.compile(r"(?<![\w.])\d[\d,]*+(?:\.\d++)?+(?!(?:st|nd|rd|th)\b)(?:\s?(?:%|times\b))?")
WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand"
TIMES = re.compile(rf"\b(?:{WORDS})(?:[- ]fold|[- ]times)\b", re.IGNORECASE)
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
VERSION = re.compile(
    r"\b(?:Python|numpy|matplotlib|networkx|version|v|BY|WCAG|AV|H)\s?\.?\d+(?:\.\d+)*\b",
    re.IGNORECASE,
)
SOURCE = re.compile(r"\[\^[^\]]+\]|\]\(https?://")
NOT_PROSE = (
    re.compile(r"\]\([^)]*\)"),
    re.compile(r"<[^>]+>"),
    re.compile(r"\{[:.#][^}]*\}"),
    re.compile(r"https?://\S+"),
    DATE,
    VERSION,
    reading.SAID,
    reading.NOTED,
)


def unmarked_numbers(page: Page) -> list[str]:
    """One sentence for each number on the page that is neither computed nor an input."""
    inputs = _inputs(page)
    prose = _blank_all(page)
    found = []
    for match in [*NUMBER.finditer(prose), *TIMES.finditer(prose)]:
        if not _is_free(match[0], inputs) and not _is_cited(page.text, match.start()):
            found.append(
                f"{page.at(page.line_at(match.start()))}: the number {match[0]!r} is computed by "
                f"nothing; put it in a value marker, show it as an input, or cite its source"
            )
    return found


def unmarked_in_caption(drawing: Drawing) -> list[str]:
    """The same for a figure's caption, whose inputs are the numbers in the code that draws it."""
    code = re.sub(r'""".*?"""', "", drawing.depends_on, flags=re.DOTALL)
    found = [match[0] for pattern in (NUMBER, TIMES) for match in pattern.finditer(drawing.caption)]
    return [
        f"{drawing.where}: the number {text!r} in the caption stands nowhere in the code that draws"
        for text in found
        if not _is_free(text, _literals(code))
    ]


def _is_free(text: str, inputs: set[float]) -> bool:
    digits = text.replace(",", "")
    if YEAR.fullmatch(text) or (_is_number(digits) and float(digits) in inputs):
        return True
    return digits.isdigit() and int(digits) <= LARGEST_FREE_INTEGER


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?", text) is not None


def _inputs(page: Page) -> set[float]:
    """The numbers written in the visible code of the page; outputs are not inputs."""
    from scripts.pages.cells import session_statements

    shown = [fence for fence in page.fences if not fence.hidden]
    code = [session_statements(f.code) if f.kind == "session" else f.code for f in shown if f.runs]
    return _literals("\n".join(code))


def _literals(code: str) -> set[float]:
    return {float(token) for token in re.findall(r"(?<![\w.])\d[\d_]*(?:\.\d+)?", code)}


def _is_cited(text: str, position: int) -> bool:
    """Whether the paragraph's sentence that holds the position has a link or a footnote."""
    start = max(text.rfind(mark, 0, position) for mark in ("\n\n", ". ", "? ", "! "))
    ends = [end for mark in ("\n\n", ". ", ".\n") if (end := text.find(mark, position)) >= 0]
    return bool(SOURCE.search(text, max(start, 0), min(ends, default=len(text))))


def _blank_all(page: Page) -> str:
    """The text with everything that is not prose blanked, so that places stay as they are."""
    text = page.text
    spans = [fence.span for fence in page.fences] + page.comments
    spans += [match.span() for match in VALUE.finditer(text)]
    for start, end in spans:
        text = _blank(text, start, end)
    for pattern in NOT_PROSE:
        for match in pattern.finditer(text):
            text = _blank(text, *match.span())
    return text


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
