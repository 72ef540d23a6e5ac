"""What the cat's figures share: her perceptron, the diary, the mistakes it learns from."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from nnnotes import Perceptron
from scripts.figures.style import ACCENT, CLASSES, GROUND, INK, MARKERS, label

WEIGHTS, THRESHOLD = np.array([0.67, 0.93, 0.02]), 0.8
BOX = (0.0, 6.0)  # of both axes of the diary
STAYED, CAME = CLASSES[0], CLASSES[1]
RING = {"markersize": 15, "markerfacecolor": "none", "markeredgewidth": 2.2}


class Mistake(NamedTuple):
    """One correction: the example that caused it, and the weights and bias before and after."""

    example: int
    before: np.ndarray  # (3,): w_1, w_2, b
    after: np.ndarray  # (3,)


def diary() -> tuple[np.ndarray, np.ndarray]:
    """Hours since her last meal, metres to the kitchen, (14, 2); whether she came, (14,)."""
    rng = np.random.default_rng(1)
    evenings = np.round(rng.uniform(0.2, 5.8, (14, 2)), 1)
    came = (evenings[:, 0] > 0.9 * evenings[:, 1] + 0.3).astype(int)
    return evenings, came


def mistakes(x, y, epochs: int = 20) -> list[Mistake]:
    """The rule of ``Perceptron.learn``, mistake by mistake; it ends where that does."""
    numbers, found = np.zeros(x.shape[1] + 1), []
    with_one = np.column_stack([x, np.ones(len(x))])
    for _ in range(epochs):
        for index, (row, answer) in enumerate(zip(with_one, y, strict=True)):
            error = answer - int(row @ numbers > 0)
            if error:
                found.append(Mistake(index, numbers, numbers + error * row))
                numbers = found[-1].after
    learned = Perceptron(np.zeros(x.shape[1]))
    learned.learn(x, y, epochs)
    assert np.allclose(numbers, [*learned.weights, learned.bias])
    return found


def steps_of_diary() -> list[Mistake]:
    """What a perceptron of zeros gets wrong as it reads the diary."""
    return mistakes(*diary())


def firing_side(numbers, low: float = BOX[0], high: float = BOX[1]) -> np.ndarray:
    """The corners of the part of a square where w_1 x_1 + w_2 x_2 + b > 0, (n, 2)."""
    square = [(low, low), (high, low), (high, high), (low, high), (low, low)]
    corners = []
    for start, end in pairwise(np.array(square, float)):
        a, b = (numbers[:2] @ start + numbers[2], numbers[:2] @ end + numbers[2])
        if a > 0:
            corners.append(start)
        if (a > 0) != (b > 0):
            corners.append(start + (end - start) * a / (a - b))
    return np.array(corners).reshape(-1, 2)


def crossing(numbers, low: float = BOX[0], high: float = BOX[1]) -> np.ndarray:
    """The ends of the line w_1 x_1 + w_2 x_2 + b = 0 in a square, (2, 2); NaN without one."""
    side = firing_side(numbers, low, high)
    reach = np.abs(side @ numbers[:2] + numbers[2]) if len(side) else np.array([])
    ends = side[reach < 1e-9]
    return ends[:2] if len(ends) >= 2 else np.full((2, 2), np.nan)


def draw_diary(axes, size: float = 8, names: bool = True, words: bool = False, came=None):
    """The evenings: a square where she came, a circle where she stayed."""
    evenings = diary()[0]
    came = diary()[1] if came is None else came
    for answer, colour in ((0, STAYED), (1, CAME)):
        marks = evenings[came == answer].T
        axes.plot(*marks, MARKERS[answer], color=colour, markersize=size, markeredgewidth=0)
    axes.set(xlim=BOX, ylim=BOX, aspect="equal", xticks=[0, 2, 4, 6], yticks=[0, 2, 4, 6])
    if names:
        axes.set(xlabel="hours since her last meal", ylabel="metres to the kitchen")
    if words:
        label(axes, 3.6, 0.28, "came", CAME, weight="bold")
        label(axes, 1.25, 5.4, "stayed", STAYED, weight="bold")


def ring(axes, step: Mistake, size: float = 15):
    """A ring around the evening that caused a correction."""
    x, y = diary()[0][step.example]
    axes.plot(x, y, "o", color=ACCENT, **(RING | {"markersize": size}))


def shade(axes, numbers, low: float, high: float, colour=CAME, dashes: str = "-", fill=True):
    """The side on which a perceptron fires, and its edge."""
    side = firing_side(numbers, low, high)
    if fill and len(side):
        axes.fill(*side.T, color=colour, alpha=0.2, linewidth=0)
    axes.plot(*crossing(numbers, low, high).T, color=INK, linewidth=1.8, linestyle=dashes)


def number_line(axes, values, mark: float, names: tuple[str, str]):
    """Dots on a line with its numbers, and an upright stroke that parts those beyond it."""
    axes.plot([mark, mark], [-0.05, 0.42], color=INK, linewidth=2)
    for value in values:
        fires = int(value > mark)
        axes.plot(
            value, 0, MARKERS[fires], color=CLASSES[fires], markersize=9,
            markeredgecolor=GROUND, markeredgewidth=0.8, zorder=4, clip_on=False,
        )  # fmt: skip
    label(axes, mark - 0.05, 0.3, names[0], STAYED, ha="right", va="center")
    label(axes, mark + 0.05, 0.3, names[1], CAME, va="center")
    axes.set(ylim=(-0.35, 0.5), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_position(("data", 0))
