"""How every figure looks: sizes, type, colours, axes.

Figures are drawn 400 units wide with type of 13 units, so that they read on a phone. Colours are
the light palette's; scripts/pages/encode.py makes variables of them that follow the reader's scheme.
"""

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
from matplotlib.figure import Figure

from nnnotes.palette import CLASSES_LIGHT, LIGHT
from nnnotes.plots.style import MARKERS  # noqa: F401 - the figures take it from here

WIDTH = 400
TYPE = 13
NAME = 18  # a subscript is seven tenths of it
INK, MUTED, GROUND = LIGHT["ink"], LIGHT["muted"], LIGHT["ground"]
POSITIVE, NEGATIVE, ACCENT = LIGHT["positive"], LIGHT["negative"], LIGHT["accent"]
CLASSES = tuple(CLASSES_LIGHT.values())  # of class 0, 1 and so on; never without MARKERS or a word

SETTINGS = {
    "font.size": TYPE,
    "font.family": "sans-serif",
    "axes.titlesize": TYPE,
    "axes.labelsize": TYPE,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelsize": TYPE,
    "ytick.labelsize": TYPE,
    "xtick.major.width": 0.8,
    "ytick.major.width": 0.8,
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
    "mathtext.fontset": "dejavuserif",
}
# Once, before anything is drawn: what a figure looks like must not depend on which came before it.
plt.rcParams.update(SETTINGS)


def new_figure(
    height: float = 260, columns: int = 1, rows: int = 1, **settings
) -> tuple[Figure, object]:
    """A figure 400 units wide, and its axes (an array of them for several rows or columns)."""
    inches = WIDTH / 72, height / 72
    return plt.subplots(rows, columns, figsize=inches, layout="constrained", **settings)


def bare(axes):
    """No axes at all, and one unit as long across as up: for drawings."""
    axes.set_axis_off()
    axes.set_aspect("equal")


def through_zero(axes, reach: float):
    """Axes that cross at zero and reach as far each way, with the ends labelled alone."""
    axes.set(xlim=(-1.1 * reach, 1.1 * reach), ylim=(-1.1 * reach, 1.1 * reach))
    axes.axhline(0, color=MUTED, linewidth=0.8, zorder=0)
    axes.axvline(0, color=MUTED, linewidth=0.8, zorder=0)
    axes.set(xticks=[-reach, 0, reach], yticks=[-reach, 0, reach])
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(length=0)


def name_axes(axes, x: str, y: str):
    """Formulas as the axes' names, upright and large enough for their subscripts."""
    axes.set_xlabel(x, fontsize=NAME)
    axes.set_ylabel(y, fontsize=NAME, rotation=0, labelpad=12)


def label(axes, x: float, y: float, text: str, color: str = INK, **settings):
    """Words beside the thing they name."""
    axes.annotate(text, (x, y), color=color, annotation_clip=False, **settings)
