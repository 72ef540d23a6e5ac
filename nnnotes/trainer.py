"""The inner loop of training: one epoch, batch by batch."""

from __future__ import annotations

import math
from dataclasses import KW_ONLY, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.backprop import Backprop
from nnnotes.examples import Examples
from nnnotes.flat import Flat
from nnnotes.losses import Loss
from nnnotes.network import Network
from nnnotes.optimizers import Optimizer
from nnnotes.ranges import checked_strength
from nnnotes.regularization import add_penalty_gradient

Floats = NDArray[np.floating[Any]]


@dataclass
class Trainer:
    """A working copy of a network's parameters, and all that changes them; nothing is checked."""

    net: Network
    examples: Examples
    loss: Loss
    optimizer: Optimizer
    _: KW_ONLY
    batch_size: int
    rng: np.random.Generator
    dropout: float
    l1: float
    l2: float

    def __post_init__(self) -> None:
        self.parameters, self.gradients = Flat(self.net), Flat(self.net)
        self.parameters.load(self.net)
        self.memory = self.optimizer.start(self.parameters.vector)
        self.order = np.arange(len(self.examples.x))
        self.engine = Backprop(
            self.parameters.weights,
            self.parameters.biases,
            self.net.activations,
            self.loss,
            batch_size=self.batch_size,
            weight_gradients=self.gradients.weights,
            bias_gradients=self.gradients.biases,
            dropout=self.dropout,
            rng=self.rng if self.dropout else None,
        )

    @np.errstate(all="ignore")  # numbers that overflow are found at the end of the epoch
    def run_epoch(self, epoch: int) -> float:
        """One step for each batch of the shuffled examples; the mean loss on the way."""
        x, y = self.examples
        parameters, gradients = self.parameters.vector, self.gradients.vector
        rate = self.rate(epoch)
        self.rng.shuffle(self.order)
        total = 0.0
        for start in range(0, len(x), self.batch_size):
            rows = self.order[start : start + self.batch_size]
            loss = self.engine.loss_and_gradients(x.take(rows, 0), y.take(rows, 0))
            total += loss * len(rows)
            if self.l1 or self.l2:
                self._penalize()
            self.memory.step(parameters, gradients, rate)
        return total / len(x)

    @np.errstate(all="ignore")
    def evaluate(self, examples: Examples) -> float:
        """The mean loss, with every node awake, and nothing learned."""
        total = 0.0
        for start in range(0, len(examples.x), self.batch_size):
            x, y = (part[start : start + self.batch_size] for part in examples)
            total += self.engine.loss(x, y) * len(x)
        return total / len(examples.x)

    def rate(self, epoch: int) -> float:
        """The optimizer's rate after so many finished epochs, by its schedule."""
        factor = self.optimizer.schedule(epoch)
        return self.optimizer.lr * checked_strength(factor, f"the schedule's factor({epoch})")

    def store(self) -> None:
        """Give the numbers to the network."""
        self.parameters.store(self.net)

    def check_finite(self, epoch: int, *losses: float | None) -> None:
        """Stop if a loss or a parameter is no longer a finite number."""
        wrong = [loss for loss in losses if loss is not None and not math.isfinite(loss)]
        extremes = self.parameters.vector.min(), self.parameters.vector.max()
        if wrong or not np.isfinite(extremes).all():
            raise FloatingPointError(
                f"training diverged in epoch {epoch + 1}, with a loss of {(wrong or losses)[0]}"
                f"{'' if wrong else ', but weights beyond all numbers'}; the network is left as it "
                f"was before that epoch. Take a lower learning rate than {self.rate(epoch):g}, "
                "perhaps a tenth of it"
            )

    def _penalize(self) -> None:
        gradient, weights = self.gradients.of_weights, self.parameters.of_weights
        add_penalty_gradient(gradient, weights, self.l1, self.l2)
