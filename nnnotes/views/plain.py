"""Drawings of nodes and edges alone, for networks too big to label."""

from collections.abc import Iterator

import numpy as np

from nnnotes.network import Network
from nnnotes.views import svg

MARGIN = 4.0


def plain(net: Network) -> tuple[list[str], float, float]:
    """The strokes of the drawing, its top and its height."""
    widest = max(net.sizes) + bool(net.biases)
    pitch = min(max(280 / widest, 10), 48)
    radius = min(0.36 * pitch, 13)
    columns = np.linspace(MARGIN + radius, svg.WIDTH - MARGIN - radius, len(net.sizes))
    places = [_column(net, layer, float(x), pitch) for layer, x in enumerate(columns)]
    strokes = list(_edges(net, places, radius))
    for layer, column in enumerate(places):
        for i, (x, y) in enumerate(column):
            is_bias = i == net.sizes[layer]
            strokes.append(
                svg.rectangle(x - radius, y, 2 * radius, 2 * radius, 1)
                if is_bias
                else svg.circle(x, y, radius)
            )
    ys = [y for column in places for _, y in column]
    top = min(ys) - radius - MARGIN
    return strokes, top, max(ys) + radius + MARGIN - top


def _column(net: Network, layer: int, x: float, pitch: float) -> list[tuple[float, float]]:
    """The places of a layer's nodes, and below them of its bias."""
    n = net.sizes[layer]
    with_bias = n + (bool(net.biases) and layer < len(net.weights))
    return [(x, pitch * (i - (n - 1) / 2)) for i in range(with_bias)]


def _edges(net: Network, places: list[list[tuple[float, float]]], radius: float) -> Iterator[str]:
    thickest = min(3, 0.25 * radius)
    for layer, W in enumerate(net.weights):
        rows = np.vstack([W, net.biases[layer]]) if net.biases else W  # (n_in + 1, n_out)
        largest = float(np.abs(rows).max()) or 1
        for i, j in np.ndindex(rows.shape):
            value = float(rows[i, j])
            (x, y), (to_x, to_y) = places[layer][i], places[layer + 1][j]
            sign = "positive" if value > 0 else "negative" if value < 0 else ""
            thickness = thickest * (0.12 + 0.88 * abs(value) / largest)
            yield svg.flow((x + radius, y), (to_x - radius, to_y), sign, thickness)
