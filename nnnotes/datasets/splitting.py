"""Parts of a data set that have no example in common."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.validation import as_numbers, checked_generator

Part = tuple[NDArray[Any], NDArray[Any]]


def split(
    x: ArrayLike,
    y: ArrayLike,
    fractions: Sequence[float] = (0.8, 0.2),
    rng: np.random.Generator | int | None = None,
) -> tuple[Part, ...]:
    """Shuffle examples, x and y together, and part them, such as for training and testing.

    Each example lands in exactly one part. A part's size is its fraction of n, rounded so that
    the sizes add up to n. What is the same in two rows of the data may still land in two parts.

    Args:
        x: examples along the first axis, (n, ...); finite numbers.
        y: what belongs to each, (n, ...); finite numbers.
        fractions: of the examples for each part, two or more, above 0, adding up to 1.
        rng: a numpy Generator, or a whole-number seed; None shuffles differently each time.

    Returns:
        One pair (x, y) for each fraction, in their order: copies, of the types that came.

    Raises:
        ValueError: x and y of different lengths, fractions that do not add up to 1, a part that
            would be empty, or numbers that are not finite.
        TypeError: x or y that do not hold real numbers, or an rng of another kind.

    Examples:
        >>> x, y = np.arange(10), np.arange(10) % 2
        >>> (x_train, y_train), (x_test, y_test) = split(x, y, (0.8, 0.2), rng=0)
        >>> len(x_train), len(x_test), sorted([*x_train.tolist(), *x_test.tolist()])
        (8, 2, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
        >>> bool(np.all(y_train == x_train % 2))
        True

    Source: Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, 7.2.
    """
    x, y = _checked_pair(x, y)
    bounds = _bounds(_checked_fractions(fractions), len(x))
    order = checked_generator(rng).permutation(len(x))
    rows = [order[start:stop] for start, stop in pairwise(bounds)]
    return tuple((x[part], y[part]) for part in rows)


def _checked_pair(x: ArrayLike, y: ArrayLike) -> Part:
    for values, name in ((x, "x"), (y, "y")):
        if as_numbers(values, name, float).ndim == 0:
            raise ValueError(f"{name} is a single number; give examples along its first axis")
    x, y = np.asarray(x), np.asarray(y)
    if len(x) != len(y):
        raise ValueError(
            f"x has shape {x.shape} and y {y.shape}: {len(x)} examples and {len(y)} answers; "
            "each example needs its own"
        )
    return x, y


def _checked_fractions(fractions: Sequence[float]) -> NDArray[Any]:
    parts = as_numbers(fractions, "fractions", float)
    if parts.ndim != 1 or len(parts) < 2:
        raise ValueError(f"fractions must be two or more, such as (0.8, 0.2); {fractions!r} came")
    if np.any(parts <= 0):
        raise ValueError(f"each fraction must be above 0; {fractions!r} came")
    if abs(parts.sum() - 1) > 1e-9:
        raise ValueError(f"fractions must add up to 1; {fractions!r} add up to {parts.sum():g}")
    return parts


def _bounds(parts: NDArray[Any], n: int) -> list[int]:
    """Where each part starts, and the last one ends."""
    bounds = [0, *(round(n * float(total)) for total in np.cumsum(parts))]
    for i, (start, stop) in enumerate(pairwise(bounds)):
        if start == stop:
            raise ValueError(
                f"{n} examples are too few: part {i}, a fraction of {parts[i]:g}, would be empty"
            )
    return bounds
