"""Where the parts of a labelled drawing stand.

Each stage, from one layer to the next, runs left to right: a column of weight boxes, stacked in one
group for each node they lead to, then that node's sum, its activation, and the node itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nnnotes.network import Network
from nnnotes.views.curves import SIDE
from nnnotes.views.svg import WIDTH

MARGIN, RADIUS = 4.0, 16.0
VALUE_RADIUS = 18.0  # of a node that has a number to hold
BOX_HEIGHT, SUM_WIDTH, CURVE_WIDTH = 26.0, 26.0, SIDE
LEAST_FREE = 42.0  # units in a stage that its edges need
SHARES = ((0.56, 0.23, 0.21), (0.42, 0.35, 0.23))  # fan, into the sum, into the node; one layer
BEND = 30.0  # units in which edges can bend towards a small sum; with less, the sum is tall


class TooWide(ValueError):
    """A network has more layers than a labelled drawing has room for."""


@dataclass(frozen=True)
class Stage:
    """The places of one layer's parts; x of left edges, y of middles."""

    box_left: float
    box_width: float
    sum_left: float
    curve_left: float | None
    node_x: float
    radius: float
    groups: Sequence[Sequence[float]]

    def port(self, group: Sequence[float], y: float) -> float:
        """Where an edge from a weight at the height y enters the sum."""
        centre, extent = (group[0] + group[-1]) / 2, group[-1] - group[0]
        entrance = self.sum_height(group) - BOX_HEIGHT
        return centre + (y - centre) * (entrance / extent if extent else 0)

    def sum_height(self, group: Sequence[float]) -> float:
        """A sum is a small box, or, where edges have no room to bend, as tall as its weights."""
        if self.sum_left - self.box_left - self.box_width > BEND:
            return SUM_WIDTH + 12
        return group[-1] - group[0] + BOX_HEIGHT

    @property
    def centres(self) -> list[float]:
        """The heights of the layer's nodes: each stands in the middle of its weights."""
        return [(group[0] + group[-1]) / 2 for group in self.groups]


def stages(net: Network, box_widths: Sequence[float], radius: float = RADIUS) -> list[Stage]:
    """The stages of a network whose weight boxes have these widths, one for each layer."""
    curved = [name != "identity" for name in net.activations]
    taken = [w + SUM_WIDTH + c * CURVE_WIDTH for w, c in zip(box_widths, curved, strict=True)]
    taken_by_nodes = 2 * (MARGIN + radius * len(net.sizes))
    free = (WIDTH - taken_by_nodes - sum(taken)) / len(taken)
    if free < LEAST_FREE:
        raise TooWide(
            f"{net!r} is too wide to label in a drawing of {WIDTH} units; "
            'take notation="none", which draws nodes and edges only'
        )
    fan, into_sum, into_node = SHARES[len(taken) == 1]
    places, x = [], MARGIN + 2 * radius
    for layer, box_width in enumerate(box_widths):
        box_left = x + fan * free
        sum_left = box_left + box_width + into_sum * free
        sum_right = sum_left + SUM_WIDTH
        curve_left = sum_right if curved[layer] else None
        node_left = sum_right + curved[layer] * CURVE_WIDTH + into_node * free
        groups = _groups(net.sizes[layer] + bool(net.biases), net.sizes[layer + 1])
        node_x = node_left + radius
        places.append(Stage(box_left, box_width, sum_left, curve_left, node_x, radius, groups))
        x = node_x + radius
    return places


def input_heights(net: Network, first: Stage) -> list[float]:
    """The heights of the inputs, and last of their bias, spread along what they lead to."""
    n = net.sizes[0] + bool(net.biases)
    extent = first.groups[-1][-1] - first.groups[0][0]
    pitch = max(extent / n if len(first.groups) > 1 else extent / max(n - 1, 1), 3 * RADIUS)
    return _spread(n, pitch)


def bias_height(stage: Stage) -> float:
    """The height of the bias that stands below a stage's nodes."""
    centres = stage.centres
    pitch = centres[1] - centres[0] if len(centres) > 1 else 0
    return centres[-1] + min(max(pitch, 3 * RADIUS), 4.5 * RADIUS)


def _groups(n_sources: int, n_targets: int) -> list[list[float]]:
    pitch = min(max(220 / (n_sources * n_targets), BOX_HEIGHT + 4), 68)
    middles = _spread(n_targets, n_sources * pitch + 14)
    return [[middle + y for y in _spread(n_sources, pitch)] for middle in middles]


def _spread(n: int, pitch: float) -> list[float]:
    return [pitch * (i - (n - 1) / 2) for i in range(n)]
