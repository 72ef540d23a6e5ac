"""What data sets, metrics and perceptrons accept: single numbers, and labels of classes."""

from __future__ import annotations

import math
from operator import index
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.validation import as_numbers

Labels = NDArray[np.int64]


def checked_count(value: int, name: str, at_least: int = 1) -> int:
    """A whole number that is not too small."""
    try:
        count = index(value)
    except TypeError:
        raise TypeError(f"{name} must be a whole number; {value!r} came") from None
    if count < at_least:
        raise ValueError(f"{name} is {count}, but must be at least {at_least}")
    return count


def checked_number(value: float, name: str) -> float:
    """A single finite number."""
    if isinstance(value, bool) or not isinstance(value, (int, float, np.integer, np.floating)):
        raise TypeError(f"{name} must be a single number; {value!r} came")
    if not math.isfinite(value):
        raise ValueError(f"{name} is {value}; give a finite number")
    return float(value)


def checked_deviation(value: float, name: str) -> float:
    """A standard deviation: finite, and 0 or more."""
    if checked_number(value, name) < 0:
        raise ValueError(f"{name} is {value}; a standard deviation is 0 or more")
    return float(value)


def checked_labels(labels: ArrayLike, name: str) -> Labels:
    """Whole numbers from 0 on, one for each example, (n,)."""
    numbers = as_numbers(labels, name, float)
    if numbers.ndim != 1:
        raise ValueError(f"{name} has shape {numbers.shape}, but must be (n,){_advice(numbers)}")
    if len(numbers) == 0:
        raise ValueError(f"{name} is empty; give the label of at least one example")
    for wrong, complaint in (
        (
            numbers != np.floor(numbers),
            "is a fraction. Make labels of probabilities first: "
            "argmax(axis=1) over columns of classes, or p > 0.5 for two classes",
        ),
        (numbers < 0, "is below 0. Count the classes from 0"),
    ):
        if np.any(wrong):
            first = int(np.argmax(wrong))
            raise ValueError(
                f"{name}[{first}] is {numbers[first]:g}, but labels are whole "
                f"numbers from 0 on: it {complaint}"
            )
    return numbers.astype(np.int64)


def _advice(numbers: NDArray[Any]) -> str:
    """How to get from a table to labels, for the shapes that people have."""
    if numbers.ndim != 2:
        return ": one label for each example"
    if numbers.shape[1] == 1:
        return (
            ", one label for each example. Take its only column, [:, 0], and compare "
            "probabilities in it with 0.5; argmax over a single column is always 0"
        )
    return ", one label for each example. For one column per class, take argmax(axis=1)"
