"""The clip of the riddle's four rows in the square of two hidden nodes."""

import numpy as np

from nnnotes.palette import DARK
from scripts.figures._streets import ANSWERS, RIDDLE, correlations, learned
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import CLASSES, INK, MARKERS, MUTED, new_figure

SEED, EPOCHS, MOVE, REST = 6, 600, 110, 20
ENDS = np.array([-1.5, 1.5])


def corners_moving() -> Clip:
    """Left, the square of the hidden nodes; right, three correlations. Forward slowly, a rest, and back."""
    figure, (left, right) = new_figure(height=310, columns=2, width_ratios=[1.25, 1])
    figure.get_layout_engine().set(rect=(0, 0.22, 1, 0.78))  # the player covers what is lowest
    states = learned(2, SEED, EPOCHS)
    marks, border = _draw_square(left)
    bars = _draw_bars(right)

    def change(n: int):
        net = states[round(EPOCHS * _time(n) ** 2)]
        hidden = net.trace(RIDDLE).a[1]
        for mark, place in zip(marks, hidden, strict=True):
            mark.set_data(place[:1], place[1:])
        border.set_data(*_border(net.weights[1][:, 0]))
        for bar, value in zip(bars, correlations(net), strict=True):
            bar.set(ydata=[0, value], color=DARK["positive" if value > 0 else "negative"])

    count = 2 * (MOVE + REST) - MOVE // 2
    return Clip(frames_of(figure, count, change), still=REST + MOVE + 5)


def _time(n: int) -> float:
    """0 to 1 and back: a rest, the way there, a rest, and half as long a way back."""
    if n < REST + MOVE:
        return eased(n - REST, MOVE)
    return 1 - eased(n - 2 * REST - MOVE, MOVE // 2)


def _draw_square(axes):
    axes.set(xlim=ENDS, ylim=ENDS, xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    axes.set(xticklabels=["−1", "0", "1"], yticklabels=["−1", "0", "1"])
    axes.set(xlabel="hidden 1", ylabel="hidden 2", title=" ")
    (border,) = axes.plot([0, 0], [0, 0], "--", color=INK, linewidth=1.6)
    marks = [
        axes.plot([0], [0], MARKERS[c], color=CLASSES[c], markersize=12, alpha=0.9)[0]
        for c in ANSWERS
    ]
    for c, word, x in ((1, "walk", -1.2), (0, "stop", 0.3)):
        axes.plot(x, 1.75, MARKERS[c], color=CLASSES[c], markersize=10, clip_on=False)
        axes.text(x + 0.22, 1.74, word, color=CLASSES[c], va="center")
    return marks, border


def _border(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The ends of the line on which weights · hidden is one half."""
    along = np.array([-weights[1], weights[0]]) / np.linalg.norm(weights)
    foot = 0.5 * weights / (weights @ weights)
    return tuple(np.array([foot - 4 * along, foot + 4 * along]).T)


def _draw_bars(axes):
    axes.axhline(0, color=MUTED, linewidth=0.8)
    axes.set(xlim=(-0.6, 2.6), ylim=(-1.05, 1.05), title="correlation", xticks=[0, 1, 2])
    axes.set(xticklabels=["h 1", "h 2", "out"], yticks=[-1, 0, 1], yticklabels=["−1", "0", "1"])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)
    return [
        axes.plot([x, x], [0, 0], linewidth=16, solid_capstyle="butt", clip_on=False)[0]
        for x in range(3)
    ]
