"""Measure ``train`` on the digits beside PyTorch, scikit-learn and a loop written by hand.

    make bench                                 every network and batch size
    .venv-bench/bin/python -m scripts.bench --rounds 9 --only 64-32-10

One thread, float32, the same first weights, batches and rate for all. Seconds are processor time
for an epoch, the median over interleaved rounds; a ratio is nnnotes' time through the other's, with
the smallest and largest of any round. Everything measured is written to .cache/bench.json.
"""

import argparse
import json
import platform
import sys
from pathlib import Path
from statistics import median

import numpy as np
import sklearn
import torch
from threadpoolctl import threadpool_limits

import nnnotes as nn
from scripts.bench import clock, memory
from scripts.bench.contestants import CONTESTANTS, Task

ROOT = Path(__file__).resolve().parents[2]
NETWORKS = ((64, 32, 10), (64, 128, 64, 10), (64, 512, 512, 10))
BATCH_SIZES = (10, 32, 128)
GOAL = 1.15  # of the hand loop's time
OTHERS = [name for name in CONTESTANTS if name != "nnnotes"]


def main() -> int:
    options = _options()
    digits = nn.datasets.digits()
    x, y = digits[0].astype(np.float32), digits[1]
    tasks = [
        Task(sizes, batch_size, epochs=3, x=x, y=y)
        for sizes in NETWORKS
        for batch_size in BATCH_SIZES
        if options.only in _name(sizes)
    ]
    torch.set_num_threads(1)
    with threadpool_limits(1):
        rows = _timed(tasks, options.rounds)
        peaks = _weighed(tasks)
    _write({"machine": _machine(), "rounds": options.rounds, "speed": rows, "memory": peaks})
    return _verdict(rows, peaks)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=7, help="turns of each contestant")
    parser.add_argument("--only", metavar="NETWORK", default="", help="such as 64-32-10")
    return parser.parse_args()


def _timed(tasks: list[Task], rounds: int) -> list[dict]:
    """One row a task, printed as soon as it is there."""
    print(f"{'':13}{'':>6}  {'milliseconds an epoch':43}nnnotes' time through that of")
    columns = "".join(f"{name:>13}" for name in CONTESTANTS)
    print(f"{'network':13}{'batch':>6}{columns}{''.join(f'{name:>21}' for name in OTHERS)}")
    rows = []
    for task in tasks:
        seconds = clock.measure(task, rounds)
        rows.append(_row(task, seconds))
        print(_line(rows[-1]), flush=True)
    return rows


def _row(task: Task, seconds: dict[str, list[float]]) -> dict:
    return {
        "network": _name(task.sizes),
        "batch_size": task.batch_size,
        "seconds_per_epoch": seconds,
        "ratios": {
            name: [own / other for own, other in zip(seconds["nnnotes"], times, strict=True)]
            for name, times in seconds.items()
            if name != "nnnotes"
        },
    }


def _line(row: dict) -> str:
    times = "".join(f"{1e3 * median(each):13.2f}" for each in row["seconds_per_epoch"].values())
    ratios = "".join(f"{_spread(each):>21}" for each in row["ratios"].values())
    return f"{row['network']:13}{row['batch_size']:>6}{times}{ratios}"


def _spread(ratios: list[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def _weighed(tasks: list[Task]) -> list[dict]:
    print(f"\n{'network':13}{'batch':>6}{'peak, kB':>13}{'needed, kB':>13}{'ratio':>13}")
    rows = []
    for task in tasks:
        peak, needed = memory.measure(task)
        name = _name(task.sizes)
        rows.append(
            {"network": name, "batch_size": task.batch_size, "peak": peak, "needed": needed}
        )
        figures = f"{peak / 1e3:13.0f}{needed / 1e3:13.0f}{peak / needed:13.2f}"
        print(f"{name:13}{task.batch_size:>6}{figures}")
    return rows


def _verdict(rows: list[dict], peaks: list[dict]) -> int:
    slow = [row for row in rows if median(row["ratios"]["by hand"]) > GOAL]
    large = [row for row in peaks if row["peak"] > memory.ALLOWED * row["needed"]]
    print(f"\n{len(rows) - len(slow)} of {len(rows)} within {GOAL} of the hand loop's time")
    print(f"{len(peaks) - len(large)} of {len(peaks)} within {memory.ALLOWED} of what is needed")
    return 1 if slow or large else 0


def _write(results: dict):
    file = ROOT / ".cache" / "bench.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(f"\nwritten to {file.relative_to(ROOT)}")


def _machine() -> dict[str, str]:
    versions = {"numpy": np.__version__, "torch": torch.__version__, "sklearn": sklearn.__version__}
    return versions | {"python": platform.python_version(), "processor": platform.machine()}


def _name(sizes: tuple[int, ...]) -> str:
    return "-".join(map(str, sizes))


if __name__ == "__main__":
    sys.exit(main())
