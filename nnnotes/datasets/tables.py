"""Data sets so small that all of their rows can be seen at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.checks import Labels
from nnnotes.validation import look_up

Floats = NDArray[np.floating[Any]]

LIGHTS = {
    6: (("101", "011", "001", "111", "011", "101"), "010110"),
    4: (("101", "011", "001", "111"), "1100"),
}
INPUTS = ("00", "01", "10", "11")
GATES = {
    "and": "0001",
    "or": "0111",
    "nand": "1110",
    "nor": "1000",
    "xor": "0110",
    "xnor": "1001",
}


def street_lights(variant: int = 6) -> tuple[Floats, Labels]:
    """Which lights are on, and whether people walk (1) or stop (0).

    Args:
        variant: 6 for the six rows in which the second light alone tells the answer; 4 for the
            four rows in which no light on its own tells anything, and two together do.

    Returns:
        x, (variant, 3), of 0.0 and 1.0, and y, (variant,), of 0 and 1. A network with one output
        learns from ``y[:, np.newaxis]``.

    Raises:
        ValueError: another variant.

    Examples:
        >>> x, y = street_lights()
        >>> x[:, 1].tolist() == y.tolist()
        True
        >>> street_lights(variant=4)[1].tolist()
        [1, 1, 0, 0]

    Source: Trask (2019), Grokking Deep Learning, chapter 6.
    """
    if variant not in tuple(LIGHTS):
        raise ValueError(f"there is no variant {variant!r} of the street lights; there are: 6, 4")
    rows, answers = LIGHTS[variant]
    return _table(rows), _labels(answers)


def logic_gate(name: str) -> tuple[Floats, Labels]:
    """All inputs of a logic gate, and what it answers to each.

    Args:
        name: and, or, nand, nor, xor, xnor.

    Returns:
        x, (4, 2), the rows 00, 01, 10, 11, and y, (4,), of 0 and 1. A network with one output
        learns from ``y[:, np.newaxis]``.

    Raises:
        ValueError: a gate that is not known.
        TypeError: a name that is not text.

    Examples:
        >>> x, y = logic_gate("xor")
        >>> x.tolist()
        [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
        >>> y.tolist()
        [0, 1, 1, 0]

    Source: the truth tables of Boolean algebra.
    """
    return _table(INPUTS), _labels(look_up(GATES, name, "logic gate"))


def _table(rows: tuple[str, ...]) -> Floats:
    return np.array([[float(bit) for bit in row] for row in rows])


def _labels(answers: str) -> Labels:
    return np.array([int(bit) for bit in answers], np.int64)
