"""The perceptron: a neuron that fires or does not, and learns from its mistakes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.checks import Labels, checked_count, checked_labels, checked_number
from nnnotes.perceptron_history import PerceptronHistory
from nnnotes.validation import as_numbers, checked_input

Floats = NDArray[np.floating[Any]]


class Perceptron:
    """Fires (1) where the weighted sum of its inputs lies above a threshold, else not (0).

    The bias is the threshold with its sign turned: ``x @ weights > threshold`` says the same as
    ``x @ weights + bias > 0``. Give one of them, or none for 0; the other follows.

    Args:
        weights: one for each input, (n_in,); finite numbers, which are copied.
        threshold: what the weighted sum must exceed for the perceptron to fire.
        bias: what is added to the weighted sum, which must then exceed 0.

    Attributes:
        weights: (n_in,).
        bias: a number, -threshold.
        threshold: a number, -bias; setting it sets the bias.

    Raises:
        ValueError: weights of another shape, both threshold and bias, or numbers that are not
            finite.
        TypeError: something other than numbers.

    Examples:
        >>> gate = Perceptron([1, 1], threshold=1.5)
        >>> gate
        Perceptron([1.0, 1.0], bias=-1.5)
        >>> gate.fire([[0, 0], [0, 1], [1, 0], [1, 1]]).tolist()
        [0, 0, 0, 1]

    Source: Rosenblatt (1958), The perceptron.
    """

    def __init__(
        self, weights: ArrayLike, *, threshold: float | None = None, bias: float | None = None
    ) -> None:
        self.weights = as_numbers(weights, "weights", float).copy()
        if self.weights.ndim != 1 or self.weights.size == 0:
            raise ValueError(
                f"weights has shape {self.weights.shape}, but must be (n_in,): one for each input"
            )
        if threshold is not None and bias is not None:
            raise ValueError(
                f"threshold={threshold} and bias={bias} came; give one, the other is its negative"
            )
        self.bias = checked_number(0 if bias is None else bias, "bias")
        if threshold is not None:
            self.threshold = threshold

    @property
    def threshold(self) -> float:
        """What the weighted sum must exceed for it to fire: the bias with its sign turned."""
        return 0.0 - self.bias  # where the bias is 0, not -0

    @threshold.setter
    def threshold(self, threshold: float) -> None:
        self.bias = 0.0 - checked_number(threshold, "threshold")

    def fire(self, x: ArrayLike) -> Labels:
        """1 where the weighted sum lies above the threshold, 0 where it does not, or equals it.

        Args:
            x: examples as rows, (batch, n_in), or a single one, (n_in,); finite numbers.

        Returns:
            0 or 1 for each example, (batch,), or of shape () for a single one.

        Raises:
            ValueError: x of another width, without rows, or holding NaN or infinity.
            TypeError: x that does not hold real numbers.

        Examples:
            >>> int(Perceptron([2, -1], bias=0).fire([1, 1]))
            1

        Source: Rosenblatt (1958), The perceptron.
        """
        return self._answers(checked_input(x, len(self.weights), float))

    def learn(self, x: ArrayLike, y: ArrayLike, epochs: int) -> PerceptronHistory:
        """Correct the weights after each mistake, until an epoch has none.

        A mistake on an example x adds (y - answer) x to the weights and (y - answer) to the bias.
        Where a straight line (a hyperplane) parts the classes, this ends; from all zeros, after at
        most (R/γ)² mistakes, R being the length of the longest example and γ the gap around the
        line, both taken with a constant input of 1 for the bias.

        Args:
            x: examples as rows, (n, n_in), taken in this order; finite numbers.
            y: what it should answer, (n,), 0 or 1.
            epochs: how often it goes through all examples, at most; at least 1.

        Returns:
            A PerceptronHistory: ``.weights``, ``.biases``, ``.mistakes`` epoch by epoch,
            ``.separated``, and ``.message``, which says so in words.

        Raises:
            ValueError: x or y of another shape, labels other than 0 and 1, numbers that are not
                finite, or epochs below 1. Nothing is learned then.
            TypeError: something other than numbers, or epochs that are not whole.

        Examples:
            >>> corners = [[0, 0], [0, 1], [1, 0], [1, 1]]
            >>> gate = Perceptron([0, 0])
            >>> history = gate.learn(corners, [0, 0, 0, 1], epochs=20)
            >>> print(history)
            separated: after 6 epochs, every example is right (4 of 4)
            >>> history.mistakes.tolist()
            [1, 3, 3, 2, 1, 0]
            >>> Perceptron([0, 0]).learn(corners, [0, 1, 1, 0], epochs=20).separated
            False

        Source: Rosenblatt (1958); the bound is Novikoff's (1962), On convergence proofs on
        perceptrons.
        """
        rows, targets = self._checked_examples(x, y)
        states, mistakes = [(self.weights.copy(), self.bias)], []
        for _ in range(checked_count(epochs, "epochs")):
            mistakes.append(self._learn_once(rows, targets))
            states.append((self.weights.copy(), self.bias))
            if mistakes[-1] == 0:
                break
        weights, biases = zip(*states, strict=True)
        wrong = int(np.count_nonzero(self._answers(rows) != targets))
        return PerceptronHistory(
            np.array(weights), np.array(biases), np.array(mistakes), wrong, len(rows)
        )

    def _answers(self, rows: Floats) -> Labels:
        return np.asarray(rows @ self.weights + self.bias > 0).astype(np.int64)

    def _learn_once(self, rows: Floats, targets: Labels) -> int:
        """Go through all examples; how many of them were mistakes."""
        mistakes = 0
        for x, y in zip(rows, targets, strict=True):
            error = int(y - self._answers(x))
            self.weights += error * x
            self.bias += error
            mistakes += abs(error)
        return mistakes

    def _checked_examples(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Labels]:
        rows = checked_input(x, len(self.weights), float)
        targets = checked_labels(y, "y")
        if rows.ndim != 2 or len(rows) != len(targets):
            raise ValueError(
                f"x has shape {rows.shape} and y {targets.shape}, but must have "
                f"(n, {len(self.weights)}) and (n,): one answer for each example"
            )
        if np.any(targets > 1):
            raise ValueError(f"y holds {targets.max()}, but a perceptron answers 0 or 1")
        return rows, targets

    def __repr__(self) -> str:
        return f"Perceptron({self.weights.tolist()}, bias={self.bias})"
