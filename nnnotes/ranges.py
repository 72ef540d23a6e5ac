"""Checks of numbers among the settings: what came, and what is wanted."""

from __future__ import annotations

import math
from numbers import Real
from operator import index


def checked_count(value: int, name: str) -> int:
    """A whole number, at least 1."""
    try:
        count = index(value)
    except TypeError:
        raise TypeError(f"{name} must be a whole number; {value!r} came") from None
    if isinstance(value, bool) or count < 1:
        raise ValueError(f"{name}={value!r} came; it must be a whole number, at least 1")
    return count


def checked_positive(value: float, name: str) -> float:
    """A finite number above 0."""
    number = _checked_number(value, name)
    if not 0 < number < math.inf:
        raise ValueError(f"{name}={value!r} came; it must be a finite number above 0")
    return number


def checked_strength(value: float, name: str) -> float:
    """A finite number, 0 or more."""
    number = _checked_number(value, name)
    if not 0 <= number < math.inf:
        raise ValueError(f"{name}={value!r} came; it must be a finite number, 0 or more")
    return number


def checked_share(value: float, name: str) -> float:
    """A number from 0 to below 1."""
    number = _checked_number(value, name)
    if not 0 <= number < 1:
        raise ValueError(f"{name}={value!r} came; it must be from 0 to below 1")
    return number


def _checked_number(value: float, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} must be a number; {value!r} came")
    return float(value)
