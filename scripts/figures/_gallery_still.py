"""A still of the gallery: a network's drawing, its name, and what twelve random draws of it answer.

Written as SVG by hand, since matplotlib's would be several times as large.
"""

import itertools
import re

import numpy as np
from contourpy import FillType, LineType, contour_generator

from nnnotes.palette import as_variables
from nnnotes.views import svg
from nnnotes.views.curves import activation_box
from nnnotes.views.plain import plain
from scripts.figures._networks import SPAN, Kind, answers, margins, random_networks, reach, scores

ACROSS, GAP, HEADER, FOOTER = 4, 8.0, 124.0, 52.0
SIDE = (400 - GAP * (ACROSS - 1)) / ACROSS
TENTHS = 10  # coordinates within a panel are whole tenths of a unit
COARSE = 33  # points along an axis of a panel
FINER = 4  # times as many where borders have corners, which would look round
STRAIGHT = 2.0  # tenths of a unit that a straight stroke may be off
SUBSCRIPTS = str.maketrans("012", "₀₁₂")
STYLE = """
.net .words{font:15.5px system-ui,sans-serif;text-anchor:start}
.net .name{font:600 17px system-ui,sans-serif;text-anchor:start}
.drawing .shape{stroke-width:2.6}
.drawing .edge.negative{stroke-dasharray:9 6}
.panel path{fill:none;stroke-linejoin:round;stroke-linecap:round}
.panel .zero{stroke:var(--muted);stroke-width:7}
.panel .one{stroke:var(--ink);stroke-width:13}
.panel .picked{stroke:var(--accent);stroke-width:26}
.panel .border{stroke:var(--ink);stroke-width:15}
.panel .frame{stroke:var(--muted);stroke-width:8}
.frame.picked{fill:none;stroke:var(--accent);stroke-width:3}
"""
FILLS = {"positive": "var(--positive)", "negative": "var(--negative)", "share": "var(--accent)"}
FILLS |= {f"class-{j}": f"var(--class-{j})" for j in range(3)}


def still(activation: str, layers: int, inputs: int, outputs: int) -> str:
    """SVG text. The first draw is the one in the drawing, and is picked out."""
    kind = Kind(activation, layers, inputs, outputs)
    nets, far = random_networks(kind), reach(kind)
    tall = SIDE if inputs == 2 else 0.7 * SIDE
    parts = _header(kind, nets[0])
    for index, net in enumerate(nets):
        row, column = divmod(index, ACROSS)
        x, y = column * (SIDE + GAP), HEADER + row * (tall + GAP)
        parts += _panel(kind, net, far, (x, y, tall), picked=index == 0)
    bottom = HEADER + 3 * (tall + GAP)
    parts += _footer(kind, far, bottom + 14)
    name = f"{_called(kind)}, twelve random draws"
    classes = as_variables(classes=True)
    text = svg.document(parts, 0, bottom + FOOTER - 8, name, f"{name}.", STYLE)
    return text.replace(as_variables(), classes) if outputs > 1 else text


def _called(kind: Kind) -> str:
    words = (("layer", kind.layers), ("input", kind.inputs), ("output", kind.outputs))
    name = {"identity": "linear", "relu": "ReLU"}.get(kind.activation, kind.activation)
    return ", ".join([name, *(f"{n} {word}{'' if n == 1 else 's'}" for word, n in words)])


def _header(kind: Kind, net) -> list[str]:
    strokes, top, height = plain(net)
    scale = 0.4
    y = (HEADER - 14 - scale * height) / 2 - scale * top
    edges = [_stronger(stroke) for stroke in strokes if not stroke.startswith("<text")]
    name, *counts = _called(kind).split(", ")
    words = [
        f'<text class="words" x="250" y="{54 + 20 * n}">{c}</text>' for n, c in enumerate(counts)
    ]
    return [
        f'<g class="drawing" transform="translate(20 {svg.at(y)}) scale({scale})">',
        *edges,
        "</g>",
        *activation_box(210, 27, kind.activation),
        f'<text class="name" x="250" y="32">{name}</text>',
        *words,
    ]


def _stronger(stroke: str) -> str:
    """An edge that can be seen, and its dashes too, at this small size."""
    return re.sub(
        r"stroke-width:([\d.]+)",
        lambda found: f"stroke-width:{0.7 + 1.1 * float(found[1]):.2f}",
        stroke,
    )


