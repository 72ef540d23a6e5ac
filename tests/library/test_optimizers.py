"""Optimizers against their recurrences, written out parameter by parameter in Python's floats."""

import math

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.flat import BLOCK
from nnnotes.optimizers import OPTIMIZERS

STEPS = 50


def sgd(momentum=0.0, nesterov=False):
    def rule(p, g, v, _t, rate):
        v["v"] = momentum * v.get("v", 0.0) + g
        return p - rate * (g + momentum * v["v"] if nesterov else v["v"])

    return rule


def rmsprop(decay=0.99, epsilon=1e-8):
    def rule(p, g, v, _t, rate):
        v["s"] = decay * v.get("s", 0.0) + (1 - decay) * g**2
        return p - rate * g / (math.sqrt(v["s"]) + epsilon)

    return rule


def adam(beta1=0.9, beta2=0.999, epsilon=1e-8):
    def rule(p, g, v, t, rate):
        v["m"] = beta1 * v.get("m", 0.0) + (1 - beta1) * g
        v["s"] = beta2 * v.get("s", 0.0) + (1 - beta2) * g**2
        mean, square = v["m"] / (1 - beta1**t), v["s"] / (1 - beta2**t)
        return p - rate * mean / (math.sqrt(square) + epsilon)

    return rule


CASES = {
    "sgd": (nn.SGD(lr=0.1), sgd()),
    "momentum": (nn.SGD(lr=0.1, momentum=0.9), sgd(0.9)),
    "nesterov": (nn.SGD(lr=0.1, momentum=0.7, nesterov=True), sgd(0.7, nesterov=True)),
    "rmsprop": (nn.RMSProp(), rmsprop()),
    "rmsprop with settings": (nn.RMSProp(0.1, 0.5, 0.01), rmsprop(0.5, 0.01)),
    "adam": (nn.Adam(), adam()),
    "adam with settings": (nn.Adam(0.1, 0.5, 0.75, 0.01), adam(0.5, 0.75, 0.01)),
    "adam without means": (nn.Adam(0.1, 0, 0), adam(0, 0)),
}


def slope(p):
    """Of a bowl, bent: sizes of all kinds, and of both signs."""
    return p * np.array([1e-9, 0.01, 1.0, 30.0]) + np.sin(p)


def rates():
    return [0.01 / (1 + t) for t in range(STEPS)]


def by_hand(rule, start):
    p, memories = list(start), [{} for _ in start]
    for t, rate in enumerate(rates(), 1):
        g = slope(np.array(p)).tolist()
        p = [rule(*each, t, rate) for each in zip(p, g, memories, strict=True)]
    return p


def by_library(optimizer, start):
    p = np.array(start)
    memory = optimizer.start(p)
    for rate in rates():
        memory.step(p, slope(p), rate)
    return p


@pytest.mark.parametrize("case", CASES)
def test_steps_follow_the_recurrence(case):
    optimizer, rule = CASES[case]
    start = [0.5, -2.0, 1.0, 3.0]
    expected = by_hand(rule, start)
    np.testing.assert_allclose(by_library(optimizer, start), expected, rtol=1e-12, atol=1e-14)
    assert np.abs(np.subtract(expected, start)).min() > 1e-4


@pytest.mark.parametrize("case", CASES)
def test_each_start_is_fresh(case):
    optimizer, _ = CASES[case]
    first, second = (by_library(optimizer, [0.5, -2.0, 1.0, 3.0]) for _ in range(2))
    np.testing.assert_array_equal(first, second)


@pytest.mark.parametrize("case", CASES)
def test_float32_stays_float32(case):
    optimizer, _ = CASES[case]
    p = np.ones(3, np.float32)
    memory = optimizer.start(p)
    memory.step(p, np.ones(3, np.float32), 0.1)
    arrays = [value for value in vars(memory).values() if isinstance(value, np.ndarray)]
    assert {array.dtype for array in [p, *arrays]} == {np.dtype(np.float32)}


