"""Write everything computed into docs/: figures, clips, listings, outputs and values.

    python -m scripts.build                              all that is out of date
    python -m scripts.build --only line-as-a-network     one article, or one figure: ARTICLE/FIGURE
    python -m scripts.build --check                      draw and run everything once, write nothing

Figures and pages whose makings have not changed (docs/figures.lock) are left alone. Files are
written whole or not at all, and only where something in them changed.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from scripts.pages.drawings import Drawing, all_drawings
from scripts.pages.lock import Lock, page_state
from scripts.pages.source import Page, all_pages


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    try:
        pages, drawings = _chosen(options.only)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    work = _check if options.check else _refresh
    try:
        said, problems = work(pages, drawings, options.jobs)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. What was finished is written, nothing is half-written.", file=sys.stderr)
        return 130
    if not said and not problems:
        said = ["Nothing to do: everything in docs/ is up to date."]
    print("\n".join(sorted(said)), end="\n" if said else "")
    print("\n\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return 1 if problems else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.build",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--only", metavar="ARTICLE[/FIGURE]", help="this article, or this figure, alone"
    )
    parser.add_argument(
        "--check", action="store_true", help="draw and run everything, write nothing"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many figures at once")
    return parser.parse_args(arguments)


def _chosen(only: str | None) -> tuple[list[Page], list[Drawing]]:
    """The pages and drawings that ``--only`` names; a ValueError lists what there is."""
    pages, drawings = all_pages(), all_drawings()
    if only is None:
        return pages, drawings
    article, _, figure = only.strip("/").partition("/")
    articles = sorted({page.article for page in pages} | {d.article for d in drawings})
    if article not in articles:
        raise ValueError(f"there is no article {article!r}; there are: {', '.join(articles)}")
    drawings = [d for d in drawings if d.article == article]
    if not figure:
        return [page for page in pages if page.article == article], drawings
    if figure not in [d.name for d in drawings]:
        names = ", ".join(d.name for d in drawings) or "none yet"
        raise ValueError(f"there is no figure {figure!r} in {article}; there are: {names}")
    return [], [d for d in drawings if d.name == figure]


def _refresh(pages: list[Page], drawings: list[Drawing], jobs: int) -> tuple[list[str], list[str]]:
    """Bring up to date what is not; says what changed, and what went wrong."""
    lock = Lock()
    stale = [d for d in drawings if not lock.is_fresh(d)]
    stale_pages = [p for p in pages if lock.pages.get(p.name) != page_state(p)]
    said, problems = [], []
    try:
        for outcome in _each(stale, _redrawn, jobs, "figures"):
            _note_figure(outcome, lock, said, problems)
        for page in _with_bar(stale_pages, "pages"):
            _note_page(page, lock, said, problems)
        said += _forget_what_is_gone(lock)
        said += [] if problems else _recut_maths_font(lock)
    finally:
        if lock.save():
            said.append("noted    docs/figures.lock")
    return said, problems


def _note_figure(outcome, lock: Lock, said: list[str], problems: list[str]):
    drawing, changed, files, problem = outcome
    if problem:
        problems.append(problem)
        return
    lock.record(drawing, files)
    said += [f"drew     {drawing.folder.name}/{name}" for name in changed]


def _note_page(page: Page, lock: Lock, said: list[str], problems: list[str]):
    from scripts.pages.refresh import refresh
    from scripts.pages.source import PageError

    try:
        if refresh(page):
            said.append(f"rewrote  {page.name}")
        lock.pages[page.name] = page_state(Page(page.path))
    except (PageError, ValueError) as error:
        problems.append(str(error))


def _forget_what_is_gone(lock: Lock) -> list[str]:
    """Take out the files of figures whose function is gone, and the entries of pages that are."""
    from scripts.pages.source import DOCS

    known = {d.key for d in all_drawings()}
    said = []
    for key in sorted(set(lock.figures) - known):
        folder = DOCS / key.rpartition("/")[0].removeprefix("home")
        for name in lock.figures.pop(key)["files"]:
            (folder / name).unlink(missing_ok=True)
            said.append(f"removed  {folder.name}/{name}: no function draws it any more")
    names = {page.name for page in all_pages()}
    lock.pages = {name: state for name, state in lock.pages.items() if name in names}
    return said


def _recut_maths_font(lock: Lock) -> list[str]:
    """The maths font has the signs that the pages use, and no others."""
    from scripts.pages import maths_font

    if lock.maths_font == maths_font.state():
        return []
    changed = maths_font.refresh()
    lock.maths_font = maths_font.state()
    return ["cut      assets/fonts/math.woff2"] if changed else []


def _redrawn(drawing: Drawing) -> tuple[Drawing, list[str], list[str], str]:
    """Draw a figure, write what changed: (drawing, changed, files, problem)."""
    from scripts.pages.draw import DrawingError, draw
    from scripts.pages.files import write
    from scripts.pages.same_picture import same_picture

    try:
        files = draw(drawing)
    except DrawingError as error:
        return drawing, [], [], str(error)
    changed = []
    for name, data in files.items():
        path = drawing.folder / name
        if not (path.is_file() and same_picture(name, path.read_bytes(), data)) and write(
            path, data
        ):
            changed.append(name)
    return drawing, changed, sorted(files), ""


def _check(pages: list[Page], drawings: list[Drawing], jobs: int) -> tuple[list[str], list[str]]:
    """Draw and run everything once; nothing is written."""
    from scripts.pages.verdict import judge_listing, problems

    found = [
        problem for outcome in _each(drawings, _compared, jobs, "figures") for problem in outcome
    ]
    for page in _with_bar(pages, "pages"):
        found += problems(page)
        found += [judge_listing(page, f) for f in page.fences if f.kind == "listing"]
    lock = Lock()
    stale = [d.key for d in drawings if not lock.is_fresh(d)]
    found += [f"docs/figures.lock: {key} is out of date; run: make refresh" for key in stale]
    said = [f"Drew {len(drawings)} figures and ran {len(pages)} pages: all as they stand in docs/."]
    return ([] if any(found) else said), [problem for problem in found if problem]


def _compared(drawing: Drawing) -> list[str]:
    from scripts.pages.draw import comparison

    return comparison(drawing)


def _each(drawings: list[Drawing], work, jobs: int, what: str) -> Iterable:
    """What ``work`` gives for each drawing, as they finish, in other processes where that pays."""
    if len(drawings) < 2 or jobs < 2:
        yield from map(work, _with_bar(drawings, what))
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(work, drawing) for drawing in drawings]
        try:
            for done in _with_bar(as_completed(waiting), what, len(waiting)):
                yield done.result()
        except KeyboardInterrupt:
            pool.shutdown(cancel_futures=True)
            raise


def _with_bar(things: Iterable, what: str, total: int | None = None) -> Iterable:
    """A progress bar, where there is something to wait for and someone to see it."""
    from tqdm import tqdm

    return tqdm(things, desc=what, total=total, disable=None, leave=False)


if __name__ == "__main__":
    sys.exit(main())
