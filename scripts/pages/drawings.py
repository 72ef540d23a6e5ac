"""The figures there are: one function a figure, in scripts/figures/<article>.py.

A function's name with hyphens is its files' name, its docstring the caption. This module only
reads the sources; scripts/pages/draw.py runs them.
"""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.pages.source import DOCS, ROOT

FIGURES = ROOT / "scripts" / "figures"
SHARED = ("style", "clip")
STILL = ".svg"
CLIP = (".avif", ".av1.mp4", ".h264.mp4")


@dataclass(frozen=True)
class Drawing:
    """One figure or clip: where its function is, and where its files belong."""

    article: str
    name: str
    line: int
    source: str
    caption: str
    depends_on: str

    @property
    def function(self) -> str:
        return self.name.replace("-", "_")

    @property
    def module(self) -> Path:
        return FIGURES / f"{self.article}.py"

    @property
    def folder(self) -> Path:
        return DOCS if self.article == "home" else DOCS / self.article

    @property
    def key(self) -> str:
        return f"{self.article}/{self.name}"

    @property
    def where(self) -> str:
        return f"scripts/figures/{self.article}.py:{self.line}"


def all_drawings() -> list[Drawing]:
    """Every figure of every article, in a fixed order."""
    return [d for path in sorted(FIGURES.glob("*.py")) for d in drawings_of(path)]


def drawings_of(path: Path) -> list[Drawing]:
    """The figures that one module of scripts/figures draws: its public functions."""
    if path.stem in SHARED or path.stem.startswith("_") or not path.is_file():
        return []
    return list(_read(path, path.read_text(encoding="utf-8")))


@cache
def _read(path: Path, source: str) -> tuple[Drawing, ...]:
    tree, lines = ast.parse(source), source.split("\n")
    parts = {name: node for node in tree.body for name in _names_defined(node)}
    functions = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"]
    return tuple(
        Drawing(
            article=path.stem,
            name=node.name.replace("_", "-"),
            line=node.lineno,
            source=_text(lines, node) + "\n",
            caption=" ".join((ast.get_docstring(node) or "").split()),
            depends_on="\n".join(_text(lines, part) for part in _needed(node, parts)),
        )
        for node in functions
    )


def _text(lines: list[str], node: ast.stmt) -> str:
    """A statement as it is written: what ast.unparse gives changes with Python's version.

    ast.get_source_segment would split the whole file for every statement.
    """
    *before, last = lines[node.lineno - 1 : node.end_lineno]
    return "\n".join([*before, last.encode()[: node.end_col_offset].decode()])


def _names_defined(node: ast.stmt) -> list[str]:
    """The names that a statement at the top of a module binds."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    stored = [n for n in ast.walk(node) if isinstance(n, ast.Name)]
    return [n.id for n in stored if isinstance(n.ctx, ast.Store)]


def _needed(node: ast.stmt, parts: dict[str, ast.stmt]) -> list[ast.stmt]:
    """The function and what it uses of its module, directly or through others."""
    needed, waiting = [], [node]
    while waiting:
        part = waiting.pop()
        if part in needed:
            continue
        needed.append(part)
        used = {n.id for n in ast.walk(part) if isinstance(n, ast.Name)}
        waiting += [parts[name] for name in sorted(used & set(parts))]
    return needed


def helpers_of(source: str) -> list[Path]:
    """The modules scripts/figures/_name.py that a drawing imports, and those that they import."""
    found, waiting = [], [source]
    while waiting:
        paths = [FIGURES / f"{name}.py" for name in _helpers_imported(waiting.pop())]
        new = [path for path in dict.fromkeys(paths) if path not in found]
        found += new
        waiting += [path.read_text(encoding="utf-8") for path in new]
    return sorted(found)


@cache
def _helpers_imported(source: str) -> list[str]:
    """The private modules of scripts.figures that a source imports, whichever way."""
    imported: list[str] = []
    if "scripts.figures" not in source:
        return imported
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            imported += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
    inside = [name.split(".")[2] for name in imported if name.startswith("scripts.figures._")]
    return sorted(set(inside))


def find(article: str, name: str) -> Drawing:
    """The drawing of that name; a ValueError lists those there are."""
    found = drawings_of(FIGURES / f"{article}.py")
    for drawing in found:
        if drawing.name == name:
            return drawing
    names = ", ".join(d.name for d in found) or "none yet"
    raise ValueError(f"no figure {name!r} in scripts/figures/{article}.py: there are {names}")
