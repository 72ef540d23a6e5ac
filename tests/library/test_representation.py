"""What the second article says of networks in general, tried on many of them."""

import numpy as np
import pytest

from nnnotes import Adam, Network, train
from scripts.figures._bumps import HAND_SET, INPUTS, TARGET, miss, random_bump
from scripts.figures._networks import Kind, between, margins, random_networks, reach, scores
from scripts.figures._pieces import pieces, random_relu, staircase, teeth, wavy

X = np.linspace(-3, 3, 101)[:, None]


@pytest.mark.parametrize("hidden", [[1], [8], [8, 8], [50, 3, 50]])
def test_linear_layers_in_a_row_are_one(hidden):
    net = Network([2, *hidden, 3], "identity", init="normal", rng=1)
    W, b = np.eye(2), np.zeros(2)
    for weights, bias in zip(net.weights, net.biases, strict=True):
        W, b = W @ weights, b @ weights + bias
    single = Network.of([W], [b], "identity")
    x = np.hstack([X, X[::-1] ** 2])
    np.testing.assert_allclose(net.forward(x), single.forward(x), rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("hidden", [[1], [5], [20], [4, 4], [2, 3, 4]])
def test_straight_pieces_are_no_more_than_the_bound(hidden):
    counts = [pieces(random_relu(hidden, seed)) for seed in range(30)]
    assert min(counts) >= 1
    assert max(counts) <= np.prod(np.array(hidden) + 1)


def test_counted_pieces_are_those_of_a_fine_grid():
    x = np.linspace(-3, 3, 400_001)[:, None]
    for seed in range(5):
        net = random_relu([6, 6], seed)
        bends = np.abs(np.diff(net.forward(x)[:, 0], n=2)) > 1e-9
        corners = np.sum(np.diff(np.flatnonzero(bends), prepend=-9) > 2)
        assert pieces(net) == corners + 1


@pytest.mark.parametrize("depth", [1, 2, 3, 8])
def test_each_fold_doubles_the_pieces(depth):
    assert pieces(teeth(depth), 0, 1) == 2**depth


@pytest.mark.parametrize("steps", [2, 30, 300])
def test_a_staircase_misses_by_no_more_than_the_slope_allows(steps):
    steepest = 2.5  # of sin(2 x) + x / 2
    miss = np.abs(staircase(steps).forward(X) - wavy(X)).max()
    assert miss <= steepest * 3 / steps + 1e-12


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_a_rising_activation_does_not_change_which_output_is_largest(activation):
    net = Network([2, 6, 3], ["tanh", activation], init="normal", rng=3)
    x = np.hstack([X, X[::-1]])
    np.testing.assert_array_equal(net.forward(x).argmax(axis=1), net.trace(x).z[-1].argmax(axis=1))


def test_a_clip_starts_at_one_draw_and_ends_at_the_next():
    one, other = random_networks(Kind("tanh", 2, 2, 1))[:2]
    for share, draw in ((0.0, one), (1.0, other)):
        for mine, theirs in zip(between(one, other, share).weights, draw.weights, strict=True):
            np.testing.assert_allclose(mine, theirs, atol=1e-12)


def test_one_output_leads_everywhere_and_by_what_the_second_lacks():
    kind = Kind("tanh", 2, 2, 3)
    sums = scores(kind, random_networks(kind)[0], 9)
    leads = margins(sums)
    assert np.all((leads > 0).sum(axis=0) == 1)
    in_order = np.sort(sums, axis=0)
    np.testing.assert_allclose(leads.max(axis=0), in_order[-1] - in_order[-2])


def test_two_layers_of_two_nodes_stay_below_the_bound():
    counts = [pieces(random_relu([2, 2], seed), -30, 30) for seed in range(400)]
    assert max(*counts, pieces(teeth(2), -30, 30)) <= 7 < 3 * 3


def test_a_relu_node_of_the_first_layer_bends_the_map_along_its_whole_line():
    net = Network([2, 6, 1], ["relu", "identity"], init="normal", rng=0)
    for node, (w, b) in enumerate(zip(net.weights[0].T, net.biases[0], strict=True)):
        along = np.outer(np.linspace(-50, 50, 41), [-w[1], w[0]])
        on_line = -b * w / (w @ w) + along
        others = np.delete(net.trace(on_line).z[0], node, axis=1)
        on_line = on_line[np.abs(others).min(axis=1) > 0.1]
        assert len(on_line) > 20
        aside = 1e-3 * w / (w @ w)
        bend = net.forward(on_line + aside) + net.forward(on_line - aside)
        bend -= 2 * net.forward(on_line)
        np.testing.assert_allclose(bend, 1e-3 * net.weights[1][node, 0], rtol=1e-6)


@pytest.mark.parametrize(
    ("seed", "epochs", "finds"),
    [(1, 5000, True), (9, 10_000, True), (2, 10_000, False), (6, 10_000, False)],
)
def test_waiting_helps_some_of_the_lost_starts(seed, epochs, finds):
    net = random_bump(seed)
    settings = {"loss": "mse", "optimizer": Adam(lr=0.05), "epochs": epochs, "batch_size": 121}
    train(net, INPUTS, TARGET, rng=0, **settings)
    assert miss(net) < miss(HAND_SET) if finds else miss(net) > 0.46


def test_scales_grow_with_depth_as_the_captions_say():
    one, two, three = (reach(Kind("identity", layers, 1, 1)) for layers in (1, 2, 3))
    assert 1.8 < two / one < 2.2
    assert 1.8 < three / two < 2.2
    assert reach(Kind("relu", 3, 1, 1)) > 2 * reach(Kind("relu", 2, 1, 1))
