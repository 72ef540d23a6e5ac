"""Penalties for large weights, and their gradients. Biases are never penalized."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.flat import blocks

Floats = NDArray[np.floating[Any]]


def penalty(weights: Sequence[Floats], l1: float = 0.0, l2: float = 0.0) -> float:
    """What regularization adds to the loss: l1 Σ|w| + l2 / 2 Σw².

    Args:
        weights: arrays of any shape, such as ``net.weights``.
        l1: strength of the penalty on absolute values, 0 or more.
        l2: strength of the penalty on squares, 0 or more; halved, so that its gradient is l2 w.

    Examples:
        >>> penalty([np.array([[3.0, -4.0]])], l1=0.5, l2=0.5)
        9.75

    Source: Goodfellow, Bengio and Courville (2016), Deep Learning, section 7.1.
    """
    absolute = sum(float(np.abs(W).sum()) for W in weights)
    squares = sum(float(np.square(W).sum()) for W in weights)
    return l1 * absolute + l2 / 2 * squares


def add_penalty_gradient(
    gradient: Floats, weights: Floats, l1: float = 0.0, l2: float = 0.0
) -> None:
    """Add the gradient of the penalty, l1 sign(w) + l2 w, in place; sign(0) is 0.

    Args:
        gradient: of the loss, one number for each weight, of the weights' shape.
        weights: an array of any shape.
        l1: as for ``penalty``.
        l2: as for ``penalty``.

    Examples:
        >>> gradient = np.array([1.0, 1.0, 1.0])
        >>> add_penalty_gradient(gradient, np.array([3.0, -4.0, 0.0]), l1=0.1, l2=0.01)
        >>> gradient.round(6).tolist()
        [1.13, 0.86, 1.0]

    Source: Goodfellow, Bengio and Courville (2016), Deep Learning, equations 7.3 and 7.20.
    """
    for part in blocks(len(weights)):
        if l2:
            gradient[part] += l2 * weights[part]
        if l1:
            gradient[part] += l1 * np.sign(weights[part])
