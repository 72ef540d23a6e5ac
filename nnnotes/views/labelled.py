"""Drawings in which every node and weight has its name or its number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nnnotes.network import Floats, Network
from nnnotes.views import layout, svg
from nnnotes.views.curves import activation_box, softmax_box
from nnnotes.views.layout import BOX_HEIGHT, CURVE_WIDTH, RADIUS, SUM_WIDTH, VALUE_RADIUS, Stage
from nnnotes.views.names import Symbol, Term, indices, node, terms
from nnnotes.views.rounding import rounded

Point = tuple[float, float]
NAME_BELOW = 22.0  # units that the name of a bias takes below its square


@dataclass(frozen=True)
class Writing:
    """What stands on a drawing: names or numbers on edges, and in nodes their names or values."""

    notation: str
    values: Sequence[Floats] | None = None  # of each layer, (n,)

    @property
    def radius(self) -> float:
        """A node is as large as what it holds."""
        return RADIUS if self.values is None else VALUE_RADIUS

    def in_node(self, net: Network, layer: int, index: int, x: float, y: float) -> str:
        """The name of a node, or its value, written in it."""
        if self.values is None:
            return svg.label(x, y, node(net, layer, index, self.notation))
        return svg.small(x, y, rounded(self.values[layer][index - indices(net, layer)[0]]))


def labelled(net: Network, writing: Writing) -> tuple[list[str], float, float]:
    """The strokes of the drawing, its top and its height."""
    into = [_terms_into(net, layer, writing.notation) for layer in range(1, len(net.sizes))]
    widths = [max(_width(term.weight) for group in layer for term in group) for layer in into]
    stages = layout.stages(net, widths, writing.radius)
    columns = _columns(net, stages)
    strokes: list[str] = []
    for stage, groups, column, activation in zip(
        stages, into, columns, net.activations, strict=False
    ):
        strokes += _edges(stage, groups, column, writing.notation)
        strokes += _sums(stage, activation)
    for layer, column in enumerate(columns):
        strokes += _nodes(net, layer, column, writing)
    return strokes, *_extent(stages, columns, writing)


def _columns(net: Network, stages: list[Stage]) -> list[dict[int, Point]]:
    """For each layer, where its nodes stand; index 0 of any layer but the last is its bias."""
    x, heights = layout.MARGIN + stages[0].radius, layout.input_heights(net, stages[0])
    columns = [{i: (x, y) for i, y in zip(_sources(net, 0), heights, strict=True)}]
    for layer, stage in enumerate(stages, start=1):
        nodes = zip(indices(net, layer), stage.centres, strict=True)
        columns.append({i: (stage.node_x, y) for i, y in nodes})
        if net.biases and layer < len(stages):
            columns[layer][0] = (stage.node_x, layout.bias_height(stage))
    return columns


def _extent(
    stages: list[Stage], columns: list[dict[int, Point]], writing: Writing
) -> tuple[float, float]:
    heights = [y for stage in stages for group in stage.groups for y in group]
    heights += [y for column in columns for _, y in column.values()]
    if writing.notation == "indexed":
        heights += [column[0][1] + NAME_BELOW for column in columns[:-1] if 0 in column]
    top = min(heights) - writing.radius - layout.MARGIN
    return top, max(heights) + writing.radius + layout.MARGIN - top


def _terms_into(net: Network, layer: int, notation: str) -> list[list[Term]]:
    """For each node of a layer, its terms; the bias last, since it is drawn below the others."""
    groups = (list(terms(net, layer, target, notation)) for target in indices(net, layer))
    return [sorted(group, key=lambda term: term.source == 0) for group in groups]


def _sources(net: Network, layer: int) -> list[int]:
    return [*indices(net, layer), *([0] if net.biases else [])]


def _edges(
    stage: Stage, groups: list[list[Term]], at: dict[int, Point], notation: str
) -> Iterator[str]:
    largest = max(abs(term.value) for group in groups for term in group) or 1
    for group, heights in zip(groups, stage.groups, strict=True):
        for term, y in zip(group, heights, strict=True):
            sign = _sign(term.value) if notation == "values" else ""
            thickness = 0.8 + 2.4 * abs(term.value) / largest if notation == "values" else 0.0
            x, source_y = at[term.source]
            right = stage.box_left + stage.box_width
            yield svg.flow(
                (x + (stage.radius if term.source else RADIUS), source_y),
                (stage.box_left, y),
                sign,
                thickness,
            )
            port = stage.port(heights, y)
            yield svg.flow((right, y), (stage.sum_left - 5, port), sign, thickness)
            yield svg.head(stage.sum_left, port, sign)
            yield svg.rectangle(stage.box_left, y, stage.box_width, BOX_HEIGHT, 6, sign)
            yield svg.label(stage.box_left + stage.box_width / 2, y, term.weight)


def _nodes(net: Network, layer: int, at: dict[int, Point], writing: Writing) -> Iterator[str]:
    for index, (x, y) in at.items():
        if index == 0 and layer < len(net.weights):
            yield svg.rectangle(x - RADIUS, y, 2 * RADIUS, 2 * RADIUS, 2)
            yield svg.label(x, y, Symbol("1"))
            if writing.notation == "indexed":
                yield svg.label(x, y + RADIUS + 13, node(net, layer, 0, writing.notation))
        else:
            yield svg.circle(x, y, writing.radius)
            yield writing.in_node(net, layer, index, x, y)


def _sums(stage: Stage, activation: str) -> Iterator[str]:
    for group, y in zip(stage.groups, stage.centres, strict=True):
        yield svg.rectangle(stage.sum_left, y, SUM_WIDTH, stage.sum_height(group), 6)
        yield svg.label(stage.sum_left + SUM_WIDTH / 2, y, Symbol("Σ"))
        right = stage.sum_left + SUM_WIDTH
        if stage.curve_left is not None:
            if activation != "softmax":
                yield from activation_box(stage.curve_left, y, activation)
            right += CURVE_WIDTH
        yield svg.flow((right, y), (stage.node_x - stage.radius - 5, y))
        yield svg.head(stage.node_x - stage.radius, y)
    if activation == "softmax" and stage.curve_left is not None:
        yield from softmax_box(stage.curve_left, stage.centres)


def _sign(value: float) -> str:
    return "positive" if value > 0 else "negative" if value < 0 else ""


def _width(weight: Symbol) -> float:
    if weight.letter.isalpha():
        return 23 + 7 * len(weight.index)
    return max(10 + 8 * len(weight.letter) - 4 * weight.letter.count("."), 26)
