"""One step of training, drawn: answers forward, delta back, and slopes where the two meet."""

from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from scripts.figures.style import ACCENT, INK, MUTED, NAME, label

COLUMNS = (0, 1, 2, 3)
TOP, MIDDLE, BOTTOM = 2, 1, 0


def draw_there_and_back(axes):
    axes.set_axis_off()
    axes.set(xlim=(-0.25, 3.85), ylim=(-1.0, 2.85))
    for column, name in zip(COLUMNS, ("a_0", "a_1", "a_2", "z"), strict=True):
        _box(axes, column, TOP, f"${name}$", INK)
    for column in (1, 2, 3):
        _box(axes, column, BOTTOM, rf"$\delta_{column - 1}$", ACCENT)
        _box(axes, column - 0.5, MIDDLE, f"slopes\nof $W_{column - 1}$", MUTED, 0.56, 0.62, 13)
        _name(axes, column - 0.5, TOP + 0.14, f"$W_{column - 1}$", INK)
        _arrow(axes, (column - 1, TOP), (column, TOP), INK)
        _arrow(axes, (column - 1, TOP), (column - 0.57, MIDDLE + 0.15), MUTED)
        _arrow(axes, (column, BOTTOM), (column - 0.43, MIDDLE - 0.15), MUTED)
    for column in (3, 2):
        _arrow(axes, (column, BOTTOM), (column - 1, BOTTOM), ACCENT)
        _name(axes, column - 0.5, BOTTOM + 0.14, rf"$W_{column - 1}^{{\,\top}}$", ACCENT)
        slope = rf"$\times\,(1 - a_{column - 1}^2)$"
        label(axes, column - 0.5, BOTTOM - 0.26, slope, ACCENT, ha="center", va="top")
    _arrow(axes, (3, TOP), (3, BOTTOM), ACCENT)
    label(axes, 1.5, 2.58, "forward", INK, ha="center")
    label(axes, 3.1, MIDDLE, "surprise\nat truth $y$", ACCENT, va="center")
    label(axes, 1.95, -0.9, "backward", ACCENT, ha="center")


def _name(axes, x, y, name, color):
    label(axes, x, y, name, color, fontsize=15, ha="center", va="bottom")


def _box(axes, x, y, name, color, width=0.34, height=0.38, size=NAME):
    axes.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0.02",
            facecolor="none",
            edgecolor=color,
            linewidth=1.6,
        )
    )
    va = "center" if "\n" in name else "center_baseline"
    axes.text(x, y, name, fontsize=size, color=INK, ha="center", va=va, linespacing=1.0)


def _arrow(axes, start, end, color):
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=13,
            shrinkA=21,
            shrinkB=21,
            linewidth=1.6,
            color=color,
        )
    )
