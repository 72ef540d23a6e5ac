"""The numbers a network starts from."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Draw: TypeAlias = "Callable[[np.random.Generator, tuple[int, ...]], Floats]"  # loads no np.random


class Initialization(NamedTuple):
    """How the weights of a layer, shape (n_in, n_out), and its biases, (n_out,), are drawn."""

    weights: Draw
    biases: Draw


def uniform(rng: np.random.Generator, shape: tuple[int, ...]) -> Floats:
    """Any number from -1 to 1, each as likely as the other."""
    return rng.uniform(-1, 1, shape)


def normal(rng: np.random.Generator, shape: tuple[int, ...]) -> Floats:
    """Numbers around 0, with standard deviation 1."""
    return rng.standard_normal(shape)


def xavier(rng: np.random.Generator, shape: tuple[int, ...]) -> Floats:
    """Uniform, as wide as keeps the variance of signals: Glorot and Bengio (2010), equation 16."""
    n_in, n_out = shape
    bound = math.sqrt(6 / (n_in + n_out))
    return rng.uniform(-bound, bound, shape)


def he(rng: np.random.Generator, shape: tuple[int, ...]) -> Floats:
    """Normal with variance 2 / n_in, made for relu: He, Zhang, Ren and Sun (2015), equation 10."""
    n_in, _ = shape
    return math.sqrt(2 / n_in) * rng.standard_normal(shape)


def zeros(_rng: np.random.Generator, shape: tuple[int, ...]) -> Floats:
    """All zero."""
    return np.zeros(shape)


INITIALIZATIONS = {
    "uniform": Initialization(uniform, uniform),
    "normal": Initialization(normal, normal),
    "xavier": Initialization(xavier, zeros),
    "he": Initialization(he, zeros),
    "zeros": Initialization(zeros, zeros),
}
