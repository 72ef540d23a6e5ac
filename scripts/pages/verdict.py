"""What is wrong with what a page shows: each problem with its file, its line, expected and got.

`python -m scripts.pages.verdict docs/…/index.md` judges the visible fences alone, as a reader
who copies them in order into a fresh interpreter would.
"""

import sys
from pathlib import Path

from scripts.pages import listings
from scripts.pages.compare import same
from scripts.pages.session import Result, Session
from scripts.pages.source import Fence, Page, Value


def problems(page: Page, visible_only: bool = False) -> list[str]:
    """Every computed thing of the page that is not what it shows."""
    results = Session(page, visible_only).run()
    found = [judge(page, result) for result in results]
    return [problem for problem in found if problem]


def judge(page: Page, result: Result) -> str:
    """One sentence for what is wrong with a step, or nothing."""
    where = page.at(result.line)
    if result.error:
        return f"{where}: {result.error}"
    if same(result.shown, result.got):
        return ""
    if isinstance(result.step, Fence) and result.step.kind == "statements":
        if not result.shown:
            return f"{where}: the snippet prints {result.got!r}, so an Output fence must follow it"
        if not result.got:
            return f"{where}: the snippet prints nothing, but an Output fence follows it"
    what = "value" if isinstance(result.step, Value) else "output"
    return _difference(where, what, result.shown, result.got)


def judge_listing(page: Page, fence: Fence) -> str:
    """One sentence for a listing that is not the library's code, or nothing."""
    expected = listings.listing(fence.options["source"])
    if fence.code == expected:
        return ""
    return _difference(
        page.at(fence.line), f"listing of {fence.options['source']}", fence.code, expected
    )


def _difference(where: str, what: str, shown: str, got: str) -> str:
    line, expected, came = _first_difference(shown, got)
    inside = f" (its line {line})" if "\n" in shown.strip() else ""
    return (
        f"{where}: the {what} shown is not what is computed{inside}\n"
        f"  shown on the page: {expected!r}\n  computed:          {came!r}\n"
        f"  If the computed one is right, run: make refresh"
    )


def _first_difference(shown: str, got: str) -> tuple[int, str, str]:
    one, other = shown.splitlines(), got.splitlines()
    for number in range(max(len(one), len(other))):
        pair = [lines[number] if number < len(lines) else "(nothing)" for lines in (one, other)]
        if not same(*pair):
            return number + 1, *pair
    return 1, shown, got


def main(path: str) -> int:
    found = problems(Page(Path(path).resolve()), visible_only=True)
    print("\n\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
