"""The bowl of one weight and the valley of two. Its contours are exact: each is an ellipse."""

import numpy as np

from scripts.figures._taxi_descent import PRICE, best, hessian, loss
from scripts.figures.style import ACCENT, INK, MUTED

AROUND = np.linspace(0, 2 * np.pi, 73)


def contours(axes, x: np.ndarray, above: list[float], **settings):
    """Where the loss is so much above its lowest."""
    curvatures, directions = np.linalg.eigh(hessian(x))
    circle = np.stack([np.cos(AROUND), np.sin(AROUND)])  # (2, 73)
    for height in above:
        reach = np.sqrt(2 * height / curvatures)  # height = curvature / 2 · reach²
        across, up = directions @ (reach[:, None] * circle) + best(x)[:, None]
        axes.plot(across, up, **{"color": MUTED, "linewidth": 0.9, "alpha": 0.8} | settings)


def bottom(axes, x: np.ndarray):
    axes.plot(*best(x), "x", color=ACCENT, markersize=9, markeredgewidth=2.2, zorder=5)


def path(axes, walk: np.ndarray, marks: bool = True):
    """The steps of a walk, and a dot where it begins."""
    axes.plot(*walk.T, "-o" if marks else "-", color=INK, linewidth=1.3, markersize=2.8)
    axes.plot(*walk[0], "o", color=INK, markersize=7)


def arrow(axes, start, end, color: str, linewidth: float = 1.5, bend: float = 0):
    style = {"arrowstyle": "-|>", "mutation_scale": 12, "shrinkA": 0, "shrinkB": 0}
    style["connectionstyle"] = f"arc3,rad={bend}"
    axes.annotate("", end, start, arrowprops=style | {"color": color, "linewidth": linewidth})


def draw_loss(axes, named: bool = True):
    """The loss over the price."""
    places = np.linspace(PRICE - 4.8, PRICE + 4.8, 161)
    axes.plot(places, loss(places), color=INK, linewidth=1.6)
    if named:
        axes.set(xlim=(PRICE - 2.4, PRICE + 2.4), ylim=(0, 540))
        axes.set(xlabel="price, in €/km", ylabel="loss, in €²")


def draw_steps(axes, walked: np.ndarray, markersize: float = 6):
    """Where a walk on one weight has been."""
    axes.plot(walked, loss(walked), "-o", color=ACCENT, linewidth=1.2, markersize=markersize)
