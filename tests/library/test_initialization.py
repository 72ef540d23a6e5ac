"""What networks start from: reproducible, and spread as the inits say."""

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.initialization import INITIALIZATIONS

N_IN, N_OUT = 300, 200
DEVIATION = {
    "uniform": 1 / np.sqrt(3),
    "normal": 1.0,
    "xavier": np.sqrt(2 / (N_IN + N_OUT)),
    "he": np.sqrt(2 / N_IN),
    "zeros": 0.0,
}


@pytest.mark.parametrize("init", INITIALIZATIONS)
def test_weights_spread_as_promised(init):
    W = nn.Network([N_IN, N_OUT], "relu", init=init, rng=0).weights[0]
    assert W.std() == pytest.approx(DEVIATION[init], rel=0.02)
    assert abs(W.mean()) <= 0.02 * DEVIATION[init]


@pytest.mark.parametrize(("init", "bound"), [("uniform", 1), ("xavier", np.sqrt(6 / 500))])
def test_uniform_draws_fill_their_bounds(init, bound):
    W = nn.Network([N_IN, N_OUT], "relu", init=init, rng=0).weights[0]
    assert 0.999 * bound < np.abs(W).max() <= bound


def test_he_is_normal_rather_than_uniform():
    W = nn.Network([N_IN, N_OUT], "relu", init="he", rng=0).weights[0]
    assert np.abs(W).max() > 3.5 * W.std()


@pytest.mark.parametrize(("init", "drawn"), [("uniform", True), ("normal", True), ("xavier", False),
                                             ("he", False), ("zeros", False)])  # fmt: skip
def test_biases_are_drawn_or_zero(init, drawn):
    (b,) = nn.Network([3, 2000], "relu", init=init, rng=0).biases
    assert b.std() == pytest.approx(DEVIATION[init] if drawn else 0, rel=0.05)


def test_seed_repeats_and_generator_moves_on():
    assert nn.Network([2, 3], "tanh", rng=1) == nn.Network([2, 3], "tanh", rng=np.int64(1))
    rng = np.random.default_rng(1)
    first, second = (nn.Network([2, 3], "tanh", rng=rng) for _ in range(2))
    assert first == nn.Network([2, 3], "tanh", rng=1)
    assert first != second


def test_without_a_seed_networks_differ():
    assert nn.Network([2, 3], "tanh") != nn.Network([2, 3], "tanh")


def test_global_state_is_not_touched():
    np.random.seed(0)  # noqa: NPY002 - what nobody else may touch
    before = np.random.get_state()[1].copy()  # noqa: NPY002 - what nobody else may touch
    nn.Network([2, 3], "tanh", rng=1)
    np.testing.assert_array_equal(before, np.random.get_state()[1])  # noqa: NPY002 - what nobody else may touch
