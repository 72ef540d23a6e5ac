"""Strips of cells whose colour is a number: blue above zero, orange below, the ground at zero."""

from matplotlib.patches import Circle, Rectangle

from nnnotes.plots.maps import diverging
from scripts.figures.style import ACCENT, MUTED, label

UNDER_WORDS = 0.56  # of the map's depth: ink on it keeps its contrast


def signed(value: float, places: int = 2) -> str:
    """The number with its sign, a true minus."""
    return f"{value:+.{places}f}".replace("-", "\N{MINUS SIGN}") if value else "0"


def cell(axes, x: float, y: float, value: float, peak: float, text: str = "", side: float = 0.92):
    """A square around (x, y), as deep in colour as the value is large."""
    depth = 0.5 + 0.5 * UNDER_WORDS * max(-1.0, min(1.0, value / peak))
    place, size = (x - side / 2, y - side / 2), (side, side)
    axes.add_patch(
        Rectangle(place, *size, facecolor=diverging()(depth), edgecolor=MUTED, linewidth=0.6)
    )
    if text:
        axes.text(x, y - 0.02, text, ha="center", va="center_baseline")


def block(axes, numbers, left: float, top: float, peak: float, places: int = 1, side: float = 0.92):
    """A matrix of cells whose upper left cell is centred at (left, top); rows go down."""
    for i, row in enumerate(numbers):
        for j, value in enumerate(row):
            words = signed(round(value, places), places).lstrip("+")
            cell(axes, left + j, top - i, value, peak, words, side)


def lamp(axes, x: float, y: float, on: bool, radius: float = 0.3):
    """A light: filled if it is on, an empty ring if it is off."""
    colour = ACCENT if on else "none"
    axes.add_patch(
        Circle((x, y), radius, facecolor=colour, edgecolor=ACCENT if on else MUTED, linewidth=1.4)
    )


def heads(axes, names, y: float, left: float = 0):
    """Names above columns."""
    for x, name in enumerate(names):
        label(axes, left + x, y, name, MUTED, ha="center", va="center")
