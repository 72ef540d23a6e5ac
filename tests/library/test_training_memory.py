"""How much memory training takes at its peak, counted by tracemalloc, not by the clock."""

import tracemalloc

import numpy as np
import pytest

import nnnotes as nn

N, BATCH = 1797, 32
# What a step takes does not grow with how many there are: a large network need not do them all.
STEPS = {"small": 57, "middling": 57, "large": 6}
SHAPES = {
    "small": ([64, 32, 10], np.float64),
    "middling": ([64, 128, 64, 10], np.float32),
    "large": ([64, 512, 512, 10], np.float32),
}


OPTIMIZERS = {
    "plain": (nn.SGD(0.01), 0),
    "momentum": (nn.SGD(0.01, 0.9), 1),
    "rmsprop": ("rmsprop", 1),
    "adam": ("adam", 2),
}


def peak(net, x, y, **settings):
    tracemalloc.start()
    try:
        nn.train(net, x, y, epochs=1, batch_size=BATCH, rng=0, **settings)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("patience", [None, 2])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_peak_is_within_half_as_much_again_as_is_needed(shape, optimizer, patience):
    sizes, dtype = SHAPES[shape]
    net = nn.Network(sizes, ["relu"] * (len(sizes) - 2) + ["identity"], rng=0, dtype=dtype)
    rng = np.random.default_rng(0)
    x, y = rng.random((N, 64)).astype(dtype), rng.random((N, 10)).astype(dtype)
    chosen, memories = OPTIMIZERS[optimizer]
    settings = {"loss": "mse", "optimizer": chosen, "patience": patience, "l2": 1e-4}
    held = x.nbytes + y.nbytes + net.n_parameters * x.itemsize  # made before, so not counted
    copies = 1 + memories + (patience is not None)  # gradients, optimizer's state, best weights
    activations = 2 * BATCH * sum(sizes[1:]) * x.itemsize  # z and a
    needed = held + copies * net.n_parameters * x.itemsize + activations
    rows = slice(STEPS[shape] * BATCH)
    measured = held + peak(net, x[rows], y[rows], **settings, validation=(x, y))
    assert measured <= 1.5 * needed, f"{measured / needed:.2f} of what is needed"
