"""Mutants of the library, made mechanically: one operator, constant or numpy function changed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from scripts.faults.fault import Fault, read
from scripts.faults.places import span_of
from scripts.faults.swaps import FUNCTIONS, OPERATORS, UNARY
from scripts.pages.source import ROOT

NO_ARITHMETIC = ("views/", "plots/", "palette.py", "clips.py", "__init__.py")
METHODS = {"all", "any", "argmax", "argmin", "max", "min", "sum", "cumsum", "uniform", "normal"}
# `strict` only guards against our own errors; messages are for people, and decorators for types.
UNSEEN_KEYWORDS = {"strict", "stacklevel"}
UNSEEN = (ast.JoinedStr, ast.Raise, ast.Import, ast.ImportFrom)

Edit = tuple[int, int, str]  # from, to, and the new text


@dataclass(frozen=True)
class Mutant:
    """A fault in the library, with what it changes of the lines it is in."""

    kind: str
    fault: Fault
    before: str
    after: str


def modules() -> list[Path]:
    """The library's modules that compute."""
    folder = ROOT / "nnnotes"
    return [
        path
        for path in sorted(folder.rglob("*.py"))
        if not path.relative_to(folder).as_posix().startswith(NO_ARITHMETIC)
        and path.name != "__init__.py"
    ]


def mutants_of(path: Path) -> list[Mutant]:
    """Every mutant of a module, in the order of its text."""
    return mutants_in(path.relative_to(ROOT).as_posix(), read(path))


def mutants_in(name: str, text: str) -> list[Mutant]:
    tree = ast.parse(text)
    edits = {edit: kind for node in _seen(tree) for kind, edit in _edits(node, text)}
    made = [_mutant(name, text, edits[edit], edit) for edit in sorted(edits)]
    same = ast.dump(tree)
    return [mutant for mutant in made if ast.dump(_planted(mutant, text)) != same]


def _mutant(name: str, text: str, kind: str, edit: Edit) -> Mutant:
    start, end, new = edit
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before = text[first:last].strip()
    after = (text[first:start] + new + text[end:last]).strip()
    return Mutant(kind, Fault(name, *edit, check=()), before, after)


def _planted(mutant: Mutant, text: str) -> ast.Module:
    return ast.parse(mutant.fault.planted_in(text))


def _seen(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that compute: no annotation, message or decorator."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _unseen(child):
                yield from _seen(child)


def _unseen(node: ast.AST) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in UNSEEN_KEYWORDS
    return isinstance(node, UNSEEN)


def _edits(node: ast.AST, text: str) -> Iterator[tuple[str, Edit]]:
    match node:
        case ast.BinOp(left, op, right):
            yield "operator", _between(left, right, op, text)
        case ast.AugAssign(target, op, value):
            yield "operator", _between(target, value, op, text)
        case ast.BoolOp(op, values):
            for one, other in pairwise(values):
                yield "operator", _between(one, other, op, text)
        case ast.Compare(left, ops, comparators):
            for one, op, other in zip([left, *comparators], ops, comparators, strict=False):
                yield "comparison", _between(one, other, op, text)
        case ast.UnaryOp(op):
            start = span_of(node, text)[0]
            yield "operator", (start, start + len(UNARY[type(op)]), "")
        case ast.Constant(bool() | int() | float() as value):
            yield "constant", (*span_of(node, text), _other_value(value))
        case ast.Attribute(value, name) if _is_numpy(value, name):
            end = span_of(node, text)[1]
            yield "function", (end - len(name), end, FUNCTIONS[name])
        case ast.Call(ast.Attribute(ast.Name("np"), "where"), [_, one, other]):
            yield "function", _exchanged(one, other, text)


def _between(left: ast.AST, right: ast.AST, op: ast.AST, text: str) -> Edit:
    """The sign between two operands, and the one that takes its place."""
    sign, other = OPERATORS[type(op)]
    end = span_of(left, text)[1]
    start = end + text[end : span_of(right, text)[0]].index(sign)
    return start, start + len(sign), other


def _is_numpy(value: ast.AST, name: str) -> bool:
    """Whether `value.name` is a function of numpy, or a method of an array, with a near one."""
    return name in FUNCTIONS and (
        (isinstance(value, ast.Name) and value.id == "np") or name in METHODS
    )


def _exchanged(one: ast.AST, other: ast.AST, text: str) -> Edit:
    (start, middle), (resumed, end) = span_of(one, text), span_of(other, text)
    return start, end, text[resumed:end] + text[middle:resumed] + text[start:middle]


def _other_value(value: bool | int | float) -> str:
    if isinstance(value, bool):
        return str(not value)
    if isinstance(value, int) or value == 0:
        return repr(value + 1)
    return repr(2 * value)
