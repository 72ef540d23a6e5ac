"""docs/figures.lock: what each figure, clip and page was made from, and what came out.

Whatever still has both hashes is up to date, and is neither drawn nor run again.
"""

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from scripts.pages.drawings import FIGURES, Drawing, helpers_of
from scripts.pages.files import write
from scripts.pages.source import DOCS, ROOT, Page

LOCK = DOCS / "figures.lock"
PINS = re.compile(r"^(numpy|matplotlib|networkx|pillow|imageio-ffmpeg)==.*$", re.MULTILINE)


def digest(*parts: str | bytes) -> str:
    """A short hash of all parts, in order."""
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big") + data)
    return hashed.hexdigest()[:20]


@cache
def library_digest() -> str:
    """Changes with any file of the library, and with the pins of what computes or draws."""
    files = [
        p
        for p in sorted((ROOT / "nnnotes").rglob("*"))
        if p.is_file() and "__pycache__" not in p.parts
    ]
    named = [part for p in files for part in (p.relative_to(ROOT).as_posix(), p.read_bytes())]
    pins = PINS.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    return digest(*named, *pins)


@cache
def style_digest() -> str:
    """Changes with what all figures share: the style, and how files are made from drawings."""
    shared = [*sorted(FIGURES.glob("[a-z]*.py")), ROOT / "scripts" / "pages" / "encode.py"]
    return digest(*(p.read_bytes() for p in shared if p.stem in ("style", "clip", "encode")))


def made_from(drawing: Drawing) -> str:
    """The hash of everything a figure is drawn from."""
    helpers = [path.read_bytes() for path in helpers_of(drawing.depends_on)]
    return digest(drawing.key, drawing.depends_on, *helpers, style_digest(), library_digest())


# What decides how a page is run and rewritten; how it is rendered changes nothing in its source.
RUNNERS = ("source", "session", "compare", "listings", "reading", "refresh")


def page_state(page: Page) -> str:
    """The hash of everything a page shows and of everything that it computes it with."""
    runners = [(ROOT / "scripts" / "pages" / f"{name}.py").read_bytes() for name in RUNNERS]
    return digest(page.text, library_digest(), *runners)


class Lock:
    """The lock file's content; a missing file is an empty one."""

    def __init__(self, path: Path = LOCK):
        self.path = path
        known = _read(path) if path.is_file() else {}
        self.figures: dict[str, dict] = known.get("figures", {})
        self.pages: dict[str, str] = known.get("pages", {})
        self.maths_font: str = known.get("maths font", "")

    def is_fresh(self, drawing: Drawing) -> bool:
        """True where nothing it is made from has changed and its files are as they were drawn."""
        entry = self.figures.get(drawing.key)
        return bool(entry) and entry["from"] == made_from(drawing) and not self.altered(drawing)

    def altered(self, drawing: Drawing) -> list[Path]:
        """Files of a figure that are missing, or are not those that were drawn."""
        files = self.figures.get(drawing.key, {}).get("files", {})
        return [
            drawing.folder / f
            for f, made in files.items()
            if _file_digest(drawing.folder / f) != made
        ]

    def record(self, drawing: Drawing, files: list[str]):
        made = {name: _file_digest(drawing.folder / name) for name in sorted(files)}
        self.figures[drawing.key] = {"from": made_from(drawing), "files": made}

    def save(self) -> bool:
        """Write the file where its content changed; True if it did."""
        content = {"figures": self.figures, "pages": self.pages, "maths font": self.maths_font}
        return write(self.path, json.dumps(content, indent=1, sort_keys=True) + "\n")


def _read(path: Path) -> dict:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(
            f"docs/{path.name}:{error.lineno}: this is no JSON, perhaps since a merge; "
            f"take either side (git checkout --ours docs/{path.name}) and run: make refresh"
        ) from None


def _file_digest(path: Path) -> str:
    return digest(path.read_bytes()) if path.is_file() else "missing"
