"""Clips: matplotlib figures frame by frame, in one theme for light pages and dark ones.

The theme is the palette's dark one: a dark picture on a light page looks like a screen, while a
light one on a dark page glares.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from nnnotes.palette import CLASSES_DARK, CLASSES_LIGHT, DARK, LIGHT

# Frames are drawn at twice the size they are shown at: 800 pixels for 400 units.
PIXELS_PER_INCH = 144
IN_DARK = {"#000000": DARK["ink"]} | {
    light: (DARK | CLASSES_DARK)[name] for name, light in (LIGHT | CLASSES_LIGHT).items()
}


@dataclass
class Clip:
    """Frames (height, width, 3) of bytes, how many a second, and which one is the still."""

    frames: Iterable[np.ndarray]
    still: int
    rate: int = 30


def frames_of(figure: Figure, count: int, change: Callable[[int], None]) -> Iterator[np.ndarray]:
    """Call ``change(n)`` before each of the frames, and take the figure's picture."""
    figure.set_dpi(PIXELS_PER_INCH)
    _wear_dark(figure)
    figure.canvas.draw()
    # Placed once: laying out every frame would take most of the time.
    figure.set_layout_engine("none")
    for n in range(count):
        change(n)
        figure.canvas.draw()
        yield np.asarray(figure.canvas.buffer_rgba())[..., :3].copy()
    plt.close(figure)


def eased(n: float, length: float) -> float:
    """How far a smooth move has come, 0 to 1, after n of its frames."""
    t = min(max(n / length, 0.0), 1.0)
    return t * t * (3 - 2 * t)


def _wear_dark(figure: Figure):
    """Give every line, word and frame of a drawing the dark palette's colour for the same thing."""
    figure.set_facecolor(DARK["ground"])
    for artist in figure.findobj(lambda one: isinstance(one, Line2D | Text)):
        artist.set_color(_darkened(artist.get_color()))
    for patch in figure.findobj(Patch):
        patch.set(edgecolor=_darkened(patch.get_edgecolor()))
        patch.set(facecolor=_darkened(patch.get_facecolor()))
    for marks in figure.findobj(Collection):
        marks.set_edgecolor([_darkened(colour) for colour in marks.get_edgecolor()])
        marks.set_facecolor([_darkened(colour) for colour in marks.get_facecolor()])


def _darkened(colour):
    """The dark palette's colour for the same thing, as opaque as it was; others as they are."""
    red_green_blue, alpha = to_hex(colour), to_rgba(colour)[3]
    return to_rgba(IN_DARK.get(red_green_blue, red_green_blue), alpha)
