"""Work on several copies at once: each copy has one piece of work at a time."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

Task, Result = TypeVar("Task"), TypeVar("Result")


def each(
    work: Callable[[Task, Path], Result], tasks: list[Task], copies: list[Path]
) -> Iterator[Result]:
    """What ``work`` gives for each task and a copy that is free, in the order of the tasks."""
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def on_a_free_copy(task: Task) -> Result:
        copy = free.get()
        try:
            return work(task, copy)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        try:
            yield from pool.map(on_a_free_copy, tasks)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
