"""Networks against hand computation, plain loops, and what holds for all of them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS

SHAPES = [([1, 1], "identity"), ([3, 2], "sigmoid"), ([2, 3, 1], "tanh"), ([4, 5, 3, 2], "relu")]


def by_loops(net, x):
    """One example, node by node, with Python's own floats."""
    a = list(x)
    for layer, W in enumerate(net.weights):
        f = ACTIVATIONS[net.activations[layer]].function
        z = [
            sum(a[i] * float(W[i, j]) for i in range(W.shape[0]))
            + (float(net.biases[layer][j]) if net.biases else 0.0)
            for j in range(W.shape[1])
        ]
        a = [float(f(value)) for value in z]
    return a


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize(("sizes", "activations"), SHAPES)
def test_forward_equals_loops(sizes, activations, bias):
    rng = np.random.default_rng(7)
    net = nn.Network(sizes, activations, bias=bias, init="normal", rng=rng)
    x = rng.normal(size=(6, sizes[0]))
    expected = [by_loops(net, row) for row in x.tolist()]
    np.testing.assert_allclose(net.forward(x), expected, rtol=1e-12, atol=1e-14)


def test_forward_by_hand():
    net = nn.Network.of([[[1, -2], [3, 0.5]], [[2], [-1]]], [[0.5, -1], [-14.5]], ["relu", "tanh"])
    # hidden: relu(1·1 + 2·3 + 0.5) = 7.5 and relu(1·-2 + 2·0.5 - 1) = 0; out: tanh(15 - 14.5)
    assert net.forward([1, 2]).tolist() == pytest.approx([math.tanh(0.5)], rel=1e-15)


@pytest.mark.parametrize(("sizes", "activations"), SHAPES)
def test_batch_of_one_equals_the_single_example(sizes, activations):
    net = nn.Network(sizes, activations, rng=1)
    x = np.linspace(-1, 1, sizes[0])
    assert net.forward(x).shape == (sizes[-1],)
    np.testing.assert_allclose(net.forward(x[None])[0], net.forward(x), rtol=1e-14)


@given(st.lists(st.integers(1, 6), min_size=2, max_size=5), st.integers(0, 99))
def test_linear_layers_collapse_to_one(sizes, seed):
    rng = np.random.default_rng(seed)
    deep = nn.Network(sizes, "identity", init="normal", rng=rng)
    W, b = deep.weights[0], deep.biases[0]
    for V, c in zip(deep.weights[1:], deep.biases[1:], strict=True):
        W, b = W @ V, b @ V + c
    flat = nn.Network.of([W], [b], "identity")
    x = rng.normal(size=(5, sizes[0]))
    np.testing.assert_allclose(deep.forward(x), flat.forward(x), rtol=1e-9, atol=1e-11)


def test_permuting_examples_permutes_answers():
    net = nn.Network([2, 4, 3], "sigmoid", rng=4)
    x = np.random.default_rng(5).normal(size=(7, 2))
    order = np.random.default_rng(6).permutation(7)
    np.testing.assert_allclose(net.forward(x[order]), net.forward(x)[order], rtol=1e-14)


def test_weights_can_be_set():
    net = nn.Network([1, 1], "identity", rng=0)
    net.weights[0][:], net.biases[0][:] = 2, 1
    assert net.forward([3.0]).tolist() == [7.0]


def test_forward_leaves_input_and_network_alone():
    net = nn.Network([2, 2], "identity", init="normal", rng=0)
    before, x = [W.copy() for W in (*net.weights, *net.biases)], np.ones((3, 2))
    net.forward(x)[:] = 9
    assert np.all(x == 1)
    for was, now in zip(before, (*net.weights, *net.biases), strict=True):
        np.testing.assert_array_equal(was, now)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_float32_stays_float32(name):
    net = nn.Network([2, 3, 1], name, init="normal", rng=0, dtype=np.float32)
    assert net.forward(np.ones((4, 2))).dtype == np.float32
    assert {W.dtype for W in (*net.weights, *net.biases)} == {np.dtype(np.float32)}


def test_parameters_and_repr_without_bias():
    net = nn.Network([2, 3, 1], ["tanh", "identity"], bias=False, rng=0)
    assert net.biases == []
    assert net.n_parameters == 2 * 3 + 3 * 1
    assert repr(net) == "Network(2 → 3 tanh → 1 identity, no bias, 9 parameters)"


def test_repr_counts_a_single_parameter():
    net = nn.Network([1, 1], "step", bias=False)
    assert repr(net) == "Network(1 → 1 step, no bias, 1 parameter)"


def test_n_parameters_counts_weights_and_biases():
    assert nn.Network([4, 5, 3], "relu").n_parameters == 4 * 5 + 5 + 5 * 3 + 3


