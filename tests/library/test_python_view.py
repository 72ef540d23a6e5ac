"""The Python view is a program that computes what the network does, to the last bit."""

import subprocess
import sys

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS


def forward_of(net):
    namespace = {}
    exec(nn.views.python(net), namespace)
    return namespace["forward"]


def same_bits(one, other):
    return one.dtype == other.dtype and one.tobytes() == other.tobytes()


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_executed_it_gives_the_very_numbers(activation, bias, dtype):
    net = nn.Network([3, 5, 4], activation, bias=bias, init="normal", rng=7, dtype=dtype)
    forward = forward_of(net)
    batch = np.random.default_rng(1).normal(0, 2, (33, 3))
    assert same_bits(forward(batch), net.forward(batch))
    assert same_bits(forward(batch[0]), net.forward(batch[0]))
    assert same_bits(forward(batch[0].tolist()), net.forward(batch[0].tolist()))


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_large_and_tiny_weights_survive(activation):
    net = nn.Network.of([[[1e4, -1e4, 1 / 3], [5e-324, 0.1, -0.0]]], [[1e4, 2, 3]], activation)
    for x in ([1.0, 1.0], [-1e3, 3], [0, -0.0]):
        assert same_bits(forward_of(net)(x), net.forward(x))


def test_each_function_is_written_once_and_the_identity_not_at_all():
    source = nn.views.python(nn.Network([2, 3, 3, 1], ["tanh", "tanh", "identity"], rng=0))
    assert source.count("def ") == 2
    assert "layer_3 = layer_2 @ weights_2_3 + biases_3\n" in source


def test_it_runs_where_nnnotes_is_not():
    net = nn.Network([2, 3, 2], ["gelu", "softmax"], init="normal", rng=0)
    program = nn.views.python(net) + "\nprint(forward([0.5, -1.0]).tolist())"
    block = "import sys; sys.modules['nnnotes'] = None\n"
    run = subprocess.run(
        [sys.executable, "-c", block + program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == str(net.forward([0.5, -1.0]).tolist())


def test_floats_that_python_cannot_write_are_refused():
    longest = np.dtype(np.longdouble)
    if longest.itemsize == 8:
        pytest.skip("long doubles are doubles here")
    with pytest.raises(ValueError, match="64 bits"):
        nn.views.python(nn.Network([1, 1], "tanh", dtype=longest))


def test_only_networks():
    with pytest.raises(TypeError, match="views show a Network"):
        nn.views.python("net")
