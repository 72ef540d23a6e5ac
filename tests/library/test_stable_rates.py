"""How large a learning rate may be on a quadratic: what "Gradient descent" says, and a bit more."""

import numpy as np
import pytest

from nnnotes import SGD


def distance_after(steps: int, rate: float, momentum: float, hessian: np.ndarray) -> float:
    """From the bottom, at 0, of w ↦ w H w / 2."""
    optimizer, w = SGD(rate, momentum), np.ones(len(hessian))
    memory = optimizer.start(w)
    for _ in range(steps):
        memory.step(w, hessian @ w, rate)
    return float(np.linalg.norm(w))


@pytest.mark.parametrize("momentum", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_limit_is_two_times_one_plus_momentum_over_the_largest_curvature(momentum, seed):
    factor = np.random.default_rng(seed).normal(size=(4, 4))
    hessian = factor @ factor.T + 0.1 * np.eye(4)
    limit = 2 * (1 + momentum) / np.linalg.eigvalsh(hessian)[-1]
    assert distance_after(3000, 0.99 * limit, momentum, hessian) < 0.01
    assert distance_after(1000, 1.01 * limit, momentum, hessian) > 1000


def test_momentum_multiplies_the_speed_along_a_steady_slope():
    w = np.zeros(1)
    memory = SGD(0.01, momentum=0.9).start(w)
    for _ in range(300):
        before = w.item()
        memory.step(w, np.array([-2.0]), 0.01)
    assert np.isclose(w.item() - before, 0.01 * 2.0 / (1 - 0.9))
