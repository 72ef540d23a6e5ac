"""Bricks of numbers for clips, drawn with matplotlib."""

import numpy as np
from matplotlib.patches import Rectangle

from scripts.figures.style import INK, MUTED, NEGATIVE, POSITIVE


def draw_cells(axes, values: np.ndarray, left: float, bottom: float):
    """A brick of numbers, its rows from the top: the tinted squares, and the numbers in them."""
    patches, texts = [], []
    for (i, j), value in np.ndenumerate(values):
        place = left + j, bottom + len(values) - 1 - i
        color = POSITIVE if value > 0 else NEGATIVE
        patches.append(
            Rectangle(place, 1, 1, facecolor=color, alpha=depth(value, values), linewidth=0)
        )
        axes.add_patch(patches[-1])
        axes.add_patch(Rectangle(place, 1, 1, fill=False, edgecolor=MUTED, linewidth=0.8))
        at = place[0] + 0.5, place[1] + 0.5
        texts.append(axes.text(*at, written(value), ha="center", va="center", fontsize=14))
    outline = (left, bottom), values.shape[1], values.shape[0]
    axes.add_patch(Rectangle(*outline, fill=False, edgecolor=INK, linewidth=1.4))
    return patches, texts


def depth(value: float, among: np.ndarray) -> float:
    """How deep the tint of a value is: none for zero."""
    if value == 0:
        return 0
    return 0.08 + 0.34 * abs(value) / np.abs(among).max()


def written(value: float) -> str:
    """A number as it stands in a cell."""
    return f"{round(float(value), 2):g}".replace("-", "\N{MINUS SIGN}")
