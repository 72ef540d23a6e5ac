"""Schedules against their formulas, and what every schedule keeps to."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnnotes import schedules

COUNTS = st.integers(1, 50)
SHARES = st.floats(0.01, 1)


def test_constant_stays_at_the_full_rate():
    assert [schedules.constant()(epoch) for epoch in range(5)] == [1.0] * 5


@given(every=COUNTS, factor=SHARES, epoch=st.integers(0, 200))
def test_step_multiplies_once_every_so_often(every, factor, epoch):
    schedule = schedules.step(every, factor)
    assert schedule(0) == 1
    assert schedule(epoch + every) == pytest.approx(factor * schedule(epoch), rel=1e-12)
    assert schedule(epoch) == schedule(epoch - epoch % every)


@given(epochs=COUNTS, floor=st.floats(0, 1), epoch=st.integers(0, 200))
def test_cosine_follows_half_a_wave_and_stays_down(epochs, floor, epoch):
    factor = schedules.cosine(epochs, floor)(epoch)
    share = min(epoch, epochs) / epochs
    # half angle: (1 + cos a) / 2 = cos² (a / 2)
    wave = math.cos(math.pi / 2 * share) ** 2
    assert factor == pytest.approx(floor + (1 - floor) * wave, abs=1e-12)


def test_cosine_ends_at_0_unless_told():
    assert schedules.cosine(7)(0) == 1
    assert schedules.cosine(7)(7) == schedules.cosine(7)(8) == 0
    assert schedules.cosine(7, floor=0.25)(7) == 0.25


BAD = {
    "every 0": (lambda: schedules.step(0, 0.5), ValueError, "every=0.*at least 1"),
    "fractional every": (lambda: schedules.step(1.5, 0.5), TypeError, "every.*whole.*1.5"),
    "True for every": (lambda: schedules.step(True, 0.5), ValueError, "every=True"),
    "factor 0": (lambda: schedules.step(1, 0), ValueError, "factor=0.*above 0"),
    "factor NaN": (lambda: schedules.step(1, math.nan), ValueError, "factor=nan"),
    "factor above 1": (lambda: schedules.step(1, 1.01), ValueError, "factor=1.01.*grow"),
    "factor as text": (lambda: schedules.step(1, "0.5"), TypeError, "factor.*number.*'0.5'"),
    "epochs 0": (lambda: schedules.cosine(0), ValueError, "epochs=0"),
    "negative floor": (lambda: schedules.cosine(5, -0.1), ValueError, "floor=-0.1"),
    "floor above 1": (lambda: schedules.cosine(5, 1.5), ValueError, "floor=1.5.*from 0 to 1"),
}


@pytest.mark.parametrize("case", BAD)
def test_message(case):
    act, error, message = BAD[case]
    with pytest.raises(error, match=message):
        act()


def test_a_factor_of_one_changes_nothing():
    assert [schedules.step(1, factor=1)(epoch) for epoch in range(3)] == [1, 1, 1]
