"""A clip of the gallery: one network that turns from draw to draw, through the first row of the still.

Only what moves is drawn for each frame, on a ground that is drawn once.
"""

import itertools
from collections.abc import Callable, Iterator

import numpy as np
from contourpy import LineType, contour_generator
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from nnnotes.palette import CLASSES_DARK, DARK
from nnnotes.plots import diverging, sequential
from nnnotes.plots.style import MARKERS, settings
from scripts.figures._networks import (
    SPAN,
    Kind,
    answers,
    between,
    margins,
    random_networks,
    reach,
    scores,
)
from scripts.figures.clip import Clip, eased

STOPS, MOVE, REST = 4, 27, 9  # draws, and frames on the way and at each
PIXELS = 144 / 72  # of a frame, for each unit
WIDE = 240  # units
CURVE_POINTS, FIELD_POINTS = 181, 61
COLOURS = [CLASSES_DARK[f"class-{j}"] for j in range(3)]
FIELD = {"extent": (-SPAN, SPAN, -SPAN, SPAN), "origin": "lower", "interpolation": "bilinear"}


def moving(activation: str, layers: int, inputs: int, outputs: int) -> Clip:
    """The clip; its still is the first draw, which is the one picked out elsewhere."""
    kind = Kind(activation, layers, inputs, outputs)
    nets = random_networks(kind)[:STOPS]
    figure, axes = _ground(kind)
    show = _curves(kind, axes) if inputs == 1 else _plane(kind, axes)

    def change(n: int) -> list:
        at, into = divmod(n, MOVE + REST)
        net = between(nets[at], nets[(at + 1) % STOPS], eased(into - REST, MOVE))
        return show(net)

    return Clip(_frames(figure, axes, STOPS * (MOVE + REST), change), still=0)


