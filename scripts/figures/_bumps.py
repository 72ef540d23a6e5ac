"""A network of two sigmoid nodes and a bump: random, set by hand, trained."""

from functools import cache

import numpy as np

from nnnotes import Adam, Network, train

INPUTS = np.linspace(-3, 3, 121)[:, None]
TARGET = (abs(INPUTS) < 1) * 1.0
HAND_SET = Network.of([[[10, 10]], [[1], [-1]]], [[10, -10], [0]], ["sigmoid", "identity"])


def random_bump(seed: int) -> Network:
    """One network of that shape."""
    return Network([1, 2, 1], ["sigmoid", "identity"], init="normal", rng=seed)


@cache
def trained_bump(seed: int) -> Network:
    """The same after training."""
    net = random_bump(seed)
    settings = {"loss": "mse", "optimizer": Adam(lr=0.05), "epochs": 1000, "batch_size": 121}
    train(net, INPUTS, TARGET, rng=0, **settings)
    return net


def miss(net: Network) -> float:
    """The typical miss."""
    return float(np.sqrt(np.mean((net.forward(INPUTS) - TARGET) ** 2)))
