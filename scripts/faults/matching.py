"""Which tests matter to a module of the library."""

import re
from pathlib import Path

from scripts.faults.mutations import modules
from scripts.pages.source import ROOT

TESTS = ROOT / "tests" / "library"
# What a module's name does not say.
ALSO = {
    "backprop": ["gradients", "regularization"],
    "checks": ["metrics", "perceptron", "datasets"],
    "examples": ["training_input"],
    "flat": ["optimizers", "training"],
    "layers": ["network", "bad_input"],
    "perceptron_history": ["perceptron"],
    "progress": ["training"],
    "ranges": ["optimizers", "schedules", "training_input"],
    "slopes": ["activations", "gradients"],
    "steps": ["optimizers"],
    "stopping": ["training"],
    "targets": ["losses", "gradients", "bad_input"],
    "trainer": ["training", "regularization"],
    "validation": ["bad_input", "network"],
}
# How fast the library is imported, and how much memory it takes, is not what a mutant changes.
NEVER = {"test_package.py", "test_training_memory.py"}
DRAWN = re.compile(r"\bnn(?:otes)?\.(?:views|plots|clips)\b|import kept\b|library\.kept")
MIXED = "test_bad_input.py"  # drawings and arithmetic

Tests = tuple[str, ...]  # as pytest takes them


def first_tests(module: Path) -> Tests:
    """The module's own doctests, and the files of tests that are named after it."""
    own = module.relative_to(ROOT).as_posix()
    names = [module.stem, *ALSO.get(module.stem, [])]
    if module.parent.name != "nnnotes":
        names.append(module.parent.name)
    files = [file for name in names for file in sorted(TESTS.glob(f"test_{name}*.py"))]
    return own, *dict.fromkeys(_name(file) for file in files if file.name not in NEVER)


def all_tests() -> Tests:
    """Every test of what is computed, the examples in docstrings too, but none of drawings."""
    files = [file for file in sorted(TESTS.glob("test_*.py")) if file.name not in NEVER]
    computed = [file for file in files if file.name == MIXED or not _draws(file)]
    return *map(_name, computed), *map(_name, modules())


def _draws(file: Path) -> bool:
    return bool(DRAWN.search(file.read_text(encoding="utf-8")))


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
