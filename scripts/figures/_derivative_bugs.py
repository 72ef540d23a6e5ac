"""The wrong derivatives of "Backpropagation", each in the one method that is wrong."""

import numpy as np

from nnnotes import Network, check_gradients, derivative
from nnnotes.backprop import Gradients

SIZES, BENDS = [2, 3, 3, 3], ["relu", "relu", "sigmoid"]


class Blame(Network):
    """The page's own backpropagation: four equations, four methods."""

    def slope(self, k, z, a):
        return derivative(self.activations[k])(z)

    def at_output(self, a, y, slope):
        return 2 * (a - y) / y.size * slope

    def back(self, delta, W, slope):
        return delta @ W.T * slope

    def for_weights(self, a, delta):
        return a.T @ delta

    def for_biases(self, delta):
        return delta.sum(axis=0)

    def gradients(self, x, y, loss="mse"):
        trace = self.trace(x)
        z, a = trace.z, trace.a
        slopes = [self.slope(k, z[k], a[k + 1]) for k in range(len(z))]
        delta = self.at_output(a[-1], y, slopes[-1])
        weights, biases = [], []
        for k in reversed(range(len(z))):
            weights.insert(0, self.for_weights(a[k], delta))
            biases.insert(0, self.for_biases(delta))
            if k > 0:
                delta = self.back(delta, self.weights[k], slopes[k - 1])
        return Gradients(weights, biases, np.mean((a[-1] - y) ** 2))


class AlwaysAwake(Blame):
    def slope(self, k, z, a):
        return a >= 0 if self.activations[k] == "relu" else super().slope(k, z, a)


class NoSlopeAtTheEnd(Blame):
    def at_output(self, a, y, slope):
        return 2 * (a - y) / y.size


class SlopeAtTheOutput(Blame):
    def slope(self, k, z, a):
        return derivative(self.activations[k])(a)


class NotTransposed(Blame):
    def back(self, delta, W, slope):
        return delta @ W * slope


class NotAveraged(Blame):
    def at_output(self, a, y, slope):
        return 2 * (a - y) * slope


class BiasesAveraged(Blame):
    def for_biases(self, delta):
        return delta.mean(axis=0)


class SignFlipped(Blame):
    def at_output(self, a, y, slope):
        return 2 * (y - a) / y.size * slope


BUGS = {
    "all right": Blame,
    "always awake": AlwaysAwake,
    "no slope at the end": NoSlopeAtTheEnd,
    "slope at the output": SlopeAtTheOutput,
    "not transposed": NotTransposed,
    "not averaged": NotAveraged,
    "biases averaged": BiasesAveraged,
    "sign flipped": SignFlipped,
}


def relative_errors(kind: type[Network], count: int = 40) -> list[float]:
    """What the gradient check says of one kind, on networks and examples drawn from seeds."""
    return [check_gradients(*drawn(kind, seed), "mse").largest for seed in range(count)]


def drawn(kind: type[Network], seed: int) -> tuple[Network, np.ndarray, np.ndarray]:
    """A network of that kind, and four examples."""
    rng = np.random.default_rng(seed)
    net = kind(SIZES, BENDS, init="normal", rng=rng)
    return net, rng.normal(size=(4, 2)), rng.integers(0, 2, (4, 3))
