"""The picture with the values of one input flowing through it."""

from itertools import pairwise

from numpy.typing import ArrayLike

from nnnotes.network import Floats, Network
from nnnotes.views import svg
from nnnotes.views.labelled import Writing, labelled
from nnnotes.views.layout import TooWide
from nnnotes.views.names import check_network
from nnnotes.views.plain import plain
from nnnotes.views.rounding import rounded

MOST_NODES, MOST_LAYERS = 12, 6


def numbers(
    net: Network, x: ArrayLike, *, title: str | None = None, description: str | None = None
) -> str:
    """Draw a network with the values of one input flowing through: in each node its value.

    Edges carry their weights, as numbers where there is room, and always by colour and thickness.
    Numbers are rounded to two decimals.

    Args:
        net: a network of at most 12 nodes a layer and 6 layers, the input counted.
        x: one example, (n_in,).
        title: what it is, for readers who do not see it; made from the network if None.
        description: what is on it, likewise; it lists the values.

    Returns:
        The text of an SVG, 400 units wide.

    Raises:
        ValueError: x of another shape, or not finite, or a network too large for numbers.
        TypeError: something else than a network, or x that does not hold real numbers.

    Examples:
        >>> line = Network.of([[[0.8]]], [[0.3]], "identity")
        >>> ">1.9</text>" in numbers(line, [2.0])
        True
    """
    check_network(net)
    _check_room(net)
    values = _values(net, x)
    shapes, top, height = _strokes(net, values)
    title = title or f"{net!r} with the input {_listed(values[0])}"
    return svg.document(shapes, top, height, title, description or _in_words(values))


def _values(net: Network, x: ArrayLike) -> list[Floats]:
    """The value of each node, layer by layer, the input first."""
    values = net.trace(x).a
    if values[0].ndim != 1:
        raise ValueError(
            f"x has shape {values[0].shape}, but one example flows at a time; give x[0]"
        )
    return values


def _strokes(net: Network, values: list[Floats]) -> tuple[list[str], float, float]:
    try:
        return labelled(net, Writing("values", values))
    except TooWide:
        return plain(net, values)


def _check_room(net: Network) -> None:
    if max(net.sizes) > MOST_NODES or len(net.sizes) > MOST_LAYERS:
        raise ValueError(
            f"{net!r} is too large to write a number in each node: there is room for "
            f"{MOST_NODES} nodes a layer and {MOST_LAYERS} layers; "
            'picture(net, notation="none") draws it without'
        )


def _in_words(values: list[Floats]) -> str:
    steps = [f"{_listed(before)} gives {_listed(after)}" for before, after in pairwise(values)]
    return f"From left to right: {'; '.join(steps)}."


def _listed(values: Floats) -> str:
    return f"({', '.join(rounded(float(value)) for value in values)})"
