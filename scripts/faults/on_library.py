"""Faults in nnnotes: an operator changed, an example that no longer holds."""

import ast
import re
from pathlib import Path
from random import Random

from scripts.faults.fault import Fault, read
from scripts.faults.places import span_of
from scripts.faults.swaps import ARITHMETIC
from scripts.pages.source import ROOT

# All but the test of how fast the library is imported, which no operator changes.
LIBRARY = ("tests/library", "--ignore=tests/library/test_package.py")


# Where a matplotlib plot puts its words, and how fine its grid is: nothing that a test should fix.
LOOKS = ("nnnotes/plots/", "nnnotes/clips.py")


def changed_operator(rng: Random) -> list[Fault]:
    """Every arithmetic operator in a function of the library, plots' looks apart."""
    found = [fault for path in _modules() for fault in operators_of(path)]
    return [fault for fault in found if not fault.path.startswith(LOOKS)]


def operators_of(path: Path) -> list[Fault]:
    text, name = read(path), path.relative_to(ROOT).as_posix()
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    places = {}
    for function in functions:
        for node in [n for part in function.body for n in ast.walk(part)]:
            if isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
                start, new = _operator(node, text)
                places[start] = Fault(name, start, start + len(_sign(node)), new, LIBRARY)
    return list(places.values())


def _operator(node: ast.BinOp, text: str) -> tuple[int, str]:
    """Where the operator stands, between its operands, and what takes its place."""
    left, right = span_of(node.left, text)[1], span_of(node.right, text)[0]
    return left + text[left:right].index(_sign(node)), ARITHMETIC[type(node.op)][1]


def _sign(node: ast.BinOp) -> str:
    return ARITHMETIC[type(node.op)][0]


def wrong_digit_in_an_example(rng: Random) -> list[Fault]:
    """A digit that a docstring's example shows."""
    printed = re.compile(r"(?<=\n) +>>> [^\n]*\n(?P<shown> ++(?!>>>|\.\.\.)[^\n]*\d[^\n]*)\n")
    faults = []
    for path in _modules():
        name = path.relative_to(ROOT).as_posix()
        for example in printed.finditer(read(path)):
            digits = list(re.finditer(r"\d", example["shown"]))
            digit = rng.choice(digits)
            at = example.start("shown") + digit.start()
            faults.append(Fault(name, at, at + 1, str((int(digit[0]) + 1) % 10), (name,)))
    return faults


def _modules() -> list[Path]:
    return sorted((ROOT / "nnnotes").rglob("*.py"))
