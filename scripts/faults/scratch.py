"""A scratch copy of the tree, and checks run in it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.faults.fault import Fault, read, write
from scripts.pages.source import ROOT

LONGEST_CHECK = 120  # seconds; a fault may make a loop endless
PYTEST = ("-m", "pytest", "-n0", "-x", "--tb=short", "-p", "no:cacheprovider")
FAILED, INTERRUPTED = 1, 2  # pytest's codes where a test failed, or could not be collected
VERDICT = re.compile(r"^(?:FAILED|ERROR) (?P<test>.*?)(?: - .*)?$", re.MULTILINE)


def copy_tree(folder: Path):
    """The files that git knows, and those it would take."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


class Planted:
    """While it lasts, the copy has the fault in it."""

    def __init__(self, fault: Fault, copy: Path):
        self.fault, self.path = fault, copy / fault.path

    def __enter__(self):
        self.sound, status = read(self.path), self.path.stat()
        self.times = status.st_atime_ns, status.st_mtime_ns
        write(self.path, self.fault.planted_in(self.sound))

    def __exit__(self, *_):
        write(self.path, self.sound)
        os.utime(self.path, ns=self.times)  # what was compiled from it is good again


def run_check(check: tuple[str, ...], copy: Path) -> tuple[bool, str]:
    """Whether the check passes in the copy, and what it says."""
    command = [sys.executable, *PYTEST, *check]
    try:
        done = subprocess.run(
            command, cwd=copy, env=_environment(copy), capture_output=True, text=True,
            timeout=LONGEST_CHECK,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False, f"FAILED {' '.join(check)} - not done after {LONGEST_CHECK} s"
    said = done.stdout + done.stderr
    if done.returncode not in (0, FAILED, INTERRUPTED):
        said = f"pytest could not run {' '.join(check)}\n{said}"
    return done.returncode == 0, said


def failing_test(said: str) -> str:
    """The test that failed, as pytest names it; nothing where none did."""
    found = VERDICT.search(said)
    return found["test"] if found else ""


def _environment(copy: Path) -> dict[str, str]:
    """The copy's own library, and no compiled files: a fault keeps a file's size and second."""
    return os.environ | {
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",
        "COLUMNS": "400",
        "NO_COLOR": "1",
        "MPLBACKEND": "agg",
        "NO_MKDOCS_2_WARNING": "1",
    }
