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

from scripts.pages.drawings import Drawing, all_drawings
from scripts.pages.source import Page, all_pages
from scripts.pages.update import check, refresh


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    work = check if options.check else refresh
    try:
        report = work(*_chosen(options.only), options.jobs)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. What was finished is written, nothing is half-written.", file=sys.stderr)
        return 130
    if not report.said and not report.problems:
        report.said = ["Nothing to do: everything in docs/ is up to date."]
    for line in sorted(report.said):
        print(line)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    return 1 if report.problems else 0


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


if __name__ == "__main__":
    sys.exit(main())
