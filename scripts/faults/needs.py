"""Which fences a page's later ones cannot do without."""

import ast
from functools import cache

from scripts.pages.cells import session_statements
from scripts.pages.source import Fence, Page


def needed_by_readers(page: Page) -> list[Fence]:
    """Visible fences of statements that alone bind a name which a later visible fence reads."""
    runs = [fence for fence in page.fences if fence.runs]
    return [
        fence
        for fence in runs
        if fence.kind == "statements"
        and not fence.hidden
        and _own(fence, runs) & _read(fence, runs)
    ]


def _own(fence: Fence, runs: list[Fence]) -> frozenset[str]:
    """The names that this fence binds, and no other."""
    others = [_bound(other) for other in runs if other is not fence]
    return _bound(fence).difference(*others)


def _read(fence: Fence, runs: list[Fence]) -> set[str]:
    """The names that later visible fences read."""
    later = [other for other in runs if other.start > fence.start and not other.hidden]
    return {name for other in later for name in _names_read(_statements(other))}


def _bound(fence: Fence) -> frozenset[str]:
    return _names_bound(_statements(fence))


def _statements(fence: Fence) -> str:
    return session_statements(fence.code) if fence.kind == "session" else fence.code


@cache
def _names_read(code: str) -> frozenset[str]:
    names = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)]
    return frozenset(name.id for name in names if isinstance(name.ctx, ast.Load))


@cache
def _names_bound(code: str) -> frozenset[str]:
    """Every name that code gives a meaning, in functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).split(".")[0])
    return frozenset(names)
