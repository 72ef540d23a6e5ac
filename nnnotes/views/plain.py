"""Drawings of nodes and edges alone, for networks too big to label."""

from collections.abc import Iterator, Sequence

import numpy as np

from nnnotes.network import Floats, Network
from nnnotes.views import svg
from nnnotes.views.layout import VALUE_RADIUS
from nnnotes.views.names import Symbol
from nnnotes.views.rounding import rounded

MARGIN = 4.0


def plain(net: Network, values: Sequence[Floats] | None = None) -> tuple[list[str], float, float]:
    """The strokes of the drawing, its top and its height; with values, each node shows its own."""
    widest = max(net.sizes) + bool(net.biases)
    pitch = min(max(280 / widest, 10), 48) if values is None else 48
    radius = min(0.36 * pitch, 13) if values is None else VALUE_RADIUS
    columns = np.linspace(MARGIN + radius, svg.WIDTH - MARGIN - radius, len(net.sizes))
    places = [_column(net, layer, float(x), pitch) for layer, x in enumerate(columns)]
    strokes = list(_edges(net, places, radius))
    for n, column in zip(net.sizes, places, strict=True):
        strokes += [svg.circle(x, y, radius) for x, y in column[:n]]
        strokes += [stroke for x, y in column[n:] for stroke in _bias(x, y, radius)]
    for at, layer in zip(places, values or [], strict=False):
        strokes += [svg.small(*xy, rounded(v)) for xy, v in zip(at, layer, strict=False)]
    ys = [y for column in places for _, y in column]
    top = min(ys) - radius - MARGIN
    return strokes, top, max(ys) + radius + MARGIN - top


def _column(net: Network, layer: int, x: float, pitch: float) -> list[tuple[float, float]]:
    """The places of a layer's nodes, and below them of its bias."""
    n = net.sizes[layer]
    with_bias = n + (bool(net.biases) and layer < len(net.weights))
    return [(x, pitch * (i - (n - 1) / 2)) for i in range(with_bias)]


def _bias(x: float, y: float, radius: float) -> Iterator[str]:
    yield svg.rectangle(x - radius, y, 2 * radius, 2 * radius, 1)
    if radius > 9:  # in a smaller square the 1 would touch its sides
        yield svg.label(x, y, Symbol("1"))


def _edges(net: Network, places: list[list[tuple[float, float]]], radius: float) -> Iterator[str]:
    thickest = min(3, 0.25 * radius)
    for layer, W in enumerate(net.weights):
        rows = np.vstack([W, net.biases[layer]]) if net.biases else W  # (n_in + 1, n_out)
        largest = float(np.abs(rows).max()) or 1
        by_size = np.argsort(np.abs(rows), axis=None, kind="stable")  # the largest on top
        for i, j in zip(*np.unravel_index(by_size, rows.shape), strict=True):
            value = float(rows[i, j])
            (x, y), (to_x, to_y) = places[layer][i], places[layer + 1][j]
            sign = "positive" if value > 0 else "negative" if value < 0 else ""
            thickness = thickest * (0.12 + 0.88 * abs(value) / largest)
            yield svg.flow((x + radius, y), (to_x - radius, to_y), sign, thickness)
