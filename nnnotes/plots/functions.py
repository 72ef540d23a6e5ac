"""Plots of functions of one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from nnnotes.activations import ACTIVATIONS
from nnnotes.network import Network
from nnnotes.plots.ranges import Floats, Span, check_inputs, checked_span
from nnnotes.plots.style import colour_of_class, name_beside, prepared
from nnnotes.validation import look_up

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def curve(
    net: Network,
    x: ArrayLike | None = None,
    y: ArrayLike | None = None,
    *,
    span: Span | None = None,
    axes: Axes | None = None,
) -> Axes:
    """Draw what a network of one input answers, one line for each output, and data as dots.

    Args:
        net: a network of one input.
        x: inputs of examples, (batch, 1) or (batch,); None for no dots.
        y: their targets, as long as x.
        span: the ends of the x axis; None for those of the data, or -3 to 3 without any.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: a network of more inputs, x and y of different length, or a span that is none.
        TypeError: something else than a network.
        ImportError: matplotlib is not installed.

    Examples:
        >>> axes = curve(Network([1, 4, 1], "tanh", rng=0))
        >>> axes.get_xlabel(), axes.get_ylabel()
        ('$x_1$', '$v_0$')
    """
    check_inputs(net, 1, "a curve")
    dots = _dots(x, y)
    low, high = checked_span(span or _ends(dots))
    axes, colours = prepared(axes)
    places = np.linspace(low, high, 401)
    answers = net.forward(places[:, None])  # (401, n_out)
    if dots is not None:
        axes.plot(*dots, "o", color=colours["ink"], alpha=0.6, markersize=5, markeredgewidth=0)
    for output, line in enumerate(answers.T):
        single = net.sizes[-1] == 1
        colour = colours["accent"] if single else colour_of_class(colours, output)
        axes.plot(places, line, color=colour, linewidth=2.5, linestyle=_dashes(output))
        if not single:
            name_beside(axes, high, float(line[-1]), f"$v_{{{output}}}$", colour)
    axes.set(xlabel="$x_1$", ylabel="$v_0$" if net.sizes[-1] == 1 else "outputs")
    return axes


def activation(name: str, *, span: Span = (-4, 4), axes: Axes | None = None) -> Axes:
    """Draw an activation and, dashed, its derivative.

    Softmax has several inputs: drawn is the first output of ``softmax([z, 0])``.

    Args:
        name: of the activation.
        span: the ends of the z axis.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: an activation that is not known, or a span that is none.
        ImportError: matplotlib is not installed.

    Examples:
        >>> axes = activation("tanh")
        >>> axes.get_xlabel(), [text.get_text() for text in axes.texts]
        ('$z$', ['tanh', 'derivative'])
    """
    look_up(ACTIVATIONS, name, "activation")
    z = np.linspace(*checked_span(span), 801)
    a, slope = _with_slope(name, z)
    axes, colours = prepared(axes, height=240)
    axes.axhline(0, color=colours["muted"], linewidth=0.8, zorder=0)
    axes.axvline(0, color=colours["muted"], linewidth=0.8, zorder=0)
    axes.plot(z, a, color=colours["accent"], linewidth=2.5)
    axes.plot(z, slope, color=colours["ink"], linewidth=1.6, linestyle="--")
    words = "softmax of (z, 0)" if name == "softmax" else name.replace("_", " ")
    for line, text, colour in ((a, words, "accent"), (slope, "derivative", "ink")):
        name_beside(axes, z[-1], float(line[-1]), text, colours[colour])
    axes.set(xlabel="$z$", ylabel="$f(z)$")
    return axes


def _with_slope(name: str, z: Floats) -> tuple[Floats, Floats]:
    function, derivative = ACTIVATIONS[name].function, ACTIVATIONS[name].derivative
    if name != "softmax":
        return function(z), derivative(z)
    a = function(np.stack([z, np.zeros_like(z)], axis=-1))[:, 0]
    return a, a * (1 - a)  # the Jacobian's corner


def _dots(x: ArrayLike | None, y: ArrayLike | None) -> tuple[Floats, Floats] | None:
    if x is None and y is None:
        return None
    if x is None or y is None:
        raise ValueError("examples need both x and y; give both or neither")
    across, up = np.ravel(np.asarray(x, float)), np.ravel(np.asarray(y, float))
    if across.shape != up.shape or not len(across):
        raise ValueError(f"x has {len(across)} numbers and y {len(up)}; each dot needs one of both")
    return across, up


def _ends(dots: tuple[Floats, Floats] | None) -> Span:
    if dots is None or np.ptp(dots[0]) == 0:
        return -3.0, 3.0
    margin = 0.05 * np.ptp(dots[0])
    return float(dots[0].min() - margin), float(dots[0].max() + margin)


def _dashes(output: int) -> str:
    return ("-", "--", "-.", ":")[output % 4]
