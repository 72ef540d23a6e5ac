"""Schedules: how the learning rate changes from epoch to epoch.

A schedule is a function from the number of epochs already finished (0 for the first one) to a
factor of the optimizer's rate. Any function of your own that does this will do as well.
"""

import math
from collections.abc import Callable

from nnnotes.ranges import checked_count, checked_positive, checked_strength

Schedule = Callable[[int], float]


def constant() -> Schedule:
    """The same rate throughout.

    Examples:
        >>> [constant()(epoch) for epoch in (0, 100)]
        [1.0, 1.0]

    Source: the definition.
    """
    return lambda epoch: 1.0


def step(every: int, factor: float) -> Schedule:
    """Multiply the rate by the same factor, again and again.

    Args:
        every: epochs from one multiplication to the next, at least 1.
        factor: what the rate is multiplied by, above 0 and at most 1.

    Raises:
        ValueError: a number outside its range.
        TypeError: ``every`` is not a whole number, or ``factor`` not a number.

    Examples:
        >>> halve = step(every=2, factor=0.5)
        >>> [halve(epoch) for epoch in range(5)]
        [1.0, 1.0, 0.5, 0.5, 0.25]

    Source: factor ** (epoch // every), as in torch.optim.lr_scheduler.StepLR.
    """
    every, factor = checked_count(every, "every"), checked_positive(factor, "factor")
    if factor > 1:
        raise ValueError(f"factor={factor} came; above 1 the rate would grow without end")
    return lambda epoch: float(factor ** (epoch // every))


def cosine(epochs: int, floor: float = 0.0) -> Schedule:
    """Lower the rate along half a wave: slowly at first, then quickly, then slowly again.

    Args:
        epochs: how many it takes to arrive at ``floor``, at least 1; it stays there afterwards.
        floor: the last factor, from 0 to 1.

    Raises:
        ValueError: a number outside its range.
        TypeError: ``epochs`` is not a whole number, or ``floor`` not a number.

    Examples:
        >>> schedule = cosine(epochs=4)
        >>> [round(schedule(epoch), 3) for epoch in range(6)]
        [1.0, 0.854, 0.5, 0.146, 0.0, 0.0]

    Source: Loshchilov and Hutter (2017), SGDR, equation 5, without restarts.
    """
    epochs, floor = checked_count(epochs, "epochs"), checked_strength(floor, "floor")
    if floor > 1:
        raise ValueError(f"floor={floor} came; it is a share of the rate, from 0 to 1")

    def factor(epoch: int) -> float:
        angle = math.pi * min(epoch / epochs, 1.0)
        return floor + (1 - floor) * (1 + math.cos(angle)) / 2

    return factor
