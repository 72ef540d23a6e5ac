"""Gradients against differences of the loss, and what holds for all of them."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS
from nnnotes.backprop import Backprop
from nnnotes.losses import LOSSES

SMOOTH_OR_NOT = [name for name in ACTIVATIONS if name != "step"]
FITTING = [
    *((output, "mse") for output in SMOOTH_OR_NOT),
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
]
SIZES = {1: [3, 3], 2: [3, 4, 3], 3: [3, 4, 5, 3]}


def targets(loss, rng, rows=5, n_out=3):
    if loss == "cross_entropy":
        return rng.integers(0, n_out, rows)
    return rng.random((rows, n_out))


def example(hidden, output, loss, *, depth=2, bias=True, rows=5, seed=0):
    rng = np.random.default_rng(seed)
    names = [hidden] * (depth - 1) + [output]
    net = nn.Network(SIZES[depth], names, bias=bias, init="normal", rng=rng)
    return net, rng.normal(size=(rows, 3)), targets(loss, rng, rows)


def nearest_kink(net, x):
    """How near a sum comes to 0, where relu and leaky relu have their kink."""
    kinked = [
        np.abs(z).min()
        for z, name in zip(net.trace(x).z, net.activations, strict=True)
        if name in ("relu", "leaky_relu")
    ]
    return min(kinked, default=1.0)


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("depth", SIZES)
@pytest.mark.parametrize("hidden", SMOOTH_OR_NOT)
@pytest.mark.parametrize(("output", "loss"), FITTING)
def test_gradients_equal_differences(hidden, output, loss, depth, bias):
    if depth == 1 and hidden != "identity":
        return  # without a hidden layer they are all the same
    candidates = (
        example(hidden, output, loss, depth=depth, bias=bias, seed=seed)
        for seed in itertools.count()
    )
    net, x, y = next(found for found in candidates if nearest_kink(*found[:2]) > 1e-3)
    before = net.copy()
    check = nn.check_gradients(net, x, y, loss)
    assert check.largest < 1e-6, str(check)
    assert net == before


@pytest.mark.parametrize(("output", "loss"), FITTING)
def test_a_single_example_is_a_batch_of_one(output, loss):
    net, x, y = example("tanh", output, loss, rows=1)
    single, batch = net.gradients(x[0], y[0], loss), net.gradients(x, y, loss)
    assert single.loss == batch.loss
    for one, other in zip(
        single.weights + single.biases, batch.weights + batch.biases, strict=True
    ):
        np.testing.assert_array_equal(one, other)


@given(st.permutations(range(5)), st.sampled_from(FITTING))
def test_order_of_examples_does_not_matter(order, fitting):
    net, x, y = example("gelu", *fitting)
    one, other = net.gradients(x, y, fitting[1]), net.gradients(x[order], y[order], fitting[1])
    assert one.loss == pytest.approx(other.loss, rel=1e-12)
    for g, h in zip(one.weights + one.biases, other.weights + other.biases, strict=True):
        np.testing.assert_allclose(g, h, rtol=1e-10, atol=1e-13)


@given(
    st.lists(st.integers(1, 5), min_size=2, max_size=4),
    st.integers(1, 6),
    st.booleans(),
    st.sampled_from([np.float32, np.float64]),
)
def test_gradients_have_the_shapes_and_types_of_the_parameters(sizes, rows, bias, dtype):
    net = nn.Network(sizes, "tanh", bias=bias, rng=0, dtype=dtype)
    found = net.gradients(np.ones((rows, sizes[0])), np.ones((rows, sizes[-1])), "mse")
    assert len(found.biases) == len(net.biases)
    for g, w in zip(found.weights + found.biases, net.weights + net.biases, strict=True):
        assert (g.shape, g.dtype) == (w.shape, dtype)
    assert type(found.loss) is float


def test_mean_of_halves_is_the_whole():
    net, x, y = example("tanh", "softmax", "cross_entropy", rows=6)
    whole, *halves = (
        net.gradients(x[part], y[part], "cross_entropy")
        for part in (slice(None), slice(3), slice(3, None))
    )
    np.testing.assert_allclose(
        whole.weights[0], (halves[0].weights[0] + halves[1].weights[0]) / 2, rtol=1e-12
    )


@pytest.mark.parametrize("layer", [0, 1])
def test_step_cannot_be_learned_through(layer):
    names = ["sigmoid", "sigmoid"]
    names[layer] = "step"
    net = nn.Network([2, 2, 1], names, rng=0)
    with pytest.raises(ValueError, match=r"step, whose slope is 0 everywhere.*use sigmoid"):
        net.gradients([[1, 2]], [1], "mse")


def engine(net, loss, batch_size, **options):
    parts = net.weights, net.biases, net.activations
    return Backprop(*parts, LOSSES[loss], batch_size=batch_size, **options)


def test_engine_writes_into_the_arrays_given_and_takes_smaller_batches():
    net, x, y = example("relu", "softmax", "cross_entropy")
    flat = np.empty(net.n_parameters)
    places = np.split(flat, np.cumsum([w.size for w in (*net.weights, *net.biases)])[:-1])
    shaped = [
        place.reshape(w.shape) for place, w in zip(places, (*net.weights, *net.biases), strict=True)
    ]
    backprop = engine(
        net, "cross_entropy", 5, weight_gradients=shaped[:2], bias_gradients=shaped[2:]
    )
    answers = LOSSES["cross_entropy"].prepare(y, net)
    for rows in (5, 2, 5, 1):
        loss = backprop.loss_and_gradients(x[:rows], answers[:rows])
        expected = net.gradients(x[:rows], y[:rows], "cross_entropy")
        assert loss == expected.loss == backprop.loss(x[:rows], answers[:rows])
        whole = np.concatenate([g.ravel() for g in expected.weights + expected.biases])
        np.testing.assert_array_equal(flat, whole)


def test_engine_reads_the_weights_at_every_call():
    net, x, y = example("tanh", "identity", "mse")
    backprop = engine(net, "mse", 5)
    before = backprop.loss(x, y)
    net.weights[0][:] += 1
    assert backprop.loss(x, y) == net.gradients(x, y, "mse").loss != before


def dropping(rate, seed, rows=5):
    net, x, y = example("tanh", "identity", "mse", depth=3, rows=rows)
    return net, engine(net, "mse", rows, dropout=rate, rng=np.random.default_rng(seed)), x, y


def test_dropout_silences_hidden_nodes_and_scales_up_the_others():
    _, backprop, x, y = dropping(0.25, 0, rows=4000)
    backprop.loss_and_gradients(x, y)
    for layer in backprop._layers[:-1]:
        assert set(np.unique(layer.awake)) == {0, 1 / 0.75}
        assert abs((layer.awake == 0).mean() - 0.25) < 0.02


def test_gradients_under_dropout_equal_differences_with_the_same_nodes_silent():
    net, backprop, x, y = dropping(0.5, 3)
    backprop.loss_and_gradients(x, y)
    for w, gradient in zip(
        net.weights + net.biases,
        [g.copy() for g in backprop.weight_gradients + backprop.bias_gradients],
        strict=True,
    ):
        for at in np.ndindex(w.shape):
            losses = []
            for h in (1e-6, -1e-6):
                w[at] += h
                losses.append(dropped_loss(net, x, y, 3))
                w[at] -= h
            assert gradient[at] == pytest.approx((losses[0] - losses[1]) / 2e-6, abs=1e-7)


def dropped_loss(net, x, y, seed):
    return engine(
        net, "mse", len(x), dropout=0.5, rng=np.random.default_rng(seed)
    ).loss_and_gradients(x, y)


def test_dropout_of_0_drops_nothing_and_draws_nothing():
    net, backprop, x, y = dropping(0.0, 0)
    assert backprop.loss_and_gradients(x, y) == net.gradients(x, y, "mse").loss


@pytest.mark.parametrize("rate", [-0.1, 1, 1.5, np.nan])
def test_dropout_out_of_range_is_refused(rate):
    with pytest.raises(ValueError, match=f"dropout must be from 0 to below 1.*{rate}"):
        dropping(rate, 0)


def test_dropout_without_a_generator_is_refused():
    net, *_ = example("tanh", "identity", "mse")
    with pytest.raises(ValueError, match=r"dropout draws .*give it rng"):
        engine(net, "mse", 5, dropout=0.5)


def test_loss_alone_drops_nothing():
    net, backprop, x, y = dropping(0.5, 0)
    assert backprop.loss(x, y) == net.gradients(x, y, "mse").loss


def test_no_gradient_comes_through_a_relu_at_zero():
    net = nn.Network.of([[[1.0]], [[1.0]]], [[0.0], [0.0]], ["relu", "identity"])
    assert net.gradients([[0.0]], [[5.0]], "mse").biases[0].tolist() == [0.0]
