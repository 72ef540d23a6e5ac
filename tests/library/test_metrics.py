"""Metrics are their definitions, and refuse what only looks like labels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=40)


@given(PAIRS)
def test_accuracy_is_the_share_of_equal_labels(pairs):
    y, predicted = zip(*pairs, strict=True)
    share = sum(a == b for a, b in pairs) / len(pairs)
    assert nn.accuracy(y, predicted) == pytest.approx(share)
    assert isinstance(nn.accuracy(y, predicted), float)


@given(PAIRS)
def test_the_confusion_matrix_counts_true_labels_in_rows_and_predicted_ones_in_columns(pairs):
    y, predicted = zip(*pairs, strict=True)
    counts = nn.confusion_matrix(y, predicted, n_classes=6)
    assert counts.shape == (6, 6)
    for true in range(6):
        for answer in range(6):
            assert counts[true, answer] == pairs.count((true, answer))
    assert np.trace(counts) / counts.sum() == pytest.approx(nn.accuracy(y, predicted))


@pytest.mark.parametrize(("y", "predicted"), [([0, 2], [0, 1]), ([0, 1], [0, 2])])
def test_without_n_classes_the_largest_label_decides(y, predicted):
    assert nn.confusion_matrix(y, predicted).shape == (3, 3)


def test_labels_may_come_as_whole_floats_or_truth_values():
    assert nn.accuracy([1.0, 0.0], np.array([True, True])) == 0.5


@given(
    st.lists(st.tuples(st.integers(0, 1), st.floats(0, 1)), min_size=1, max_size=40),
    st.integers(1, 7),
)
def test_calibration_of_one_probability_is_counted_bin_by_bin(pairs, bins):
    y, p = (np.array(column) for column in zip(*pairs, strict=True))
    found = nn.calibration(y, p, bins)
    edges = np.linspace(0, 1, bins + 1)
    gaps = 0.0
    for i in range(bins):
        last = i == bins - 1
        inside = (p >= edges[i]) & ((p <= 1) if last else (p < edges[i + 1]))
        assert found.centers[i] == pytest.approx((i + 0.5) / bins)
        assert found.counts[i] == inside.sum()
        if inside.any():
            assert found.confidence[i] == pytest.approx(p[inside].mean())
            assert found.accuracy[i] == pytest.approx(np.mean(y[inside] == 1))
            gaps += inside.sum() * abs(p[inside].mean() - np.mean(y[inside] == 1))
        else:
            assert np.isnan(found.confidence[i])
            assert np.isnan(found.accuracy[i])
    assert found.error == pytest.approx(gaps / len(y))


def test_calibration_of_classes_takes_the_most_probable_one():
    table = [[0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.6, 0.2, 0.2], [0.05, 0.9, 0.05]]
    found = nn.calibration([1, 0, 0, 2], table, bins=2)
    assert found.counts.tolist() == [1, 3]
    np.testing.assert_allclose(found.confidence, [0.4, (0.8 + 0.6 + 0.9) / 3])
    np.testing.assert_allclose(found.accuracy, [0, 2 / 3])


def test_two_columns_of_classes_agree_with_the_probability_of_class_1_where_it_is_larger():
    p = np.array([0.55, 0.7, 0.95, 0.65])
    y = [1, 0, 1, 1]
    one, two = nn.calibration(y, p, 4), nn.calibration(y, np.column_stack([1 - p, p]), 4)
    for a, b in zip(one, two, strict=True):
        np.testing.assert_array_equal(a, b)


def test_calibration_has_ten_bins_unless_told_otherwise():
    assert nn.calibration([1], [1.0]).counts.tolist() == [0] * 9 + [1]


def test_a_softmax_in_float32_is_good_enough():
    logits = np.random.default_rng(0).normal(size=(50, 10)).astype(np.float32)
    table = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    assert nn.calibration(np.zeros(50), table).counts.sum() == 50


COLUMN = r"argmax over a single column is always 0"
CASES = {
    "the 62% bug": (nn.accuracy, ([[0], [1]], [0, 0]), rf"\(2, 1\) and predicted \(2,\).*{COLUMN}"),
    "predicted as a column": (nn.accuracy, ([0, 1], [[0], [1]]), rf"\(2,\).*\(2, 1\).*{COLUMN}"),
    "both as columns": (nn.accuracy, ([[0], [1]], [[0], [0]]), rf"y has.*\(2, 1\).*{COLUMN}"),
    "one column per class": (nn.accuracy, (np.eye(2), np.eye(2)), r"\(2, 2\).*argmax\(axis=1\)"),
    "three dimensions": (nn.accuracy, (np.ones((1, 1, 1)),) * 2, r"\(1, 1, 1\).*\(n,\)"),
    "scalars": (nn.accuracy, (1, 1), r"shape \(\).*\(n,\)"),
    "lengths": (nn.accuracy, ([0, 1], [0]), r"\(2,\) and predicted \(1,\)"),
    "no examples": (nn.accuracy, ([], []), "y is empty"),
    "probabilities": (nn.accuracy, ([0, 1], [0.0, 0.7]), r"predicted\[1\] is 0.7.*fraction.*> 0.5"),
    "negative": (nn.accuracy, ([0, -1], [0, 1]), r"y\[1\] is -1.*below 0"),
    "NaN": (nn.accuracy, ([0, np.nan], [0, 1]), r"y holds NaN.*\[1\]"),
    "unknown class": (nn.confusion_matrix, ([0, 3], [0, 1], 3), "label 3.*3 classes.*0 to 2"),
    "no classes": (nn.confusion_matrix, ([0], [0], 0), "n_classes is 0.*at least 1"),
    "no bins": (nn.calibration, ([1], [0.5], 0), "bins is 0.*at least 1"),
    "probability above 1": (nn.calibration, ([1, 0], [0.5, 1.5]), "0.5 to 1.5.*between 0 and 1"),
    "probability below 0": (nn.calibration, ([1, 0], [-0.5, 1]), "-0.5 to 1,.*between 0 and 1"),
    "rows": (nn.calibration, ([1, 0], [0.5]), r"y has shape \(2,\) and probabilities \(1,\)"),
    "a column": (nn.calibration, ([1, 0], [[0.5], [1]]), r"\(2,\) and.*\(2, 1\).*\[:, 0\]"),
    "a cube": (nn.calibration, ([1], np.ones((1, 2, 2))), r"\(1,\) and probabilities \(1, 2, 2\)"),
    "a scalar": (nn.calibration, ([1], 0.5), r"\(1,\) and probabilities \(\)"),
    "sums": (nn.calibration, ([1, 0], [[0.5, 0.5], [0.9, 0.3]]), "row 1.*1.2, but.*softmax"),
    "small sums": (nn.calibration, ([1, 0], [[0.5, 0.5005], [0.2, 0.3]]), "row 1.*0.5, but"),
    "class without column": (nn.calibration, ([2], [[0.5, 0.5]]), r"label 2.*\(1, 2\).*0 to 1"),
    "class 2 of two": (nn.calibration, ([2], [0.5]), "label 2.*0 to 1"),
}


@pytest.mark.parametrize("case", CASES)
def test_message(case):
    act, arguments, message = CASES[case]
    with pytest.raises(ValueError, match=message):
        act(*arguments)


@pytest.mark.parametrize(
    ("act", "arguments", "message"),
    [
        (nn.accuracy, (["a"], ["b"]), "y must hold real numbers"),
        (nn.confusion_matrix, ([0], [0], 1.5), "n_classes must be a whole number; 1.5"),
        (nn.calibration, ([0], [0.5], "10"), "bins must be a whole number; '10'"),
    ],
)
def test_other_kinds_are_named(act, arguments, message):
    with pytest.raises(TypeError, match=message):
        act(*arguments)


def test_one_label_too_large_among_good_ones():
    with pytest.raises(ValueError, match="label 2, but probabilities of shape"):
        nn.calibration([0, 2], [[0.5, 0.5], [0.5, 0.5]])


def test_probabilities_may_miss_one_by_a_thousandth():
    nn.calibration([0], [[0.5, 0.5009]])
    with pytest.raises(ValueError, match=r"adds up to 1\.0015"):
        nn.calibration([0], [[0.5, 0.5015]])
