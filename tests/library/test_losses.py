"""Losses against their definitions in Python's own floats, and at the extremes."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn
from nnnotes.losses import LOSSES

RNG = np.random.default_rng(0)
X = RNG.normal(size=(5, 3))
NUMBERS = RNG.normal(size=(5, 4))
CHANCES = RNG.random((5, 4))
LABELS = np.array([0, 3, 1, 1, 2])
ONE_HOT = np.eye(4)[LABELS]


def network(output, n_out=4, dtype=float):
    return nn.Network([3, n_out], output, init="normal", rng=1, dtype=dtype)


def cells(a, y):
    return zip(a.ravel().tolist(), np.ravel(y).tolist(), strict=True)


def test_mse_is_the_mean_over_examples_and_outputs():
    net = network("tanh")
    expected = math.fsum((a - y) ** 2 for a, y in cells(net.forward(X), NUMBERS)) / 20
    assert net.gradients(X, NUMBERS, "mse").loss == pytest.approx(expected, rel=1e-13)


@pytest.mark.parametrize("y", [CHANCES, ONE_HOT, ONE_HOT.astype(bool)])
def test_binary_cross_entropy_is_the_mean_over_examples_and_outputs(y):
    net = network("sigmoid")
    surprises = (-y * math.log(a) - (1 - y) * math.log(1 - a) for a, y in cells(net.forward(X), y))
    loss = net.gradients(X, y, "binary_cross_entropy").loss
    assert loss == pytest.approx(math.fsum(surprises) / 20, rel=1e-12)


def test_cross_entropy_is_the_mean_over_examples():
    net = network("softmax")
    rows = zip(net.forward(X), LABELS, strict=True)
    expected = math.fsum(-math.log(a[label]) for a, label in rows) / 5
    assert net.gradients(X, LABELS, "cross_entropy").loss == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("labels", [LABELS.tolist(), LABELS.astype(float), ONE_HOT, ONE_HOT > 0])
def test_labels_in_every_form_are_the_same(labels):
    net = network("softmax")
    assert net.gradients(X, labels, "cross_entropy").loss == (
        net.gradients(X, LABELS, "cross_entropy").loss
    )


@pytest.mark.parametrize(("output", "loss"), [("tanh", "mse"), ("sigmoid", "binary_cross_entropy")])
def test_a_single_output_takes_a_flat_list(output, loss):
    net, y = network(output, 1), [0, 1, 1, 0, 1]
    flat, column = (net.gradients(X, rows, loss) for rows in (y, np.reshape(y, (5, 1))))
    np.testing.assert_array_equal(flat.weights[0], column.weights[0])
    assert flat.loss == column.loss


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("far", [1e4, 1e30])
@pytest.mark.parametrize(
    ("output", "loss", "z", "y", "expected"),
    [
        ("sigmoid", "binary_cross_entropy", [[-1, 1]], [[1, 0]], 1),
        ("sigmoid", "binary_cross_entropy", [[-1, 1]], [[0, 1]], 0),
        ("softmax", "cross_entropy", [[-1, 0]], [0], 1),
        ("softmax", "cross_entropy", [[-1, 0]], [1], 0),
    ],
)
def test_far_out_the_loss_grows_with_z_and_the_gradient_is_a_less_y(
    output, loss, z, y, expected, far, dtype
):
    net = nn.Network.of([np.multiply(z, far)], [[0, 0]], output, dtype=dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        found = net.gradients([[1.0]], y, loss)
    assert found.loss == pytest.approx(expected * far, rel=1e-6)
    size = 2 if loss == "binary_cross_entropy" else 1
    answers = LOSSES[loss].prepare(y, net)
    assert found.biases[0].tolist() == ((net.forward([[1.0]]) - answers)[0] / size).tolist()
    assert found.biases[0].dtype == dtype


def test_small_surprises_are_not_rounded_away():
    net = nn.Network.of([[[40.0]]], None, "sigmoid")
    loss = net.gradients([[1.0]], [1], "binary_cross_entropy").loss
    assert loss == pytest.approx(math.exp(-40), rel=1e-12)


@given(st.floats(-30, 30), st.floats(0, 1))
def test_two_classes_are_one_sigmoid(z, chance):
    """Softmax over (z, 0) is a sigmoid of z, and so are their losses."""
    two = nn.Network.of([[[z, 0.0]]], None, "softmax")
    one = nn.Network.of([[[z]]], None, "sigmoid")
    for label in (0, 1):
        expected = one.gradients([[1.0]], [1 - label], "binary_cross_entropy").loss
        found = two.gradients([[1.0]], [label], "cross_entropy").loss
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-15)


@pytest.mark.parametrize(
    ("output", "name", "y"),
    [
        ("softmax", "mse", NUMBERS),
        ("sigmoid", "binary_cross_entropy", CHANCES),
        ("softmax", "cross_entropy", LABELS),
    ],
)
def test_value_alone_is_the_same_and_leaves_its_input(output, name, y):
    net, loss = network(output), LOSSES[name]
    z, answers = net.trace(X).z[-1], loss.prepare(y, net)
    kept = z.copy(), answers.copy()
    activation = nn.activations.ACTIVATIONS[output]
    assert loss.value(z, answers, activation) == net.gradients(X, y, name).loss
    np.testing.assert_array_equal(z, kept[0])
    np.testing.assert_array_equal(answers, kept[1])


def test_loss_by_object_is_the_same_as_by_name():
    net = network("softmax")
    by_object = net.gradients(X, LABELS, nn.CrossEntropy())
    assert by_object.loss == net.gradients(X, LABELS, "cross_entropy").loss


def test_prepared_targets_have_the_type_of_the_network():
    net = network("softmax", dtype=np.float32)
    answers = nn.CrossEntropy().prepare(LABELS, net)
    assert answers.dtype == np.float32
    np.testing.assert_array_equal(answers, ONE_HOT)


def test_classes_are_counted_in_the_last_layer():
    narrow = nn.Network([2, 1, 3], ["tanh", "softmax"], rng=0)
    assert narrow.gradients([[1.0, 2.0]], [2], "cross_entropy").loss > 0
    with pytest.raises(ValueError, match="softmax of one output is always 1"):
        nn.Network([2, 3, 1], ["tanh", "softmax"]).gradients([[1.0, 2.0]], [0], "cross_entropy")


def test_the_chance_that_is_none_is_named():
    net = nn.Network([1, 1], "sigmoid", rng=0)
    with pytest.raises(ValueError, match=r"y holds 1\.5, but binary targets"):
        net.gradients([[0.0], [1.0], [2.0]], [[0.5], [1.5], [1.0]], "binary_cross_entropy")
