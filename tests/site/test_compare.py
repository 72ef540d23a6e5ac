"""Floats count as the same where they round to the digits shown; all else to the letter."""

import pytest

from scripts.pages.compare import same


@pytest.mark.parametrize(
    ("shown", "got"),
    [
        ("0.63", "0.6312345"),
        ("[0.5  1.25]", "[0.5  1.25]"),
        ("1e-09", "1.2e-09"),
        ("2.0", "2.0"),
        ("-0.63", "-0.6312345"),
        ("loss 0.333\nloss 0.250", "loss 0.33333333\nloss 0.25"),
    ],
)
def test_same(shown, got):
    assert same(shown, got)


@pytest.mark.parametrize(
    ("shown", "got"),
    [
        ("0.64", "0.6312345"),
        ("0.64", "0.63"),
        ("-0.5", "0.5"),
        ("3", "4"),
        ("3.0", "3"),
        ("0.5 m", "0.5 s"),
        ("0.5", "0.5 0.5"),
        ("1e-9", "1e-8"),
        ("0.0", "5e-324"),
        ("0.0", "-0.0"),
        ("-0.0", "0.0"),
        ("97.2%", "97.3%"),
        ("", "0"),
    ],
)
def test_different(shown, got):
    assert not same(shown, got)
