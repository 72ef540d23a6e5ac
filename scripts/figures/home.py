"""The picture on the home page."""

from itertools import pairwise, product

import numpy as np

from nnnotes import Network
from scripts.figures.style import ACCENT, INK, MUTED, bare, new_figure

SIZES = ([1, 1], [1, 6, 1], [1, 6, 6, 6, 1])
X = np.linspace(-3, 3, 70)[:, None]


def three_networks():
    """Three networks, and what each draws with twenty-four sets of random weights, the liveliest picked out. None has been trained."""
    figure, panels = new_figure(height=330, columns=2, rows=3, width_ratios=[1, 2.2])
    for (left, right), sizes in zip(panels, SIZES, strict=True):
        _draw_network(left, sizes)
        curves = _curves(sizes, 24)
        liveliest = np.abs(np.diff(curves)).sum(axis=1).argmax()
        bare(right)
        right.set_aspect("auto")
        right.plot(X[:, 0], curves.T, color=MUTED, alpha=0.4, linewidth=1)
        right.plot(X[:, 0], curves[liveliest], color=ACCENT, linewidth=3)
        right.set(xlim=(-3, 3), ylim=(-3.4, 3.4))
    return figure


def _curves(sizes: list[int], count: int) -> np.ndarray:
    """What random networks answer to each x, scaled to fill the panel: (count, points)."""
    rng = np.random.default_rng(21)
    activations = ["tanh"] * (len(sizes) - 2) + ["identity"]
    draws = [Network(sizes, activations, init="normal", rng=rng) for _ in range(count)]
    curves = np.array([net.forward(2 * X)[:, 0] for net in draws])
    if len(sizes) == 2:
        return 3.2 * curves / np.abs(curves).max()  # lines differ in slope, which must be seen
    return (curves - curves.mean(axis=1, keepdims=True)) / curves.std(axis=1, keepdims=True)


def _draw_network(axes, sizes: list[int]):
    bare(axes)
    layers = [
        [(layer, node - (size - 1) / 2) for node in range(size)] for layer, size in enumerate(sizes)
    ]
    for before, after in pairwise(layers):
        for edge in product(before, after):
            axes.plot(*np.transpose(edge), color=MUTED, linewidth=0.8, zorder=0)
    nodes = np.array([node for layer in layers for node in layer])
    axes.scatter(*nodes.T, s=36, color=INK, linewidths=0)
    arrow = {"arrowstyle": "-|>", "color": MUTED, "linewidth": 0.8}
    axes.annotate("", (4.9, 0), (len(sizes) - 0.8, 0), arrowprops=arrow, annotation_clip=False)
    axes.set_aspect("auto")
    axes.set(xlim=(-0.4, max(4, len(sizes) - 1) + 0.4), ylim=(-3, 3))
