"""The perceptron fires above its threshold, and learns what a straight line can part."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import nnnotes as nn
from nnnotes.datasets import logic_gate

HALVES = st.integers(-8, 8).map(lambda whole: whole / 2)


@given(arrays(float, (5, 3), elements=HALVES), arrays(float, 3, elements=HALVES), HALVES)
def test_threshold_and_bias_say_the_same(x, weights, threshold):
    one, two = nn.Perceptron(weights, threshold=threshold), nn.Perceptron(weights, bias=-threshold)
    assert (one.bias, one.threshold) == (two.bias, two.threshold) == (-threshold, threshold)
    assert one.fire(x).tolist() == two.fire(x).tolist() == (x @ weights > threshold).tolist()
    assert one.fire(x[0]).shape == ()
    assert one.fire(x[0]) == one.fire(x)[0]


def test_at_the_threshold_it_does_not_fire():
    assert nn.Perceptron([1, 1], threshold=2).fire([[1, 1], [1, 1.5]]).tolist() == [0, 1]


def test_setting_the_threshold_sets_the_bias():
    gate = nn.Perceptron([1])
    assert str(gate.threshold) == str(gate.bias) == "0.0"
    gate.threshold = 2
    assert (gate.bias, gate.threshold) == (-2, 2)
    assert repr(gate) == "Perceptron([1.0], bias=-2.0)"


def test_weights_are_copied():
    weights = np.zeros(2)
    gate = nn.Perceptron(weights)
    gate.learn([[1, 2]], [1], epochs=1)
    assert gate.weights.tolist() == [1, 2]
    assert weights.tolist() == [0, 0]


def test_one_epoch_by_hand():
    gate = nn.Perceptron([0.5, -1], bias=0.25)
    history = gate.learn([[1, 0], [0, 1], [2, 2]], [0, 1, 0], epochs=1)
    # 0.75 fires, wrongly: (-0.5, -1), -0.75; -1.75 does not, wrongly: (-0.5, 0), 0.25; right.
    assert gate.weights.tolist() == [-0.5, 0]
    assert gate.bias == 0.25
    assert history.weights.tolist() == [[0.5, -1], [-0.5, 0]]
    assert history.biases.tolist() == [0.25, 0.25]
    assert history.mistakes.tolist() == [2]


@pytest.mark.parametrize("name", ["and", "or", "nand", "nor"])
def test_gates_that_a_line_parts_are_learned(name):
    x, y = logic_gate(name)
    gate = nn.Perceptron([0, 0])
    history = gate.learn(x, y, epochs=50)
    assert gate.fire(x).tolist() == y.tolist()
    assert history.separated
    assert history.mistakes[-1] == 0
    assert np.all(history.mistakes[:-1] > 0)
    assert len(history.weights) == len(history.biases) == len(history.mistakes) + 1 < 51


@pytest.mark.parametrize("name", ["xor", "xnor"])
def test_what_no_line_parts_is_not_learned_and_the_history_says_so(name):
    x, y = logic_gate(name)
    gate = nn.Perceptron([0, 0])
    history = gate.learn(x, y, epochs=30)
    wrong = int(np.sum(gate.fire(x) != y))
    assert wrong > 0
    assert (history.separated, history.wrong, history.n) == (False, wrong, 4)
    assert str(history).startswith(f"not separated: after 30 epochs, {wrong} of 4 examples")
    assert "More epochs may help" in history.message
    assert len(history.mistakes) == 30


def test_an_epoch_with_mistakes_may_end_with_everything_right():
    history = nn.Perceptron([0]).learn([[1]], [1], epochs=1)
    assert history.mistakes.tolist() == [1]
    assert str(history) == "separated: after 1 epoch, every example is right (1 of 1)"


@given(
    arrays(float, st.tuples(st.integers(2, 12), st.just(2)), elements=HALVES),
    arrays(float, 2, elements=HALVES),
    HALVES,
)
def test_it_converges_on_separable_data_within_its_bound(x, weights, bias):
    ones = np.column_stack([x, np.ones(len(x))])  # the bias as the weight of a constant input
    separator = np.array([*weights, bias])
    sums = ones @ separator
    assume(np.all(sums != 0))
    gap = np.abs(sums).min() / np.linalg.norm(separator)
    longest = np.linalg.norm(ones, axis=1).max()
    bound = (longest / gap) ** 2
    assume(bound <= 500)
    y = (sums > 0).astype(int)
    gate = nn.Perceptron([0, 0])
    history = gate.learn(x, y, epochs=int(bound) + 2)
    assert history.separated
    assert gate.fire(x).tolist() == y.tolist()
    assert history.mistakes.sum() <= bound + 1e-9
    assert history.weights[-1].tolist() == gate.weights.tolist()
    assert history.biases[-1] == gate.bias


CASES = {
    "table of weights": (lambda: nn.Perceptron([[1, 2]]), ValueError, r"\(1, 2\).*\(n_in,\)"),
    "no weights": (lambda: nn.Perceptron([]), ValueError, r"\(0,\).*one for each input"),
    "NaN weight": (lambda: nn.Perceptron([np.nan]), ValueError, "weights holds NaN"),
    "both": (lambda: nn.Perceptron([1], threshold=1, bias=2), ValueError, "threshold=1 and bias=2"),
    "infinite bias": (lambda: nn.Perceptron([1], bias=np.inf), ValueError, "bias is inf"),
    "NaN threshold": (lambda: nn.Perceptron([1], threshold=np.nan), ValueError, "threshold is nan"),
    "bias as text": (lambda: nn.Perceptron([1], bias="1"), TypeError, "bias must be.*'1'"),
    "threshold of truth": (
        lambda: nn.Perceptron([1], threshold=True),
        TypeError,
        "threshold.*True",
    ),
    "x too wide": (
        lambda: nn.Perceptron([1]).fire([[1, 2]]),
        ValueError,
        r"\(1, 2\).*\(batch, 1\)",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_message(case):
    act, error, message = CASES[case]
    with pytest.raises(error, match=message):
        act()


LESSONS = {
    "a single example": (([1, 2], [1], 1), ValueError, r"x has shape \(2,\) and y \(1,\)"),
    "too few answers": (
        (np.ones((3, 2)), [1, 0], 1),
        ValueError,
        r"\(3, 2\) and y \(2,\).*\(n, 2\)",
    ),
    "answers in a column": (([[1, 2]], [[1]], 1), ValueError, r"y has shape \(1, 1\).*\[:, 0\]"),
    "answers of -1": (([[1, 2]], [-1], 1), ValueError, r"y\[0\] is -1"),
    "answer 2": (([[1, 2]], [2], 1), ValueError, "y holds 2.*0 or 1"),
    "fraction": (([[1, 2]], [0.5], 1), ValueError, r"y\[0\] is 0.5.*fraction"),
    "NaN": (([[1, np.nan]], [1], 1), ValueError, "x holds NaN"),
    "no examples": ((np.ones((0, 2)), [], 1), ValueError, r"\(0, 2\).*at least one"),
    "no epochs": (([[1, 2]], [1], 0), ValueError, "epochs is 0.*at least 1"),
    "fractional epochs": (([[1, 2]], [1], 1.5), TypeError, "epochs must be a whole number; 1.5"),
}


@pytest.mark.parametrize("case", LESSONS)
def test_bad_lessons_are_named_and_teach_nothing(case):
    arguments, error, message = LESSONS[case]
    gate = nn.Perceptron([0, 0])
    with pytest.raises(error, match=message):
        gate.learn(*arguments)
    assert (gate.weights.tolist(), gate.bias) == ([0, 0], 0)


def test_one_answer_too_large_among_good_ones():
    with pytest.raises(ValueError, match="y holds 2, but a perceptron answers 0 or 1"):
        nn.Perceptron([0.0, 0.0], bias=0.0).learn([[0, 0], [1, 1]], [0, 2], epochs=1)
