"""All parameters of a network in one vector, so that an optimizer's step is a few numpy calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.network import Network

Floats = NDArray[np.floating[Any]]
BLOCK = 8192  # numbers; scratch space of this length is next to nothing, and stays in the cache


class Flat:
    """A vector for the weights of a network, then its biases, and views of it, layer by layer.

    Attributes:
        vector: all numbers, (n_parameters,); zeros at first.
        of_weights: the part of it that holds weights, (n_weights,).
        weights, biases: views of the vector, of the shapes of the network's own arrays.
    """

    def __init__(self, net: Network) -> None:
        self.vector: Floats = np.zeros(net.n_parameters, net.weights[0].dtype)
        self.weights = views(self.vector, net.weights)
        self.of_weights = self.vector[: sum(W.size for W in net.weights)]
        self.biases = views(self.vector[self.of_weights.size :], net.biases)

    def load(self, net: Network) -> None:
        """Copy the network's numbers into the vector."""
        _copy_all((*net.weights, *net.biases), (*self.weights, *self.biases))

    def store(self, net: Network) -> None:
        """Copy the vector's numbers into the network's own arrays: all of them, or none."""
        arrays = (*self.weights, *self.biases), (*net.weights, *net.biases)
        try:
            _copy_all(*arrays)
        except KeyboardInterrupt:  # half new and half old would be worse than either
            _copy_all(*arrays)
            raise


def views(vector: Floats, arrays: Sequence[Floats]) -> list[Floats]:
    """Views of the vector, one after the other, of the shapes of the arrays."""
    ends = accumulate(array.size for array in arrays)
    return [
        vector[end - array.size : end].reshape(array.shape)
        for array, end in zip(arrays, ends, strict=True)
    ]


def blocks(n: int) -> Iterator[slice]:
    """Slices that cover n numbers, none longer than a block."""
    return (slice(start, start + BLOCK) for start in range(0, n, BLOCK))


def _copy_all(sources: Sequence[Floats], targets: Sequence[Floats]) -> None:
    for source, target in zip(sources, targets, strict=True):
        target[:] = source