def test_equality():
    net, same = (nn.Network([2, 3, 1], "tanh", rng=5) for _ in range(2))
    assert net == same
    same.biases[1][0] += 1e-12
    assert net != same
    assert net != nn.Network([2, 3, 1], "relu", rng=5)
    assert net != nn.Network([2, 3, 1], "tanh", rng=6)
    assert nn.Network([1, 1], "step", init="zeros") != nn.Network(
        [1, 1], "step", init="zeros", bias=False
    )
    assert net != "a network"


def test_networks_are_not_hashable():
    with pytest.raises(TypeError):
        hash(nn.Network([1, 1], "step"))


def test_of_copies_its_numbers():
    W, b = np.ones((2, 1)), np.zeros(1)
    net = nn.Network.of([W], [b], "identity")
    W[:], b[:] = 5, 5
    assert net.forward([1.0, 1.0]).tolist() == [2.0]


def test_of_without_biases():
    net = nn.Network.of([[[2.0]]], None, "identity", dtype=np.float32)
    assert net.biases == []
    assert net.forward([3]).tolist() == [6.0]
    assert net.weights[0].dtype == np.float32


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("shape", [(3,), (5, 3)])
def test_trace_holds_every_step_of_forward(bias, shape):
    net = nn.Network([3, 4, 2], ["gelu", "softmax"], bias=bias, init="normal", rng=0)
    x = np.random.default_rng(1).normal(size=shape)
    trace = net.trace(x)
    assert (len(trace.z), len(trace.a)) == (2, 3)
    np.testing.assert_array_equal(trace.a[0], x)
    np.testing.assert_array_equal(trace.a[-1], net.forward(x))
    for i, W in enumerate(net.weights):
        z = trace.a[i] @ W + (net.biases[i] if bias else 0)
        np.testing.assert_allclose(trace.z[i], z, rtol=1e-14)
        f = ACTIVATIONS[net.activations[i]].function
        np.testing.assert_array_equal(trace.a[i + 1], f(trace.z[i]))


def test_trace_is_a_copy():
    net, x = nn.Network([2, 2], "identity", rng=0), np.ones((3, 2))
    net.trace(x).a[0][:] = 9
    assert np.all(x == 1)


def test_prediction_is_the_largest_output():
    net = nn.Network([2, 4], "softmax", init="normal", rng=0)
    x = np.random.default_rng(0).normal(size=(9, 2))
    expected = [max(range(4), key=row.__getitem__) for row in net.forward(x).tolist()]
    assert net.predict(x).tolist() == expected
    assert net.predict(x[3]).tolist() == expected[3]
    assert net.predict(x).dtype == np.intp


@pytest.mark.parametrize(
    ("activation", "z", "label"),
    [
        ("sigmoid", 0.0, 0),
        ("sigmoid", 0.01, 1),
        ("step", 0.01, 1),
        ("step", 0.0, 0),
        ("identity", 0.5, 0),
        ("identity", 0.51, 1),
        ("tanh", 0.0, 0),
        ("tanh", 0.01, 1),
    ],
)
def test_prediction_of_a_single_output_is_by_threshold(activation, z, label):
    net = nn.Network.of([[[1.0]]], None, activation)
    assert net.predict([[z], [z]]).tolist() == [label, label]
    assert net.predict([z]).tolist() == label
    assert net.predict([z]).dtype == np.intp


@pytest.mark.parametrize("bias", [True, False])
def test_copy_is_equal_and_its_own(bias):
    net = nn.Network([2, 3, 1], "tanh", bias=bias, rng=0, dtype=np.float32)
    twin = net.copy()
    assert twin == net
    assert twin.weights[0].dtype == np.float32
    for mine, its in zip(net.weights + net.biases, twin.weights + twin.biases, strict=True):
        its += 1
        assert not np.any(mine == its)


def test_a_copy_may_hold_what_is_not_finite():
    net = nn.Network([1, 1], "tanh", rng=0)
    net.weights[0][:] = np.nan
    assert np.isnan(net.copy().weights[0]).all()


def test_the_last_layer_says_what_a_prediction_is():
    x = [[0.5, -1.0], [2.0, 1.0], [-1.0, 3.0]]
    three = nn.Network([2, 1, 3], ["tanh", "softmax"], init="normal", rng=1)
    assert np.array_equal(three.predict(x), np.argmax(three.forward(x), axis=1))
    one = nn.Network.of([[[1, 2, 3], [-1, 0, 1]], [[1], [1], [1]]], None, ["tanh", "sigmoid"])
    assert np.array_equal(one.predict(x), one.forward(x)[:, 0] > 0.5)
    assert set(one.predict(x)) == {0, 1}
