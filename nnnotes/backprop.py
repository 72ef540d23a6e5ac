"""Backpropagation: the loss of a batch and its gradient for every weight and bias.

Nothing is checked here; ``Network.gradients`` and ``train`` check once, and then come here often.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.activations import ACTIVATIONS
from nnnotes.losses import Loss

Floats = NDArray[np.floating[Any]]


@dataclass
class Gradients:
    """The slope of the loss for each weight and bias, shaped as those are, and the loss."""

    weights: list[Floats]
    biases: list[Floats]
    loss: float


class Backprop:
    """Computes gradients into arrays that are made once, and used for every batch.

    Args:
        weights: one array for each layer after the input, (n_in, n_out); read at every call.
        biases: one array for each layer, (n_out,), or none at all.
        activations: one name for each layer.
        loss: the loss; its ``prepare`` makes the targets.
        batch_size: the most rows that a batch has.
        weight_gradients: arrays to write into, shaped like the weights; None makes new ones.
        bias_gradients: the same for the biases.
        dropout: chance with which training silences each hidden node, from 0 to below 1; those
            that stay are scaled up by 1 / (1 - dropout).
        rng: draws which nodes are silenced; needed with dropout.

    Raises:
        ValueError: a layer's activation is step, through which nothing can be learned; dropout
            outside its range, or without rng.

    Examples:
        >>> from nnnotes import Network
        >>> from nnnotes.losses import LOSSES
        >>> net, mse = Network.of([[[2.0]]], [[0.0]], "identity"), LOSSES["mse"]
        >>> engine = Backprop(net.weights, net.biases, net.activations, mse, batch_size=32)
        >>> engine.loss_and_gradients(np.array([[1.0], [2.0]]), mse.prepare([1.0, 4.0], net))
        0.5
        >>> engine.weight_gradients[0].tolist(), engine.bias_gradients[0].tolist()
        ([[1.0]], [1.0])

    Source: Rumelhart, Hinton and Williams (1986); Srivastava et al. (2014) for dropout.
    """

    def __init__(
        self,
        weights: Sequence[Floats],
        biases: Sequence[Floats],
        activations: Sequence[str],
        loss: Loss,
        *,
        batch_size: int,
        weight_gradients: Sequence[Floats] | None = None,
        bias_gradients: Sequence[Floats] | None = None,
        dropout: float = 0.0,
        rng: np.random.Generator | None = None,
    ) -> None:
        _check(activations, dropout, rng)
        self.weight_gradients = list(weight_gradients or map(_empty_like, weights))
        self.bias_gradients = list(bias_gradients or map(_empty_like, biases))
        self._loss, self._dropout = loss, dropout
        self._rng = rng if dropout else None
        self._layers = [
            _Layer(W, biases[i] if biases else None, activations[i], batch_size)
            for i, W in enumerate(weights)
        ]
        self._ones = self._all_ones = np.ones(batch_size, weights[0].dtype)

    def loss(self, x: Floats, y: Floats) -> float:
        """The loss of a batch with every node awake: x (rows, n_in), prepared y (rows, n_out)."""
        self._fit(len(x))
        *hidden, last = self._layers
        for layer in hidden:
            layer.sum(x)
            x = layer.activate()
        return self._loss.value(last.sum(x), y, last.activation)

    def loss_and_gradients(self, x: Floats, y: Floats) -> float:
        """The loss of a batch, likewise; its gradients are left in the gradient arrays."""
        self._fit(len(x))
        *hidden, last = self._layers
        inputs = [x]
        for layer in hidden:
            layer.sum(inputs[-1])
            a = layer.activate()
            inputs.append(layer.drop(self._dropout, self._rng) if self._rng else a)
        z = last.sum(inputs[-1])
        loss = self._loss.value_and_gradient(z, y, last.activation, last.delta)
        self._backward(inputs)
        return loss

    def _backward(self, inputs: list[Floats]) -> None:
        """From the last layer's delta, the gradient at its z, to every gradient."""
        for i in range(len(inputs) - 1, -1, -1):
            layer = self._layers[i]
            np.dot(inputs[i].T, layer.delta, out=self.weight_gradients[i])
            if self.bias_gradients:
                np.dot(self._ones, layer.delta, out=self.bias_gradients[i])  # sums over the batch
            if i > 0:
                self._layers[i - 1].receive(layer, dropped=self._rng is not None)

    def _fit(self, rows: int) -> None:
        """Use the first rows of every buffer: the last batch may be smaller."""
        if rows != len(self._ones):
            self._ones = self._all_ones[:rows]
            for layer in self._layers:
                layer.fit(rows)


class _Layer:
    """One layer's numbers, and the buffers it works in, (rows, n_out) each."""

    z: Floats
    a: Floats
    delta: Floats
    awake: Floats

    def __init__(self, W: Floats, b: Floats | None, name: str, batch_size: int) -> None:
        self.W, self.b, self.activation = W, b, ACTIVATIONS[name]
        self._buffers = np.empty((3, batch_size, W.shape[1]), W.dtype)
        self.fit(batch_size)

    def fit(self, rows: int) -> None:
        self.z, self.a, self.delta = self._buffers[:, :rows]

    def sum(self, x: Floats) -> Floats:
        np.dot(x, self.W, out=self.z)
        if self.b is not None:
            np.add(self.z, self.b, out=self.z)
        return self.z

    def activate(self) -> Floats:
        self.activation.function(self.z, self.a)
        return self.a

    def drop(self, chance: float, rng: np.random.Generator) -> Floats:
        """Silence nodes by chance; the others speak up, so that sums stay as large on average."""
        self.awake = (rng.random(self.a.shape) >= chance) * self.a.dtype.type(1 / (1 - chance))
        heard: Floats = self.a * self.awake
        return heard

    def receive(self, following: _Layer, *, dropped: bool) -> None:
        """Bring the following layer's delta back to this one's z."""
        np.dot(following.delta, following.W.T, out=self.delta)
        if dropped:
            self.delta *= self.awake
        self.activation.pull_back(self.z, self.a, self.delta, self.delta)


def _empty_like(array: Floats) -> Floats:
    return np.empty(array.shape, array.dtype)  # rows one after the other, as np.dot's out must be


def _check(activations: Sequence[str], dropout: float, rng: np.random.Generator | None) -> None:
    if "step" in activations:
        raise ValueError(
            "a layer's activation is step, whose slope is 0 everywhere, so no gradient comes "
            "through it and nothing can be learned; use sigmoid, or nnnotes.Perceptron"
        )
    if not 0 <= dropout < 1:
        raise ValueError(f"dropout must be from 0 to below 1, such as 0.2; {dropout!r} came")
    if dropout and rng is None:
        raise ValueError("dropout draws nodes by chance; give it rng, a numpy Generator")
