"""Prove that the checks bite: plant faults in a scratch copy, and see each one caught.

    python -m scripts.faults                         every kind, at random places; every article
    python -m scripts.faults --seed 7                the same places again
    python -m scripts.faults --only "broken link"    the kinds whose name holds these words
    python -m scripts.faults --every-page            each kind in every file that has a place for it

Every check is first seen to pass on the untouched copy. The exit code is 1 if a fault survives.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

from tqdm import tqdm

from scripts.faults.everywhere import in_forgotten_articles
from scripts.faults.fault import Fault, FaultError, Kind
from scripts.faults.kinds import KINDS
from scripts.faults.planting import Outcome, passes, plant
from scripts.faults.scratch import copy_tree
from scripts.faults.table import table
from scripts.faults.workers import each


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    print(f"seed {options.seed}", flush=True)
    try:
        drawn = _drawn(_chosen(options.only), options.seed, options.every_page)
        if not options.only:
            drawn += in_forgotten_articles(drawn, KINDS, options.seed)
        return _planted(drawn, options)
    except FaultError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Nothing was planted in the tree itself.", file=sys.stderr)
        return 130


def _planted(drawn: list[tuple[str, Fault]], options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="nnnotes-faults-") as folder:
        copies = [Path(folder) / str(number) for number in range(options.jobs)]
        for copy in copies:
            copy_tree(copy)
        if failing := _failing_checks(drawn, copies):
            print("\n".join(failing), file=sys.stderr)
            return 1
        outcomes = list(_with_bar(each(plant, drawn, copies), "faults planted", len(drawn)))
    return _report(outcomes, options.seed)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seed", type=int, default=random.randrange(10_000), help="of the places")
    parser.add_argument("--only", metavar="KIND", default="", help="kinds whose name holds this")
    parser.add_argument("--every-page", action="store_true", help="in every file with a place")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="scratch copies at once")
    return parser.parse_args(arguments)


def _chosen(only: str) -> list[Kind]:
    found = [kind for kind in KINDS if only.lower() in kind.name.lower()]
    if not found:
        names = "\n  ".join(kind.name for kind in KINDS)
        raise FaultError(f"there is no kind of fault {only!r}; there are:\n  {names}")
    return found


def _drawn(kinds: list[Kind], seed: int, every_page: bool) -> list[tuple[str, Fault]]:
    """The kind and the fault of each; a FaultError says all kinds that have no place."""
    drawn, problems = [], []
    for kind in kinds:
        try:
            drawn += [(kind.name, fault) for fault in kind.draw(seed, every_page)]
        except FaultError as error:
            problems.append(str(error))
    if problems:
        raise FaultError("\n".join(problems))
    return drawn


def _failing_checks(drawn: list[tuple[str, Fault]], copies: list[Path]) -> list[str]:
    """What is wrong before anything is planted."""
    checks = sorted({fault.check for _, fault in drawn})
    said = _with_bar(each(passes, checks, copies), "checks, nothing planted", len(checks))
    return [text for text in said if text]


def _report(outcomes: list[Outcome], seed: int) -> int:
    caught = [outcome for outcome in outcomes if not outcome.problem]
    print(table(outcomes))
    for outcome in outcomes:
        if outcome.problem:
            print(f"\n{outcome.kind}, {outcome.where}: {outcome.problem}", file=sys.stderr)
    print(f"\n{len(outcomes)} planted, {len(caught)} caught (seed {seed})")
    return 0 if len(caught) == len(outcomes) else 1


def _with_bar(things, what: str, total: int):
    return tqdm(things, desc=what, total=total, disable=None, leave=False)


if __name__ == "__main__":
    sys.exit(main())
