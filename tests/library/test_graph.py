"""The graph is acyclic, named as the drawings are, and computes what the network does."""

import sys

import networkx
import numpy as np
import pytest

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS

NETWORKS = [
    nn.Network([1, 1], "identity", init="normal", rng=0),
    nn.Network([2, 3, 2], ["tanh", "sigmoid"], init="normal", rng=1),
    nn.Network([2, 3, 2, 1], "relu", init="normal", rng=2),
    nn.Network([3, 4, 1], "tanh", bias=False, rng=3),
]


@pytest.mark.parametrize("net", NETWORKS, ids=repr)
def test_topological_order_is_the_forward_pass(net):
    drawn = nn.views.graph(net)
    assert networkx.is_directed_acyclic_graph(drawn)
    x = np.linspace(-1, 2, net.sizes[0])
    values = dict(zip(_of_kind(drawn, "input"), x, strict=True))
    values |= dict.fromkeys(_of_kind(drawn, "bias"), 1.0)
    for node in networkx.topological_sort(drawn):
        if node not in values:
            incoming = drawn.in_edges(node, data="weight")
            z = sum(values[source] * weight for source, _, weight in incoming)
            activation = net.activations[drawn.nodes[node]["layer"] - 1]
            values[node] = float(ACTIVATIONS[activation].function(z))
    outputs = [values[node] for node in _of_kind(drawn, "output")]
    np.testing.assert_allclose(outputs, net.forward(x), rtol=1e-12)


def _of_kind(drawn, kind):
    return [node for node, data in drawn.nodes(data=True) if data["kind"] == kind]


@pytest.mark.parametrize("net", NETWORKS, ids=repr)
def test_counts(net):
    drawn = nn.views.graph(net)
    assert drawn.number_of_edges() == net.n_parameters
    n_biases = len(net.weights) if net.biases else 0
    assert drawn.number_of_nodes() == sum(net.sizes) + n_biases
    layers = networkx.get_node_attributes(drawn, "layer")
    assert all(layers[j] - layers[i] == 1 for i, j in drawn.edges)


def test_a_line_is_named_as_in_the_drawing():
    drawn = nn.views.graph(nn.Network.of([[[0.8]]], [[0.3]], "identity"))
    assert dict(drawn.nodes(data=True)) == {
        "x0": {"layer": 0, "kind": "bias"},
        "x1": {"layer": 0, "kind": "input"},
        "v0": {"layer": 1, "kind": "output"},
    }
    assert list(drawn.edges(data=True)) == [
        ("x0", "v0", {"name": "w00", "weight": 0.3}),
        ("x1", "v0", {"name": "w10", "weight": 0.8}),
    ]


@pytest.mark.parametrize("net", NETWORKS[:2], ids=repr)
def test_edge_names_are_the_labels_of_the_drawing_and_the_letters_of_the_algebra(net):
    names = [name for _, _, name in nn.views.graph(net).edges(data="name")]
    assert len(set(names)) == net.n_parameters
    drawing, algebra = nn.views.picture(net), nn.views.algebra(net)
    for name in names:
        assert f'>{name[0]}<tspan class="index" dy="4">{name[1:]}</tspan>' in drawing
        assert f"{name[0]}_{{{name[1:]}}}" in algebra


def test_names_stay_distinct_in_wide_and_deep_networks():
    for sizes in ([12, 11], [2, 12, 1], [2, 3, 3, 12, 1]):
        net = nn.Network(sizes, "relu")
        drawn = nn.views.graph(net)
        assert drawn.number_of_edges() == net.n_parameters
        names = {name for _, _, name in drawn.edges(data="name")}
        assert len(names) == net.n_parameters


def test_without_networkx_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ImportError, match=r"nnnotes\[graphs\]"):
        nn.views.graph(NETWORKS[0])
