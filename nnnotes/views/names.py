"""The names of nodes and weights, shared by picture, algebra and graph.

In "indexed" notation inputs are x, hidden values h, outputs v, and the weight from node i to node j
is w_ij, or u_ij in the second of two layers. Index 0 of a layer that has a bias is its bias node,
which always holds 1; a network deeper than two layers writes the layer as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nnnotes.network import Floats, Network
from nnnotes.views.rounding import rounded

NOTATIONS = ("line", "indexed", "values")


@dataclass(frozen=True)
class Symbol:
    """A letter with its index and, in deep networks, its layer."""

    letter: str
    index: str = ""
    layer: str = ""

    @property
    def plain(self) -> str:
        """As text: x1, w10, or in deep networks h1,2 and w0,12."""
        return self.letter + (f"{self.layer},{self.index}" if self.layer else self.index)

    @property
    def latex(self) -> str:
        r"""As LaTeX: x_1, w_{10}, or in deep networks h^{(1)}_2."""
        layer = f"^{{({self.layer})}}" if self.layer else ""
        index = f"{{{self.index}}}" if len(self.index) > 1 else self.index
        return self.letter + layer + (f"_{index}" if index else "")


@dataclass(frozen=True)
class Term:
    """What one node takes from another: the weight on the edge between them."""

    source: int
    weight: Symbol
    value: float


def is_line(net: Network) -> bool:
    """Whether the network is y = m x + b: one input, one output, a bias and nothing in between."""
    return net.sizes == (1, 1) and net.activations == ("identity",) and bool(net.biases)


def check_network(net: Network) -> None:
    """Views are of networks."""
    if not isinstance(net, Network):
        raise TypeError(f"views show a Network, such as Network([2, 1], 'tanh'); {net!r} came")


def check_notation(net: Network, notation: str, known: tuple[str, ...]) -> None:
    """A notation that is known, and that this network can be written in."""
    check_network(net)
    if notation not in known:
        raise ValueError(f"there is no notation {notation!r}; there are: {', '.join(known)}")
    if notation == "line" and not is_line(net):
        raise ValueError(
            "only sizes [1, 1] with the identity and a bias can be written as y = m x + b; "
            f'{net!r} came; take notation="indexed"'
        )


def indices(net: Network, layer: int) -> range:
    """The indices of a layer's nodes, its bias node aside: outputs count from 0, others from 1."""
    first = 0 if layer == len(net.weights) else 1
    return range(first, first + net.sizes[layer])


def node(net: Network, layer: int, index: int, notation: str) -> Symbol:
    """The name of a node; index 0 of any layer but the last is its bias node."""
    if notation == "line" or (notation == "values" and is_line(net)):
        return Symbol("y" if layer else ("1", "x")[index])
    last = len(net.weights)
    letter = "x" if layer == 0 else "v" if layer == last else "h"
    return Symbol(letter, str(index), str(layer) if letter == "h" and last > 2 else "")


def terms(net: Network, layer: int, target: int, notation: str) -> Iterator[Term]:
    """What a node of that layer adds up, the bias first."""
    column = target - indices(net, layer)[0]
    if net.biases:
        value = float(net.biases[layer - 1][column])
        yield Term(0, _weight(net, layer - 1, 0, target, notation, value), value)
    for source, row in zip(indices(net, layer - 1), net.weights[layer - 1], strict=True):
        value = float(row[column])
        yield Term(source, _weight(net, layer - 1, source, target, notation, value), value)


def _weight(
    net: Network, layer: int, source: int, target: int, notation: str, value: float
) -> Symbol:
    if notation == "values":
        return Symbol(rounded(value))
    if notation == "line":
        return Symbol("bm"[source])
    n_layers = len(net.weights)
    letter = "u" if (n_layers, layer) == (2, 1) else "w"
    comma = "," if max(source, target) > 9 else ""
    return Symbol(letter, f"{source}{comma}{target}", str(layer) if n_layers > 2 else "")


def parameter(net: Network, name: str) -> tuple[Floats, tuple[int, ...]]:
    """The array that holds a weight of that indexed name, such as w10, and its place there."""
    known = []
    for layer in range(1, len(net.sizes)):
        for column, target in enumerate(indices(net, layer)):
            for term in terms(net, layer, target, "indexed"):
                known.append(term.weight.plain)
                if known[-1] == name:
                    if term.source == 0:
                        return net.biases[layer - 1], (column,)
                    return net.weights[layer - 1], (term.source - 1, column)
    few = ", ".join(known[:12]) + (" and so on" if len(known) > 12 else "")
    raise ValueError(f"{net!r} has no weight {name!r}; there are: {few}")
