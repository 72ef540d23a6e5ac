"""The taxi rides of "Gradient descent", and walks down their losses."""

from functools import cache

import numpy as np

from nnnotes import Network, train
from nnnotes.datasets import line

KM, FARE = line(40, slope=2.1, intercept=3.5, noise=2.0, low=1, high=15, rng=16)
X, Y = KM[:, 0], FARE[:, 0]  # (40,)
FEE = 3.5
Z = (X - X.mean()) / X.std()
CURVATURE = 2 * np.mean(X**2)  # of the loss over the price alone
PRICE = np.mean(X * (Y - FEE)) / np.mean(X**2)  # the best one, if the fee is known


def loss(price):
    """The mean squared error over the price; the fee is known."""
    return np.mean((np.multiply.outer(price, X) + FEE - Y) ** 2, axis=-1)


def slope(price):
    return CURVATURE * (price - PRICE)


def prices(rate: float, steps: int, start: float = 0.0) -> np.ndarray:
    """Plain descent on one weight, (steps + 1,)."""
    seen = [start]
    for _ in range(steps):
        seen.append(seen[-1] - rate * slope(seen[-1]))
    return np.array(seen)


def distances(share: float, momentum: float, steps: int) -> np.ndarray:
    """From the best price, at this share of the largest stable rate, (steps + 1,)."""
    rate = share * 2 * (1 + momentum) / CURVATURE
    price, velocity, seen = 0.0, 0.0, [PRICE]
    for _ in range(steps):
        velocity = momentum * velocity + slope(price)
        price -= rate * velocity
        seen.append(abs(price - PRICE))
    return np.array(seen)


def hessian(x: np.ndarray) -> np.ndarray:
    """The second derivatives of the loss in price and fee, (2, 2)."""
    columns = np.column_stack([x, np.ones(40)])
    return 2 * columns.T @ columns / 40


def best(x: np.ndarray) -> np.ndarray:
    """The price and the fee at the bottom, (2,)."""
    return np.linalg.lstsq(np.column_stack([x, np.ones(40)]), Y)[0]


def walk(optimizer, epochs: int, x: np.ndarray = X, batch_size: int = 40, rng: int = 0):
    """Price and fee after each epoch of ``train``, from 0 and 0, (epochs + 1, 2)."""
    net, seen = Network([1, 1], "identity", init="zeros"), [(0.0, 0.0)]

    def note(net, _history):
        seen.append((net.weights[0].item(), net.biases[0].item()))

    train(
        net, x[:, None], FARE, loss="mse", optimizer=optimizer,
        epochs=epochs, batch_size=batch_size, rng=rng, callback=note,
    )  # fmt: skip
    return np.array(seen)


def gradient(w: np.ndarray, rows) -> np.ndarray:
    """The gradient of some of the rides, with distances scaled, (2,)."""
    miss = w[0] * Z[rows] + w[1] - Y[rows]
    return np.array([2 * np.mean(miss * Z[rows]), 2 * np.mean(miss)])


@cache
def in_batches(batch_size: int, epochs: int, rate: float = 0.1, seed: int = 0) -> np.ndarray:
    """Both weights after every single step, on scaled distances, (steps + 1, 2)."""
    rng, seen = np.random.default_rng(seed), [np.zeros(2)]
    for _ in range(epochs):
        order = rng.permutation(40)
        for start in range(0, 40, batch_size):
            step = rate * gradient(seen[-1], order[start : start + batch_size])
            seen.append(seen[-1] - step)
    return np.array(seen)


def steps_to_arrive(optimizer, most: int) -> float:
    """Steps on all rides until both weights stay within five cents of the bottom; nan for never."""
    # RMSProp's wobbles magnify the last bits, which differ between processors: there are none.
    bends, end, w = hessian(X).round(9), best(X).round(9), np.zeros(2)
    memory, last = optimizer.start(w), 0
    for step in range(1, most + 1):
        memory.step(w, np.sum(bends * (w - end), axis=1), optimizer.lr)
        if not abs(w - end).max() < 0.05:
            last = step
        if abs(w).max() > 1e6:
            return np.nan
    return last + 1 if last < most else np.nan