def _frames(figure: Figure, axes: Axes, count: int, change: Callable) -> Iterator[np.ndarray]:
    """Like frames_of, but only the artists that ``change(n)`` returns are drawn anew."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    ground = canvas.copy_from_bbox(figure.bbox)
    for n in range(count):
        canvas.restore_region(ground)
        for artist in change(n):
            axes.draw_artist(artist)
        yield np.asarray(canvas.buffer_rgba())[..., :3].copy()


def _ground(kind: Kind) -> tuple[Figure, Axes]:
    """Axes with their names, in the dark palette; what moves is not drawn with them."""
    with rc_context(settings(DARK) | {"font.size": 9, "xtick.labelsize": 9, "ytick.labelsize": 9}):
        # Height, and the share of it below the axes: their names, and under them the player.
        high, below = (236, 0.28) if kind.inputs == 2 else (212, 0.335)
        figure = Figure(figsize=(WIDE / 72, high / 72), dpi=144, facecolor=DARK["ground"])
        axes = figure.subplots()
        figure.set_layout_engine("none")
        axes.set(xlim=(-SPAN, SPAN), xticks=[-SPAN, SPAN])
        axes.set_xticklabels(["−3", "3"])
        axes.set_xlabel("$x_1$", fontsize=11, labelpad=-8)
        axes.tick_params(length=0)
        axes.spines[["left", "bottom"]].set_visible(False)
        if kind.inputs == 1:
            _upright_axis(kind, axes)
        else:
            axes.set(ylim=(-SPAN, SPAN), yticks=[-SPAN, SPAN], aspect="equal")
            axes.set_yticklabels(["−3", "3"])
            axes.set_ylabel("$x_2$", fontsize=11, rotation=0, labelpad=0)
        axes.set_position((0.14, below, 0.82, 0.96 - below))
    return figure, axes


def _upright_axis(kind: Kind, axes: Axes):
    far = reach(kind)
    low = 0 if kind.activation == "sigmoid" else -far
    room = 0.06 * (far - low)
    axes.set(ylim=(low - room * (3 if kind.outputs > 1 else 1), far + room), yticks=[low, far])
    axes.set_yticklabels([f"{end:g}".replace("-", "−") for end in (low, far)])
    axes.set_ylabel("$v_0$" if kind.outputs == 1 else "$v$", fontsize=11, rotation=0, labelpad=0)
    axes.axhline(0, color=DARK["muted"], linewidth=0.6)
    axes.axvline(0, color=DARK["muted"], linewidth=0.6)


def _curves(kind: Kind, axes: Axes) -> Callable:
    """A line for each output, and where there are several, a bar in the colour of the largest."""
    xs = np.linspace(-SPAN, SPAN, CURVE_POINTS)
    colours = [DARK["accent"]] if kind.outputs == 1 else COLOURS
    lines = [
        axes.plot(xs, xs, color=colours[j], linewidth=2, animated=True)[0]
        for j in range(kind.outputs)
    ]
    for j, line in enumerate(lines if kind.outputs > 1 else []):
        line.set(marker=MARKERS[j], markersize=6, markevery=(15 + 12 * j, 36))
    floor = axes.get_ylim()[0]
    bar = LineCollection([], linewidths=6, animated=True, capstyle="butt")
    axes.add_collection(bar, autolim=False)

    def show(net) -> list:
        for line, answer in zip(lines, answers(kind, net, CURVE_POINTS), strict=True):
            line.set_ydata(answer)
        if kind.outputs == 1:
            return lines
        winners = scores(kind, net, CURVE_POINTS).argmax(axis=0)
        ends = np.flatnonzero(np.diff(winners, prepend=-1, append=-1))
        halfway = np.clip(ends - 0.5, 0, len(xs) - 1)
        spans = itertools.pairwise(halfway)
        step = xs[1] - xs[0]
        bar.set_segments([[(step * a - SPAN, floor), (step * b - SPAN, floor)] for a, b in spans])
        bar.set_color([COLOURS[winners[start]] for start in ends[:-1]])
        return [*lines, bar]

    return show


def _plane(kind: Kind, axes: Axes) -> Callable:
    """A field with its border, or regions with theirs and marks of their classes."""
    line = LineCollection([], colors=[DARK["ink"]], linewidths=1.6, animated=True)
    axes.add_collection(line, autolim=False)
    if kind.outputs > 1:
        return _regions(kind, axes, line)
    far = reach(kind)
    low, shades = (0, sequential(DARK)) if kind.activation == "sigmoid" else (-far, diverging(DARK))
    blank = np.zeros((FIELD_POINTS, FIELD_POINTS))
    image = axes.imshow(blank, shades, vmin=low, vmax=far, aspect="equal", animated=True, **FIELD)

    def show(net) -> list:
        image.set_data(answers(kind, net, FIELD_POINTS)[0])
        line.set_segments(_borders(scores(kind, net, FIELD_POINTS)))
        return [image, line]

    return show


def _regions(kind: Kind, axes: Axes, line: LineCollection) -> Callable:
    blank = np.zeros((FIELD_POINTS, FIELD_POINTS, 4))
    image = axes.imshow(blank, aspect="equal", animated=True, **FIELD)
    fills = np.array([to_rgba(colour, 0.35) for colour in COLOURS])
    at = np.linspace(0, FIELD_POINTS - 1, 9)[1::2].round().astype(int)
    ends = np.linspace(-SPAN, SPAN, FIELD_POINTS)
    marks = [
        axes.plot([], [], MARKERS[j], color=COLOURS[j], markersize=5, animated=True)[0]
        for j in range(kind.outputs)
    ]

    def show(net) -> list:
        leads = margins(scores(kind, net, FIELD_POINTS))
        winners = leads.argmax(axis=0)
        image.set_data(fills[winners])
        line.set_segments(_borders(leads[: kind.outputs - (kind.outputs == 2)]))
        for j, mark in enumerate(marks):
            rows, columns = np.nonzero(winners[np.ix_(at, at)] == j)
            mark.set_data(ends[at][columns], ends[at][rows])
        return [image, line, *marks]

    return show


def _borders(fields: np.ndarray) -> list[np.ndarray]:
    """Where any of the fields is zero."""
    ends = np.linspace(-SPAN, SPAN, FIELD_POINTS)
    found = []
    for field in fields:
        made = contour_generator(ends, ends, field, line_type=LineType.Separate)
        found += made.lines(0)
    return found
