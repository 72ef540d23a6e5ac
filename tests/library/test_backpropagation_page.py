"""What the figures of "Backpropagation" are drawn from, against the library."""

import numpy as np
import pytest

from nnnotes import Network
from scripts.figures import _rain
from scripts.figures._derivative_bugs import BUGS, Blame, drawn, relative_errors


def test_the_pages_backpropagation_is_the_librarys():
    rng = np.random.default_rng(0)
    ours = Blame([3, 5, 4, 2], ["relu", "tanh", "sigmoid"], init="normal", rng=rng)
    theirs = Network.of(ours.weights, ours.biases, ours.activations)
    x, y = rng.normal(size=(7, 3)), rng.normal(size=(7, 2))
    found, expected = ours.gradients(x, y), theirs.gradients(x, y, "mse")
    assert np.isclose(found.loss, expected.loss)
    for one, other in zip(
        (*found.weights, *found.biases), (*expected.weights, *expected.biases), strict=True
    ):
        np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-15)


def test_the_blame_in_the_drawings_is_the_slope_of_the_biases():
    found = _rain.rain().gradients(_rain.INPUT, _rain.TRUTH, "mse")
    for delta, bias in zip(_rain.blame(), found.biases, strict=True):
        np.testing.assert_allclose(delta, bias)


def test_the_loss_that_is_rounded_once_is_the_loss():
    net = _rain.rain()
    for nudge in (0.0, 0.25, -0.5):
        net.weights[0][0, 0] = 1 + nudge
        loss = net.gradients(_rain.INPUT, _rain.TRUTH, "mse").loss
        assert _rain.exact_loss(nudge) == pytest.approx(loss, rel=1e-12)


@pytest.mark.parametrize("name", list(BUGS)[1:])
def test_each_wrong_derivative_fails_the_check_on_the_first_network(name):
    assert relative_errors(BUGS[name], 1)[0] > 0.01


def test_on_forty_networks_the_right_one_passes_and_wrong_ones_do_not():
    errors = {name: np.array(relative_errors(kind)) for name, kind in BUGS.items()}
    missed = errors.pop("not transposed")
    assert errors.pop("all right").max() < 1e-6
    assert min(found.min() for found in errors.values()) > 0.01
    assert missed[missed > 1e-6].min() > 0.01
    assert (missed < 1e-6).sum() == 3, "the caption says three"


@pytest.mark.parametrize("name", list(BUGS)[1:])
def test_the_loss_falls_all_the_same_unless_the_sign_is_flipped(name):
    fell = [_falls(*drawn(BUGS[name], seed)) for seed in range(20)]
    assert not any(fell) if name == "sign flipped" else np.mean(fell) > 0.8


def _falls(net: Network, x: np.ndarray, y: np.ndarray) -> bool:
    """Whether the loss is lower after a hundred steps along its wrong slopes."""
    before = np.mean((net.forward(x) - y) ** 2)
    for _ in range(100):
        found = net.gradients(x, y)
        for array, slope in zip(
            (*net.weights, *net.biases), (*found.weights, *found.biases), strict=True
        ):
            array -= 0.1 * slope
    return bool(np.mean((net.forward(x) - y) ** 2) < before)


def test_a_missing_transpose_passes_where_the_second_layer_sleeps():
    missed = np.array(relative_errors(BUGS["not transposed"])) < 1e-6
    asleep = [
        not drawn(Blame, seed)[0].trace(drawn(Blame, seed)[1]).a[2].any() for seed in range(40)
    ]
    assert missed.tolist() == asleep