def _panel(kind: Kind, net, far: float, box: tuple, picked: bool) -> list[str]:
    x, y, tall = box
    wide, high = round(SIDE * TENTHS), round(tall * TENTHS)
    inside = (
        _curves(kind, net, far, wide, high, picked)
        if kind.inputs == 1
        else _plane(kind, net, far, wide)
    )
    frame = ""
    if (kind.inputs == 2 or kind.outputs > 1) and picked:
        frame = f'<rect class="frame picked" x="{svg.at(x)}" y="{svg.at(y)}" width="{svg.at(SIDE)}" height="{svg.at(tall)}"/>'
    return [
        f'<svg class="panel" x="{svg.at(x)}" y="{svg.at(y)}" width="{svg.at(SIDE)}" '
        f'height="{svg.at(tall)}" viewBox="0 0 {wide} {high}">',
        *inside,
        "</svg>" + frame,
    ]


def _curves(kind: Kind, net, far: float, wide: int, high: int, picked: bool) -> list[str]:
    """One output in ink or accent; several in their classes' colours, with the winner's strip below."""
    lines = answers(kind, net, 121)
    floor = high if kind.outputs == 1 else high - 90
    low = 0.0 if kind.activation == "sigmoid" else -far
    xs = np.linspace(0, wide, lines.shape[1])
    ys = (floor - 30) - (floor - 60) * (lines - low) / (far - low)
    zero = round((floor - 30) + (floor - 60) * low / (far - low))
    parts = [
        f'<path class="zero" d="M0 {zero}h{wide}"/>',
        f'<path class="zero" d="M{wide // 2} 0v{floor}"/>',
    ]
    if kind.outputs == 1:
        return [
            *parts,
            _path(f'class="{"picked" if picked else "one"}"', [np.column_stack([xs, ys[0]])]),
        ]
    for j, line in enumerate(ys):
        look = f'style="stroke:var(--class-{j});stroke-width:{22 if picked else 14}"'
        parts.append(_path(look, [np.column_stack([xs, line])]))
        spots = "".join(_mark(j, xs[i], line[i]) for i in range(15 + 10 * j, 121, 45))
        parts.append(f'<path style="fill:var(--class-{j});stroke:none" d="{spots}"/>')
    return parts + _strip(scores(kind, net, 121).argmax(axis=0), wide, high)


def _strip(winners: np.ndarray, wide: int, high: int) -> list[str]:
    """Bars along the bottom: which output is the largest."""
    starts = [0, *(np.flatnonzero(np.diff(winners)) + 1), len(winners)]
    step, parts = wide / len(winners), []
    for start, end in itertools.pairwise(starts):
        fill = f"var(--class-{winners[start]})"
        parts.append(
            f'<path style="fill:{fill};stroke:none" d="M{start * step:.0f} {high - 60}h{(end - start) * step:.0f}v60h{-(end - start) * step:.0f}z"/>'
        )
    return parts


def _plane(kind: Kind, net, far: float, side: int) -> list[str]:
    """A field: deeper colour, larger number, and the line where it changes sign, or its classes."""
    count = (COARSE - 1) * FINER + 1 if kind.activation == "relu" else COARSE
    field, sums = answers(kind, net, count), scores(kind, net, count)
    axis = np.linspace(0, side, count)
    frame = f'<path class="frame" d="M0 0h{side}v{side}h{-side}z"/>'
    if kind.outputs > 1:
        leads = margins(sums)
        parts = [_filled(axis, lead, 0, f"class-{j}", 0.3) for j, lead in enumerate(leads)]
        borders = [_line(axis, lead, 0) for lead in leads[: kind.outputs - (kind.outputs == 2)]]
        return [*parts, *borders, *_marks(leads, side), frame]
    if kind.activation == "sigmoid":
        parts = [_filled(axis, field[0], at, "share", 0.2) for at in (0.2, 0.4, 0.6, 0.8)]
        return [*parts, _line(axis, sums[0], 0), frame]
    parts = [_filled(axis, field[0], at * far, "positive", 0.25) for at in (0, 1 / 3, 2 / 3)]
    parts += [_filled(axis, -field[0], at * far, "negative", 0.25) for at in (0, 1 / 3, 2 / 3)]
    return [*parts, _line(axis, sums[0], 0), frame]


def _filled(axis: np.ndarray, field: np.ndarray, level: float, name: str, opacity: float) -> str:
    if field.max() <= level:
        return ""
    made = contour_generator(axis, axis, field, fill_type=FillType.OuterOffset)
    outlines, offsets = made.filled(level, np.inf)
    rings = [
        points[start:end]
        for points, ends in zip(outlines, offsets, strict=True)
        for start, end in itertools.pairwise(ends)
    ]
    return _path(f'style="fill:{FILLS[name]};fill-opacity:{opacity}"', _upright(rings, axis))


