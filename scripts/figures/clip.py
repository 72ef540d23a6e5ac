"""Clips: matplotlib figures frame by frame, in one theme on a neutral ground."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

# Between the light page and the dark one; ink and the palette's light hues stand out on it.
NEUTRAL = "#f1eee7"
# Frames are drawn at twice the size they are shown at: 800 pixels for 400 units.
PIXELS_PER_INCH = 144


@dataclass
class Clip:
    """Frames (height, width, 3) of bytes, how many a second, and which one is the still."""

    frames: Iterable[np.ndarray]
    still: int
    rate: int = 30


def frames_of(figure: Figure, count: int, change: Callable[[int], None]) -> Iterator[np.ndarray]:
    """Call ``change(n)`` before each of the frames, and take the figure's picture."""
    figure.set_dpi(PIXELS_PER_INCH)
    figure.set_facecolor(NEUTRAL)
    figure.canvas.draw()
    figure.set_layout_engine(
        "none"
    )  # placed once: laying out every frame would take most of the time
    for n in range(count):
        change(n)
        figure.canvas.draw()
        yield np.asarray(figure.canvas.buffer_rgba())[..., :3].copy()
    plt.close(figure)


def eased(n: float, length: float) -> float:
    """How far a smooth move has come, 0 to 1, after n of its frames."""
    t = min(max(n / length, 0.0), 1.0)
    return t * t * (3 - 2 * t)
