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
        left, top = 14 + 134 * (n % 3), 38 + 88 * (n // 3)
        nodes = [_column(layer, left, top) for layer in range(len(SIZES))]
        strokes.append(f'<path class="soft" d="{_all_edges(nodes)}"/>')
        path = [nodes[0][0], nodes[1][0], nodes[2][second], nodes[3][third], nodes[4][0]]
        line = "L".join(f"{at(x)} {at(y)}" for x, y in path)
        strokes.append(f'<path class="mark" d="M{line}"/>')
        strokes.append("" if n else said(left + 25, top - 20, "this weight", "blamed"))
        for column in nodes:
            strokes += [
                f'<circle class="dot" cx="{at(x)}" cy="{at(y)}" r="4.5"/>' for x, y in column
            ]
    return sheet(
        list(filter(None, strokes)),
        284,
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
