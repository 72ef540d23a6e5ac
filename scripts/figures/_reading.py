"""The runs behind the figures of "Handwritten digits", set up as on its page."""

from functools import cache

import numpy as np

from nnnotes import Network, train
from nnnotes.datasets import digits, split
from nnnotes.optimizers import Adam

SETTINGS = {"loss": "cross_entropy", "optimizer": Adam(lr=0.01), "batch_size": 32}
HIDDEN = (128,)
PLAIN_EPOCHS = 100


@cache
def piles() -> tuple:
    """Training, validation and test digits: three pairs (x, y)."""
    return split(*digits(), (0.6, 0.2, 0.2), rng=12)


def rest() -> tuple[np.ndarray, np.ndarray]:
    """All digits but those of the test."""
    (x_train, y_train), (x_val, y_val), _ = piles()
    return np.concatenate([x_train, x_val]), np.concatenate([y_train, y_val])


def fresh(hidden=HIDDEN, rng=0) -> Network:
    """A network that has read nothing yet."""
    layers = ["relu"] * len(hidden) + ["softmax"]
    return Network([64, *hidden, 10], layers, init="he", rng=rng)


def learned(x, y, hidden=HIDDEN, rng=0, epochs=30, **more) -> Network:
    """A network that has learned to read these digits."""
    net = fresh(hidden, rng)
    train(net, x, y, rng=rng, epochs=epochs, **SETTINGS, **more)
    return net


@cache
def reader() -> Network:
    """The network that the page tests."""
    return learned(*rest())


def read(net, x) -> np.ndarray:
    """The digits that a network answers with."""
    return net.forward(x).argmax(axis=1)


def share(net, x, y) -> float:
    """The share that it reads correctly."""
    return float(np.mean(read(net, x) == y))


def closest(known, x) -> np.ndarray:
    """For each row of x, which row of the known ones is most like it."""
    distances = (x**2).sum(axis=1)[:, None] + (known**2).sum(axis=1) - 2 * x @ known.T
    return distances.argmin(axis=1)


def averages(x, y) -> np.ndarray:
    """The mean of the digits of each kind, (10, 64)."""
    return np.array([x[y == digit].mean(axis=0) for digit in range(10)])


@cache
def ten_runs() -> list[tuple]:
    """For ten random splits: the network's outputs, the truth, the copyist's share, and regression's."""
    runs = []
    for seed in range(10):
        (known, labels), (new, truth) = split(*digits(), rng=seed)
        outputs = learned(known, labels, rng=seed).forward(new)
        copied = float(np.mean(labels[closest(known, new)] == truth))
        plain = share(learned(known, labels, (), seed, PLAIN_EPOCHS), new, truth)
        runs.append((outputs, truth, copied, plain))
    return runs


def fifths() -> list[tuple[float, float]]:
    """For each fifth of the file as the test: the network's share, and the copyist's."""
    x, y = digits()
    shares = []
    for part in np.array_split(np.arange(len(x)), 5):
        others = np.setdiff1d(np.arange(len(x)), part)
        copied = y[others][closest(x[others], x[part])]
        ours = share(learned(x[others], y[others]), x[part], y[part])
        shares.append((ours, float(np.mean(copied == y[part]))))
    return shares


def with_few(n: int) -> list[tuple[float, float]]:
    """Both shares after learning from the first n digits of a split, for three splits."""
    shares = []
    for seed in range(3):
        (known, labels), (new, truth) = split(*digits(), rng=seed)
        known, labels = known[:n], labels[:n]
        net = learned(known, labels, rng=seed, epochs=1000 // -(-n // 32))
        copied = labels[closest(known, new)]
        shares.append((share(net, new, truth), float(np.mean(copied == truth))))
    return shares


def interval(right: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's interval for a share, as on the page."""
    middle = (right + z**2 / 2) / (n + z**2)
    half = z * np.sqrt(right * (n - right) / n + z**2 / 4) / (n + z**2)
    return middle - half, middle + half
