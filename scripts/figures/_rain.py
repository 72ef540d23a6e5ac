"""The 2-2-1 network of "Backpropagation", its numbers, and where its parts stand in drawings."""

from decimal import Decimal, localcontext

import numpy as np

from nnnotes import Network, derivative

INPUT, TRUTH = np.array([[0.5, 1.0]]), np.array([[0.0]])
WEIGHTS = [[[1.0, -2.0], [0.5, 1.0]], [[2.0], [-1.0]]]
BIASES = [[-0.5, -1.0], [-0.5]]

WIDE, TALL = 100.0, 34.0  # a box that holds a sum and what becomes of it
INPUTS = [(24.0, 66.0), (24.0, 206.0)]
HIDDEN = [(186.0, 66.0), (186.0, 206.0)]
OUTPUT = (346.0, 136.0)
LOSS = (340.0, 236.0)


def rain() -> Network:
    """Foretells rain from the clouds and the neighbour's umbrella."""
    return Network.of(WEIGHTS, BIASES, "sigmoid")


def the_day() -> tuple[list[np.ndarray], list[np.ndarray], float]:
    """Sums, activations and the loss of the one day."""
    trace = rain().trace(INPUT)
    return [z[0] for z in trace.z], [a[0] for a in trace.a], _loss(trace.a[-1])


def blame() -> list[np.ndarray]:
    """The slope of the loss at each sum, layer by layer, by the four equations."""
    trace, slope = rain().trace(INPUT), derivative("sigmoid")
    last = 2 * (trace.a[-1] - TRUTH) * slope(trace.z[-1])
    return [(last @ np.transpose(WEIGHTS[1]) * slope(trace.z[0]))[0], last[0]]


def edges():
    """Each edge: its layer, which weight of it, and where it leaves and arrives."""
    for i, (x, y) in enumerate(INPUTS):
        for j, (to_x, to_y) in enumerate(HIDDEN):
            yield 0, (i, j), (x + 19, y), (to_x - WIDE / 2, to_y + 8 * (i - j))
    for i, (x, y) in enumerate(HIDDEN):
        yield 1, (i, 0), (x + WIDE / 2, y), (OUTPUT[0] - WIDE / 2, OUTPUT[1] + 12 * (i - 0.5))


def label_place(start, end) -> tuple[float, float]:
    """Where the number of an edge stands: nearer to its beginning, where edges are apart."""
    share = 0.5 if start[1] == end[1] or start[0] > 200 else 0.3
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def exact_loss(nudge: float) -> float:
    """The loss with the first weight nudged, rounded once, so that every machine rounds alike."""
    with localcontext(prec=50):
        z = [Decimal("0.5") * (1 + Decimal(nudge)), Decimal(-1)]
        h = [1 / (1 + (-one).exp()) for one in z]
        a = 1 / (1 + (-(2 * h[0] - h[1] - Decimal("0.5"))).exp())
        return float(a * a)


def _loss(answer: np.ndarray) -> float:
    return float(np.mean((answer - TRUTH) ** 2))
