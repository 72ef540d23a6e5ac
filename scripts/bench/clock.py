"""The clock: rounds in which every contestant has its turn, so that what slows one slows all."""

import gc
import time
from dataclasses import replace

import numpy as np

from scripts.bench.contestants import CONTESTANTS, Task

SHORTEST_TURN = 0.4  # seconds
WORK_DIFFERS = 0.02  # relative; float32 rounds differently in another order of sums


def measure(task: Task, rounds: int) -> dict[str, list[float]]:
    """Seconds of processor time for an epoch, of each contestant in each round."""
    task = replace(task, epochs=_epochs_of_a_turn(task))
    seconds: dict[str, list[float]] = {name: [] for name in CONTESTANTS}
    for turn in range(rounds):
        losses = {}
        for name in np.roll(list(CONTESTANTS), turn):
            spent, losses[name] = _timed(name, task)
            seconds[name].append(spent / task.epochs)
        _check_same_work(losses)
    return seconds


def _epochs_of_a_turn(task: Task) -> int:
    """As many as the fastest needs to be at work for long enough; a first turn warms up, too."""
    spent = min(_timed(name, replace(task, epochs=2))[0] / 2 for name in CONTESTANTS)
    return max(2, round(SHORTEST_TURN / spent))


def _timed(name: str, task: Task) -> tuple[float, float]:
    """Processor time and the last loss; the wait for a core that another program has is no work."""
    run = CONTESTANTS[name](task)
    gc.collect()
    began = time.process_time()
    loss = run()
    return time.process_time() - began, loss


def _check_same_work(losses: dict[str, float]):
    expected = losses["by hand"]
    for name, loss in losses.items():
        if not abs(loss - expected) <= WORK_DIFFERS * expected:
            raise SystemExit(
                f"{name} ended at a loss of {loss:.5f}, the hand loop at {expected:.5f}"
            )
