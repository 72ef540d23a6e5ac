"""Penalties against their formulas, their gradients against central differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn
from nnnotes.flat import BLOCK
from nnnotes.losses import LOSSES
from nnnotes.optimizers import SGD
from nnnotes.regularization import add_penalty_gradient, penalty

STRENGTHS = st.floats(0, 2)


def gradient_of_penalty(W, l1, l2):
    gradient = np.zeros_like(W)
    add_penalty_gradient(gradient, W, l1, l2)
    return gradient


@given(l1=STRENGTHS, l2=STRENGTHS, seed=st.integers(0, 1000))
def test_gradient_equals_central_differences(l1, l2, seed):
    W = np.random.default_rng(seed).normal(size=4)
    W += np.copysign(0.1, W)  # away from the kink at 0
    step = 1e-4
    numeric = [
        (penalty([W + move], l1, l2) - penalty([W - move], l1, l2)) / (2 * step)
        for move in step * np.eye(4)
    ]
    np.testing.assert_allclose(gradient_of_penalty(W, l1, l2), numeric, rtol=1e-7, atol=1e-9)


def test_penalty_by_hand():
    weights = [np.array([[1.0, -2.0]]), np.array([[3.0], [0.0]])]
    assert penalty(weights) == 0
    assert penalty(weights, l1=0.5) == 0.5 * (1 + 2 + 3)
    assert penalty(weights, l2=0.5) == 0.5 * (1 + 4 + 9) / 2
    assert penalty(weights, l1=0.5, l2=0.5) == 3 + 3.5


def test_gradient_is_added_and_0_at_0():
    gradient = np.ones(2)
    add_penalty_gradient(gradient, np.array([0.0, -2.0]), l1=0.25, l2=0.5)
    assert gradient.tolist() == [1.0, 1 - 0.25 - 1.0]


def test_each_strength_is_0_unless_given():
    gradient, W = np.zeros(2), np.array([3.0, -2.0])
    add_penalty_gradient(gradient, W)
    assert gradient.tolist() == [0, 0]
    add_penalty_gradient(gradient, W, l1=0.5)
    assert gradient.tolist() == [0.5, -0.5]
    add_penalty_gradient(gradient, W, l2=2.0)
    assert gradient.tolist() == [6.5, -4.5]


def test_long_vectors():
    W = np.random.default_rng(0).normal(size=2 * BLOCK + 5)
    expected = 0.3 * np.sign(W) + 0.7 * W
    np.testing.assert_allclose(gradient_of_penalty(W, 0.3, 0.7), expected, rtol=1e-15)


@pytest.mark.parametrize("settings", [{"l1": 0.1}, {"l2": 0.3}, {"l1": 0.2, "l2": 0.1}])
def test_training_goes_down_loss_and_penalty_together(settings):
    """One step of train is one against the slope of loss plus penalty, found numerically."""
    rng = np.random.default_rng(0)
    net = nn.Network([3, 4, 2], ["tanh", "sigmoid"], init="normal", rng=1)
    x, y = rng.normal(size=(5, 3)), rng.integers(0, 2, (5, 2))

    def total(net):
        loss = net.gradients(x, y, "binary_cross_entropy").loss
        return loss + penalty(net.weights, **settings)

    before = net.copy()
    fitting = {"loss": LOSSES["binary_cross_entropy"], "optimizer": SGD(lr=0.01)}
    nn.train(net, x, y, epochs=1, batch_size=5, rng=0, **fitting, **settings)
    for kind in ("weights", "biases"):
        for i, array in enumerate(getattr(before, kind)):
            moved = (array - getattr(net, kind)[i]) / 0.01
            np.testing.assert_allclose(moved, slopes(total, before, kind, i), rtol=2e-6, atol=1e-7)


def slopes(total, net, kind, i, step=1e-5):
    found = np.empty_like(getattr(net, kind)[i])
    for place in np.ndindex(found.shape):
        higher, lower = net.copy(), net.copy()
        getattr(higher, kind)[i][place] += step
        getattr(lower, kind)[i][place] -= step
        found[place] = (total(higher) - total(lower)) / (2 * step)
    return found


def test_there_is_no_penalty_unless_it_is_asked_for():
    gradient, weights = np.array([1.0, 2.0]), np.array([3.0, -4.0])
    add_penalty_gradient(gradient, weights)
    assert gradient.tolist() == [1.0, 2.0]
    assert penalty([weights]) == 0
