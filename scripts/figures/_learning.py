"""The learning rule at work, as a clip and as pictures of single evenings."""

import numpy as np
from matplotlib.patches import Polygon

from scripts.figures._cat import (
    BOX,
    CAME,
    RING,
    STAYED,
    Mistake,
    crossing,
    diary,
    draw_diary,
    firing_side,
    ring,
    shade,
    steps_of_diary,
)
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import ACCENT, INK, label, new_figure

NOTICE, MOVE, LAST = 15, 9, 32  # frames: to see a mistake, to move the line, and at the end
ODD, OPPOSITE = (4.8, 2.5), (1.3, 1.7)  # the evening that no line fits, and one of the circles
GATE = ((4.4, 1.8), (4.4, 3.2))  # the squares on both sides of the way between them


def before_and_after(step: Mistake):
    """A mistake, and what its correction did, side by side."""
    figure, panels = new_figure(height=235, columns=2, sharey=True)
    for axes, numbers, title in zip(panels, step[1:], ("before", "after"), strict=True):
        draw_diary(axes, size=6.5, names=False)
        shade(axes, numbers, *BOX)
        ring(axes, step)
        axes.set_title(title)
    shade(panels[1], step.before, *BOX, dashes="--", fill=False)
    panels[1].set_xticks([2, 4, 6])  # its 0 would touch the 6 of the other
    figure.supxlabel("hours since her last meal", fontsize=13)
    panels[0].set_ylabel("metres to the kitchen")
    return figure


def the_way_across():
    """The diary with one evening turned round, and two ways that cross there."""
    figure, axes = new_figure(height=320)
    evenings, came = diary()
    odd = came.copy()
    (at,) = np.flatnonzero((evenings == ODD).all(axis=1))
    odd[at] = 0
    draw_diary(axes, came=odd)
    axes.plot(*zip(ODD, OPPOSITE, strict=True), color=STAYED, linewidth=1.8, zorder=1)
    axes.plot(*zip(*GATE, strict=True), color=CAME, linewidth=1.8, linestyle="--", zorder=1)
    axes.plot(*ODD, "o", color=ACCENT, **RING)
    label(axes, 5.1, 2.42, "stayed", STAYED, weight="bold", va="center")
    return figure


def learning_clip() -> Clip:
    """A ring marks each mistake; then the line moves."""
    figure, axes = new_figure(height=340)
    figure.get_layout_engine().set(rect=(0, 0.2, 1, 0.78))  # the player covers what is lowest
    draw_diary(axes, words=True)
    side = axes.add_patch(Polygon([(0, 0)] * 3, color=CAME, alpha=0.2, linewidth=0))
    (edge,) = axes.plot([0], [0], color=INK, linewidth=2.5)
    (ring,) = axes.plot([], [], "o", color=ACCENT, **RING)
    title = axes.set_title("mistake 1")
    steps, evenings = steps_of_diary(), diary()[0]
    each = NOTICE + MOVE

    def change(n: int):
        at, into = divmod(n, each)
        over = at >= len(steps)
        step = steps[min(at, len(steps) - 1)]
        share = 1.0 if over else eased(into - NOTICE, MOVE)
        numbers = step.before + (step.after - step.before) * share
        fade = 1 - eased(n - len(steps) * each - 22, 8)
        corners = firing_side(numbers)
        side.set_xy(corners if len(corners) else [(0, 0)] * 3)
        side.set_alpha(0.25 * fade)
        edge.set_data(*crossing(numbers).T)
        edge.set_alpha(fade)
        ring.set_data(*evenings[[step.example]].T)
        ring.set_alpha(0 if over else 1 - eased(into - each + 6, 6))
        title.set_text("no mistake left" if over else f"mistake {at + 1}")

    return Clip(frames_of(figure, len(steps) * each + LAST, change), still=8 * each - 7)
