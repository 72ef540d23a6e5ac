"""A feed-forward network: layers of weighted sums, each followed by an activation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from nnnotes.activations import ACTIVATIONS
from nnnotes.initialization import INITIALIZATIONS
from nnnotes.validation import (
    checked_activations,
    checked_biases,
    checked_dtype,
    checked_generator,
    checked_input,
    checked_sizes,
    checked_weights,
    look_up,
)

Floats = NDArray[np.floating[Any]]


class Network:
    """Layers that compute ``a = f(x @ W + b)``, one after the other.

    Args:
        sizes: nodes in each layer, the input first, such as ``[2, 3, 1]``; each at least 1.
        activations: one name for all layers after the input, or a list with one each:
            identity, step, sigmoid, tanh, relu.
        bias: whether layers have biases; without them, ``biases`` is an empty list.
        init: how the numbers are drawn. ``"uniform"`` (-1 to 1) and ``"normal"`` (standard
            deviation 1) draw weights and biases alike; ``"xavier"`` and ``"he"`` draw the weights
            and leave the biases 0; with ``"zeros"`` everything is 0.
        rng: a numpy Generator, or a whole-number seed; None draws a different network each time.
        dtype: floating-point type of weights, biases and outputs.

    Attributes:
        sizes: nodes in each layer, as a tuple.
        activations: names, one for each layer after the input, as a tuple.
        weights: one array for each layer after the input, (n_in, n_out).
        biases: one array for each layer after the input, (n_out,); empty without biases.

    The arrays are the network's own: ``net.weights[0][:] = 2`` sets them.

    Raises:
        ValueError: a size below 1, fewer than two sizes, a name that is not known, or activations
            that are too few or too many.
        TypeError: sizes, rng or dtype of another kind.

    Examples:
        >>> net = Network([2, 3, 1], ["tanh", "identity"], rng=0)
        >>> net
        Network(2 → 3 tanh → 1 identity, 13 parameters)
        >>> [W.shape for W in net.weights]
        [(2, 3), (3, 1)]
        >>> net.forward([[0.5, -1.0], [0.0, 2.0]]).shape
        (2, 1)

    Source: Goodfellow, Bengio and Courville (2016), Deep Learning, chapter 6.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: str | Sequence[str],
        *,
        bias: bool = True,
        init: str = "xavier",
        rng: np.random.Generator | int | None = None,
        dtype: DTypeLike = float,
    ) -> None:
        self.sizes = checked_sizes(sizes)
        self.activations = checked_activations(activations, len(self.sizes) - 1, ACTIVATIONS)
        draw = look_up(INITIALIZATIONS, init, "init")
        rng, dtype = checked_generator(rng), checked_dtype(dtype)
        self.weights: list[Floats] = []
        self.biases: list[Floats] = []
        for n_in, n_out in pairwise(self.sizes):
            self.weights.append(draw.weights(rng, (n_in, n_out)).astype(dtype))
            if bias:
                self.biases.append(draw.biases(rng, (n_out,)).astype(dtype))

    @classmethod
    def of(
        cls,
        weights: Sequence[ArrayLike],
        biases: Sequence[ArrayLike] | None,
        activations: str | Sequence[str],
        *,
        dtype: DTypeLike = float,
    ) -> Self:
        """A network of given numbers, which are copied.

        Args:
            weights: one matrix for each layer after the input, (n_in, n_out).
            biases: one vector for each layer after the input, (n_out,); None for no biases.
            activations: one name for all layers after the input, or a list with one each.
            dtype: floating-point type of weights, biases and outputs.

        Raises:
            ValueError: shapes that do not fit together, or numbers that are not finite.
            TypeError: something other than numbers.

        Examples:
            The line y = 0.8 x + 0.3:

            >>> line = Network.of([[[0.8]]], [[0.3]], "identity")
            >>> line.forward([[0.0], [1.0]]).round(6).tolist()
            [[0.3], [1.1]]
        """
        dtype = checked_dtype(dtype)
        matrices = checked_weights(weights, dtype)
        sizes = [len(matrices[0]), *(W.shape[1] for W in matrices)]
        net = cls(sizes, activations, bias=biases is not None, init="zeros", dtype=dtype)
        net.weights = matrices
        if biases is not None:
            net.biases = checked_biases(biases, matrices, dtype)
        return net

    @property
    def n_parameters(self) -> int:
        """How many numbers the network has to learn: all weights and biases."""
        return sum(array.size for array in (*self.weights, *self.biases))

    def forward(self, x: ArrayLike) -> Floats:
        """What the network answers.

        Args:
            x: examples as rows, (batch, n_in), or a single one, (n_in,); finite numbers.

        Returns:
            The last layer's activations, (batch, n_out), or (n_out,) for a single example.

        Raises:
            ValueError: x of another width, without rows, or holding NaN or infinity.
            TypeError: x that does not hold real numbers.

        Examples:
            >>> Network.of([[[2.0], [-1.0]]], [[0.5]], "relu").forward([3.0, 1.0]).tolist()
            [5.5]

        Source: Goodfellow, Bengio and Courville (2016), Deep Learning, algorithm 6.3.
        """
        dtype = self.weights[0].dtype
        a = checked_input(x, self.sizes[0], dtype)  # (batch, n_in)
        for layer, W in enumerate(self.weights):
            z = a @ W  # (batch, n_out)
            if self.biases:
                z = z + self.biases[layer]
            a = ACTIVATIONS[self.activations[layer]].function(z)
        return a

    def __eq__(self, other: object) -> bool:
        """Equal networks have the same shape, activations and, number by number, parameters."""
        if not isinstance(other, Network):
            return NotImplemented
        return (
            self.sizes == other.sizes
            and self.activations == other.activations
            and len(self.biases) == len(other.biases)
            and all(map(np.array_equal, self.weights, other.weights))
            and all(map(np.array_equal, self.biases, other.biases))
        )

    __hash__ = None  # type: ignore[assignment]  # its numbers change while it learns

    def __repr__(self) -> str:
        layers = zip(self.sizes[1:], self.activations, strict=True)
        chain = " → ".join([str(self.sizes[0]), *(f"{size} {name}" for size, name in layers)])
        without = "" if self.biases else "no bias, "
        parameters = "parameter" if self.n_parameters == 1 else "parameters"
        return f"Network({chain}, {without}{self.n_parameters} {parameters})"
