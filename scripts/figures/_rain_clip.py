"""The 2-2-1 network at work: numbers the_day, then blame back, frame by frame."""

import numpy as np
from matplotlib.patches import Circle, FancyBboxPatch

from nnnotes.palette import DARK
from scripts.figures._rain import (
    HIDDEN,
    INPUTS,
    LOSS,
    OUTPUT,
    WEIGHTS,
    WIDE,
    blame,
    edges,
    label_place,
    the_day,
)
from scripts.figures.clip import eased, frames_of
from scripts.figures.style import ACCENT, INK, MUTED, NEGATIVE, POSITIVE, new_figure

MOVE, REST = 24, 14
STAGES = 6  # three forward (two layers of edges, the loss), three back
COUNT = STAGES * (MOVE + REST) + 36


def there_and_back_frames():
    """The frames, and the number of the one that stands for all."""
    figure, axes = new_figure(height=330)
    figure.get_layout_engine().set(rect=(0, 0.2, 1, 0.8))  # the player covers what is lowest
    axes.set(xlim=(0, 400), ylim=(272, 6))
    axes.set_axis_off()
    axes.set_aspect("equal")
    scene = _Scene(axes)
    return frames_of(figure, COUNT, scene.change), 3 * (MOVE + REST) + MOVE * 2 + REST + 4


class _Scene:
    """What is on the stage, and when it shows."""

    def __init__(self, axes):
        self.axes = axes
        _, values, loss = the_day()
        deltas = blame()
        self.timed = []  # artist, first frame, last frame
        self.edges = []  # line, the frame in which blame begins to come over it
        self.walkers = []  # line or dot, start, end, first frame, whether it leaves a trail
        self._edges(values, deltas)
        for place in INPUTS:
            axes.add_patch(Circle(place, 19, fill=False, edgecolor=INK, linewidth=1.5))
        for place, value in zip(INPUTS, values[0], strict=True):
            axes.text(*place, f"{value:g}", ha="center", va="center")
        boxes = [(p, 0, i) for i, p in enumerate(HIDDEN)] + [(OUTPUT, 1, 0)]
        for place, layer, i in boxes:
            self._box(place, WIDE)
            heard, blamed = self._begin(layer) + MOVE, self._begin(4 - layer) + MOVE
            self._text(place, f"{values[layer + 1][i]:.3f}", INK, heard, blamed)
            self._text(place, f"{deltas[layer][i]:.3f}", ACCENT, blamed, COUNT)
        self._box(LOSS, 112)
        self._text(LOSS, f"loss {loss:.3f}", INK, self._begin(2) + MOVE, COUNT)
        down = (OUTPUT[0], 154), (OUTPUT[0], 218)
        axes.plot(*np.transpose(down), color=MUTED, linewidth=1.2)
        self._walk(*down, self._begin(2), INK)
        self._walk(*down[::-1], self._begin(3), ACCENT, trail=True)

    @staticmethod
    def _begin(stage: int) -> int:
        return stage * (MOVE + REST) + 6

    def _edges(self, values, deltas):
        for layer, (i, j), start, end in edges():
            weight = WEIGHTS[layer][i][j]
            color, dashes = (POSITIVE, "-") if weight > 0 else (NEGATIVE, (0, (4, 3)))
            (edge,) = self.axes.plot(*np.transpose([start, end]), color=color, linestyle=dashes)
            edge.set_linewidth(abs(weight) + 0.6)
            back = self._begin(5 - layer)
            self.edges.append((edge, back))
            self._walk(start, end, self._begin(layer), INK)
            self._walk(end, start, back, ACCENT, trail=True)
            place = label_place(start, end)
            self._text(place, f"{weight:g}", INK, 0, back + MOVE, patch=True)
            gradient = values[layer][i] * deltas[layer][j]
            self._text(place, f"{gradient:.3f}", ACCENT, back + MOVE, COUNT, patch=True)

    def _box(self, place, width):
        x, y = place
        box = FancyBboxPatch(
            (x - width / 2, y - 17), width, 34, boxstyle="round,pad=0,rounding_size=8", fill=False
        )
        box.set(edgecolor=INK, linewidth=1.5)
        self.axes.add_patch(box)

    def _text(self, place, text, color, first, last, patch=False):
        shown = text.replace("-", "\N{MINUS SIGN}")
        ground = {"facecolor": DARK["ground"], "edgecolor": "none", "pad": 1.5} if patch else None
        artist = self.axes.text(*place, shown, color=color, ha="center", va="center", bbox=ground)
        artist.set_zorder(4)
        self.timed.append((artist, first, last))

    def _walk(self, start, end, first, color, trail=False):
        (dot,) = self.axes.plot([], [], "o", color=color, markersize=9, zorder=3)
        line = None
        if trail:
            (line,) = self.axes.plot([], [], ":", color=color, linewidth=3, zorder=2)
        self.walkers.append((dot, line, np.array(start), np.array(end), first))

    def change(self, n: int):
        """Everything as it is in frame n; the last frames fade into the first."""
        fade = 1 - eased(n - (COUNT - 20), 18)
        for artist, first, last in self.timed:
            gone = eased(n - last, 6) if last < COUNT else 1 - fade
            shown = eased(n - first, 8) * (1 - gone) if first else _from_start(n, last)
            artist.set_alpha(shown)
            if artist.get_bbox_patch():
                artist.get_bbox_patch().set_alpha(shown)
        for edge, back in self.edges:
            edge.set_alpha(1 - 0.85 * eased(n - back, MOVE) * fade)
        for dot, line, start, end, first in self.walkers:
            share = eased(n - first, MOVE)
            here = start + share * (end - start)
            walking = first <= n < first + MOVE
            dot.set_data([here[0]], [here[1]]) if walking else dot.set_data([], [])
            if line is not None:
                line.set_data(*np.transpose([start, here]))
                line.set_alpha(fade if share else 0)


def _from_start(n: int, last: int) -> float:
    """What stands there from the beginning: it goes, and is back for the first frame."""
    return max(1 - eased(n - last, 6), eased(n - (COUNT - 14), 12))
