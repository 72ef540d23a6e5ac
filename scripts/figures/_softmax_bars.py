"""Scores, exponentials and shares as bars: for the figures of "Activation functions"."""

import numpy as np

from nnnotes import softmax
from scripts.figures._digits_layer import quiet
from scripts.figures.style import ACCENT, INK, NEGATIVE, POSITIVE, label

SCORES = np.array([2.0, 1.0, -1.0])
NAMES = ["A", "B", "C"]
MINUS = "\N{MINUS SIGN}"


def draw_bars(axes, heights, words: str, form: str, signed: bool = False):
    """Three bars with their numbers above them."""
    colours = [ACCENT if not signed else POSITIVE if h > 0 else NEGATIVE for h in heights]
    axes.bar(range(3), heights, color=colours, width=0.62, alpha=0.85)
    quiet(axes)
    gap = 0.03 * max(heights)
    for place, height in enumerate(heights):
        text = form.format(height).replace("-", MINUS)
        below = height < 0
        label(axes, place, height - 2.5 * gap if below else height + gap, text, ha="center",
              va="top" if below else "bottom")  # fmt: skip
    axes.set_xticks(range(3), NAMES)
    axes.tick_params(axis="x", labelcolor=INK)
    axes.set(title=words, xlim=(-0.6, 2.6), ylim=(min(1.25 * min(heights), 0), 1.22 * max(heights)))


def draw_three_steps(panels):
    """Scores, their exponentials, and each one's share of the sum."""
    draw_bars(panels[0], SCORES, "scores", "{:.0f}", signed=True)
    panels[0].set(ylim=(-1.7, 2.5))
    panels[0].tick_params(axis="x", pad=4)
    draw_bars(panels[1], np.exp(SCORES), "exponentials", "{:.2f}")
    draw_bars(panels[2], softmax(SCORES), "shares", "{:.1%}")


def draw_table(axes):
    """How much each share moves with each score: blue up, orange down."""
    a = softmax(SCORES)
    jacobian = np.diag(a) - np.outer(a, a)  # [share, score]
    for (share, score), slope in np.ndenumerate(jacobian):
        colour = POSITIVE if slope > 0 else NEGATIVE
        axes.add_patch(_cell(score, share, (colour, 0.16 + 1.6 * abs(slope))))
        text = f"{slope:+.3f}".replace("-", MINUS)
        axes.text(score, share, text, ha="center", va="center", color=INK)
    axes.set(xlim=(-0.55, 2.55), ylim=(2.55, -0.55), xlabel="the score that is nudged",
             ylabel="the share that moves")  # fmt: skip
    axes.set_xticks(range(3), NAMES)
    axes.set_yticks(range(3), NAMES)
    axes.tick_params(length=0, labelcolor=INK)
    axes.xaxis.set_label_position("top")
    axes.xaxis.tick_top()
    axes.spines[:].set_visible(False)


def _cell(x, y, colour):
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.47, y - 0.45), 0.94, 0.9, facecolor=colour, edgecolor="none")
