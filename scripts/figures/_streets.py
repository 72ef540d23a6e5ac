"""The networks that learn the street lights, and what is measured while they do."""

from functools import cache

import numpy as np

from nnnotes import SGD, Network, train
from nnnotes.datasets import street_lights

LIGHTS, WALK = street_lights()
RIDDLE, ANSWERS = street_lights(variant=4)


def correlation(a: np.ndarray, b: np.ndarray) -> float:
    """From -1 to 1; NaN for a column that never changes."""
    a, b = a - a.mean(), b - b.mean()
    spread = np.sqrt((a @ a) * (b @ b))
    return a @ b / spread if spread else np.nan


def undecided() -> Network:
    """Says one half to everything: the third light, which is always on, has that weight."""
    return Network.of([[[0.0], [0.0], [0.5]]], None, "identity")


@cache
def taught(epochs: int) -> tuple[Network, ...]:
    """The undecided network, and what it is after each epoch on the six rows."""
    net = undecided()
    states = [net.copy()]
    train(
        net, LIGHTS, WALK[:, None], loss="mse", optimizer=SGD(lr=0.1), epochs=epochs,
        batch_size=6, rng=0, callback=lambda net, history: states.append(net.copy()),
    )  # fmt: skip
    return tuple(states)


def pushes(lights: np.ndarray, walk: np.ndarray) -> np.ndarray:
    """What each row wants of each weight of the undecided network: (rows, 3)."""
    return lights * (walk[:, None] - undecided().forward(lights))


def correlations(net: Network) -> list[float]:
    """Of each hidden column, and of the output, with the riddle's answers."""
    columns = np.hstack(net.trace(RIDDLE).a[1:])
    return [correlation(column, ANSWERS) for column in columns.T]


@cache
def learned(hidden: int, seed: int, epochs: int, lr: float = 0.1) -> tuple[Network, ...]:
    """The network after each epoch, from before the first."""
    net = Network([3, hidden, 1], ["tanh", "identity"], bias=False, rng=seed)
    states = [net.copy()]
    train(
        net, RIDDLE, ANSWERS[:, None], loss="mse", optimizer=SGD(lr=lr), epochs=epochs,
        batch_size=4, rng=0, callback=lambda net, history: states.append(net.copy()),
    )  # fmt: skip
    return tuple(states)
