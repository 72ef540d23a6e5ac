"""Tables of lights and people, row by row as in the notebook."""

import numpy as np
from matplotlib.patches import Rectangle

from nnnotes.plots.maps import diverging
from scripts.figures._streets import pushes
from scripts.figures._strips import cell, heads, lamp, signed
from scripts.figures.style import CLASSES, INK, MUTED, NEGATIVE, POSITIVE, bare, label, new_figure

NUMBERS = ("1", "2", "3")


def draw_lights(axes, lights, walk):
    """The notebook: which lights were on, and what people did."""
    bare(axes)
    heads(axes, NUMBERS, 0.95)
    label(axes, 3.47, 0.95, "people", MUTED, ha="center", va="center")
    for i, (row, walks) in enumerate(zip(lights, walk, strict=True)):
        for j, on in enumerate(row):
            lamp(axes, j, -i, bool(on))
        word, colour = ("walk", CLASSES[1]) if walks else ("stop", CLASSES[0])
        axes.text(3.47, -i, word, color=colour, ha="center", va="center", weight="bold")
    label(axes, -0.75, 0.95, "light", MUTED, ha="right", va="center")
    for y, on, word in ((-2, True, "on"), (-3, False, "off")):
        lamp(axes, -2.6, y, on)
        label(axes, -2.1, y, word, MUTED, va="center")
    axes.set(xlim=(-3.0, 4.6), ylim=(-len(walk) + 0.3, 1.3))


def halves(value: float) -> str:
    """Up or down by a half, in words."""
    return "up ½" if value > 0 else "down ½"


def thousandths(value: float) -> str:
    """The number with its sign, to three places."""
    return signed(value, 3)


def draw_people(axes, y: float, walks: float):
    """What people did, on one line with the words in the row's cells."""
    word = "walk" if walks else "stop"
    label(axes, -0.75, y - 0.02, word, MUTED, ha="right", va="center_baseline")


def draw_pushes(lights, walk, words, net=None):
    """What each row asks of each weight of a network, and below it the sums."""
    figure, axes = new_figure(height=60 + 34 * len(walk))
    bare(axes)
    asks = pushes(lights, walk, net)
    peak, places = np.abs(asks).max(), 3 if net else 1
    heads(axes, [f"light {n}" for n in NUMBERS], 0.95)
    for i, row in enumerate(asks):
        draw_people(axes, -i, walk[i])
        for j, value in enumerate(row):
            cell(axes, j, -i, value, peak, words(value) if lights[i, j] else "")
    for j, value in enumerate(asks.sum(axis=0)):
        colour = POSITIVE if value > 0 else NEGATIVE if value < 0 else INK
        y = -len(walk) - 0.1
        axes.text(
            j, y, signed(value, places), color=colour, ha="center", va="center", weight="bold"
        )
    label(axes, -0.75, -len(walk) - 0.1, "together", INK, ha="right", va="center", weight="bold")
    axes.set(xlim=(-2, 2.6), ylim=(-len(walk) - 0.5, 1.3))
    axes.set_aspect("auto")
    return figure


def draw_strip(axes, y, name, values):
    """One column's correlation over time, with its first and its last value; NaN is undefined."""
    colours = diverging()
    label(axes, -6.4, y, name, INK, ha="right", va="center")
    if np.isnan(values).any():
        middle = len(values) / 2
        for ends in ((0, middle - 5.5), (middle + 5.5, len(values))):
            axes.plot(ends, [y, y], color=MUTED, linewidth=0.8, linestyle=":")
        label(axes, middle, y, "undefined", MUTED, ha="center", va="center")
        return
    edges = np.arange(len(values) + 1)
    axes.pcolormesh(edges, [y - 0.42, y + 0.42], values[None], cmap=colours, vmin=-1, vmax=1)
    axes.add_patch(
        Rectangle((0, y - 0.42), len(values), 0.84, fill=False, edgecolor=MUTED, linewidth=0.6)
    )
    for x, value, side in ((-0.6, values[0], "right"), (len(values) + 0.6, values[-1], "left")):
        label(axes, x, y, signed(round(value, 2)), MUTED, ha=side, va="center")
