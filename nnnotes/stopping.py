"""Early stopping: remember the best weights, and notice when they are long past."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


class Best:
    """The numbers of the epoch with the lowest loss so far."""

    def __init__(self, vector: Floats, patience: int) -> None:
        self._vector, self._copy = vector, vector.copy()
        self._patience, self._age, self._loss = patience, 0, math.inf

    def is_past(self, loss: float) -> bool:
        """Take note of the loss after one more epoch: was the best one ``patience`` epochs ago?"""
        self._age += 1
        if loss < self._loss:
            self._loss, self._age = loss, 0
            self._copy[:] = self._vector
        return self._age >= self._patience

    def restore(self) -> None:
        """Put the best numbers back."""
        self._vector[:] = self._copy
