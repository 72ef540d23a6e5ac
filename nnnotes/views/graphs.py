"""The network as a graph: nodes connected by directed edges."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nnnotes.network import Network
from nnnotes.views.names import check_network, indices, node, terms

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]  # it has no types


def graph(net: Network) -> "networkx.DiGraph":
    """Turn a network into a networkx graph, whose edges point from input to output.

    Nodes are named as on drawings, in plain text: ``x0`` (the bias, which holds 1), ``x1``, ``h1``,
    ``v0``. Each has its ``layer`` (0 is the input) and its ``kind``: bias, input, hidden or output.
    Each edge has its ``name``, such as ``w10``, and its ``weight``.

    Args:
        net: any network.

    Raises:
        TypeError: something else than a network.
        ImportError: networkx is not installed.

    Examples:
        >>> line = Network.of([[[0.8]]], [[0.3]], "identity")
        >>> list(graph(line).edges(data="weight"))
        [('x0', 'v0', 0.3), ('x1', 'v0', 0.8)]
        >>> graph(line).nodes["x0"]
        {'layer': 0, 'kind': 'bias'}
    """
    check_network(net)
    try:
        import networkx
    except ImportError:
        raise ImportError(
            'a graph needs networkx: python -m pip install "nnnotes[graphs]"'
        ) from None
    drawn = networkx.DiGraph()
    drawn.add_nodes_from(_nodes(net))
    drawn.add_edges_from(_edges(net))
    return drawn


def _nodes(net: Network) -> Iterator[tuple[str, dict[str, Any]]]:
    last = len(net.weights)
    for layer in range(last + 1):
        kind = {0: "input", last: "output"}.get(layer, "hidden")
        if net.biases and layer < last:
            yield _name(net, layer, 0), {"layer": layer, "kind": "bias"}
        for index in indices(net, layer):
            yield _name(net, layer, index), {"layer": layer, "kind": kind}


def _edges(net: Network) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for layer in range(1, len(net.sizes)):
        for target in indices(net, layer):
            for term in terms(net, layer, target, "indexed"):
                ends = _name(net, layer - 1, term.source), _name(net, layer, target)
                yield *ends, {"name": term.weight.plain, "weight": term.value}


def _name(net: Network, layer: int, index: int) -> str:
    return node(net, layer, index, "indexed").plain
