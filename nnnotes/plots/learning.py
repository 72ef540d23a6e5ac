"""Plots of learning: the loss over the epochs, and over two of the weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import ArrayLike

from nnnotes.network import Network
from nnnotes.plots.fields import BANDS
from nnnotes.plots.maps import sequential
from nnnotes.plots.ranges import Floats, Span, checked_span, grid
from nnnotes.plots.style import name_beside, prepared
from nnnotes.views.names import check_network, parameter

if TYPE_CHECKING:
    from matplotlib.axes import Axes

POINTS = 41


class Losses(Protocol):
    """What a History holds: the losses epoch by epoch, the first being epoch 1."""

    @property
    def training(self) -> list[float]: ...

    @property
    def validation(self) -> list[float]: ...


def history(history: Losses, *, axes: Axes | None = None) -> Axes:
    """Draw the losses over the epochs, and mark the epoch with the smallest one.

    That is the smallest loss on the validation examples, where there are any.

    Args:
        history: what ``train`` returns.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: there is no finished epoch to draw.
        ImportError: matplotlib is not installed.

    Examples:
        >>> from types import SimpleNamespace
        >>> axes = history(SimpleNamespace(training=[0.9, 0.5, 0.3], validation=[0.8, 0.6, 0.7]))
        >>> axes.get_xlabel(), axes.get_ylabel(), [text.get_text() for text in axes.texts]
        ('epoch', 'loss', ['training', 'validation', 'best: 2'])
    """
    if not history.training:
        raise ValueError("there is no finished epoch to draw; train for at least one")
    axes, colours = prepared(axes, height=260)
    judged = "validation" if history.validation else "training"
    lines = (("training", "muted", "--"), ("validation", "accent", "-"))
    for name, colour, dashes in lines:
        losses = getattr(history, name)
        if losses:
            epochs = range(1, len(losses) + 1)
            axes.plot(epochs, losses, color=colours[colour], linestyle=dashes)
            name_beside(axes, epochs[-1], losses[-1], name, colours[colour])
    judging = getattr(history, judged)
    best = int(np.nanargmin(judging))
    axes.plot(best + 1, judging[best], "o", color=colours["ink"], markersize=6)
    below = {"xytext": (0, -16), "ha": "center"}
    name_beside(axes, best + 1, judging[best], f"best: {best + 1}", colours["ink"], **below)
    axes.margins(y=0.16)
    axes.locator_params(axis="x", integer=True)
    axes.set(xlabel="epoch", ylabel="loss")
    return axes


def loss_surface(
    net: Network,
    x: ArrayLike,
    y: ArrayLike,
    loss: str | Callable[[Floats, Floats], float] | Any,
    *,
    between: tuple[str, str] = ("w10", "w00"),
    spans: tuple[Span, Span] | None = None,
    path: Iterable[tuple[float, float]] | None = None,
    axes: Axes | None = None,
) -> Axes:
    """Draw the loss over two of a network's weights, the others as they are, and a path on it.

    Args:
        net: any network; it is left as it is.
        x: examples, (batch, n_in).
        y: their targets, as the loss takes them.
        loss: a loss of nnnotes, by name or as object, or a function of the network's answers and y.
        between: names of two weights or biases, as ``views.graph`` has them: such as w10, or u00
            for the bias of an output in the second of two layers.
        spans: the ends of both axes; None for 2 to each side of the present values.
        path: pairs of values that the two weights had, the first one first; None for none.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: a weight that there is not, two that are one, a span that is none, a path that
            is not pairs, or what the network or the loss refuses.
        TypeError: something else than a network.
        ImportError: matplotlib is not installed.

    Examples:
        >>> line = Network.of([[[0.0]]], [[0.0]], "identity")
        >>> miss = lambda a, y: float(np.mean((a - y) ** 2))
        >>> axes = loss_surface(line, [[0.0], [1.0]], [[0.3], [1.1]], miss, path=[(0, 0), (1, 0.2)])
        >>> axes.get_xlabel(), axes.get_ylabel()
        ('$w_{10}$', '$w_{00}$')
    """
    check_network(net)
    copy = _copy(net)
    places = [parameter(copy, name) for name in between]
    if between[0] == between[1]:
        raise ValueError(f"between={between} names one weight twice; name two")
    spans = spans or _around(places)
    xs, ys, pairs = grid(checked_span(spans[0]), checked_span(spans[1]), POINTS)
    heights = np.array([_loss_at(copy, places, pair, x, y, loss) for pair in pairs])
    walk = None if path is None else _checked_path(path)
    axes, colours = prepared(axes, height=330)
    field = (xs, ys, heights.reshape(POINTS, POINTS))
    levels = _levels(heights)
    shades = sequential(colours)(np.linspace(0, 0.8, len(levels) - 1))
    axes.contourf(*field, levels, colors=list(map(tuple, shades)), antialiased=False)
    axes.contour(*field, levels[1:-1], colors=[colours["muted"]], linewidths=0.6)
    if walk is not None:
        axes.plot(*walk.T, "-o", color=colours["ink"], linewidth=1.6, markersize=3.5)
        x_start, y_start = walk[0]
        # The shades are too deep for words, so this one brings its own ground.
        patch = {"facecolor": colours["ground"], "edgecolor": "none", "pad": 1.5}
        name_beside(axes, x_start, y_start, "start", colours["ink"], va="bottom", bbox=patch)
    axes.set(xlabel=_label(between[0]), ylabel=_label(between[1]), xlim=spans[0], ylim=spans[1])
    return axes


Place = tuple[Floats, tuple[int, ...]]


def _copy(net: Network) -> Network:
    return Network.of(net.weights, net.biases or None, net.activations, dtype=net.weights[0].dtype)


def _around(places: list[Place]) -> tuple[Span, Span]:
    (a, i), (b, j) = places
    return (float(a[i]) - 2, float(a[i]) + 2), (float(b[j]) - 2, float(b[j]) + 2)


def _loss_at(
    net: Network, places: list[Place], pair: Floats, x: ArrayLike, y: ArrayLike, loss: Any
) -> float:
    for (array, where), value in zip(places, pair, strict=True):
        array[where] = value
    if callable(loss):
        return float(loss(net.forward(x), np.asarray(y)))
    return float(net.gradients(x, y, loss).loss)


def _levels(heights: Floats) -> Floats:
    """Close together at the bottom, where learning ends, as steps of the loss's square root."""
    low, high = float(heights.min()), float(heights.max())
    return low + (high - low or 1.0) * np.linspace(0, 1, BANDS + 1) ** 2


def _checked_path(path: Iterable[tuple[float, float]]) -> Floats:
    walk = np.array(list(path), float)
    if walk.ndim != 2 or walk.shape[1] != 2:
        raise ValueError(f"path must be pairs of values, but has shape {walk.shape}")
    return walk


def _label(name: str) -> str:
    return f"${name[0]}_{{{name[1:]}}}$"
