"""What the course promises: a multilayer perceptron of the library reads handwritten digits."""

import numpy as np
import pytest

from nnnotes import Network, accuracy, train
from nnnotes.datasets import digits, split
from nnnotes.optimizers import Adam

SETTINGS = {"loss": "cross_entropy", "optimizer": Adam(lr=0.01), "batch_size": 32}


def learned(x, y, seed, hidden=(128,), epochs=30):
    kinds = ["relu"] * len(hidden) + ["softmax"]
    net = Network([64, *hidden, 10], kinds, init="he", rng=seed)
    train(net, x, y, epochs=epochs, rng=seed, **SETTINGS)
    return net


def share(net, x, y):
    return accuracy(y, net.forward(x).argmax(axis=1))


def nearest(known, labels, x):
    distances = (x**2).sum(axis=1)[:, None] + (known**2).sum(axis=1) - 2 * x @ known.T
    return labels[distances.argmin(axis=1)]


@pytest.fixture(scope="module")
def ten_splits():
    """The network's and the nearest neighbour's shares, for ten random splits."""
    pairs = []
    for seed in range(10):
        (x, y), (new, truth) = split(*digits(), (0.8, 0.2), rng=seed)
        ours = share(learned(x, y, seed), new, truth)
        pairs.append((ours, accuracy(truth, nearest(x, y, new))))
    return np.array(pairs)


def test_a_network_reads_97_of_100_digits_in_random_splits(ten_splits):
    assert ten_splits[:, 0].mean() >= 0.97


def test_the_nearest_neighbour_reads_these_better(ten_splits):
    assert ten_splits[:, 1].mean() > ten_splits[:, 0].mean()


def test_it_reads_these_better_than_a_network_without_hidden_nodes(ten_splits):
    plain = []
    for seed in range(10):
        (x, y), (new, truth) = split(*digits(), (0.8, 0.2), rng=seed)
        plain.append(share(learned(x, y, seed, (), 100), new, truth))
    assert (ten_splits[:, 0] >= plain).all()
    assert ten_splits[:, 0].mean() > np.mean(plain) + 0.005


def test_a_split_by_file_order_is_harder(ten_splits):
    x, y = digits()
    cut = int(0.8 * len(x))
    assert share(learned(x[:cut], y[:cut], 0), x[cut:], y[cut:]) < ten_splits[:, 0].min()
