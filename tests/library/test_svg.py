"""Coordinates are short."""

import pytest

from nnnotes.views.svg import at


@pytest.mark.parametrize(
    ("coordinate", "text"),
    [(1.2349, "1.23"), (-7, "-7"), (5.0, "5"), (-0.001, "0"), (1234567.5, "1234567.5")],
)
def test_a_coordinate_has_two_digits_and_no_needless_zero(coordinate, text):
    assert at(coordinate) == text
