<<<<<<< HEAD
"""Paths from a weight to the loss, and blame that gathers, as SVG."""

from itertools import pairwise, product

import numpy as np

from nnnotes import derivative, sigmoid
from nnnotes.views import svg
from nnnotes.views.svg import at
from scripts.figures._rain_drawing import back, said, sheet
from scripts.figures._walls import name

SIZES = (2, 3, 3, 3, 1)
STEP, PITCH = 26.0, 22.0  # between layers, and between the nodes of one


def draw_every_path() -> str:
    """Nine small copies of a network, each with another path from the same weight."""
    strokes = []
    for n, (second, third) in enumerate(product(range(3), range(3))):
        left, top = 14 + 134 * (n % 3), 20 + 88 * (n // 3)
        nodes = [_column(layer, left, top) for layer in range(len(SIZES))]
        strokes.append(f'<path class="soft" d="{_all_edges(nodes)}"/>')
        path = [nodes[0][0], nodes[1][0], nodes[2][second], nodes[3][third], nodes[4][0]]
        line = "L".join(f"{at(x)} {at(y)}" for x, y in path)
        strokes.append(f'<path class="mark" d="M{line}"/>')
        for column in nodes:
            strokes += [
                f'<circle class="dot" cx="{at(x)}" cy="{at(y)}" r="4.5"/>' for x, y in column
            ]
    return sheet(
        strokes,
        266,
        "Nine paths",
        "The same network nine times, each with another path from its first weight to the output.",
    )


def draw_one_path() -> str:
    """A chain of one weight, one sum, one sigmoid and the loss: values above, blame below."""
    w, x, truth = 1.0, 0.5, 0.0
    z = w * x
    a = float(sigmoid(z))
    values = (("w", w), ("z", z), ("a", a), ("L", (a - truth) ** 2))
    factors = [x, float(derivative("sigmoid")(z)), 2 * (a - truth)]
    strokes = [said(200, 14, "forward: values"), said(200, 186, "backward: blame", "blamed")]
    for n, (letter, value) in enumerate(values):
        left = 44 + 104 * n
        strokes += [svg.circle(left, 92, 24), name(left, 92, letter)]
        strokes.append(said(left, 52, f"{value:.3f}"))
        so_far = float(np.prod(factors[n:]))
        strokes.append(said(left, 140, f"{so_far:.3f}", "blamed"))
        if n < 3:
            strokes += [svg.flow((left + 24, 84), (left + 72, 84)), svg.head(left + 79, 84)]
            strokes += back((left + 80, 101), (left + 24, 101))
            strokes.append(said(left + 52, 158, f"× {factors[n]:.3f}", "blamed"))
    return sheet(
        strokes,
        200,
        "One path",
        "Four nodes in a row: w, z, a and L. Values stand above, slopes of the loss below.",
    )


def draw_gathering() -> str:
    """One node, three nodes after it: their blame comes back over the weights, and is added up."""
    strokes, node, after = [], (70.0, 110.0), [(308.0, y) for y in (34.0, 110.0, 186.0)]
    for j, (x, y) in enumerate(after, start=1):
        strokes += back((x - 26, y), (node[0] + 28, node[1] + 9 * (j - 2)))
        strokes += back((396, y), (x + 26, y))
        strokes += [svg.circle(x, y, 26), name(x, y, "δ", str(j))]
        middle = 0.5 * (x - 26 + node[0] + 28), 0.5 * (y + node[1] + 9 * (j - 2))
        box = svg.rectangle(middle[0] - 20, middle[1], 40, 28, 6)
        strokes += [box.replace("shape", "shape ground"), name(*middle, "w", str(j))]
    strokes += [svg.circle(*node, 28), name(*node, "Σ")]
    strokes += back((node[0] - 28, node[1]), (4, node[1]))
    strokes.append(said(70, 158, "times its own"))
    strokes.append(said(70, 174, "slope: its blame"))
    strokes.append(said(364, 64, "from"))
    strokes.append(said(364, 80, "the loss"))
    return sheet(
        strokes,
        220,
        "Blame gathers in a node",
        "Three dotted arrows lead from right to left, each through a weight, into one node.",
    )


def _column(layer: int, left: float, top: float) -> list[tuple[float, float]]:
    n = SIZES[layer]
    return [(left + STEP * layer, top + PITCH * (1 + i - (n - 1) / 2)) for i in range(n)]


def _all_edges(nodes) -> str:
    return "".join(
        f"M{at(x)} {at(y)}L{at(to_x)} {at(to_y)}"
        for before, after in pairwise(nodes)
        for x, y in before
        for to_x, to_y in after
    )
=======
"""Three footpaths around a well, networks that learn them, and panels that show both."""

from functools import cache

import numpy as np

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
>>>>>>> a7faf41511812d912a83bdb54e95f040249c6c26
