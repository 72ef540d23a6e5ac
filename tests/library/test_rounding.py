"""Rounded numbers stay close to what they round, short, and never claim a zero."""

import numpy as np
import pytest

from nnnotes.views.rounding import rounded


@pytest.mark.parametrize("exponent", range(-12, 12))
def test_close_short_and_of_the_same_sign(exponent):
    for value in np.random.default_rng(exponent + 12).uniform(-10, 10, 200) * 10.0**exponent:
        text = rounded(value)
        assert len(text) <= 6 + (value < 0)
        assert float(text) * value > 0
        tolerance = max(0.5 * abs(value), 0.005) if abs(value) < 0.01 else 0.34 * abs(value)
        assert abs(float(text) - value) <= tolerance


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0, "0"), (0.8, "0.8"), (-0.3, "-0.3"), (2, "2"), (10, "10"), (100, "100"),
     (0.0049, "0.005"), (0.0051, "0.01"), (0.014, "0.01"), (0.996, "1"), (9.994, "9.99"),
     (12.34, "12.3"), (99.94, "99.9"), (123.4, "123"), (9999, "9999"), (10000, "1e4"),
     (-2.6e-7, "-3e-7")],
)  # fmt: skip
def test_digits(value, text):
    assert rounded(value) == text
