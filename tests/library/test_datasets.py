"""Data sets are what their docstrings say, and the same for the same seed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnnotes.datasets import (
    blobs,
    circles,
    line,
    logic_gate,
    moons,
    spiral,
    split,
    street_lights,
)

SHAPES = [blobs, moons, circles, spiral]


def test_a_line_is_slope_and_intercept_plus_the_noise_of_its_seed():
    x, y = line(50, slope=-2, intercept=3, noise=0.5, low=4, high=9, rng=1)
    rng = np.random.default_rng(1)
    np.testing.assert_allclose(x, rng.uniform(4, 9, (50, 1)))
    np.testing.assert_allclose(y, 3 - 2 * x + rng.normal(0, 0.5, (50, 1)))


def test_a_line_goes_from_0_to_1_unless_told_otherwise():
    x, _ = line(50, slope=-2, intercept=3, noise=0.5, rng=1)
    np.testing.assert_array_equal(x, np.random.default_rng(1).uniform(0, 1, (50, 1)))


def test_noise_is_a_standard_deviation_around_the_line():
    x, y = line(20_000, slope=1, intercept=0, noise=2, rng=1)
    misses = y - x
    assert misses.mean() == pytest.approx(0, abs=0.05)
    assert misses.std() == pytest.approx(2, rel=0.02)


def test_street_lights_correlate_as_the_book_says():
    x, y = street_lights()
    assert x.tolist() == [[1, 0, 1], [0, 1, 1], [0, 0, 1], [1, 1, 1], [0, 1, 1], [1, 0, 1]]
    assert y.tolist() == [0, 1, 0, 1, 1, 0]
    first, second = (np.corrcoef(x[:, i], y)[0, 1] for i in (0, 1))
    assert (first, second) == (pytest.approx(-1 / 3), pytest.approx(1))
    assert x[:, 2].std() == 0


def test_four_street_lights_are_the_first_four_and_tell_nothing_one_by_one():
    x, y = street_lights(variant=4)
    assert x.tolist() == street_lights(6)[0][:4].tolist()
    assert y.tolist() == [1, 1, 0, 0]
    assert all(np.corrcoef(x[:, i], y)[0, 1] == pytest.approx(0) for i in (0, 1))
    assert np.array_equal(y, x[:, 0].astype(int) ^ x[:, 1].astype(int))


GATES = {
    "and": lambda a, b: a and b,
    "or": lambda a, b: a or b,
    "nand": lambda a, b: not (a and b),
    "nor": lambda a, b: not (a or b),
    "xor": lambda a, b: a != b,
    "xnor": lambda a, b: a == b,
}


@pytest.mark.parametrize("name", GATES)
def test_gates_answer_as_logic_does(name):
    x, y = logic_gate(name)
    assert x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert y.tolist() == [int(GATES[name](a, b)) for a, b in x.astype(bool)]
    assert (x.dtype, y.dtype) == (float, np.int64)


@pytest.mark.parametrize("make", SHAPES)
def test_points_and_labels_of_even_classes_from_a_seed(make):
    (x, y), (same, _), (other, _) = make(31, rng=5), make(31, rng=5), make(31, rng=6)
    assert (x.shape, y.shape, x.dtype, y.dtype) == ((31, 2), (31,), float, np.int64)
    assert np.array_equal(x, same)
    assert not np.array_equal(x, other)
    classes = 3 if make is blobs else 2
    assert np.array_equal(y, np.arange(31) % classes)


@pytest.mark.parametrize("make", SHAPES)
def test_a_generator_goes_on_where_it_stood(make):
    rng = np.random.default_rng(0)
    assert not np.array_equal(make(9, rng=rng)[0], make(9, rng=rng)[0])


@pytest.mark.parametrize(
    ("make", "noise"), [(blobs, 0.25), (moons, 0.1), (circles, 0.05), (spiral, 0.02)]
)
def test_noise_is_a_standard_deviation_in_both_directions(make, noise):
    clean, noisy = make(20_000, noise=0, rng=3)[0], make(20_000, rng=3)[0]
    misses = noisy - clean
    assert misses.mean(axis=0) == pytest.approx([0, 0], abs=0.03 * noise)
    assert misses.std(axis=0) == pytest.approx([noise] * 2, rel=0.02)
    assert abs(np.corrcoef(misses.T)[0, 1]) < 0.03
    np.testing.assert_allclose(make(20_000, noise=2 * noise, rng=3)[0] - clean, 2 * misses)


@pytest.mark.parametrize("classes", [2, 3, 5])
def test_blobs_stand_evenly_on_the_unit_circle(classes):
    x, y = blobs(20, classes=classes, noise=0)
    on_circle = x[:, 0] + 1j * x[:, 1]
    np.testing.assert_allclose(on_circle, np.exp(2j * np.pi * y / classes), atol=1e-12)


def test_moons_are_half_circles():
    x, y = moons(5000, noise=0, rng=0)
    upper, lower = x[y == 0], x[y == 1] - [1, 0.5]
    for half, sign in ((upper, 1), (lower, -1)):
        np.testing.assert_allclose(np.linalg.norm(half, axis=1), 1)
        assert np.all(sign * half[:, 1] >= 0)
        angles = np.arccos(np.clip(half[:, 0], -1, 1))
        counts = np.histogram(angles, bins=4, range=(0, np.pi))[0]
        assert counts == pytest.approx([625] * 4, rel=0.15)


def test_moons_are_these_points_of_their_seed():
    x, y = moons(50, noise=0.3, rng=4)
    rng = np.random.default_rng(4)
    on_circle = np.exp(1j * rng.uniform(0, np.pi, 50))
    clean = np.where(y == 0, on_circle, 1 + 0.5j - on_circle)
    np.testing.assert_allclose(x - rng.normal(0, 0.3, (50, 2)), np.c_[clean.real, clean.imag])


def test_circles_go_all_the_way_round():
    x, y = circles(8000, radius=0.3, noise=0, rng=0)
    np.testing.assert_allclose(np.linalg.norm(x, axis=1), np.where(y == 0, 1, 0.3))
    for points in (x[y == 0], x[y == 1]):
        angles = np.arctan2(points[:, 1], points[:, 0])
        counts = np.histogram(angles, bins=8, range=(-np.pi, np.pi))[0]
        assert counts == pytest.approx([500] * 8, rel=0.2)
    assert np.linalg.norm(circles(2, noise=0)[0][1]) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("settings", "turns"), [({}, 1), ({"turns": 1.75}, 1.75), ({"turns": -1}, -1)]
)
def test_spirals_turn_as_they_leave_the_origin(settings, turns):
    x, y = spiral(900, classes=3, noise=0, rng=0, **settings)
    distance = np.linalg.norm(x, axis=1)
    unwound = (x[:, 0] + 1j * x[:, 1]) * np.exp(-2j * np.pi * (turns * distance + y / 3))
    np.testing.assert_allclose(unwound, distance, atol=1e-12)
    assert 0.1 <= distance.min() < 0.11
    assert 0.99 < distance.max() <= 1


@given(st.integers(5, 60), st.sampled_from([(0.8, 0.2), (0.6, 0.2, 0.2), (0.5, 0.25, 0.25)]))
def test_split_puts_each_example_into_exactly_one_part(n, fractions):
    x, y = np.arange(2 * n).reshape(n, 2), -np.arange(n)
    parts = split(x, y, fractions, rng=0)
    assert sorted(np.concatenate([part for part, _ in parts])[:, 0] // 2) == list(range(n))
    for (x_part, y_part), fraction in zip(parts, fractions, strict=True):
        assert np.array_equal(x_part[:, 0], -2 * y_part)
        assert abs(len(x_part) - fraction * n) <= 1
        assert (x_part.dtype, y_part.dtype) == (x.dtype, y.dtype)


def test_split_shuffles_from_its_seed_and_copies():
    x = np.arange(100.0)
    (train, _), (test, _) = split(x, x, rng=1)
    assert (len(train), len(test)) == (80, 20)
    assert np.array_equal(np.concatenate([train, test]), np.random.default_rng(1).permutation(x))
    train[:] = -1
    assert x[0] == 0


LINE = {"n": 3, "slope": 1, "intercept": 0, "noise": 0.1}
CASES = {
    "no points on a line": (lambda: line(**LINE | {"n": 0}), "n is 0"),
    "noise of a line": (lambda: line(**LINE | {"noise": -1}), "noise is -1"),
    "high below low": (lambda: line(**LINE, high=-5), "high is -5 and low is 0"),
    "high at low": (lambda: line(**LINE, low=1), "high must be above low"),
    "NaN slope": (lambda: line(**LINE | {"slope": np.nan}), "slope is nan; give a finite"),
    "infinite intercept": (lambda: line(**LINE | {"intercept": np.inf}), "intercept is inf"),
    "lights": (lambda: street_lights(5), "no variant 5.*6, 4"),
    "gate": (lambda: logic_gate("not"), "no logic gate 'not'.*and, or, nand, nor, xor, xnor"),
    "one blob": (lambda: blobs(5, classes=1), "classes is 1.*at least 2"),
    "few points": (lambda: blobs(2), "n is 2, but 3 classes need at least 3 points"),
    "one moon": (lambda: moons(1), "n is 1, but 2 classes"),
    "NaN noise": (lambda: moons(5, noise=np.nan), "noise is nan"),
    "negative noise": (lambda: circles(5, noise=-0.1), "noise is -0.1.*0 or more"),
    "no radius": (lambda: circles(5, radius=0), "radius is 0.*between 0 and 1"),
    "radius 1": (lambda: circles(5, radius=1), "radius is 1.*between 0 and 1"),
    "infinite turns": (lambda: spiral(5, turns=np.inf), "turns is inf"),
    "seed": (lambda: spiral(5, rng=-1), "seed must be 0 or more"),
    "lengths": (
        lambda: split(np.ones((5, 2)), np.ones(4)),
        r"x has shape \(5, 2\) and y \(4,\): 5 examples and 4 answers",
    ),
    "NaN": (lambda: split([1, np.nan], [1, 2]), r"x holds NaN.*\[1\]"),
    "NaN answer": (lambda: split([1, 2], [1, np.nan]), r"y holds NaN.*\[1\]"),
    "a number": (lambda: split(1, [1]), "x is a single number"),
    "sum": (lambda: split([1, 2], [1, 2], (0.8, 0.3)), "add up to 1;.*add up to 1.1"),
    "small sum": (lambda: split([1, 2], [1, 2], (0.4, 0.5)), "add up to 0.9"),
    "one fraction": (lambda: split([1, 2], [1, 2], (1,)), "two or more.*(1,)"),
    "fraction": (lambda: split([1, 2], [1, 2], 0.8), "two or more, such as.*0.8 came"),
    "negative fraction": (lambda: split([1, 2], [1, 2], (1.2, -0.2)), "above 0.*-0.2"),
    "no fraction": (lambda: split([1, 2], [1, 2], (1, 0)), "above 0"),
    "empty part": (lambda: split([1, 2], [1, 2]), "2 examples are too few: part 1.*0.2.*empty"),
    "no examples": (lambda: split([], []), "0 examples are too few: part 0"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_settings_are_named(case):
    act, message = CASES[case]
    with pytest.raises(ValueError, match=message):
        act()


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: line(**LINE | {"n": 1.5}), "n must be a whole number; 1.5"),
        (lambda: line(**LINE | {"slope": "1"}), "slope must be a single number; '1'"),
        (lambda: moons("9"), "n must be a whole number; '9'"),
        (lambda: blobs(9, classes=2.5), "classes must be a whole number; 2.5"),
        (lambda: circles(9, noise=[1]), r"noise must be a single number; \[1\]"),
        (lambda: spiral(9, rng="1"), "rng must be.*'1'"),
        (lambda: split(["a"], [1]), "x must hold real numbers"),
        (lambda: logic_gate(1), "logic gate must be a name"),
    ],
)
def test_other_kinds_are_named(act, message):
    with pytest.raises(TypeError, match=message):
        act()


def test_circles_are_these_points_of_their_seed():
    x, y = circles(50, radius=0.4, noise=0.3, rng=4)
    rng = np.random.default_rng(4)
    on_circle = np.where(y == 0, 1, 0.4) * np.exp(1j * rng.uniform(0, 2 * np.pi, 50))
    expected = np.c_[on_circle.real, on_circle.imag]
    np.testing.assert_allclose(x - rng.normal(0, 0.3, (50, 2)), expected)


def test_fractions_add_up_to_one_but_for_rounding():
    split([1, 2], [1, 2], (0.5, 0.5 + 5e-10))
    with pytest.raises(ValueError, match="add up to 1"):
        split([1, 2], [1, 2], (0.5, 0.5 + 1.5e-9))
