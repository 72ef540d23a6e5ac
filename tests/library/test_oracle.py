"""The oracle: what PyTorch computes, number by number, in float64.

`make oracle` runs it in an environment of its own. Where PyTorch is missing these tests are
skipped, and say so, unless NNNOTES_ORACLE=required is set: then a missing PyTorch is a failure.
"""

import os
from itertools import product

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS

try:
    import torch
except ImportError:
    torch = None
    if os.environ.get("NNNOTES_ORACLE") == "required":
        raise
    WHY = "PyTorch is not installed: run `make oracle`, or pip install -r requirements-bench.txt"
    pytest.skip(WHY, allow_module_level=True)

F = torch.nn.functional
SIZES = [4, 5, 3]
N = 7
EXACT = {"rtol": 1e-10, "atol": 1e-10}
STEPS = 50

HIDDEN = {
    "identity": lambda z: z,
    "step": lambda z: (z > 0).double(),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky_relu": F.leaky_relu,
    "gelu": lambda z: F.gelu(z, approximate="tanh"),
    "softmax": lambda z: F.softmax(z, dim=-1),
}
# Of the last z, with the activation that belongs to the loss taken along.
EXACT_LOSSES = {
    "binary_cross_entropy": ("sigmoid", F.binary_cross_entropy_with_logits),
    "cross_entropy": ("softmax", F.cross_entropy),
}
OPTIMIZERS = {
    "sgd": (nn.SGD(0.1), torch.optim.SGD, {"lr": 0.1}),
    "momentum": (nn.SGD(0.05, 0.9), torch.optim.SGD, {"lr": 0.05, "momentum": 0.9}),
    "nesterov": (
        nn.SGD(0.05, 0.9, nesterov=True),
        torch.optim.SGD,
        {"lr": 0.05, "momentum": 0.9, "nesterov": True},
    ),
    "rmsprop": (nn.RMSProp(0.01), torch.optim.RMSprop, {"lr": 0.01}),
    "rmsprop, own decay": (
        nn.RMSProp(0.02, decay=0.8, epsilon=1e-3),
        torch.optim.RMSprop,
        {"lr": 0.02, "alpha": 0.8, "eps": 1e-3},
    ),
    "adam": (nn.Adam(0.01), torch.optim.Adam, {"lr": 0.01}),
    "adam, own shares": (
        nn.Adam(0.02, beta1=0.7, beta2=0.9, epsilon=1e-3),
        torch.optim.Adam,
        {"lr": 0.02, "betas": (0.7, 0.9), "eps": 1e-3},
    ),
}
LEARNING = [name for name in ACTIVATIONS if name != "step"]
PAIRS = [
    *product(LEARNING, LEARNING, ["mse"]),
    *((hidden, last, loss) for loss, (last, _) in EXACT_LOSSES.items() for hidden in LEARNING),
]

every_pair = pytest.mark.parametrize(("hidden", "last", "loss"), PAIRS)
with_and_without_bias = pytest.mark.parametrize("bias", [True, False])


class Oracle:
    """The same network in PyTorch: its own copies of the parameters, its own formulas."""

    def __init__(self, net):
        self.activations = [HIDDEN[name] for name in net.activations]
        self.weights = [torch.tensor(W, requires_grad=True) for W in net.weights]
        self.biases = [torch.tensor(b, requires_grad=True) for b in net.biases]

    @property
    def parameters(self):
        return [*self.weights, *self.biases]

    def last_sum(self, x):
        a = torch.as_tensor(x)
        for layer, W in enumerate(self.weights):
            z = a @ W + self.biases[layer] if self.biases else a @ W
            a = self.activations[layer](z)
        return z

    def forward(self, x):
        return self.activations[-1](self.last_sum(x))

    def loss(self, x, y, name):
        y = torch.as_tensor(y)
        if name == "mse":
            return F.mse_loss(self.forward(x), y)
        return EXACT_LOSSES[name][1](self.last_sum(x), y)


def problem(hidden, last, loss, *, bias=True, seed=0):
    """A network whose every number is drawn, inputs, and targets that suit the loss."""
    rng = np.random.default_rng(seed)
    net = nn.Network(SIZES, [hidden, last], bias=bias, init="normal", rng=rng)
    x = rng.normal(size=(N, SIZES[0]))
    targets = {
        "mse": rng.normal(size=(N, SIZES[-1])),
        "binary_cross_entropy": rng.uniform(size=(N, SIZES[-1])).round(1),
        "cross_entropy": rng.integers(SIZES[-1], size=N),
    }
    return net, x, targets[loss]


def assert_same(arrays, tensors):
    for array, tensor in zip(arrays, tensors, strict=True):
        np.testing.assert_allclose(array, tensor.detach().numpy(), **EXACT)


@with_and_without_bias
@pytest.mark.parametrize(("hidden", "last"), list(product(ACTIVATIONS, repeat=2)))
def test_forward(hidden, last, bias):
    net, x, _ = problem(hidden, last, "mse", bias=bias)
    assert_same([net.forward(x)], [Oracle(net).forward(x)])


@with_and_without_bias
@every_pair
def test_loss_and_gradients(hidden, last, loss, bias):
    net, x, y = problem(hidden, last, loss, bias=bias)
    oracle = Oracle(net)
    expected = oracle.loss(x, y, loss)
    expected.backward()
    found = net.gradients(x, y, loss)
    assert found.loss == pytest.approx(expected.item(), rel=1e-10, abs=1e-10)
    assert_same([*found.weights, *found.biases], [p.grad for p in oracle.parameters])


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize(
    ("hidden", "last", "loss"),
    [
        ("tanh", "identity", "mse"),
        ("gelu", "sigmoid", "binary_cross_entropy"),
        ("sigmoid", "softmax", "cross_entropy"),
    ],
)
def test_fifty_steps(hidden, last, loss, name):
    own, theirs, settings = OPTIMIZERS[name]
    net, x, y = problem(hidden, last, loss)
    oracle = Oracle(net)
    optimizer = theirs(oracle.parameters, **settings)
    before = [W.copy() for W in net.weights]
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        losses.append(oracle.loss(x, y, loss))
        losses[-1].backward()
        optimizer.step()
    history = nn.train(net, x, y, loss=loss, optimizer=own, epochs=STEPS, batch_size=N, rng=0)
    assert_same([*net.weights, *net.biases], oracle.parameters)
    assert_same(history.training, losses)
    assert not any(map(np.allclose, before, net.weights))


@pytest.mark.parametrize("loss", EXACT_LOSSES)
def test_losses_far_out(loss):
    net, x, y = problem("tanh", EXACT_LOSSES[loss][0], loss)
    for W in net.weights:
        W *= 1000  # so that the last activations are 0 and 1 to the last bit
    oracle = Oracle(net)
    expected = oracle.loss(x, y, loss)
    expected.backward()
    found = net.gradients(x, y, loss)
    assert found.loss == pytest.approx(expected.item(), rel=1e-10)
    assert found.loss > 100
    assert_same(
        [found.weights[-1], found.biases[-1]], [oracle.weights[-1].grad, oracle.biases[-1].grad]
    )
