"""Three footpaths around a well, networks that learn them, and panels that show both."""

from functools import cache
from itertools import pairwise

import numpy as np
from matplotlib.patches import Wedge

from nnnotes import SGD, Network, train
from nnnotes.datasets import spiral
from scripts.figures.style import CLASSES, INK, MARKERS, label

PLAIN = {"loss": "cross_entropy", "batch_size": 20}
REACH = 1.12  # kilometres from the well to a panel's edge
TURNS = 1.25
ENDS = [(0.34, 1.03), (-0.86, -0.66), (0.93, -0.36)]  # where a path's number has room


@cache
def places() -> tuple[np.ndarray, np.ndarray]:
    return spiral(300, classes=3, turns=TURNS, noise=0.03, rng=1)


def learned(sizes, x, y, seed=0, rate=0.5, epochs=300, factor=1.0, look=lambda net, epoch: None):
    """A tanh network, and its losses; ``look`` is called with it before the first epoch and after each."""
    rng = np.random.default_rng(seed)
    net = Network(sizes, [*["tanh"] * (len(sizes) - 2), "softmax"], rng=rng)
    for W in net.weights:
        W *= factor
    look(net, 0)
    history = train(
        net,
        x,
        y,
        optimizer=SGD(lr=rate),
        epochs=epochs,
        rng=rng,
        callback=lambda net, history: look(net, history.epochs),
        **PLAIN,
    )
    return net, history.training


def copied(net: Network) -> Network:
    return Network.of(net.weights, net.biases, net.activations)


def at_epochs(epochs, sizes, x, y, **settings) -> dict[int, Network]:
    """The network as it was after each of those epochs."""
    kept = {}

    def look(net, epoch):
        if epoch in epochs:
            kept[epoch] = copied(net)

    learned(sizes, x, y, epochs=max(epochs), look=look, **settings)
    return kept


def grid(points: int, low: float, high: float) -> tuple[np.ndarray, np.ndarray]:
    """Places along an axis, (points,), and all pairs of them, (points², 2)."""
    along = np.linspace(low, high, points)
    return along, np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, 2)


def draw_regions(axes, net, low=-REACH, high=REACH, points=56, scale=1.0, colours=CLASSES):
    """Where the network decides for which class: tinted, and parted by a line."""
    along, pairs = grid(points, low, high)
    scores = net.forward(pairs * scale)  # (points², classes)
    for one in range(scores.shape[1]):
        ahead = scores[:, one] - np.delete(scores, one, axis=1).max(axis=1)
        field = ahead.reshape(points, points)
        if field.max() > 0:
            axes.contourf(along, along, field, [0, 2], colors=[(colours[one], 0.3)])
        if field.min() < 0 < field.max():
            axes.contour(along, along, field, [0], colors=[INK], linewidths=0.9)
    axes.set(xlim=(low, high), ylim=(low, high), aspect="equal")


def draw_wedges(axes, net, scale, low=-REACH, high=REACH):
    """Where a saturated network with biases of next to 0 decides for which class."""
    W = net.weights[0]  # (2, n)
    along = np.arctan2(W[0], -W[1]) % np.pi
    edges = np.sort([*along, *along + np.pi])
    edges = np.append(edges, edges[0] + 2 * np.pi)
    for start, end in pairwise(edges):
        middle = (start + end) / 2
        inside = scale * np.array([[np.cos(middle), np.sin(middle)]])
        colour = CLASSES[net.forward(inside).argmax()]
        wedge = Wedge((0, 0), 2 * high, *np.degrees([start, end]), linewidth=0)
        wedge.set_facecolor((colour, 0.3))
        axes.add_patch(wedge)
        ray = 2 * high * np.array([np.cos(start), np.sin(start)])
        axes.plot([0, ray[0]], [0, ray[1]], color=INK, linewidth=0.6)
    axes.set(xlim=(low, high), ylim=(low, high), aspect="equal")


def draw_paths(axes, width=2.0, points=60):
    """The three paths themselves, without anybody who strays."""
    distance = np.linspace(0.1, 1, points)
    lines = []
    for one, dashes in enumerate(("-", "--", ":")):
        angle = 2 * np.pi * (TURNS * distance + one / 3)
        across, up = distance * np.cos(angle), distance * np.sin(angle)
        lines += axes.plot(across, up, dashes, color=CLASSES[one], linewidth=width)
    return lines


def draw_places(axes, size=4.0, numbers=True):
    x, y = places()
    for one in range(3):
        mine = x[y == one]
        axes.plot(*mine.T, MARKERS[one], color=CLASSES[one], markersize=size, markeredgewidth=0)
        if numbers:
            label(axes, *ENDS[one], f"path {one}", CLASSES[one], ha="center", va="center")


def no_ticks(axes):
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set_visible(False)