@pytest.mark.parametrize("case", CASES)
def test_long_vectors_move_like_short_ones(case):
    """Every part of a vector longer than a block moves, and only once."""
    optimizer, _ = CASES[case]
    g = np.random.default_rng(0).normal(size=2 * BLOCK + 5)
    whole, parts = np.zeros_like(g), np.zeros_like(g)
    optimizer.start(whole).step(whole, g.copy(), 0.1)
    for part in (slice(0, 100), slice(100, BLOCK + 1), slice(BLOCK + 1, None)):
        optimizer.start(parts[part]).step(parts[part], g[part].copy(), 0.1)
    np.testing.assert_array_equal(whole, parts)
    assert np.all(whole != 0)


def test_names_stand_for_usual_settings():
    assert {"sgd": nn.SGD(0.1), "rmsprop": nn.RMSProp(0.01), "adam": nn.Adam(0.001)} == OPTIMIZERS
    assert nn.RMSProp(0.01) == nn.RMSProp(0.01, decay=0.99, epsilon=1e-8)
    assert nn.Adam(0.001) == nn.Adam(0.001, beta1=0.9, beta2=0.999, epsilon=1e-8)
    assert nn.SGD(0.1) == nn.SGD(0.1, momentum=0.0, nesterov=False)


def test_optimizers_show_their_settings():
    assert repr(nn.SGD(0.1, 0.9)) == "SGD(lr=0.1, momentum=0.9, nesterov=False)"


BAD = {
    "negative rate": (lambda: nn.SGD(lr=-0.1), ValueError, "lr=-0.1.*above 0"),
    "rate 0": (lambda: nn.Adam(lr=0), ValueError, "lr=0 .*above 0"),
    "infinite rate": (lambda: nn.RMSProp(lr=math.inf), ValueError, "lr=inf.*finite"),
    "rate NaN": (lambda: nn.RMSProp(lr=math.nan), ValueError, "lr=nan"),
    "rate as text": (lambda: nn.SGD(lr="0.1"), TypeError, "lr must be a number.*'0.1'"),
    "rate True": (lambda: nn.SGD(lr=True), TypeError, "lr must be a number.*True"),
    "momentum 1": (lambda: nn.SGD(0.1, momentum=1), ValueError, "momentum=1.*below 1"),
    "negative momentum": (lambda: nn.SGD(0.1, momentum=-0.1), ValueError, "momentum=-0.1"),
    "no velocity": (lambda: nn.SGD(0.1, nesterov=True), ValueError, "momentum=0.*such as 0.9"),
    "decay": (lambda: nn.RMSProp(decay=1.0), ValueError, "decay=1.0"),
    "epsilon of rmsprop": (lambda: nn.RMSProp(epsilon=0), ValueError, "epsilon=0"),
    "beta1": (lambda: nn.Adam(beta1=1), ValueError, "beta1=1"),
    "beta2": (lambda: nn.Adam(beta2=1.5), ValueError, "beta2=1.5"),
    "epsilon of adam": (lambda: nn.Adam(epsilon=-1e-8), ValueError, "epsilon=-1e-08"),
    "schedule": (lambda: nn.SGD(0.1, schedule=0.5), TypeError, "schedule.*cosine.*0.5 came"),
}


@pytest.mark.parametrize("case", BAD)
def test_message(case):
    act, error, message = BAD[case]
    with pytest.raises(error, match=message):
        act()


@pytest.mark.parametrize(("make", "n"), [(nn.SGD, 3), (nn.RMSProp, 3), (nn.Adam, 4)])
def test_a_schedule_is_given_by_name_and_not_shown(make, n):
    settings = (0.1, 0.5, 0.5, 0.5)[:n]
    assert "schedule" not in repr(make(*settings))
    with pytest.raises(TypeError, match="positional"):
        make(*settings, lambda epoch: 1.0)


def test_without_momentum_nothing_is_remembered():
    assert not vars(nn.SGD(0.1).start(np.ones(2)))
    assert vars(nn.SGD(0.1, 0.5).start(np.ones(2)))
