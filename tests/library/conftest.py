"""A failure says which functions of the library its test went through: one of them is wrong."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples at every run, however busy the machine.
settings.register_profile("nnnotes", deadline=None, derandomize=True, database=None)
settings.load_profile("nnnotes")

LIBRARY = Path(__file__).resolve().parents[2] / "nnnotes"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    try:
        return (yield)
    except (Exception, pytest.fail.Exception):
        item.add_report_section("call", "of the library, this ran", "\n".join(functions_run(item)))
        raise


def functions_run(item) -> list[str]:
    """``file:line name`` of each, in the order in which the test, run again, first calls it."""
    seen = {}

    def note(frame, event, argument):
        if event == "call" and LIBRARY in Path(frame.f_code.co_filename).parents:
            seen[frame.f_code] = None

    sys.setprofile(note)
    try:
        item.runtest()
    except (Exception, pytest.fail.Exception):
        pass  # it failed before
    finally:
        sys.setprofile(None)
    return [_where(code) for code in seen]


def _where(code) -> str:
    path = Path(code.co_filename).relative_to(LIBRARY.parent).as_posix()
    return f"{path}:{code.co_firstlineno} {code.co_qualname}"
