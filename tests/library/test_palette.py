"""The palette has contrast on both grounds."""

from itertools import combinations

import numpy as np
import pytest

from nnnotes.palette import CLASSES_DARK, CLASSES_LIGHT, DARK, LIGHT, as_variables, contrast


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


@pytest.mark.parametrize("name", CLASSES_LIGHT)
def test_classes_can_be_lettered_on_both_grounds(name):
    assert contrast(CLASSES_LIGHT[name], LIGHT["ground"]) >= 4.5
    assert contrast(CLASSES_DARK[name], DARK["ground"]) >= 4.5


def lab(colour):
    """CIE L*a*b* (D65)."""
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = np.cbrt(to_xyz @ linear / [0.9505, 1, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize(
    ("classes", "scheme"), [(CLASSES_LIGHT, LIGHT), (CLASSES_DARK, DARK)], ids=["light", "dark"]
)
def test_classes_are_told_from_each_other_and_from_the_signs(classes, scheme):
    others = {name: scheme[name] for name in ("positive", "negative", "accent")}
    for one, other in combinations([*classes.values(), *others.values()], 2):
        assert np.linalg.norm(lab(one) - lab(other)) > 25


def test_classes_are_variables_where_they_are_asked_for():
    assert list(CLASSES_LIGHT) == list(CLASSES_DARK)
    assert "class" not in as_variables()
    light, dark = as_variables(classes=True).split("@media (prefers-color-scheme:dark)")
    for name in CLASSES_LIGHT:
        assert f"--{name}:{CLASSES_LIGHT[name]}" in light
        assert f"--{name}:{CLASSES_DARK[name]}" in dark
