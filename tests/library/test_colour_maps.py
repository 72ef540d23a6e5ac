"""Colour maps start from the ground, and their steps look even, in light and dark."""

import numpy as np
import pytest

from nnnotes.palette import DARK, LIGHT
from nnnotes.plots import diverging, sequential


def lightness(rgb):
    """CIE L* of colours (n, 3) from 0 to 1."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    y = linear @ [0.2126, 0.7152, 0.0722]
    return np.where(y > 0.008856, 116 * np.cbrt(y) - 16, 903.3 * y)


def over(colours, colour_map, places):
    """What is seen of the map on its ground."""
    rgba = colour_map(places)
    ground = np.array([int(colours["ground"][i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return rgba[:, 3:] * rgba[:, :3] + (1 - rgba[:, 3:]) * ground


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_equal_steps_look_equal(colours):
    for colour_map, start in ((sequential, 0.0), (diverging, 0.5)):
        seen = lightness(over(colours, colour_map(colours), np.linspace(start, 1, 9)))
        steps = np.abs(np.diff(seen))
        assert abs(seen[-1] - seen[0]) > 35
        assert steps.max() < 1.5 * steps.min()
        assert len(set(np.sign(np.diff(seen)))) == 1


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_zero_is_the_ground_and_signs_are_alike_in_depth(colours):
    signed = diverging(colours)
    assert signed(0.5)[3] == 0
    assert sequential(colours)(0.0)[3] == 0
    for distance in (0.1, 0.3, 0.5):
        assert signed(0.5 - distance)[3] == pytest.approx(signed(0.5 + distance)[3], abs=0.01)
    negative, positive = signed(0.0)[:3], signed(1.0)[:3]
    hexes = ["#" + "".join(f"{round(255 * c):02x}" for c in rgb) for rgb in (negative, positive)]
    assert hexes == [colours["negative"], colours["positive"]]
