"""The networks that learn the street lights, and what is measured while they do."""

from functools import cache

import numpy as np

from nnnotes import SGD, Adam, Network, derivative, train
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


def pushes(lights: np.ndarray, walk: np.ndarray, net: Network | None = None) -> np.ndarray:
    """What each row wants of each weight of a network, or of the undecided one: (rows, 3)."""
    return lights * (walk[:, None] - (net or undecided()).forward(lights))


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


def asking():
    """The network before training, and what its layers ask: (4, 1), (4, 4), (4, 4)."""
    net = learned(4, 1, 600)[0]
    trace = net.trace(RIDDLE)
    missing = ANSWERS[:, None] - trace.a[2]
    asked = missing @ net.weights[1].T
    return net, missing, asked, asked * derivative("tanh")(trace.z[0])


def solves(width: int, seed: int) -> bool:
    """Whether a network with so many hidden nodes learns the riddle."""
    sizes = [3, width, 1] if width else [3, 1]
    net = Network(sizes, ["tanh"] * (len(sizes) - 2) + ["identity"], bias=False, rng=seed)
    train(
        net, RIDDLE, ANSWERS[:, None], loss="mse", optimizer=Adam(lr=0.05), epochs=300,
        batch_size=4, rng=0,
    )  # fmt: skip
    return bool((net.predict(RIDDLE) == ANSWERS).all())
