"""What plots accept, and the points at which they ask a network."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.network import Network
from nnnotes.views.names import check_network

Floats = NDArray[np.floating[Any]]
Span = tuple[float, float]


def check_inputs(net: Network, n: int, kind: str) -> None:
    """A network of as many inputs as the plot has directions for."""
    check_network(net)
    if net.sizes[0] != n:
        raise ValueError(f"{kind} shows networks of {n} input{'s' * (n > 1)}; {net!r} came")


def check_output(net: Network, output: int) -> None:
    """An output that the network has."""
    if not 0 <= output < net.sizes[-1]:
        raise ValueError(f"{net!r} has outputs 0 to {net.sizes[-1] - 1}; output={output} came")


def checked_span(span: Span) -> Span:
    """The two ends of an axis, the lower one first."""
    low, high = span
    if not (np.isfinite(low) and np.isfinite(high) and low < high):
        raise ValueError(f"span must be two finite numbers, the lower one first; {span!r} came")
    return float(low), float(high)


def grid(across: Span, up: Span, n: int) -> tuple[Floats, Floats, Floats]:
    """Places along x and y, (n,) each, and all their pairs, (n * n, 2)."""
    xs, ys = np.linspace(*across, n), np.linspace(*up, n)
    return xs, ys, np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
