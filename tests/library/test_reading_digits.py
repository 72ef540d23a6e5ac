"""What the course promises: a multilayer perceptron of the library reads handwritten digits."""

import numpy as np
import pytest

from nnnotes import Network, accuracy, train
from nnnotes.datasets import digits, split
from nnnotes.optimizers import Adam


def learned(x, y, seed):
    net = Network([64, 128, 10], ["relu", "softmax"], init="he", rng=seed)
    optimizer = Adam(lr=0.01)
    train(net, x, y, loss="cross_entropy", optimizer=optimizer, epochs=30, batch_size=32, rng=seed)
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


def test_a_split_by_file_order_is_harder(ten_splits):
    x, y = digits()
    cut = int(0.8 * len(x))
    assert share(learned(x[:cut], y[:cut], 0), x[cut:], y[cut:]) < ten_splits[:, 0].min()
