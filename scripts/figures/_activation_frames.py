"""Activations and their slopes, all in the same frame: for the figures of "Activation functions"."""

import numpy as np

from nnnotes.activations import ACTIVATIONS
from scripts.figures.style import ACCENT, GROUND, INK, MUTED, label, new_figure

LEFT, RIGHT, LOW, HIGH = -4, 4, -1.3, 2.3
NARROW = 280  # units: two of them stand side by side
FLAT = 0.05  # a slope nearer to zero than this is called flat
JUMPS = {"step": "function", "relu": "slope", "leaky_relu": "slope"}


def frame(name: str, words: str, at: tuple[float, float], slope_at: tuple[float, float]):
    """An activation, solid, and its slope, dashed; grey where the slope is nearly zero."""
    figure, axes = new_figure()
    figure.set_size_inches(NARROW / 72, 164 / 72)
    axes.set(xlim=(LEFT, RIGHT), ylim=(LOW, HIGH), aspect="equal")
    axes.axhline(0, color=MUTED, linewidth=0.8, zorder=0)
    axes.axvline(0, color=MUTED, linewidth=0.8, zorder=0)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    axes.set(xticks=[-4, -2, 0, 2, 4], yticks=[-1, 0, 1, 2], xlabel="sum z")
    z, a, slope = values(name)
    _shade_flat(axes, z, slope)
    broken = JUMPS.get(name)
    axes.plot(z, _parted(z, a) if broken == "function" else a, color=ACCENT, linewidth=2.8)
    dashes = _parted(z, slope) if broken == "slope" else slope
    axes.plot(z, dashes, "--", color=INK, linewidth=1.8)  # over the curve: both may lie at zero
    if broken:
        _mark_jump(axes, name, broken)
    label(axes, *at, words, ACCENT, ha="center", va="center")
    label(axes, *slope_at, "slope", INK, ha="center", va="center")
    return figure


def values(name: str, z=None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places, the activation there, and its slope. Softmax: the first share of scores z and 0."""
    z = np.linspace(LEFT, RIGHT, 161) if z is None else np.asarray(z, float)
    function, derivative, _ = ACTIVATIONS[name]
    if name != "softmax":
        return z, function(z), derivative(z)
    scores = np.stack([z, np.zeros_like(z)], axis=-1)  # (places, 2)
    along = np.stack([np.ones_like(z), np.zeros_like(z)], axis=-1)  # only z moves
    return z, function(scores)[..., 0], derivative(scores, along)[..., 0]


def _parted(z, heights):
    """A line with a gap at the jump, rather than an upright stroke."""
    return np.where(z == 0, np.nan, heights)


def _mark_jump(axes, name: str, broken: str):
    """At zero itself: a full dot where the value is, an empty one where it is not."""
    _, a, slope = values(name, 0.0)
    colour, here = (ACCENT, a) if broken == "function" else (INK, slope)
    axes.plot([0], [here], "o", color=colour, markersize=6, zorder=4)
    axes.plot([0], [1], "o", markerfacecolor=GROUND, markeredgecolor=colour, markersize=6, zorder=4)


def _shade_flat(axes, z, slope):
    flat = np.abs(slope) < FLAT
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flat.astype(int), [0]])))
    for start, end in edges.reshape(-1, 2):
        left, right = z[start], z[min(end, len(z) - 1)]
        if right - left > 0.1:
            axes.axvspan(left, right, color=MUTED, alpha=0.16, linewidth=0, zorder=-1)
        if right - left > 0.5:
            middle = (left + min(right, 0) if left < 0 else left + right) / 2
            label(axes, middle, 2.0, "flat", MUTED, ha="center", va="center")


PANELS = {
    "step": "step",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "gelu": "GELU",
    "identity": "linear",  # in the last row, as it goes far down
    "softmax": "softmax of (z, 0)",
}
REACH, ACROSS, DOWN = 3.0, 7.4, 6.1  # half a panel, and from one panel to the next


def corner(index: int) -> np.ndarray:
    """Where the origin of a panel is, three to a row."""
    return np.array([ACROSS * (index % 3), -DOWN * (index // 3)])


def draw_panels(axes):
    """All curves on one pair of axes: redrawing nine pairs for each frame would take too long."""
    z = np.linspace(-REACH, REACH, 241)
    for index, (name, words) in enumerate(PANELS.items()):
        x, y = corner(index)
        axes.plot([x - REACH, x + REACH], [y, y], color=MUTED, linewidth=0.8)
        axes.plot([x, x], [y - 0.9, y + 3.1], color=MUTED, linewidth=0.8)
        axes.plot(x + z, y + values(name, z)[1], color=INK, linewidth=2, alpha=0.8)
        axes.text(x, y - 1.75, words, ha="center", va="center", color=INK)


def tangents(z: float, half: float = 1.1) -> tuple[np.ndarray, np.ndarray]:
    """Points on all curves, (8, 2), and short lines along them, (24, 2), with gaps between."""
    points, lines = [], []
    for index, name in enumerate(PANELS):
        _, a, slope = values(name, z)
        point = corner(index) + np.array([z, float(a)])
        reach = np.array([1.0, float(slope)]) * half / np.hypot(1.0, slope)
        points.append(point)
        lines += [point - reach, point + reach, [np.nan, np.nan]]
    return np.array(points), np.array(lines)
