"""Data sets are what their docstrings say, and the same for the same seed."""

import numpy as np
import pytest

from nnnotes.datasets import line


def test_a_line_is_slope_and_intercept_plus_the_noise_of_its_seed():
    x, y = line(50, slope=-2, intercept=3, noise=0.5, low=4, high=9, rng=1)
    rng = np.random.default_rng(1)
    np.testing.assert_allclose(x, rng.uniform(4, 9, (50, 1)))
    np.testing.assert_allclose(y, 3 - 2 * x + rng.normal(0, 0.5, (50, 1)))


def test_noise_is_a_standard_deviation_around_the_line():
    x, y = line(20_000, slope=1, intercept=0, noise=2, rng=1)
    misses = y - x
    assert misses.mean() == pytest.approx(0, abs=0.05)
    assert misses.std() == pytest.approx(2, rel=0.02)


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [({"n": 0}, "n is 0"), ({"noise": -1}, "noise is -1"), ({"high": -5}, "high is -5")],
)
def test_bad_settings_are_named(settings, complaint):
    with pytest.raises(ValueError, match=complaint):
        line(**{"n": 3, "slope": 1, "intercept": 0, "noise": 0.1, **settings})