def _line(axis: np.ndarray, field: np.ndarray, level: float) -> str:
    lines = contour_generator(axis, axis, field, line_type=LineType.Separate).lines(level)
    return _path('class="border"', _upright(lines, axis))


def _upright(rings: list[np.ndarray], axis: np.ndarray) -> list[np.ndarray]:
    """x_2 grows upwards, y of an SVG downwards; what is found on the finer grid is made straight."""
    upright = [np.column_stack([ring[:, 0], axis[-1] - ring[:, 1]]) for ring in rings]
    return [_straight(ring) for ring in upright] if len(axis) > COARSE else upright


def _straight(points: np.ndarray) -> np.ndarray:
    """Without the points that lie on the way between others (Douglas and Peucker)."""
    way, rest = points[-1] - points[0], points - points[0]
    length = np.hypot(*way)
    off = np.abs(rest @ (-way[1], way[0])) / length if length else np.hypot(*rest.T)
    farthest = int(off.argmax())
    if off[farthest] <= STRAIGHT:
        return points[[0, -1]]
    return np.vstack([_straight(points[: farthest + 1])[:-1], _straight(points[farthest:])])


def _marks(leads: np.ndarray, side: int) -> list[str]:
    """Small marks all over, each of the class that wins there: shapes tell what colours do."""
    last = leads.shape[1] - 1
    at = np.linspace(0, last, 9)[1::2].round().astype(int)
    parts = []
    for j, lead in enumerate(leads):
        spots = [
            _mark(j, side * c / last, side - side * r / last)
            for r in at
            for c in at
            if lead[r, c] > 0
        ]
        if spots:
            parts.append(f'<path style="fill:var(--class-{j});stroke:none" d="{"".join(spots)}"/>')
    return parts


def _mark(j: int, x: float, y: float, r: int = 36) -> str:
    """Circle, square, triangle."""
    x, y = round(x), round(y)
    if j == 0:
        return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
    if j == 1:
        return f"M{x - 32} {y - 32}h64v64h-64z"
    return f"M{x} {y - 44}l42 76h-84z"


def _path(look: str, rings: list[np.ndarray]) -> str:
    """Whole numbers, each step relative to the last, and no step that goes nowhere."""
    text = []
    for ring in rings:
        points = np.round(np.clip(ring, -3000, 4000)).astype(int)
        steps = np.diff(points, axis=0)
        steps = steps[np.abs(steps).sum(axis=1) > 0]
        text.append(f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps))
    return f'<path {look} d="{"".join(text).replace(" -", "-")}"/>' if text else ""


def _footer(kind: Kind, far: float, y: float) -> list[str]:
    end = f"{SPAN:g}"
    low = "0" if kind.activation == "sigmoid" else f"−{far:g}"
    if kind.inputs == 2:
        lines = [f"x₁ across, x₂ up, both from −{end} to {end}."]
    else:
        lines = [f"Across: x₁ from −{end} to {end}. Up: v from {low} to {far:g}."]
    return [
        f'<text class="words" x="0" y="{svg.at(y + 20 * n)}">{line}</text>'
        for n, line in enumerate(lines)
    ] + _key(kind, far, y + 20)


def _key(kind: Kind, far: float, y: float) -> list[str]:
    """What colours and marks mean, each word in the colour it names."""
    if kind.outputs > 1:
        entries = [(f"class-{j}", f"v{j}".translate(SUBSCRIPTS)) for j in range(kind.outputs)]
        entries.append(("ink", "bar: the largest" if kind.inputs == 1 else "marks: the largest"))
    elif kind.inputs == 2 and kind.activation == "sigmoid":
        entries = [("accent", "deep: v₀ near 1"), ("ink", "line: v₀ is one half")]
    elif kind.inputs == 2:
        entries = [("positive", "v₀ above 0"), ("negative", "v₀ below 0"), ("ink", "line: v₀ is 0")]
    else:
        entries = [("accent", "Green: the one drawn above.")]
    parts, x = [], 0.0
    for place, (colour, words) in enumerate(entries):
        if colour.startswith("class"):
            mark = _mark(place, 60, 60)
            parts.append(
                f'<svg x="{x:.0f}" y="{y - 11:.0f}" width="14" height="14" viewBox="0 0 120 120">'
                f'<path style="fill:var(--{colour})" d="{mark}"/></svg>'
            )
            x += 16
        parts.append(
            f'<text class="words" style="fill:var(--{colour})" x="{x:.0f}" y="{y:.0f}">{words}</text>'
        )
        x += 7.6 * len(words) + 16
    return parts
