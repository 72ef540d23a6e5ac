"""Backpropagation against what it claims to be: the slope of the loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.losses import Loss
from nnnotes.network import Network

Floats = NDArray[np.floating[Any]]
TINY = np.finfo(float).tiny


@dataclass
class GradientCheck:
    """The largest relative error of a gradient, where it is, and the two numbers that differ."""

    largest: float
    where: str
    backprop: float
    difference: float

    def __str__(self) -> str:
        return (
            f"largest relative error {self.largest:.1e}, at {self.where}: "
            f"backpropagation {self.backprop:.9g}, central difference {self.difference:.9g}"
        )


def check_gradients(
    net: Network, x: ArrayLike, y: ArrayLike, loss: str | Loss, step: float = 1e-6
) -> GradientCheck:
    """Compare ``net.gradients`` with central differences of the loss, one parameter at a time.

    The difference quotient of a parameter w is (loss(w + step) - loss(w - step)) / (2 step). The
    relative error is |gradient - quotient|, divided by the larger of the two in size, but by no
    less than a tenth of the largest gradient of the network, and a thousandth of the loss: what is
    small beside those is lost in the rounding of the quotient, and says nothing.

    Args:
        net: any network; it is left alone, and checked with its numbers as float64.
        x: examples, as for ``net.gradients``; at a kink, such as z = 0 with relu, the two rightly
            differ.
        y: targets, as for ``net.gradients``.
        loss: as for ``net.gradients``.
        step: how far a parameter is moved; above 0.

    Returns:
        An object with ``.largest``, the largest relative error: below 1e-6 where all is well;
        ``.where``, such as ``"weights[0][2, 1]"``; and ``.backprop`` and ``.difference`` there.

    Raises:
        ValueError, TypeError: as ``net.gradients``; a step that is not above 0.

    Examples:
        >>> net = Network([3, 4, 2], ["tanh", "softmax"], rng=0)
        >>> check = check_gradients(net, [[1.0, 2.0, 3.0]], [1], "cross_entropy")
        >>> check.largest < 1e-6
        True

    Source: Baydin, Pearlmutter, Radul and Siskind (2018), Automatic differentiation in machine
    learning: a survey, section 2.1, for the errors of differences.
    """
    if not 0 < step < np.inf:
        raise ValueError(f"step must be above 0, such as 1e-6; {step!r} came")
    twin = type(net).of(net.weights, net.biases or None, net.activations)
    found = twin.gradients(x, y, loss)
    slopes = [_slopes(twin, w, x, y, loss, step) for w in (*twin.weights, *twin.biases)]
    gradients = [*found.weights, *found.biases]
    floor = max(0.1 * max(np.abs(g).max() for g in gradients), 1e-3 * abs(found.loss), TINY)
    return max(
        (
            _worst(_name(twin, i), gradient, slope, floor)
            for i, (gradient, slope) in enumerate(zip(gradients, slopes, strict=True))
        ),
        key=lambda check: check.largest,
    )


def _slopes(
    net: Network, array: Floats, x: ArrayLike, y: ArrayLike, loss: str | Loss, step: float
) -> Floats:
    """For each number of one of the network's arrays, the slope of the loss by differences."""
    slopes = np.empty_like(array)
    for at in np.ndindex(array.shape):
        kept = array[at]
        array[at] = kept + step
        above = net.gradients(x, y, loss).loss
        array[at] = kept - step
        below = net.gradients(x, y, loss).loss
        array[at] = kept
        slopes[at] = (above - below) / (2 * step)
    return slopes


def _worst(name: str, gradient: Floats, slope: Floats, floor: float) -> GradientCheck:
    sizes = np.maximum(np.maximum(np.abs(gradient), np.abs(slope)), floor)
    errors = np.abs(gradient - slope) / sizes
    at = np.unravel_index(np.argmax(errors), errors.shape)
    where = f"{name}[{', '.join(map(str, at))}]"
    return GradientCheck(float(errors[at]), where, float(gradient[at]), float(slope[at]))


def _name(net: Network, i: int) -> str:
    layers = len(net.weights)
    return f"weights[{i}]" if i < layers else f"biases[{i - layers}]"
