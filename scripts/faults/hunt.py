"""Try mutants on the tests: first those of its module, then, if it lives, all of the library."""

import compileall
from dataclasses import dataclass
from pathlib import Path

from scripts.faults.fault import FaultError
from scripts.faults.matching import Tests, all_tests, first_tests
from scripts.faults.mutations import Mutant
from scripts.faults.planting import Outcome
from scripts.faults.scratch import Planted, copy_tree
from scripts.faults.trial import Trial, run_tests
from scripts.faults.workers import each
from scripts.pages.source import ROOT

LONGEST_SOUND = 300  # seconds, for the tests of the untouched library
SLOWER, SPARE = 4, 10  # a mutant may take as many times longer, and seconds more, before it hangs
HUNG = "no end"


def copy_compiled(folder: Path):
    """A scratch copy with the library and its tests compiled, as a thousand processes read them."""
    copy_tree(folder)
    for name in ("nnnotes", "tests/library"):
        compileall.compile_dir(folder / name, quiet=1)


@dataclass(frozen=True)
class Hunt:
    """Which tests there are, and how long each lot takes where nothing is wrong."""

    seconds: dict[Tests, float]

    @classmethod
    def of(cls, mutants: list[Mutant], copies: list[Path]) -> "Hunt":
        """All lots that these mutants need, each seen to pass on the untouched copies."""
        lots = sorted({_first(mutant) for mutant in mutants} | {all_tests()})
        return cls(dict(zip(lots, each(_sound, lots, copies), strict=True)))

    def judge(self, mutant: Mutant, copy: Path) -> Outcome:
        with Planted(mutant.fault, copy):
            first = self._tried(_first(mutant), copy)
            trial = self._tried(all_tests(), copy) if first.passed else first
        spent = trial.seconds + (first.seconds if trial is not first else 0)
        said = HUNG * trial.timed_out or trial.test
        where, what = mutant.fault.where, mutant.fault.what
        return Outcome(mutant.kind, where, what, said, spent, _problem(mutant) * trial.passed)

    def _tried(self, tests: Tests, copy: Path) -> Trial:
        return run_tests(copy, tests, SLOWER * self.seconds[tests] + SPARE)


def _first(mutant: Mutant) -> Tests:
    return first_tests(ROOT / mutant.fault.path)


def _sound(tests: Tests, copy: Path) -> float:
    trial = run_tests(copy, tests, LONGEST_SOUND)
    if not trial.passed:
        raise FaultError(f"before anything is changed, of {' '.join(tests)}, {trial.test}")
    return trial.seconds


def _problem(mutant: Mutant) -> str:
    return f"no test of the library sees\n  {mutant.before}\nbecome\n  {mutant.after}"
