"""Do a piece of work for each of many things, in other processes.

Drawing is left to other processes even where only one may run: an interrupt that reaches the
middle of matplotlib can be lost there, and one that reaches this process waiting cannot.
"""

import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context


def each(work: Callable, things: list, jobs: int, what: str) -> Iterator:
    """What ``work`` gives for each thing, as they are done.

    An interrupt ends the other processes at once, so ``work`` must not write files.
    """
    if len(things) < 2:
        yield from map(work, with_bar(things, what, len(things)))
        return
    with get_context("spawn").Pool(jobs, initializer=_leave_interrupts_to_the_parent) as pool:
        yield from with_bar(pool.imap_unordered(work, things), what, len(things))


def with_bar(things: Iterable, what: str, total: int) -> Iterable:
    """A progress bar, where there is something to wait for and someone to see it."""
    from tqdm import tqdm

    return tqdm(things, desc=what, total=total, disable=None, leave=False)


def _leave_interrupts_to_the_parent():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
