"""A page as its Markdown source: its fences, its hidden comments and its value markers.

Everything that runs, checks, rewrites or renders a page reads it through this module, so that
all of them agree on what a fence is.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

PLAIN_LANGUAGES = ("bash", "bibtex", "json", "text", "toml", "yaml")
INFO_STRINGS = {
    "session": re.compile(r"pycon"),
    "statements": re.compile(r"python"),
    "output": re.compile(r'text title="Output"'),
    "listing": re.compile(r'\{ \.python \.listing source="(?P<source>[\w.]+)" \}'),
    "notest": re.compile(r'\{ \.python \.notest reason="(?P<reason>[^"]+)" \}'),
    "plain": re.compile("|".join(PLAIN_LANGUAGES)),
}
FENCE = re.compile(
    r"^(?P<indent> *)(?P<ticks>`{3,})(?P<info>[^`\n]*)\n(?P<code>.*?)^(?P=indent)(?P=ticks)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
COMMENT = re.compile(r"(?P<comment><!--(?! /?value).*?-->)", re.DOTALL)
FENCE_OR_COMMENT = re.compile(f"{FENCE.pattern}|{COMMENT.pattern}", re.MULTILINE | re.DOTALL)
OPENING = re.compile(r"^ *(`{3,}|~{3,}).*$", re.MULTILINE)
VALUE = re.compile(r"<!-- value: (?P<expression>.+?) -->(?P<text>.*?)<!-- /value -->", re.DOTALL)


class PageError(Exception):
    """What is wrong with a page, and where."""

    def __init__(self, where: str, problem: str):
        super().__init__(f"{where}: {problem}")
        self.problem = problem


@dataclass
class Fence:
    """A fenced code block; ``start`` and ``end`` are its code's place in the page's text."""

    info: str
    code: str
    line: int
    span: tuple[int, int]
    start: int
    end: int
    indent: str
    hidden: bool
    kind: str = ""
    options: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        for kind, pattern in INFO_STRINGS.items():
            if match := pattern.fullmatch(self.info):
                self.kind, self.options = kind, match.groupdict()

    @property
    def runs(self) -> bool:
        return self.kind in ("session", "statements")


@dataclass
class Value:
    """A computed number in a sentence; ``start`` and ``end`` are its shown text's place."""

    expression: str
    text: str
    line: int
    start: int
    end: int


class Page:
    """One Markdown page under docs/."""

    def __init__(self, path: Path, text: str | None = None):
        self.path = path
        self.text = path.read_text(encoding="utf-8") if text is None else text

    @property
    def name(self) -> str:
        """The path as messages give it: from the project's root."""
        return (
            self.path.relative_to(ROOT).as_posix()
            if self.path.is_relative_to(ROOT)
            else str(self.path)
        )

    @property
    def article(self) -> str:
        """The folder's name; the home page's is ``home``."""
        folder = self.path.parent.relative_to(DOCS).as_posix()
        return "home" if folder == "." else folder

    def line_at(self, position: int) -> int:
        return _line_at(self.text, position)

    def at(self, line: int) -> str:
        return f"{self.name}:{line}"

    @cached_property
    def _parts(self) -> tuple[list[Fence], list[tuple[int, int]]]:
        return _scan(self.text)

    @property
    def fences(self) -> list[Fence]:
        return self._parts[0]

    @property
    def comments(self) -> list[tuple[int, int]]:
        """Spans of the HTML comments that readers never see, value markers not among them."""
        return self._parts[1]

    @property
    def stray_openings(self) -> list[int]:
        """Lines that look like a fence and are none: never closed, or made of tildes."""
        return [
            self.line_at(match.start())
            for match in OPENING.finditer(self.text)
            if not self.covered(match.start())
        ]

    @cached_property
    def values(self) -> list[Value]:
        return [
            Value(m["expression"], m["text"], self.line_at(m.start()), *m.span("text"))
            for m in VALUE.finditer(self.text)
            if not self.covered(m.start())
        ]

    def covered(self, position: int) -> bool:
        """Whether a place lies in a fence or in a comment."""
        spans = [fence.span for fence in self.fences] + self.comments
        return any(start <= position < end for start, end in spans)

    @property
    def steps(self) -> list[Fence | Value]:
        """What the page computes, in reading order."""
        return sorted([*self.fences, *self.values], key=lambda part: part.start)

    def replaced(self, changes: list[tuple[int, int, str]]) -> str:
        """The text with each span (start, end) replaced."""
        text = self.text
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text


def all_pages() -> list[Page]:
    """Every Markdown page that readers see, in a fixed order."""
    paths = sorted(DOCS.rglob("*.md"))
    return [Page(path) for path in paths if "overrides" not in path.relative_to(DOCS).parts]


@lru_cache(maxsize=64)  # all pages: whoever looks for a place of each kind reads them many times
def _scan(text: str) -> tuple[list[Fence], list[tuple[int, int]]]:
    fences: list[Fence] = []
    comments: list[tuple[int, int]] = []
    for match in FENCE_OR_COMMENT.finditer(text):
        if match["comment"]:
            comments.append(match.span())
            inside = FENCE.finditer(text, *match.span())
            fences += [_fence(text, hidden, hidden=True) for hidden in inside]
        else:
            fences.append(_fence(text, match, hidden=False))
    return fences, comments


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _fence(text: str, match: re.Match[str], hidden: bool) -> Fence:
    return Fence(
        info=match["info"].strip(),
        code=re.sub(f"^{match['indent']}", "", match["code"], flags=re.MULTILINE),
        line=_line_at(text, match.start()),
        span=match.span(),
        start=match.start("code"),
        end=match.end("code"),
        indent=match["indent"],
        hidden=hidden,
    )
