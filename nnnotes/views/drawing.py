"""The network as a picture."""

from nnnotes.network import Network
from nnnotes.views import svg
from nnnotes.views.labelled import Writing, labelled
from nnnotes.views.names import NOTATIONS, check_notation
from nnnotes.views.plain import plain


def picture(
    net: Network,
    *,
    notation: str = "indexed",
    title: str | None = None,
    description: str | None = None,
) -> str:
    """Draw a network, left to right, as an SVG that follows light and dark.

    Circles pass a value on, a square holds the constant 1 of the biases, a small box on an edge
    multiplies by its weight, a Σ adds up, and a box with a curve is an activation.

    Args:
        net: any network; one with more than two layers after the input has room for
            ``notation="none"`` only.
        notation: what stands on the drawing. ``"line"``: x, 1, m, b and y, for sizes [1, 1] with
            the identity; ``"indexed"``: x₁, w₁₀, v₀ and so on; ``"values"``: the weights
            themselves, rounded, on edges with the colour of their sign and the thickness of their
            size; ``"none"``: edges alone, coloured likewise.
        title: what it is, for readers who do not see it; made from the network if None.
        description: what is on it, likewise.

    Returns:
        The text of an SVG, 400 units wide.

    Raises:
        ValueError: a notation that is not known or does not suit the network.
        TypeError: something else than a network.

    Examples:
        >>> line = Network.of([[[0.8]]], [[0.3]], "identity")
        >>> picture(line, notation="line").startswith("<svg")
        True
    """
    check_notation(net, notation, (*NOTATIONS, "none"))
    shapes, top, height = plain(net) if notation == "none" else labelled(net, Writing(notation))
    return svg.document(shapes, top, height, title or repr(net), description or _in_words(net))


def _in_words(net: Network) -> str:
    things = ["hidden node"] * (len(net.weights) - 1) + ["output"]
    layers = zip(net.sizes[1:], things, net.activations, strict=True)
    counts = [f"{_count(n, thing)} ({activation})" for n, thing, activation in layers]
    return f"From left to right: {', '.join([_count(net.sizes[0], 'input'), *counts])}."


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"
