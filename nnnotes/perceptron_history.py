"""How a perceptron learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.checks import Labels

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class PerceptronHistory:
    """What happened while a perceptron learned; printed, it says how it ended.

    Attributes:
        weights: at the start and after each epoch, (epochs + 1, n_in).
        biases: at the start and after each epoch, (epochs + 1,).
        mistakes: how many examples made it learn, in each epoch, (epochs,).
        wrong: how many examples it still gets wrong at the end.
        n: how many examples there are.

    Examples:
        >>> history = PerceptronHistory(np.array([[0.0], [1.0]]), np.array([0.0, 1.0]),
        ...                             mistakes=np.array([1]), wrong=0, n=2)
        >>> history.separated, str(history)
        (True, 'separated: after 1 epoch, every example is right (2 of 2)')

    Source: the definition; ``Perceptron.learn`` makes it.
    """

    weights: Floats
    biases: Floats
    mistakes: Labels
    wrong: int
    n: int

    @property
    def separated(self) -> bool:
        """Whether the perceptron ended with every example right."""
        return self.wrong == 0

    @property
    def message(self) -> str:
        """How it ended, in a sentence or two."""
        epochs = f"{len(self.mistakes)} epoch" + "s" * (len(self.mistakes) != 1)
        if self.separated:
            return f"separated: after {epochs}, every example is right ({self.n} of {self.n})"
        return (
            f"not separated: after {epochs}, {self.wrong} of {self.n} examples are wrong. More "
            "epochs may help; where no straight line parts the classes, as in XOR, none will do"
        )

    def __str__(self) -> str:
        return self.message
