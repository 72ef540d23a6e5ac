"""How wrong answers are: one number, and its gradient at the last pre-activation z."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes import targets
from nnnotes.activations import sigmoid
from nnnotes.layers import Layers
from nnnotes.slopes import Activation
from nnnotes.validation import look_up

Floats = NDArray[np.floating[Any]]


class Loss(ABC):
    """What training makes small."""

    name: str
    output: str | None = None
    """The activation that the last layer must have; None for any."""

    @abstractmethod
    def prepare(self, y: ArrayLike, net: Layers) -> Floats:
        """Targets as rows, (batch, n_out), of the network's own type, or an error that says why."""

    @abstractmethod
    def value_and_gradient(
        self, z: Floats, y: Floats, activation: Activation, out: Floats
    ) -> float:
        """The loss of a batch, and into ``out`` its gradient at the last z; all (batch, n_out)."""

    def value(self, z: Floats, y: Floats, activation: Activation) -> float:
        """The loss of a batch, from the last pre-activations and prepared targets."""
        return self.value_and_gradient(z, y, activation, np.empty_like(z))

    def check_fits(self, net: Layers) -> None:
        """Refuse a network whose output this loss is not made for."""
        came = net.activations[-1]
        if self.output not in (None, came):
            raise ValueError(
                f"{self.name} needs {self.output} as the last activation, but this network ends "
                f"in {came}; change the one or the other ('mse' fits any output)"
            )


class MeanSquaredError(Loss):
    """The squared difference, averaged over examples and outputs: mean((a - y)²).

    Targets are numbers, (batch, n_out), or (batch,) for a single output. It fits any output.

    Raises:
        ValueError: targets of another shape, or holding NaN or infinity.

    Examples:
        >>> from nnnotes import Network
        >>> line = Network.of([[[2.0]]], [[0.0]], "identity")
        >>> line.gradients([[1.0], [2.0]], [[1.0], [4.0]], "mse").loss
        0.5

    Source: Goodfellow, Bengio and Courville (2016), Deep Learning, equation 5.5.
    """

    name = "mse"

    def prepare(self, y: ArrayLike, net: Layers) -> Floats:
        return targets.rows_of_outputs(y, net.sizes[-1], net.weights[0].dtype)

    def value_and_gradient(
        self, z: Floats, y: Floats, activation: Activation, out: Floats
    ) -> float:
        a = activation.function(z)
        difference = a - y
        activation.pull_back(z, a, difference * (2 / z.size), out)
        return float(np.vdot(difference, difference)) / z.size


class BinaryCrossEntropy(Loss):
    """The surprise at each yes or no: mean(-y log(a) - (1 - y) log(1 - a)), computed from z.

    Targets are 0 or 1, or probabilities between, (batch, n_out), or (batch,) for a single output.
    The mean is over examples and outputs. The last activation must be sigmoid.

    Raises:
        ValueError: another last activation, or targets of another shape or outside 0 to 1.

    Examples:
        >>> from nnnotes import Network
        >>> coin = Network([1, 1], "sigmoid", init="zeros")
        >>> round(coin.gradients([[1.0]], [1], "binary_cross_entropy").loss, 6)
        0.693147

    Source: Bishop (2006), Pattern Recognition and Machine Learning, equation 4.90.
    """

    name = "binary_cross_entropy"
    output = "sigmoid"

    def prepare(self, y: ArrayLike, net: Layers) -> Floats:
        self.check_fits(net)
        return targets.rows_of_chances(y, net.sizes[-1], net.weights[0].dtype)

    def value_and_gradient(
        self, z: Floats, y: Floats, _activation: Activation, out: Floats
    ) -> float:
        missed = np.maximum(z, 0) - y * z  # first, lest it swallow the small second term
        surprise = missed + np.log1p(np.exp(-np.abs(z)))  # log(1 + exp(z)) - y z
        sigmoid(z, out=out)
        out -= y
        out /= z.size
        return float(np.mean(surprise))


class CrossEntropy(Loss):
    """The surprise at the right class, averaged over examples: mean(-log(a[label])), from z.

    Targets are labels from 0, (batch,), or one-hot rows, (batch, n_out). The last activation must
    be softmax, over at least two classes.

    Raises:
        ValueError: another last activation, a single output, targets of another shape, labels
            fractional or out of range, or rows that are not one-hot.

    Examples:
        >>> from nnnotes import Network
        >>> die = Network([1, 6], "softmax", init="zeros")
        >>> round(die.gradients([[1.0]], [5], "cross_entropy").loss, 6)
        1.791759

    Source: Bishop (2006), Pattern Recognition and Machine Learning, equation 4.108.
    """

    name = "cross_entropy"
    output = "softmax"

    def prepare(self, y: ArrayLike, net: Layers) -> Floats:
        self.check_fits(net)
        if net.sizes[-1] == 1:
            raise ValueError(
                "softmax of one output is always 1, so there is nothing to learn; "
                "use 2 outputs, or sigmoid with binary_cross_entropy"
            )
        return targets.one_hot(y, net.sizes[-1], net.weights[0].dtype)

    def value_and_gradient(
        self, z: Floats, y: Floats, _activation: Activation, out: Floats
    ) -> float:
        shifted = z - z.max(axis=1, keepdims=True)  # exp of at most 0: no overflow
        np.exp(shifted, out=out)
        sums = out.sum(axis=1, keepdims=True)  # (batch, 1)
        out /= sums
        out -= y
        out /= len(z)
        return float(np.log(sums).sum() - np.vdot(shifted, y)) / len(z)


LOSSES: dict[str, Loss] = {
    loss.name: loss for loss in (MeanSquaredError(), BinaryCrossEntropy(), CrossEntropy())
}


def checked_loss(loss: str | Loss) -> Loss:
    """The loss itself, or the one of that name."""
    return loss if isinstance(loss, Loss) else look_up(LOSSES, loss, "loss")
