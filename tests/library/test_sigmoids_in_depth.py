"""What "Activation functions" says in passing about sigmoids, and takes too long to run there."""

import numpy as np
import pytest

from nnnotes import SGD, Adam, Network, train
from nnnotes.datasets import digits


def rightly_read(optimizer, epochs: int, init: str = "xavier") -> float:
    x, y = digits()
    order = np.random.default_rng(0).permutation(len(x))
    seen, new = order[:1400], order[1400:]
    net = Network([64, *[32] * 5, 10], [*["sigmoid"] * 5, "softmax"], init=init, rng=0)
    settings = {"loss": "cross_entropy", "batch_size": 32, "rng": 0}
    train(net, x[seen], y[seen], optimizer=optimizer, epochs=epochs, **settings)
    return np.mean(net.predict(x[new]) == y[new])


@pytest.mark.parametrize("init", ["xavier", "he"])
def test_five_layers_of_sigmoids_guess_from_the_usual_starting_weights(init):
    assert rightly_read(SGD(lr=0.1), 8, init) < 0.13


def test_five_layers_of_sigmoids_learn_with_adam_and_patience():
    assert rightly_read(Adam(lr=0.003), 60) > 0.85
