"""Bring docs/ up to date, or check that it is: what `make refresh` and `make check` do."""

from dataclasses import dataclass, field

from scripts.pages.drawings import Drawing, all_drawings
from scripts.pages.files import write
from scripts.pages.lock import Lock, page_state
from scripts.pages.parallel import each, with_bar
from scripts.pages.source import DOCS, Page, PageError, all_pages


@dataclass
class Report:
    """What was changed, and what is wrong."""

    said: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def refresh(pages: list[Page], drawings: list[Drawing], jobs: int) -> Report:
    """Draw and run what is out of date, and write what changed in it."""
    lock, report = Lock(), Report()
    stale = [d for d in drawings if not lock.is_fresh(d)]
    stale_pages = [p for p in pages if lock.pages.get(p.name) != page_state(p)]
    try:
        for drawing, files, problem in each(_redrawn, stale, jobs, "figures"):
            _take_figure(drawing, files, problem, lock, report)
        for page in with_bar(stale_pages, "pages", len(stale_pages)):
            _refresh_page(page, lock, report)
        _forget_figures_that_are_gone(lock, report)
        _forget_pages_that_are_gone(lock)
        if not report.problems:
            _cut_maths_font(lock, report)
    finally:
        if lock.save():
            report.said.append("noted    docs/figures.lock")
    return report


def check(pages: list[Page], drawings: list[Drawing], jobs: int) -> Report:
    """Draw and run everything once; nothing is written."""
    from scripts.pages.verdict import judge_listing, problems

    lock, report = Lock(), Report()
    for found in each(_compared, drawings, jobs, "figures"):
        report.problems += found
    for page in with_bar(pages, "pages", len(pages)):
        listings = [fence for fence in page.fences if fence.kind == "listing"]
        report.problems += problems(page) + [judge_listing(page, f) for f in listings]
    stale = [d.key for d in drawings if not lock.is_fresh(d)]
    report.problems += [f"docs/figures.lock: {key} is stale; run: make refresh" for key in stale]
    report.problems = [problem for problem in report.problems if problem]
    if not report.problems:
        done = f"Drew {len(drawings)} figures and ran {len(pages)} pages"
        report.said.append(f"{done}: all as they stand in docs/.")
    return report


def _redrawn(drawing: Drawing) -> tuple[Drawing, dict[str, bytes], str]:
    """A figure's files as its function draws them now, or what went wrong."""
    from scripts.pages.draw import DrawingError, draw

    try:
        return drawing, draw(drawing), ""
    except DrawingError as error:
        return drawing, {}, str(error)


def _compared(drawing: Drawing) -> list[str]:
    from scripts.pages.draw import comparison

    return comparison(drawing)


def _take_figure(
    drawing: Drawing, files: dict[str, bytes], problem: str, lock: Lock, report: Report
):
    """Write those files that show something new; a picture that stands already stays as it is."""
    from scripts.pages.draw import stands

    if problem:
        report.problems.append(problem)
        return
    for name, data in files.items():
        path = drawing.folder / name
        if not stands(path, data) and write(path, data):
            report.said.append(f"drew     {drawing.folder.name}/{name}")
    lock.record(drawing, list(files))


def _refresh_page(page: Page, lock: Lock, report: Report):
    from scripts.pages import refresh as rewriting

    try:
        if rewriting.refresh(page):
            report.said.append(f"rewrote  {page.name}")
        lock.pages[page.name] = page_state(Page(page.path))
    except (PageError, ValueError) as error:
        report.problems.append(str(error))


def _forget_figures_that_are_gone(lock: Lock, report: Report):
    """Take out the files of figures whose function is gone."""
    known = {drawing.key for drawing in all_drawings()}
    for key in sorted(set(lock.figures) - known):
        folder = DOCS / key.rpartition("/")[0].removeprefix("home")
        for name in lock.figures.pop(key)["files"]:
            (folder / name).unlink(missing_ok=True)
            report.said.append(f"removed  {folder.name}/{name}: no function draws it any more")


def _forget_pages_that_are_gone(lock: Lock):
    names = {page.name for page in all_pages()}
    lock.pages = {name: state for name, state in lock.pages.items() if name in names}


def _cut_maths_font(lock: Lock, report: Report):
    """The maths font has the signs that the pages use, and no others."""
    from scripts.pages import maths_font

    if lock.maths_font == maths_font.state():
        return
    if maths_font.refresh():
        report.said.append("cut      assets/fonts/math.woff2")
    lock.maths_font = maths_font.state()
