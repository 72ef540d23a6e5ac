"""Run tests in a scratch copy, in a process that has the large imports behind it."""

import importlib
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import hypothesis
import pytest

# A process for each core is enough: threads of the sums would only get in each other's way.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
PRELOADED = ["hypothesis", "numpy", "pytest", "sympy", "scripts.faults.trial"]
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(PRELOADED)

PYTEST = (
    "-n0", "-x", "--tb=no", "--assert=plain", "-p", "no:cacheprovider",
    "--confcutdir=tests/library",
)  # fmt: skip
QUICK = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
FAILED, INTERRUPTED = 1, 2  # pytest's codes where a test failed, or could not be collected


@dataclass(frozen=True)
class Trial:
    """What became of a run of tests."""

    passed: bool
    test: str  # the first that failed, or what else stopped the run
    seconds: float
    timed_out: bool = False


def run_tests(copy: Path, tests: tuple[str, ...], longest: float) -> Trial:
    """Whether the tests pass in the copy; not after ``longest`` seconds."""
    receiving, sending = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=_run, args=(copy, tests, sending), daemon=True)
    began = time.monotonic()
    process.start()
    sending.close()
    timed_out = not receiving.poll(longest)
    code, test = (FAILED, f"not done after {longest:.0f} s") if timed_out else _said(receiving)
    process.join(0 if timed_out else 10)
    process.kill()
    process.join()
    return Trial(code == 0, test, time.monotonic() - began, timed_out)


def _said(receiving: Connection) -> tuple[int, str]:
    try:
        code, test = receiving.recv()
    except EOFError:
        return FAILED, "the process died"
    if code not in (0, FAILED, INTERRUPTED):
        raise RuntimeError(f"pytest could not run: code {code}")
    return code, test


def _run(copy: Path, tests: tuple[str, ...], sending: Connection):
    """In the process: the copy's own library, and silence."""
    os.chdir(copy)
    sys.path.insert(0, str(copy))
    sys.dont_write_bytecode = True  # a compiled mutant must not be there when the next one comes
    os.environ |= {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "agg"}
    _silence()
    sending.send(_outcome(tests))


def _outcome(tests: tuple[str, ...]) -> tuple[int, str]:
    """The library is imported first: pytest, asked for a module's examples, would make it twice."""
    try:
        importlib.import_module("nnnotes")
    except Exception as error:
        return FAILED, f"import nnnotes: {type(error).__name__}"
    # A smaller example of what is wrong tells nothing more here, and takes long to find.
    hypothesis.settings.register_profile("mutants", phases=QUICK, database=None, deadline=None)
    hypothesis.settings.load_profile("mutants")
    first = FirstFailure()
    return int(pytest.main([*PYTEST, *tests], plugins=[first])), first.test


def _silence():
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


class FirstFailure:
    """A plugin of pytest that notes which test failed."""

    test = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport):
        if report.failed and not self.test:
            self.test = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport):
        if report.failed and not self.test:
            self.test = f"{report.nodeid}, while its tests were looked for"
