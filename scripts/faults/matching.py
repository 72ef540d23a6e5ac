"""Which tests matter to a module of the library."""

from pathlib import Path

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
    files = [file for file in sorted(TESTS.glob("test_*.py")) if file.name not in NEVER]
    return "nnnotes", *map(_name, files)


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
