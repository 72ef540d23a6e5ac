"""What a network consists of: sizes, activations, weights and biases."""

from __future__ import annotations

import os
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
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
    checked_sizes,
    checked_weights,
    look_up,
)

Floats = NDArray[np.floating[Any]]


@dataclass
class Trace:
    """What went through a network: ``a[0]`` is x, and ``a[i + 1]`` is f(z[i]) for layer i + 1."""

    z: list[Floats]
    a: list[Floats]


class Layers:
    """The numbers of a network, how they are made, copied, compared and shown."""

    weights: list[Floats]
    biases: list[Floats]

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
        self.weights, self.biases = [], []
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

            >>> from nnnotes import Network
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
        """How many numbers the network has to learn: all weights and biases.

        Examples:
            >>> from nnnotes import Network
            >>> Network([4, 5, 3], "relu").n_parameters  # 4 · 5 + 5 and 5 · 3 + 3
            43
        """
        return sum(array.size for array in (*self.weights, *self.biases))

    def copy(self) -> Self:
        """A network with the same numbers, which are its own.

        Examples:
            >>> from nnnotes import Network
            >>> net = Network([2, 1], "tanh", rng=0)
            >>> twin = net.copy()
            >>> twin.weights[0][:] = 0
            >>> twin == net
            False
        """
        twin = copy(self)
        twin.weights = [W.copy() for W in self.weights]
        twin.biases = [b.copy() for b in self.biases]
        return twin

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the network to a file, whole or not at all: a file of that name is replaced.

        Args:
            path: of the file, as it is to be called; .npz is the custom.

        Raises:
            FileNotFoundError: there is no such folder.
            ValueError: a weight or bias that is NaN or infinite.

        Examples:
            >>> import pathlib, tempfile
            >>> from nnnotes import Network
            >>> net = Network([2, 3, 1], "tanh", rng=0)
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     net.save(pathlib.Path(folder, "net.npz"))
            ...     Network.load(pathlib.Path(folder, "net.npz")) == net
            True
        """
        from nnnotes import saving  # and zipfile with it, which `import nnnotes` spares

        saving.save(self, path)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a network that ``save`` wrote, equal to it to the last bit.

        Args:
            path: of the file.

        Raises:
            FileNotFoundError: there is no such file.
            ValueError: a file that is not a saved network, is truncated or damaged, or comes from
                a newer version.

        Examples:
            >>> import pathlib, tempfile
            >>> from nnnotes import Network
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     path = pathlib.Path(folder, "net.npz")
            ...     Network([2, 1], "tanh", rng=0).save(path)
            ...     Network.load(path)
            Network(2 → 1 tanh, 3 parameters)
        """
        from nnnotes import saving

        return saving.load(cls, path)

    def __eq__(self, other: object) -> bool:
        """Equal networks have the same shape, activations and, number by number, parameters."""
        if not isinstance(other, Layers):
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
