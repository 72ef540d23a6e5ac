"""Turns every fence, value and listing of the pages under docs/ into a test of its own.

It stands at the root because pytest reads a conftest only for the folders below it.
"""

import os
import subprocess
import sys
from functools import cached_property

import pytest

from scripts.pages.session import Session
from scripts.pages.source import DOCS, INFO_STRINGS, ROOT, Fence, Page, Value
from scripts.pages.verdict import judge, judge_listing

# The workers keep all cores busy: threads of the sums would only get in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Labs are run by tests/site/test_labs.py; looking for doctests in them would run them here too.
collect_ignore_glob = ["docs/labs/*.py"]


def pytest_collect_file(file_path, parent):
    if file_path.suffix == ".md" and DOCS in file_path.parents:
        return PageFile.from_parent(parent, path=file_path)
    return None


# A browser's tests that are as many as pages or drawings, and share no more than one of them.
BY_PAGE = (
    "test_dark.py",
    "test_elsewhere.py",
    "test_figures.py",
    "test_maths.py",
    "test_pages.py",
    "test_reading.py",
)


# Files that need the same: the labs built, or the Markdown of all pages rendered.
TOGETHER_WITH = {
    "tests/site/test_lab_pages.py": "tests/site/test_labs.py",
    "tests/site/test_hosts.py": "tests/site/test_pages.py",
    "tests/site/test_terms.py": "tests/site/test_pages.py",
    "tests/site/test_theme.py": "tests/site/test_pages.py",
}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Our own, since --dist loadgroup of xdist 3.8 does nothing under pytest 9.2."""
    from xdist.scheduler import LoadFileScheduling

    class ByFileOrPage(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return shared_by(nodeid)

    return ByFileOrPage(config, log)


def shared_by(nodeid: str) -> str:
    """Which tests share a worker: those of a file, or, in some files, those of one page.

    A page is one namespace, run top to bottom, and a file's tests share what is slow to make.
    """
    file, _, test = nodeid.partition("::")
    of_a_page = file.endswith(BY_PAGE) and "[" in test
    return test[test.index("[") :] if of_a_page else TOGETHER_WITH.get(file, file)


class PageFile(pytest.File):
    """One page: a test for each thing on it that is computed."""

    @cached_property
    def page(self) -> Page:
        return Page(self.path)

    @cached_property
    def verdicts(self) -> dict[int, str]:
        """What is wrong with each step, by its place; the page is run once, top to bottom."""
        return {r.step.start: judge(self.page, r) for r in Session(self.page).run()}

    def collect(self):
        for step in self.page.steps:
            yield Step.from_parent(self, name=_name(step), step=step)
        for line in self.page.stray_openings:
            yield Stray.from_parent(self, name=f"line {line}: stray fence", line=line)
        if any(step.runs for step in self.page.fences):
            yield VisibleAlone.from_parent(self, name="visible fences alone")


class Claim(pytest.Item):
    """A test that fails with one sentence: file, line, what was expected, what came."""

    def runtest(self):
        if problem := self.problem():
            raise WrongPage(problem)

    def repr_failure(self, excinfo):
        if isinstance(excinfo.value, WrongPage):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class WrongPage(Exception):
    pass


class Step(Claim):
    """A fence or a value: what it shows is what is computed."""

    def __init__(self, *, step: Fence | Value, **settings):
        super().__init__(**settings)
        self.step = step

    def problem(self) -> str:
        page = self.parent.page
        if isinstance(self.step, Value) or self.step.runs:
            return self.parent.verdicts[self.step.start]
        if self.step.kind == "listing":
            return judge_listing(page, self.step)
        if self.step.kind == "output":
            return _orphan_output(page, self.step)
        if not self.step.kind:
            known = ", ".join(pattern.pattern for pattern in INFO_STRINGS.values())
            return (
                f"{page.at(self.step.line)}: the info string {self.step.info!r} is not one the "
                f"tests know, so nothing would check this fence\n  known: {known}"
            )
        return ""

    def reportinfo(self):
        return self.path, self.step.line - 1, f"{self.parent.page.name}:{self.step.line}"


class Stray(Claim):
    def __init__(self, *, line: int, **settings):
        super().__init__(**settings)
        self.line = line

    def problem(self) -> str:
        where = self.parent.page.at(self.line)
        return f"{where}: a fence that never closes, or one made of tildes; use three backticks"


class VisibleAlone(Claim):
    """What a reader sees, copied into a fresh interpreter, runs and gives what is shown."""

    def problem(self) -> str:
        command = [sys.executable, "-m", "scripts.pages.verdict", str(self.path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if done.returncode == 0:
            return ""
        return f"{self.parent.page.name}: the visible fences alone do not hold\n{done.stderr}"


def _orphan_output(page: Page, output: Fence) -> str:
    before = [fence for fence in page.fences if fence.start < output.start]
    if before and before[-1].kind == "statements":
        return ""
    return f"{page.at(output.line)}: this Output fence follows no fence of python statements"


def _name(step: Fence | Value) -> str:
    if isinstance(step, Value):
        return f"line {step.line}: value {step.expression}"
    return f"line {step.line}: {'hidden ' * step.hidden}{step.kind or 'unknown'} fence"
