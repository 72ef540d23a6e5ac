"""Mutants: what is changed, what is left alone, and that a run says which live."""

from functools import cache

import pytest

from scripts.faults import equivalent, mutants
from scripts.faults.equivalent import worth_trying
from scripts.faults.fault import FaultError
from scripts.faults.matching import all_tests, first_tests
from scripts.faults.mutations import modules, mutants_in, mutants_of
from scripts.faults.planting import Outcome
from scripts.faults.trial import run_tests
from scripts.pages.source import ROOT

EQUIVALENT = '[[equivalent]]\nmodule = "m.py"\nbefore = "a = b + c"\nafter = "a = b - c"\n'


def changed(text):
    return [mutant.after for mutant in mutants_in("m.py", text + "\n")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a = b + c", ["a = b - c"]),
        ("a = b @ (c)", ["a = b * (c)"]),
        ("a /= b", ["a *= b"]),
        ("a = -b", ["a = b"]),
        ("a = not b", ["a =  b"]),
        ("a = b and c and d", ["a = b or c and d", "a = b and c or d"]),
        ("a = b < c <= d", ["a = b <= c <= d", "a = b < c < d"]),
        ("a = b is not c", ["a = b is c"]),
        ("a = b[0]", ["a = b[1]"]),
        ("a = 0.25", ["a = 0.5"]),
        ("a = b.copy(c=True)", ["a = b.copy(c=False)"]),
        ("a = np.exp(b, out=c)", ["a = np.expm1(b, out=c)"]),
        ("a = np.where(b, c, d)", ["a = np.where(b, d, c)"]),
        ("a = b.sum()", ["a = b.mean()"]),
        ("a = np.add.reduce(b)", ["a = np.subtract.reduce(b)"]),
    ],
)
def test_a_line_has_these_mutants(line, expected):
    assert changed(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "a: int | None = b",
        "def f(a: float | None) -> int | None: ...",
        "raise ValueError(a + b)",
        "a = f'{b + 1}'",
        "a = zip(b, c, strict=True)",
        "@dataclass(frozen=True)\nclass A: ...",
        "a = np.asarray(b)",
        '"""2 + 2"""',
    ],
)
def test_types_messages_and_decorators_are_left_alone(line):
    assert changed(line) == []


@cache
def mutants_of_the_library():
    return [mutant for path in modules() for mutant in mutants_of(path)]


def test_every_module_that_computes_has_mutants_that_parse():
    names = {path.name for path in modules()}
    assert {"activations.py", "losses.py", "backprop.py", "steps.py"} <= names
    assert not names & {"palette.py", "clips.py", "__init__.py"}
    assert len(mutants_of_the_library()) > 500


def test_the_tests_of_a_module_come_first_and_drawings_never():
    first = first_tests(ROOT / "nnnotes" / "slopes.py")
    assert first[0] == "nnnotes/slopes.py"
    assert "tests/library/test_activations.py" in first
    assert "tests/library/test_losses.py" in all_tests()
    assert "tests/library/test_picture.py" not in all_tests()


def test_an_equivalent_mutant_needs_a_reason(tmp_path):
    file = tmp_path / "equivalent.toml"
    file.write_text(EQUIVALENT, encoding="utf-8")
    with pytest.raises(FaultError, match="no reason"):
        equivalent.listed(file)


def test_equivalent_mutants_are_left_out_and_stale_entries_named(tmp_path):
    file = tmp_path / "equivalent.toml"
    file.write_text(EQUIVALENT + 'reason = "c is 0"\n', encoding="utf-8")
    reasons = equivalent.listed(file)
    (mutant,) = mutants_in("m.py", "a = b + c\n")
    assert worth_trying([mutant], reasons) == []
    with pytest.raises(FaultError, match=r"no mutant of m\.py makes of 'a = b \+ c'"):
        worth_trying(mutants_in("m.py", "a = b * c\n"), reasons)


def test_the_list_of_equivalent_mutants_fits_the_library():
    assert worth_trying(mutants_of_the_library(), equivalent.listed())


def test_a_survivor_makes_the_run_fail(capsys):
    caught = Outcome("operator", "nnnotes/a.py:1", "+ → -", "test_a", 0.1)
    lives = Outcome("operator", "nnnotes/a.py:2", "* → /", "", 0.1, problem="no test sees it")
    options = mutants._options(["--seed", "3"])
    assert mutants._report([caught], options) == 0
    assert mutants._report([caught, lives], options) == 1
    assert "2 mutants, 1 caught (0 by hanging), 1 alive" in capsys.readouterr().out


TRIALS = """import time
def test_good(): pass
def test_bad(): raise OSError
def test_slow(): time.sleep(99)
"""


@pytest.mark.parametrize(
    ("test", "passed", "timed_out"),
    [("test_good", True, False), ("test_bad", False, False), ("test_slow", False, True)],
)
def test_a_trial_passes_fails_or_has_no_end(tmp_path, test, passed, timed_out):
    (tmp_path / "tests" / "library").mkdir(parents=True)
    (tmp_path / "test_it.py").write_text(TRIALS, encoding="utf-8")
    trial = run_tests(tmp_path, (f"test_it.py::{test}",), longest=2 if timed_out else 60)
    assert (trial.passed, trial.timed_out) == (passed, timed_out)
    assert (test in trial.test) == (test == "test_bad")
