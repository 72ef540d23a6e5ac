"""A fault: one edit of one file, the fast check that should see it, and what that must name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from scripts.pages.source import ROOT

SHOWN = 26  # letters of an edit that the table has room for


class FaultError(Exception):
    """A fault that cannot be planted, or that changes nothing."""


@dataclass(frozen=True)
class Fault:
    """Replaces the text from ``start`` to ``end`` of the file at ``path`` by ``new``.

    ``check`` is what pytest runs; its failure must name ``names``, the planted file if empty.
    """

    path: str
    start: int
    end: int
    new: str
    check: tuple[str, ...]
    names: str = ""

    @property
    def must_name(self) -> str:
        return self.names or self.path

    @property
    def where(self) -> str:
        return f"{self.path}:{read(ROOT / self.path).count(chr(10), 0, self.start) + 1}"

    @property
    def what(self) -> str:
        """The words it changes: before → after."""
        text = read(ROOT / self.path)
        start, end = self.start, self.end
        if start < end or not self.new.endswith("\n"):
            start -= len(re.search(r"[^\s]{0,12}\Z", text[:start])[0])
            end += len(re.match(r"[^\s]{0,12}", text[end:])[0])
        before = text[start:end]
        after = text[start : self.start] + self.new + text[self.end : end]
        return f"{_short(before)} → {_short(after)}"

    def planted_in(self, text: str) -> str:
        """The file's text with the fault in it."""
        planted = text[: self.start] + self.new + text[self.end :]
        if planted == text:
            raise FaultError(f"{self.where}: this fault changes nothing")
        return planted


@dataclass(frozen=True)
class Kind:
    """One kind of fault: all places where it could be planted, and how many are drawn."""

    name: str
    places: Callable[[Random], list[Fault]]
    count: int = 1

    def draw(self, seed: int, every_page: bool = False) -> list[Fault]:
        """``count`` faults in as many files as there are, or one for each file with a place."""
        rng = Random(f"{seed} {self.name}")
        places = self.places(rng)
        if not places:
            raise FaultError(f"{self.name}: no place to plant it in")
        rng.shuffle(places)
        one_each = list({fault.path: fault for fault in places}.values())
        others = [fault for fault in places if fault not in one_each]
        return one_each if every_page else [*one_each, *others][: self.count]


def read(path: Path) -> str:
    """A file as text that gives the same bytes again, whatever they are."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def write(path: Path, text: str):
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


def _short(text: str) -> str:
    words = "".join(letter if letter.isprintable() else "?" for letter in " ".join(text.split()))
    if len(words) > SHOWN:
        words = words[: SHOWN - 1] + "…"
    return words or "(nothing)"
