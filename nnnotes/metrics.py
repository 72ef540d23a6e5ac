"""How good answers are: shares of right ones, which are mixed up, and what confidence is worth."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.checks import Labels, checked_count, checked_labels
from nnnotes.validation import as_numbers

Floats = NDArray[np.floating[Any]]


def accuracy(y: ArrayLike, predicted: ArrayLike) -> float:
    """The share of examples whose predicted label is the true one.

    Args:
        y: true labels, (n,), whole numbers from 0 on.
        predicted: predicted labels, (n,), whole numbers from 0 on.

    Returns:
        A number from 0 to 1.

    Raises:
        ValueError: shapes that differ or are not (n,), no examples, or numbers that are no labels,
            such as probabilities. A single column, (n, 1), is refused, because argmax over it is
            always 0, whatever the network answers.
        TypeError: something other than numbers.

    Examples:
        >>> accuracy([0, 1, 2, 2], [0, 1, 1, 2])
        0.75

    Source: the definition; it is 1 minus the error rate.
    """
    y, predicted = _checked_pair(y, predicted)
    return float(np.mean(y == predicted))


def confusion_matrix(y: ArrayLike, predicted: ArrayLike, n_classes: int | None = None) -> Labels:
    """How often each class was taken for each: rows are true labels, columns predicted ones.

    Args:
        y: true labels, (n,), whole numbers from 0 on.
        predicted: predicted labels, (n,), whole numbers from 0 on.
        n_classes: how many classes there are; None for as many as the largest label asks for.

    Returns:
        Counts, (n_classes, n_classes), that add up to n; the right answers on the diagonal.

    Raises:
        ValueError: shapes that differ or are not (n,), no examples, numbers that are no labels, or
            a label of n_classes or more.
        TypeError: something other than numbers.

    Examples:
        >>> confusion_matrix([0, 1, 2, 2], [0, 1, 1, 2]).tolist()
        [[1, 0, 0], [0, 1, 0], [0, 1, 1]]

    Source: the definition; Kohavi and Provost (1998), Glossary of terms.
    """
    y, predicted = _checked_pair(y, predicted)
    largest = int(max(y.max(), predicted.max()))
    n_classes = largest + 1 if n_classes is None else checked_count(n_classes, "n_classes")
    if largest >= n_classes:
        raise ValueError(
            f"label {largest} came, but {n_classes} classes have labels 0 to "
            f"{n_classes - 1}; count classes from 0, or raise n_classes"
        )
    counts = np.zeros((n_classes, n_classes), np.int64)
    np.add.at(counts, (y, predicted), 1)
    return counts


class Calibration(NamedTuple):
    """Confidence against accuracy, in bins of equal width from 0 to 1.

    Attributes:
        centers: the middle of each bin, (bins,).
        confidence: mean confidence of the answers in each bin, (bins,); NaN where there are none.
        accuracy: share of them that was right, (bins,); NaN where there are none.
        counts: how many answers fell into each bin, (bins,).

    Examples:
        >>> Calibration(np.array([0.5]), np.array([0.75]), np.array([0.5]), np.array([4])).error
        0.25

    Source: Guo, Pleiss, Sun and Weinberger (2017), On calibration of modern neural networks.
    """

    centers: Floats
    confidence: Floats
    accuracy: Floats
    counts: Labels

    @property
    def error(self) -> float:
        """Expected calibration error: the mean gap of confidence and accuracy, over answers."""
        gaps = np.abs(self.confidence - self.accuracy)
        return float(np.nansum(self.counts * gaps) / self.counts.sum())


def calibration(y: ArrayLike, probabilities: ArrayLike, bins: int = 10) -> Calibration:
    """Whether answers given with 80 percent confidence are right 80 percent of the time.

    With one column of probabilities for each class, an answer is the most probable class, its
    confidence that class's probability, and its accuracy how often that class is the true one.
    With a single probability for each example, that of class 1, confidence is that probability,
    and accuracy how often class 1 is the true one.

    Args:
        y: true labels, (n,), whole numbers from 0 on.
        probabilities: one row for each example that adds up to 1, (n, classes), or the probability
            of class 1, (n,).
        bins: how many bins of equal width, at least 1. A bin holds its lower edge; the last one
            holds 1 too.

    Returns:
        A Calibration: ``.centers``, ``.confidence``, ``.accuracy``, ``.counts``, all (bins,), and
        ``.error``, the expected calibration error.

    Raises:
        ValueError: shapes that do not fit, labels without a column, or numbers that are no
            probabilities.
        TypeError: something other than numbers.

    Examples:
        >>> found = calibration([1, 0, 1, 1], [0.9, 0.1, 0.3, 0.7], bins=2)
        >>> found.confidence.round(6).tolist(), found.accuracy.tolist(), found.counts.tolist()
        ([0.2, 0.8], [0.5, 1.0], [2, 2])
        >>> round(found.error, 6)
        0.25

    Source: Guo, Pleiss, Sun and Weinberger (2017), On calibration of modern neural networks.
    """
    y, bins = checked_labels(y, "y"), checked_count(bins, "bins")
    table = _checked_probabilities(y, probabilities)
    if table.ndim == 1:
        confidence, right = table, y == 1
    else:
        confidence, right = table.max(axis=1), y == table.argmax(axis=1)
    edges = np.linspace(0, 1, bins + 1)
    place = np.minimum(np.searchsorted(edges, confidence, side="right"), bins) - 1
    counts = np.bincount(place, minlength=bins)
    members = np.where(counts == 0, np.nan, counts)
    return Calibration(
        (edges[:-1] + edges[1:]) / 2,
        np.bincount(place, confidence, bins) / members,
        np.bincount(place, right, bins) / members,
        counts,
    )


def _checked_pair(y: ArrayLike, predicted: ArrayLike) -> tuple[Labels, Labels]:
    true, answers = as_numbers(y, "y", float), as_numbers(predicted, "predicted", float)
    if true.shape != answers.shape:
        raise ValueError(
            f"y has shape {true.shape} and predicted {answers.shape}, but both must be (n,), "
            "a label for each example. Take labels from a single column by [:, 0], or > 0.5 "
            "of it: argmax over a single column is always 0"
        )
    return checked_labels(true, "y"), checked_labels(answers, "predicted")


def _checked_probabilities(y: Labels, probabilities: ArrayLike) -> Floats:
    table = as_numbers(probabilities, "probabilities", float)
    if table.shape[:1] != y.shape or table.ndim > 2 or table.shape[1:] == (1,):
        raise ValueError(
            f"y has shape {y.shape} and probabilities {table.shape}, but must have "
            f"({len(y)}, classes), or ({len(y)},) for that of class 1: a single column's [:, 0]"
        )
    if np.any((table < 0) | (table > 1)):
        raise ValueError(
            f"probabilities go from {table.min():g} to {table.max():g}, but must lie between 0 "
            "and 1; give what a sigmoid or softmax answers"
        )
    n_classes = 2 if table.ndim == 1 else table.shape[1]
    if y.max() >= n_classes:
        raise ValueError(
            f"y holds label {y.max()}, but probabilities of shape {table.shape} are for labels "
            f"0 to {n_classes - 1}"
        )
    if table.ndim == 2:
        _check_sums(table.sum(axis=1))
    return table


def _check_sums(sums: Floats) -> None:
    worst = int(np.argmax(np.abs(sums - 1)))
    if abs(sums[worst] - 1) > 1e-3:  # float32 and rounded tables stay well within
        raise ValueError(
            f"row {worst} of probabilities adds up to {sums[worst]:g}, but each must add up to 1; "
            "give what a softmax answers"
        )
