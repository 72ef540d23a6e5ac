"""Plant one fault, run the check that should see it, and judge what it said."""

import time
from dataclasses import dataclass
from pathlib import Path

from scripts.faults.fault import Fault
from scripts.faults.scratch import Planted, failing_test, run_check

LAST_LINES = 30  # of a check's output, where something went wrong with it


@dataclass(frozen=True)
class Outcome:
    """What became of a fault; without a problem, it was caught and named."""

    kind: str
    where: str
    what: str
    caught_by: str
    seconds: float
    problem: str = ""


def plant(drawn: tuple[str, Fault], copy: Path) -> Outcome:
    kind, fault = drawn
    began = time.monotonic()
    with Planted(fault, copy):
        passed, said = run_check(fault.check, copy)
    test = failing_test(said)
    seconds = time.monotonic() - began
    return Outcome(kind, fault.where, fault.what, test, seconds, _problem(fault, passed, said))


def _problem(fault: Fault, passed: bool, said: str) -> str:
    check = " ".join(fault.check)
    if passed:
        return f"survived {check}\n  {fault.what}"
    if not failing_test(said):
        return f"{check} ended without a failing test:\n{_end(said)}"
    if fault.must_name not in said:
        return f"{check} failed, but did not name {fault.must_name}:\n{_end(said)}"
    return ""


def passes(check: tuple[str, ...], copy: Path) -> str:
    """What a check says on the untouched copy, or nothing where it passes."""
    passed, said = run_check(check, copy)
    if passed:
        return ""
    return f"{' '.join(check)} fails before anything is planted:\n{_end(said)}"


def _end(said: str) -> str:
    return "\n".join(said.strip().splitlines()[-LAST_LINES:])
