"""The little picture of an activation, drawn in its box."""

from collections.abc import Iterator, Sequence

import numpy as np

from nnnotes.activations import ACTIVATIONS
from nnnotes.views import svg

SIDE = 26.0  # units of the box
SHARES = (0.22, 0.58, 0.2)  # what a softmax gives: bars that add up to one


def activation_box(left: float, y: float, activation: str) -> Iterator[str]:
    """A box, centred at the height y, that holds the curve of an activation."""
    yield svg.rectangle(left, y, SIDE, SIDE, 6)
    yield from _curve(left, y, activation)


def softmax_box(left: float, centres: Sequence[float]) -> Iterator[str]:
    """One box along a whole layer, since a softmax needs all of its sums at once."""
    y = (centres[0] + centres[-1]) / 2
    yield svg.rectangle(left, y, SIDE, centres[-1] - centres[0] + SIDE, 6)
    yield from _bars(left, y)


def _curve(left: float, y: float, activation: str) -> Iterator[str]:
    if activation == "softmax":
        yield from _bars(left, y)
        return
    z = np.sort([*np.linspace(-3, 3, 25), 1e-9])  # just above 0, where a step has risen
    a = ACTIVATIONS[activation].function(z)
    low, high = min(a.min(), 0), a.max()
    x = left + SIDE / 2 + (SIDE / 2 - 4) * z / 3
    half = 0.32 * SIDE
    heights = y + half - 2 * half * (a - low) / (high - low)
    yield svg.axis(x[0], x[-1], y + half + 2 * half * low / (high - low))
    yield svg.curve(zip(x, heights, strict=True))


def _bars(left: float, y: float) -> Iterator[str]:
    floor = y + 0.32 * SIDE
    for bar, share in enumerate(SHARES):
        x = left + SIDE * (0.25 + 0.25 * bar)
        yield svg.curve([(x, floor), (x, floor - SIDE * share)])
    yield svg.axis(left + 4, left + SIDE - 4, floor)
