"""Numbers to predict from a number."""

from __future__ import annotations  # loads no np.random

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.checks import checked_count, checked_deviation, checked_number
from nnnotes.validation import checked_generator

Floats = NDArray[np.floating[Any]]


def line(
    n: int,
    *,
    slope: float,
    intercept: float,
    noise: float,
    low: float = 0.0,
    high: float = 1.0,
    rng: np.random.Generator | int | None = None,
) -> tuple[Floats, Floats]:
    """Points that scatter around a straight line.

    Args:
        n: how many points, at least 1.
        slope: of the line, in units of y for one unit of x.
        intercept: the line's height at x = 0, in units of y.
        noise: standard deviation of the normal noise added to y, in units of y; 0 for none.
        low: the smallest x there can be.
        high: the largest x there can be, above ``low``.
        rng: a numpy Generator, or a whole-number seed; None draws different points each time.

    Returns:
        x, drawn evenly from ``low`` to ``high``, and y; both (n, 1).

    Raises:
        ValueError: fewer points than 1, a negative noise, ``high`` not above ``low``, or a number
            that is not finite.
        TypeError: an n that is not whole, or something other than a number.

    Examples:
        >>> x, y = line(3, slope=2, intercept=1, noise=0, rng=0)
        >>> bool(np.allclose(y, 2 * x + 1)), y.shape
        (True, (3, 1))

    Source: the model of simple linear regression, y = intercept + slope x + noise.
    """
    n, noise = checked_count(n, "n"), checked_deviation(noise, "noise")
    slope, intercept = checked_number(slope, "slope"), checked_number(intercept, "intercept")
    if checked_number(high, "high") <= checked_number(low, "low"):
        raise ValueError(f"high is {high} and low is {low}; high must be above low")
    generator = checked_generator(rng)
    x = generator.uniform(low, high, (n, 1))
    y = intercept + slope * x + generator.normal(0, noise, (n, 1))
    return x, y
