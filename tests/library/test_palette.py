"""The palette has contrast on both grounds."""

import pytest

from nnnotes.palette import DARK, LIGHT, as_variables, contrast


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", [name for name in LIGHT if name != "ground"])
def test_readable_on_its_ground(scheme, name):
    """Every colour may letter a label, so each has the 4.5 of text, beyond the 3 of marks."""
    assert contrast(scheme[name], scheme["ground"]) >= 4.5


def test_contrast_is_that_of_wcag():
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    # Below 0.04045 sRGB is linear: 10 / 255 / 12.92 = 0.003035, and 0.053035 / 0.05 = 1.0607.
    assert contrast("#0a0a0a", "#000000") == pytest.approx(1.0607, abs=0.0001)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")
    assert contrast("#ff0000", "#ff0000") == 1


def test_both_schemes_name_the_same_colours():
    assert list(LIGHT) == list(DARK)
    light, dark = as_variables().split("@media (prefers-color-scheme:dark)")
    for name in LIGHT:
        assert f"--{name}:{LIGHT[name]}" in light
        assert f"--{name}:{DARK[name]}" in dark
