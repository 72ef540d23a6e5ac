"""What "Activation functions" says in passing about sigmoids, and takes too long to run there."""

import numpy as np

from nnnotes import Adam, Network, train
from nnnotes.datasets import digits


def test_five_layers_of_sigmoids_learn_with_adam_and_patience():
    x, y = digits()
    order = np.random.default_rng(0).permutation(len(x))
    seen, new = order[:1400], order[1400:]
    net = Network([64, *[32] * 5, 10], [*["sigmoid"] * 5, "softmax"], rng=0)
    settings = {"loss": "cross_entropy", "batch_size": 32, "rng": 0}
    train(net, x[seen], y[seen], optimizer=Adam(lr=0.003), epochs=60, **settings)
    assert np.mean(net.predict(x[new]) == y[new]) > 0.85
