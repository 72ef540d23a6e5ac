"""The learner drivers of "Loss", and the rules that are fitted to them."""

from functools import cache

import numpy as np

from nnnotes import SGD, Network, train

HOURS = np.array([5, 8, 10, 12, 15, 18, 20, 22, 25, 28, 32, 36])
POINTS = np.array([14, 25, 19, 31, 24, 29, 38, 27, 41, 36, 46, 44])
X = HOURS[:, None] / 10  # (12, 1), in tens of hours
PASSED = (POINTS >= 30).astype(int)
OUTCOME = PASSED + (POINTS >= 40)
NAMES = ("failed", "passed", "distinction")
BOLD = Network.of([[[10.0]]], [[-19.0]], "sigmoid")
WRONG = Network.of([[[-3.0]]], [[4.0]], "sigmoid")


def squares_line() -> tuple[float, float]:
    """Points for each hour and points at the start, of the line of least squares."""
    per_hour, start = np.linalg.lstsq(np.column_stack([HOURS, np.ones(12)]), POINTS)[0]
    return per_hour, start


def careful() -> Network:
    """The sigmoid unit with the least cross-entropy."""
    return at_its_best("binary_cross_entropy")


@cache
def at_its_best(loss: str) -> Network:
    """The sigmoid unit at the lowest place of a loss."""
    net = Network([1, 1], "sigmoid", init="zeros")
    _train(net, PASSED, loss, epochs=2000)
    return net


@cache
def three_outcomes() -> Network:
    """The softmax over three outcomes with the least cross-entropy."""
    net = Network([1, 3], "softmax", init="zeros")
    _train(net, OUTCOME, "cross_entropy", epochs=2000)
    return net


@cache
def unlearning(loss: str, epochs: int = 400) -> list[Network]:
    """From the wrong start, the network after each epoch of plain descent."""
    net, seen = WRONG.copy(), [WRONG.copy()]
    _train(net, PASSED, loss, epochs, 0.0, lambda now, _history: seen.append(now.copy()))
    return seen


def _train(net, y, loss, epochs, momentum=0.9, callback=None):
    train(
        net, X, y, loss=loss, optimizer=SGD(lr=1.0, momentum=momentum),
        epochs=epochs, batch_size=12, rng=0, callback=callback,
    )  # fmt: skip
