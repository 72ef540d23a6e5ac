"""What the gates' figures share: squares with four corners, and a network that does XOR."""

import numpy as np
from matplotlib.patches import Rectangle

from nnnotes import Network
from scripts.figures.style import CLASSES, MARKERS, MUTED

REACH = (-0.45, 1.45)  # of both axes of a gate's plane


def draw_corners(axes, answers, size: float = 11):
    """The four corners of a gate's plane, each with its class's mark."""
    for (x, y), answer in zip(((0, 0), (0, 1), (1, 0), (1, 1)), answers, strict=True):
        axes.plot(
            x,
            y,
            MARKERS[answer],
            color=CLASSES[answer],
            markersize=size,
            markeredgewidth=0,
            zorder=3,
        )


def gate_plane(axes, ticks: bool = True):
    """A square around the four corners, with ticks at 0 and 1."""
    low, high = REACH
    axes.set(xlim=REACH, ylim=REACH, aspect="equal")
    axes.set(xticks=[0, 1] if ticks else [], yticks=[0, 1] if ticks else [])
    if not ticks:
        axes.spines[["left", "bottom"]].set_visible(False)
        frame = {"facecolor": "none", "edgecolor": MUTED, "linewidth": 1}
        axes.add_patch(Rectangle((low, low), high - low, high - low, **frame))
    axes.tick_params(length=0)


def xor_network() -> Network:
    """OR and NAND side by side, and an AND of the two."""
    return Network.of([[[1, -1], [1, -1]], [[1], [1]]], [[-0.5, 1.5], [-1.5]], "step")


def between(numbers) -> np.ndarray:
    """The same answers at the corners, where sums are whole numbers, from a line between them."""
    return np.array([*numbers[:2], numbers[2] - 0.5])


def around(points) -> np.ndarray:
    """The points in the order in which they lie around their middle."""
    away = np.array(points) - np.mean(points, axis=0)
    return np.array(points)[np.argsort(np.arctan2(*away.T))]
