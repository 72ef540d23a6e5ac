"""Prove that the library's tests bite: change one sign, number or function, and see a test fail.

    python -m scripts.faults.mutants                     some mutants, drawn by a seed
    python -m scripts.faults.mutants --seed 7            the same ones again
    python -m scripts.faults.mutants --all               every mutant there is
    python -m scripts.faults.mutants --all --only losses those of the modules whose path holds this

A mutant first meets the tests of its module, then, if it lives, all others of the library. One that
hangs counts as caught. Those in equivalent.toml are left out. The exit code is 1 if one survives.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

from tqdm import tqdm

from scripts.faults import equivalent
from scripts.faults.fault import FaultError
from scripts.faults.hunt import HUNG, Hunt, copy_compiled
from scripts.faults.mutations import Mutant, modules, mutants_of
from scripts.faults.planting import Outcome
from scripts.faults.table import by_file, table
from scripts.faults.workers import each

DRAWN = 100


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    try:
        mutants = equivalent.worth_trying(_every(), equivalent.listed())
        return _tried(_drawn(mutants, options), options)
    except FaultError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed in the tree itself.", file=sys.stderr)
        return 130


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.faults.mutants",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seed", type=int, default=random.randrange(10_000), help="of the draw")
    parser.add_argument("--count", type=int, default=DRAWN, help="how many are drawn")
    parser.add_argument("--all", action="store_true", help="every one")
    parser.add_argument(
        "--only", metavar="MODULE", default="", help="modules whose path holds this"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="scratch copies at once")
    return parser.parse_args(arguments)


def _every() -> list[Mutant]:
    return [mutant for path in modules() for mutant in mutants_of(path)]


def _drawn(mutants: list[Mutant], options: argparse.Namespace) -> list[Mutant]:
    """Those of the modules asked for, all or some, in the order of their text."""
    found = [mutant for mutant in mutants if options.only in mutant.fault.path]
    if not found:
        raise FaultError(f"no module of the library whose path holds {options.only!r} has a mutant")
    if options.all or len(found) <= options.count:
        return found
    print(f"seed {options.seed}: {options.count} of {len(found)} mutants", flush=True)
    chosen = random.Random(options.seed).sample(range(len(found)), options.count)
    return [found[place] for place in sorted(chosen)]


def _tried(mutants: list[Mutant], options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="nnnotes-mutants-") as folder:
        copies = [Path(folder) / str(number) for number in range(options.jobs)]
        for copy in copies:
            copy_compiled(copy)
        hunt = Hunt.of(mutants, copies)
        outcomes = []
        for outcome in _with_bar(each(hunt.judge, mutants, copies), len(mutants)):
            outcomes.append(outcome)
            if outcome.problem:  # said at once: there may be hundreds to come
                tqdm.write(f"{outcome.where} lives: {outcome.problem}\n", file=sys.stderr)
    return _report(outcomes, options)


def _report(outcomes: list[Outcome], options: argparse.Namespace) -> int:
    lived = [outcome for outcome in outcomes if outcome.problem]
    print(by_file(outcomes) if options.all else table(outcomes))
    hung = sum(outcome.caught_by.startswith(HUNG) for outcome in outcomes)
    print(
        f"\n{len(outcomes)} mutants, {len(outcomes) - len(lived)} caught ({hung} by hanging), "
        f"{len(lived)} alive; {len(equivalent.listed())} more are listed as equivalent"
    )
    return 1 if lived else 0


def _with_bar(outcomes, total: int):
    return tqdm(outcomes, desc="mutants", total=total, disable=None, leave=False)


if __name__ == "__main__":
    sys.exit(main())
