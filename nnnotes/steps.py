"""One step of each optimizer, in place, on the vector of all parameters of a network.

Each step uses up the array of gradients as scratch space: after it, they are gone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from nnnotes.flat import blocks

Floats = NDArray[np.floating[Any]]


class Memory(Protocol):
    """What an optimizer remembers while it trains one vector of parameters."""

    def step(self, parameters: Floats, gradients: Floats, rate: float) -> None:
        """Change the parameters in place; afterwards, the gradients hold nothing of use."""


class Plain:
    """No memory: p ← p - rate g."""

    def step(self, parameters: Floats, gradients: Floats, rate: float) -> None:
        gradients *= rate
        parameters -= gradients


@dataclass
class Momentum:
    """v ← momentum v + g; then p ← p - rate v, or with nesterov p - rate (g + momentum v)."""

    velocity: Floats
    momentum: float
    nesterov: bool

    def step(self, parameters: Floats, gradients: Floats, rate: float) -> None:
        self.velocity *= self.momentum
        self.velocity += gradients
        if self.nesterov:
            gradients *= rate
            parameters -= gradients
            rate *= self.momentum
        np.multiply(self.velocity, rate, out=gradients)
        parameters -= gradients


@dataclass
class Scaled:
    """s ← decay s + (1 - decay) g²; then p ← p - rate g / (√s + epsilon)."""

    mean_square: Floats
    decay: float
    epsilon: float

    def step(self, parameters: Floats, gradients: Floats, rate: float) -> None:
        self.mean_square *= self.decay
        for part in blocks(parameters.size):
            g, mean_square = gradients[part], self.mean_square[part]
            divisor = g * g
            divisor *= 1 - self.decay
            mean_square += divisor
            np.sqrt(mean_square, out=divisor)
            divisor += self.epsilon
            g /= divisor
        gradients *= rate
        parameters -= gradients


@dataclass
class Adaptive:
    """m ← β₁ m + (1 - β₁) g and s ← β₂ s + (1 - β₂) g², both 0 at first and too small for it.

    In step t, m / (1 - β₁ᵗ) and s / (1 - β₂ᵗ) make up for that:
    p ← p - rate m / (1 - β₁ᵗ) / (√(s / (1 - β₂ᵗ)) + epsilon).
    """

    mean: Floats
    mean_square: Floats
    beta1: float
    beta2: float
    epsilon: float
    steps: int = 0

    def step(self, parameters: Floats, gradients: Floats, rate: float) -> None:
        self.steps += 1
        self._update_means(gradients)
        # Both sides of the fraction times this root: one pass over the parameters less.
        root = math.sqrt(1 - self.beta2**self.steps)
        divisor = np.sqrt(self.mean_square, out=gradients)
        divisor += self.epsilon * root
        change = np.divide(self.mean, divisor, out=divisor)
        change *= rate * root / (1 - self.beta1**self.steps)
        parameters -= change

    def _update_means(self, gradients: Floats) -> None:
        share = 1 - self.beta1
        gradients *= share
        self.mean *= self.beta1
        self.mean += gradients
        gradients *= gradients  # share² g²
        gradients *= (1 - self.beta2) / share**2
        self.mean_square *= self.beta2
        self.mean_square += gradients
