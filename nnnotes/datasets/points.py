"""Points in the plane, in classes that a network can learn to tell apart.

Row i belongs to class i modulo the number of classes, so that no two classes differ in size by
more than one point. Every coordinate has normal noise added to it.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnnotes.checks import Labels, checked_count, checked_deviation, checked_number
from nnnotes.validation import checked_generator

Floats = NDArray[np.floating[Any]]
Seed: TypeAlias = "np.random.Generator | int | None"  # loads no np.random


def blobs(
    n: int, *, classes: int = 3, noise: float = 0.25, rng: Seed = None
) -> tuple[Floats, Labels]:
    """Round clouds, their centres evenly spaced on the unit circle, the first at (1, 0).

    Args:
        n: how many points, at least one for each class.
        classes: how many clouds, at least 2.
        noise: standard deviation of each cloud, in both directions; 0 or more.
        rng: a numpy Generator, or a whole-number seed; None draws different points each time.

    Returns:
        x, (n, 2), and y, (n,), whole numbers from 0 to classes - 1.

    Raises:
        ValueError: too few points or classes, or a noise that is negative or not finite.
        TypeError: an n, classes, noise or rng of another kind.

    Examples:
        >>> x, y = blobs(5, classes=2, noise=0)
        >>> x.round(6).tolist()[:2], y.tolist()
        ([[1.0, 0.0], [-1.0, 0.0]], [0, 1, 0, 1, 0])

    Source: normal distributions of equal spread, one for each class.
    """
    y = _labels(n, classes)
    angle = 2 * np.pi * y / classes
    return _scattered(np.cos(angle), np.sin(angle), noise, checked_generator(rng)), y


def moons(n: int, *, noise: float = 0.1, rng: Seed = None) -> tuple[Floats, Labels]:
    """Two half circles that reach into each other; no straight line parts them.

    Class 0 is the upper half of the circle around (0, 0), class 1 the lower half of the one
    around (1, 0.5), both of radius 1.

    Args:
        n: how many points, at least 2.
        noise: standard deviation of what is added to each coordinate; 0 or more.
        rng: a numpy Generator, or a whole-number seed; None draws different points each time.

    Returns:
        x, (n, 2), and y, (n,), 0 or 1.

    Raises:
        ValueError: fewer than 2 points, or a noise that is negative or not finite.
        TypeError: an n, noise or rng of another kind.

    Examples:
        >>> x, y = moons(100, noise=0, rng=0)
        >>> bool(np.all(x[y == 0, 1] >= 0)), bool(np.all(x[y == 1, 1] <= 0.5))
        (True, True)

    Source: the two half circles known as "two moons" in work on clustering.
    """
    y = _labels(n, 2)
    generator = checked_generator(rng)
    angle = generator.uniform(0, np.pi, n)
    upper = y == 0
    across = np.where(upper, np.cos(angle), 1 - np.cos(angle))
    up = np.where(upper, np.sin(angle), 0.5 - np.sin(angle))
    return _scattered(across, up, noise, generator), y


def circles(
    n: int, *, radius: float = 0.5, noise: float = 0.05, rng: Seed = None
) -> tuple[Floats, Labels]:
    """A circle, class 1, inside the unit circle, class 0; no straight line parts them.

    Args:
        n: how many points, at least 2.
        radius: of the inner circle, between 0 and 1, both excluded.
        noise: standard deviation of what is added to each coordinate; 0 or more.
        rng: a numpy Generator, or a whole-number seed; None draws different points each time.

    Returns:
        x, (n, 2), and y, (n,), 0 or 1.

    Raises:
        ValueError: fewer than 2 points, a radius out of range, or a noise that is negative or
            not finite.
        TypeError: an n, radius, noise or rng of another kind.

    Examples:
        >>> x, y = circles(4, noise=0, rng=0)
        >>> np.linalg.norm(x, axis=1).round(6).tolist(), y.tolist()
        ([1.0, 0.5, 1.0, 0.5], [0, 1, 0, 1])

    Source: the definition.
    """
    y = _labels(n, 2)
    if not 0 < checked_number(radius, "radius") < 1:
        raise ValueError(f"radius is {radius}; the inner circle's must lie between 0 and 1")
    generator = checked_generator(rng)
    angle = generator.uniform(0, 2 * np.pi, n)
    length = np.where(y == 0, 1, radius)
    return _scattered(length * np.cos(angle), length * np.sin(angle), noise, generator), y


def spiral(
    n: int, *, classes: int = 2, turns: float = 1.0, noise: float = 0.02, rng: Seed = None
) -> tuple[Floats, Labels]:
    """Arms that wind around each other, from 0.1 to 1 away from the origin.

    Args:
        n: how many points, at least one for each arm.
        classes: how many arms, at least 2.
        turns: how often an arm would go round on its way from the origin to distance 1; negative
            for clockwise.
        noise: standard deviation of what is added to each coordinate; 0 or more.
        rng: a numpy Generator, or a whole-number seed; None draws different points each time.

    Returns:
        x, (n, 2), and y, (n,), whole numbers from 0 to classes - 1.

    Raises:
        ValueError: too few points or classes, or a noise or turns out of range or not finite.
        TypeError: an n, classes, turns, noise or rng of another kind.

    Examples:
        >>> x, y = spiral(90, classes=3, noise=0, rng=0)
        >>> distance = np.linalg.norm(x, axis=1)
        >>> bool(0.1 <= distance.min() and distance.max() <= 1), np.bincount(y).tolist()
        (True, [30, 30, 30])

    Source: Archimedes' spiral, whose angle grows with the distance.
    """
    y = _labels(n, classes)
    turns, generator = checked_number(turns, "turns"), checked_generator(rng)
    distance = generator.uniform(0.1, 1, n)
    angle = 2 * np.pi * (turns * distance + y / classes)
    return _scattered(distance * np.cos(angle), distance * np.sin(angle), noise, generator), y


def _labels(n: int, classes: int) -> Labels:
    classes = checked_count(classes, "classes", at_least=2)
    if checked_count(n, "n") < classes:
        raise ValueError(f"n is {n}, but {classes} classes need at least {classes} points")
    return np.arange(n, dtype=np.int64) % classes


def _scattered(across: Floats, up: Floats, noise: float, generator: np.random.Generator) -> Floats:
    places = np.column_stack([across, up])  # (n, 2)
    return places + generator.normal(0, checked_deviation(noise, "noise"), places.shape)
