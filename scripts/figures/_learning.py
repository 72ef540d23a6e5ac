"""The clip of the learning rule at work."""

from matplotlib.patches import Polygon

from scripts.figures._cat import (
    CAME,
    RING,
    crossing,
    diary,
    draw_diary,
    firing_side,
    steps_of_diary,
)
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import ACCENT, INK, new_figure

NOTICE, MOVE, LAST = 15, 9, 32  # frames: to see a mistake, to move the line, and at the end


def learning_clip() -> Clip:
    """A ring marks each mistake; then the line moves."""
    figure, axes = new_figure(height=340)
    figure.get_layout_engine().set(rect=(0, 0.2, 1, 0.8))  # the player covers what is lowest
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

    return Clip(frames_of(figure, len(steps) * each + LAST, change), still=7 * each + each - 1)
