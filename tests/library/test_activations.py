"""Activations against their definitions, their slopes against differences, both at the extremes."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS

NAMES = list(ACTIVATIONS)
ELEMENTWISE = [name for name in NAMES if name != "softmax"]
DEFINITIONS = {
    "identity": lambda z: z,
    "step": lambda z: 1.0 if z > 0 else 0.0,
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": lambda z: (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z)),
    "relu": lambda z: z if z > 0 else 0.0,
    "leaky_relu": lambda z: z if z > 0 else 0.01 * z,
    "gelu": lambda z: 0.5 * z * (1 + math.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))),
}
SCORES = st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=6)


@pytest.mark.parametrize("name", DEFINITIONS)
def test_function_follows_its_definition(name):
    z = np.linspace(-6, 6, 49)
    expected = [DEFINITIONS[name](float(value)) for value in z]
    np.testing.assert_allclose(getattr(nn, name)(z), expected, rtol=1e-12, atol=1e-14)


def test_table_and_public_functions_are_the_same():
    assert [*DEFINITIONS, "softmax"] == NAMES
    assert all(ACTIVATIONS[name].function is getattr(nn, name) for name in NAMES)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_derivative_equals_central_differences_away_from_kinks(name):
    z = np.linspace(-5, 5, 100)  # an even count, so that 0 is not among them
    f, h = ACTIVATIONS[name].function, 1e-5
    differences = (f(z + h) - f(z - h)) / (2 * h)
    np.testing.assert_allclose(nn.derivative(name)(z), differences, rtol=1e-8, atol=1e-10)


def test_conventions_at_zero():
    assert nn.step(0.0) == 0
    assert nn.derivative("relu")(0.0) == 0
    assert nn.derivative("leaky_relu")(0.0) == 0.01
    assert not np.any(nn.derivative("step")([-1.0, 0.0, 1.0]))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ELEMENTWISE)
def test_extremes_are_finite_silent_and_keep_the_type(name, dtype):
    z = np.array([-1e30, -1e4, -100, -1e-30, 0, 1e-30, 100, 1e4, 1e30], dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        for result in (ACTIVATIONS[name].function(z), nn.derivative(name)(z)):
            assert result.dtype == dtype
            assert result.shape == z.shape
            assert np.all(np.isfinite(result))


def test_sigmoid_keeps_its_precision_far_out():
    z = np.array([-40.0, -100.0, -700.0])
    np.testing.assert_allclose(nn.sigmoid(z), np.exp(z), rtol=1e-13)
    np.testing.assert_allclose(nn.derivative("sigmoid")(-z), np.exp(z), rtol=1e-13)


def test_symmetries():
    z = np.linspace(-20, 20, 81)
    np.testing.assert_allclose(nn.sigmoid(z) + nn.sigmoid(-z), 1, rtol=1e-15)
    np.testing.assert_allclose(nn.tanh(z / 2), 2 * nn.sigmoid(z) - 1, atol=1e-15)
    np.testing.assert_array_equal(nn.relu(z) - nn.relu(-z), z)


@pytest.mark.parametrize("name", NAMES)
def test_whole_numbers_and_lists_become_floats_and_the_input_stays(name):
    z = np.array([-2, 0, 3])
    result = ACTIVATIONS[name].function(z)
    assert result.dtype == float
    np.testing.assert_array_equal(result, ACTIVATIONS[name].function([-2.0, 0.0, 3.0]))
    assert z.tolist() == [-2, 0, 3]


@pytest.mark.parametrize("name", NAMES)
def test_result_is_a_new_array(name):
    z = np.array([0.5, 1.5])
    ACTIVATIONS[name].function(z)[:] = 9
    assert z.tolist() == [0.5, 1.5]


def test_unknown_name_lists_those_there_are():
    with pytest.raises(ValueError, match=r"'thnah'.*identity, step, sigmoid, tanh, relu"):
        nn.derivative("thnah")


def test_name_of_another_kind_is_a_type_error():
    with pytest.raises(TypeError, match="must be a name"):
        nn.derivative(3)


@given(SCORES, st.floats(-1e4, 1e4))
def test_softmax_sums_to_one_and_ignores_shifts(scores, shift):
    a = nn.softmax(scores)
    assert a.sum() == pytest.approx(1, rel=1e-12)
    np.testing.assert_allclose(nn.softmax(np.add(scores, shift)), a, rtol=1e-9, atol=1e-12)


def test_softmax_follows_its_definition_along_the_last_axis():
    z = np.random.default_rng(0).normal(size=(3, 2, 4))
    a = nn.softmax(z)
    for i, j in np.ndindex(3, 2):
        whole = sum(math.exp(value) for value in z[i, j])
        expected = [math.exp(value) / whole for value in z[i, j]]
        np.testing.assert_allclose(a[i, j], expected, rtol=1e-14)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_softmax_at_the_extremes(dtype):
    z = np.array([[-1e30, 1e30, 0], [1e4, -1e4, 1e4]], dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        a = nn.softmax(z)
        along = nn.derivative("softmax")(z, np.ones_like(z))
    assert a.tolist() == [[0, 1, 0], [0.5, 0, 0.5]]
    assert a.dtype == along.dtype == dtype
    assert not np.any(along)  # a shift changes nothing


def test_softmax_of_a_number_is_refused():
    with pytest.raises(ValueError, match=r"a score for each class.*3\.0 came"):
        nn.softmax(3.0)


def test_derivative_of_softmax_equals_differences_along_v():
    z, v = np.random.default_rng(1).normal(size=(2, 5, 4))
    h = 1e-6
    differences = (nn.softmax(z + h * v) - nn.softmax(z - h * v)) / (2 * h)
    np.testing.assert_allclose(nn.derivative("softmax")(z, v), differences, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_pulling_back_is_the_derivative_times_upstream(name):
    z, upstream = np.random.default_rng(2).normal(size=(2, 5, 4))
    slope = nn.derivative(name)
    expected = slope(z, upstream) if name == "softmax" else slope(z) * upstream
    ACTIVATIONS[name].pull_back(z, ACTIVATIONS[name].function(z), upstream, upstream)
    np.testing.assert_allclose(upstream, expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("name", NAMES)
def test_result_goes_into_out(name):
    z = np.array([[-0.5, 1.5], [0.0, 3.0]])
    out = np.full_like(z, 9)
    assert ACTIVATIONS[name].function(z, out) is out
    np.testing.assert_array_equal(out, ACTIVATIONS[name].function(z))


@pytest.mark.parametrize("kind", ["uint8", "int8", "bool"])
@pytest.mark.parametrize("name", NAMES)
def test_small_whole_numbers_are_computed_as_float64(name, kind):
    z = np.array([0, 1, 1], kind)
    result = ACTIVATIONS[name].function(z)
    assert result.dtype == np.float64
    np.testing.assert_array_equal(result, ACTIVATIONS[name].function(z.astype(float)))
