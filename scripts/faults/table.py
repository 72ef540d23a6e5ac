"""The table of a run: planted → caught by."""

from collections import Counter

from scripts.faults.planting import Outcome

WIDEST_TEST = 84
HEADINGS = ("kind", "planted", "what", "caught by", "s")


def table(outcomes: list[Outcome]) -> str:
    rows = [HEADINGS, *(_row(outcome) for outcome in outcomes)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows]
    rule = "  ".join("─" * width for width in widths)
    return "\n".join(line.rstrip() for line in [lines[0], rule, *lines[1:]])


def by_file(outcomes: list[Outcome]) -> str:
    """One line a file: how many there were, and how many were caught."""
    tried, caught = Counter[str](), Counter[str]()
    for outcome in outcomes:
        file = outcome.where.partition(":")[0]
        tried[file] += 1
        caught[file] += not outcome.problem
    return "\n".join(f"{file:40}{tried[file]:6}{caught[file]:6} caught" for file in tried)


def _row(outcome: Outcome) -> tuple[str, ...]:
    caught_by = "NOT CAUGHT" if outcome.problem else _shortened(outcome.caught_by)
    return outcome.kind, outcome.where, outcome.what, caught_by, f"{outcome.seconds:.1f}"


def _shortened(test: str) -> str:
    """The test's name without its folders, its middle left out where it is too long."""
    name = test.removeprefix("tests/").removeprefix("docs/")
    half = WIDEST_TEST // 2
    return name if len(name) <= WIDEST_TEST else f"{name[:half]}…{name[-half:]}"
