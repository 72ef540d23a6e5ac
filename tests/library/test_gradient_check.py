"""The check of gradients must find what is wrong, and nothing where nothing is."""

import inspect

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.backprop import Gradients

X = np.random.default_rng(0).normal(size=(6, 3))
Y = np.array([0, 1, 1, 0, 1, 0])


def spoiled(change, **options):
    """A network whose gradients are wrong by what ``change`` does to them."""

    class Wrong(nn.Network):
        def gradients(self, x, y, loss):
            found = super().gradients(x, y, loss)
            change(found)
            return found

    return Wrong([3, 4, 2], ["tanh", "softmax"], init="normal", rng=0, **options)


def scale(kind, layer, at, by):
    def change(found: Gradients):
        getattr(found, kind)[layer][at] *= by

    return change


@pytest.mark.parametrize(
    ("kind", "layer", "at", "where"),
    [
        ("weights", 0, (2, 1), "weights[0][2, 1]"),
        ("weights", 1, (3, 0), "weights[1][3, 0]"),
        ("biases", 0, (3,), "biases[0][3]"),
        ("biases", 1, (1,), "biases[1][1]"),
    ],
)
def test_it_finds_the_one_that_is_wrong(kind, layer, at, where):
    check = nn.check_gradients(spoiled(scale(kind, layer, at, 1.5)), X, Y, "cross_entropy")
    assert check.where == where
    assert check.backprop == pytest.approx(1.5 * check.difference, rel=1e-6)
    assert 1e-3 < check.largest <= 1 / 3 + 1e-6
    assert where in str(check)
    assert f"{check.largest:.1e}" in str(check)


def test_the_error_is_relative_to_the_larger_of_the_two():
    def double_all(found):
        for array in found.weights:
            array *= 2

    check = nn.check_gradients(spoiled(double_all, bias=False), X, Y, "cross_entropy")
    assert check.largest == pytest.approx(0.5, rel=1e-6)


def test_small_gradients_count_beside_the_largest():
    """Weight 0 feeds an input of 1e-9, so that its gradient is lost in the rounding."""
    net = nn.Network.of([[[1.0], [2.0]]], None, "identity")
    assert nn.check_gradients(net, [[1e-9, 1.0]], [[0.5]], "mse").largest < 1e-6


@pytest.mark.parametrize(
    ("activation", "y"), [("relu", np.ones((6, 2))), ("identity", np.zeros((6, 2)))]
)
def test_gradients_of_zero_are_right(activation, y):
    """Of units that are dead, and of a network that is right already."""
    net = nn.Network.of([np.zeros((3, 2))], [[-5.0 * y[0, 0]] * 2], activation)
    assert nn.check_gradients(net, X, y, "mse").largest < 1e-6


def test_a_float32_network_is_checked_as_float64_and_left_alone():
    net = nn.Network([3, 4, 2], ["gelu", "softmax"], rng=0, dtype=np.float32)
    before = net.copy()
    assert nn.check_gradients(net, X, Y, "cross_entropy").largest < 1e-6
    assert net == before
    assert net.weights[0].dtype == np.float32


def test_a_larger_step_is_less_exact():
    net = nn.Network([3, 4, 2], ["tanh", "softmax"], init="normal", rng=0)
    errors = [
        nn.check_gradients(net, X, Y, "cross_entropy", step=step).largest for step in (1e-5, 1e-1)
    ]
    assert errors[0] < 1e-6 < 1e-4 < errors[1]


def test_a_small_gradient_is_measured_by_a_tenth_of_the_largest():
    right = nn.Network([3, 4, 2], ["tanh", "softmax"], init="normal", rng=0)
    found = right.gradients(X, Y, "cross_entropy")
    largest = max(np.abs(g).max() for g in found.weights + found.biases)
    at = np.unravel_index(np.abs(found.weights[0]).argmin(), (3, 4))
    assert abs(found.weights[0][at]) < 0.05 * largest

    def change(found):
        found.weights[0][at] += 0.001 * largest

    check = nn.check_gradients(spoiled(change), X, Y, "cross_entropy")
    assert check.largest == pytest.approx(0.01, rel=1e-4)


def test_gradients_near_zero_are_measured_by_a_thousandth_of_the_loss():
    class Wrong(nn.Network):
        def gradients(self, x, y, loss):
            found = super().gradients(x, y, loss)
            found.biases[0][1] = 1e-4
            return found

    dead = Wrong.of([np.zeros((3, 2))], [[-5.0, -5.0]], "relu")
    check = nn.check_gradients(dead, X, np.full((6, 2), 2.0), "mse")  # the loss is 4
    assert check.where == "biases[0][1]"
    assert check.largest == pytest.approx(1e-4 / (0.001 * 4), rel=1e-9)


def test_the_step_is_a_millionth_unless_told_otherwise():
    net = spoiled(lambda found: None)
    assert str(nn.check_gradients(net, X, Y, "cross_entropy")) == str(
        nn.check_gradients(net, X, Y, "cross_entropy", step=1e-6)
    )
    assert inspect.signature(nn.check_gradients).parameters["step"].default == 1e-6


def falling(change):
    """A line whose gradients are -8 and -0.008, and wrong by what ``change`` does to them."""

    class Wrong(nn.Network):
        def gradients(self, x, y, loss):
            found = super().gradients(x, y, loss)
            change(found.weights[0])
            return found

    return nn.check_gradients(Wrong.of([[[1.0], [0.0]]], None, "identity"), [[1, 1e-3]], [5], "mse")


def test_falling_losses_are_measured_by_the_size_of_their_gradients():
    def halve(gradient):
        gradient *= 0.5

    def raise_the_small_one(gradient):
        gradient[1] *= 1.5

    assert falling(halve).largest == pytest.approx(0.5, rel=1e-6)
    assert falling(raise_the_small_one).largest == pytest.approx(0.004 / 0.8, rel=1e-4)
