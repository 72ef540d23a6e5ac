"""Plots of networks of two inputs: what they answer all over the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from nnnotes.network import Network
from nnnotes.plots.maps import diverging, sequential
from nnnotes.plots.ranges import Floats, Span, check_inputs, check_output, checked_span, grid
from nnnotes.plots.style import MARKERS, TYPE, Colours, colour_of_class, name_beside, prepared

if TYPE_CHECKING:
    from matplotlib.axes import Axes

POINTS, BANDS = 101, 8
ABOVE = {"xytext": (0, 4), "va": "bottom", "ha": "center", "weight": "bold"}
PROBABILITIES = ("sigmoid", "softmax")


def surface(
    net: Network, *, span: Span = (-3, 3), output: int = 0, axes: Axes | None = None
) -> Axes:
    """Draw one output of a network of two inputs: the deeper the colour, the larger the value.

    Blue is positive and orange negative, centred at zero, where a line runs. Probabilities, from a
    last layer of sigmoid or softmax, go from nothing at 0 to the accent colour at 1.

    Args:
        net: a network of two inputs.
        span: the ends of both axes.
        output: which output, from 0.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: a network of other inputs, an output it has not, or a span that is none.
        TypeError: something else than a network.
        ImportError: matplotlib is not installed.

    Examples:
        >>> axes = surface(Network([2, 4, 1], "tanh", rng=0))
        >>> axes.get_xlabel(), axes.get_ylabel()
        ('$x_1$', '$x_2$')
    """
    check_inputs(net, 2, "a surface")
    check_output(net, output)
    xs, ys, points = grid(checked_span(span), checked_span(span), POINTS)
    heights = net.forward(points)[:, output].reshape(POINTS, POINTS).astype(float)
    axes, colours = prepared(axes, height=360)
    if net.activations[-1] in PROBABILITIES:
        _bands(axes, (xs, ys, heights), np.linspace(0, 1, 11), sequential(colours))
        lines = [0.25, 0.5, 0.75]
    else:
        peak = float(np.abs(heights).max()) or 1.0
        _bands(axes, (xs, ys, heights), np.linspace(-peak, peak, 2 * BANDS + 1), diverging(colours))
        lines = [-peak / 2, 0.0, peak / 2]
    _contours(axes, (xs, ys, heights), lines, colours)
    axes.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    return axes


def regions(
    net: Network,
    x: ArrayLike | None = None,
    y: ArrayLike | None = None,
    *,
    span: Span | None = None,
    axes: Axes | None = None,
) -> Axes:
    """Draw where a network of two inputs decides for which class, and examples as marks.

    With several outputs the largest decides. A single one decides for class 1 above its middle:
    0.5 for sigmoid and step, 0 for others. Each class has its colour and its shape of mark.

    Args:
        net: a network of two inputs.
        x: examples, (batch, 2); None for no marks.
        y: their classes from 0, whole numbers, (batch,) or (batch, 1).
        span: the ends of both axes; None for those of the examples, or -3 to 3 without any.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: a network of other inputs, examples of another shape, classes that are not whole
            numbers from 0, or a span that is none.
        TypeError: something else than a network.
        ImportError: matplotlib is not installed.

    Examples:
        >>> axes = regions(Network([2, 3], "softmax", rng=0), [[0.5, 1.0], [-1.0, 0.2]], [0, 2])
        >>> axes.get_xlabel(), axes.get_ylabel()
        ('$x_1$', '$x_2$')
    """
    check_inputs(net, 2, "regions")
    marks = _marks(x, y)
    across, up = _spans(marks, span)
    xs, ys, points = grid(across, up, POINTS)
    margins = _margins(net, points).reshape(-1, POINTS, POINTS)  # (classes, y, x)
    axes, colours = prepared(axes, height=360)
    for label, margin in enumerate(margins):
        colour = colour_of_class(colours, label)
        if margin.max() > 0:
            axes.contourf(xs, ys, margin, [0, np.inf], colors=[(colour, 0.2)])
        if margin.min() < 0 < margin.max():
            axes.contour(xs, ys, margin, [0], colors=[colours["ink"]], linewidths=1.2)
    if marks is None:
        _name_regions(axes, points, margins.reshape(len(margins), -1), colours)
    else:
        _draw_marks(axes, *marks, colours)
    axes.set(xlabel="$x_1$", ylabel="$x_2$", xlim=across, ylim=up, aspect="equal")
    return axes


def _bands(axes: Axes, field: tuple[Floats, ...], levels: Floats, colour_map: Any) -> None:
    shades = colour_map(np.linspace(0, 1, len(levels) - 1))
    axes.contourf(*field, levels, colors=list(map(tuple, shades)), antialiased=False)


def _contours(axes: Axes, field: tuple[Floats, ...], lines: list[float], colours: Colours) -> None:
    """Three lines with their values; the middle one, where a decision would fall, is thick."""
    for level, thickness in zip(lines, (0.8, 1.8, 0.8), strict=True):
        if field[2].min() < level < field[2].max():
            line = axes.contour(*field, [level], colors=[colours["ink"]], linewidths=thickness)
            axes.clabel(line, fmt=f"{level:.2g}".replace("-", "−"), fontsize=TYPE)


def _margins(net: Network, points: Floats) -> Floats:
    """For each class, by how much it is ahead of the others: (classes, points)."""
    scores = net.forward(points).T.astype(float)
    if len(scores) == 1:
        above = scores[0] - (0.5 if net.activations[-1] in ("sigmoid", "step") else 0)
        return np.stack([-above, above])
    others: list[Floats] = [
        np.delete(scores, label, axis=0).max(axis=0) for label in range(len(scores))
    ]
    margins: Floats = scores - np.stack(others)
    return margins


def _marks(x: ArrayLike | None, y: ArrayLike | None) -> tuple[Floats, Floats] | None:
    if x is None and y is None:
        return None
    if x is None or y is None:
        raise ValueError("examples need both x and y; give both or neither")
    places, labels = np.asarray(x, float), np.asarray(y, float)
    labels = labels[:, 0] if labels.ndim == 2 and labels.shape[1] == 1 else labels
    if (
        places.ndim != 2
        or places.shape[1] != 2
        or labels.shape != places.shape[:1]
        or not len(labels)
    ):
        raise ValueError(
            f"x has shape {places.shape} and y {labels.shape}; regions take (batch, 2) and (batch,)"
        )
    if np.any(labels < 0) or np.any(labels != np.floor(labels)):
        raise ValueError("y must hold classes: whole numbers from 0, one for each example")
    return places, labels.astype(int)


def _spans(marks: tuple[Floats, Floats] | None, span: Span | None) -> tuple[Span, Span]:
    if span is not None or marks is None:
        both = checked_span(span or (-3, 3))
        return both, both
    low, high = marks[0].min(axis=0), marks[0].max(axis=0)
    margin = 0.08 * (high - low) + 1e-9
    (x_low, y_low), (x_high, y_high) = low - margin, high + margin
    return checked_span((x_low, x_high)), checked_span((y_low, y_high))


def _draw_marks(axes: Axes, places: Floats, labels: Floats, colours: Colours) -> None:
    for label in np.unique(labels).tolist():
        of_class = places[labels == label]
        colour, marker = colour_of_class(colours, label), MARKERS[label % len(MARKERS)]
        axes.plot(*of_class.T, marker, color=colour, markersize=5, alpha=0.85, markeredgewidth=0)
        x, y = of_class[of_class[:, 1].argmax()]
        name_beside(axes, x, y, f"{label}", colour, **ABOVE)


def _name_regions(axes: Axes, points: Floats, margins: Floats, colours: Colours) -> None:
    """The class's number, at the point of its region that is nearest to the region's middle."""
    for label, margin in enumerate(margins):
        inside = points[margin > 0]
        if len(inside):
            distances = np.linalg.norm(inside - inside.mean(axis=0), axis=1)
            x, y = inside[distances.argmin()]
            name_beside(axes, x, y, f"class {label}", colour_of_class(colours, label), ha="center")
