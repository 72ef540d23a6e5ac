"""Library code by symbol, as a page shows it: the real source, its docstring cut to one line."""

import ast
from functools import cache
from pathlib import Path

from scripts.pages.source import ROOT

LIBRARY = "nnnotes"
Definition = ast.FunctionDef | ast.ClassDef


def listing(symbol: str) -> str:
    """The source of ``nnnotes.module.function``, or of ``nnnotes.module.Class.method``.

    Raises:
        ValueError: no such symbol; the message names those that its module has.
    """
    path, names = _module_of(symbol)
    source = path.read_text(encoding="utf-8")
    node: ast.Module | Definition = ast.parse(source)
    for name in names:
        node = _member(node, name, symbol)
    return _cut(source, node)


@cache
def _module_of(symbol: str) -> tuple[Path, list[str]]:
    """The longest leading part of the symbol that is a module's file, and the names after it."""
    parts = symbol.split(".")
    for length in range(len(parts) - 1, 0, -1):
        base = ROOT.joinpath(*parts[:length])
        for path in (base.with_suffix(".py"), base / "__init__.py"):
            if parts[0] == LIBRARY and path.is_file():
                return path, parts[length:]
    raise ValueError(f"no module for the listing {symbol!r}: write it as {LIBRARY}.module.name")


def _member(node: ast.AST, name: str, symbol: str) -> Definition:
    found = {
        child.name: child for child in ast.iter_child_nodes(node) if isinstance(child, Definition)
    }
    if name not in found:
        raise ValueError(f"no {name!r} for the listing {symbol!r}: there are {', '.join(found)}")
    return found[name]


def _cut(source: str, node: ast.AST) -> str:
    """The definition's own lines, from its first decorator, with a docstring of one line."""
    lines = source.splitlines()
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    docstring = ast.get_docstring(node)
    if not docstring:
        return _dedent(lines[first - 1 : node.end_lineno])
    place = node.body[0]
    summary = " " * place.col_offset + f'"""{docstring.splitlines()[0]}"""'
    kept = [
        *lines[first - 1 : place.lineno - 1],
        summary,
        *lines[place.end_lineno : node.end_lineno],
    ]
    return _dedent(kept)


def _dedent(lines: list[str]) -> str:
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "".join(f"{line[margin:]}\n" for line in lines)
