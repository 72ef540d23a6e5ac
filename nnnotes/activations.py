"""Activation functions, and their derivatives at the pre-activation z."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.validation import look_up

Floats = NDArray[np.floating[Any]]
Function = Callable[[ArrayLike], Floats]


class Activation(NamedTuple):
    """A function and its derivative, both taken at the pre-activation."""

    function: Function
    derivative: Function


def identity(z: ArrayLike) -> Floats:
    """Pass z on unchanged: f(z) = z.

    Args:
        z: pre-activations, of any shape; float32 stays float32.

    Examples:
        >>> identity([-2.0, 0.5]).tolist()
        [-2.0, 0.5]

    Source: the definition.
    """
    return +_floats(z)


def step(z: ArrayLike) -> Floats:
    """Fire above zero: f(z) = 1 if z > 0 else 0, so that step(0) = 0.

    Args:
        z: pre-activations, of any shape; float32 stays float32.

    Examples:
        >>> step([-2.0, 0.0, 0.5]).tolist()
        [0.0, 0.0, 1.0]

    Source: Rosenblatt (1958), the threshold of the perceptron.
    """
    return np.heaviside(_floats(z), 0)


def sigmoid(z: ArrayLike) -> Floats:
    """Squash z to between 0 and 1: f(z) = 1 / (1 + exp(-z)).

    Args:
        z: pre-activations, of any shape; float32 stays float32.

    Examples:
        >>> sigmoid([-1000.0, 0.0, 1000.0]).tolist()
        [0.0, 0.5, 1.0]

    Source: the logistic function, Verhulst (1845).
    """
    z = _floats(z)
    e: Floats = np.exp(-np.abs(z))  # of a negative number only, so that it never overflows
    numerator: Floats = np.where(z >= 0, 1, e)
    return numerator / (1 + e)


def tanh(z: ArrayLike) -> Floats:
    """Squash z to between -1 and 1: f(z) = (exp(z) - exp(-z)) / (exp(z) + exp(-z)).

    Args:
        z: pre-activations, of any shape; float32 stays float32.

    Examples:
        >>> tanh([-1000.0, 0.0, 1000.0]).tolist()
        [-1.0, 0.0, 1.0]

    Source: the hyperbolic tangent; LeCun, Bottou, Orr and Müller (1998) for its use here.
    """
    return np.tanh(_floats(z))


def relu(z: ArrayLike) -> Floats:
    """Cut off below zero: f(z) = max(z, 0).

    Args:
        z: pre-activations, of any shape; float32 stays float32.

    Examples:
        >>> relu([-2.0, 0.0, 0.5]).tolist()
        [0.0, 0.0, 0.5]

    Source: Nair and Hinton (2010), rectified linear units.
    """
    return np.maximum(_floats(z), 0)


def derivative(name: str) -> Function:
    """The slope of an activation, as a function of the pre-activation z.

    At a kink it is a convention: 0 at z = 0 for relu, and 0 everywhere for step.

    Args:
        name: of the activation; the keys of ``nnnotes.activations.ACTIVATIONS``.

    Raises:
        ValueError: there is no activation of that name.

    Examples:
        >>> derivative("sigmoid")(0.0).item()
        0.25
        >>> derivative("relu")([-1.0, 0.0, 1.0]).tolist()
        [0.0, 0.0, 1.0]

    Source: differentiation of each definition.
    """
    return look_up(ACTIVATIONS, name, "activation").derivative


def _identity_slope(z: ArrayLike) -> Floats:
    return np.ones_like(_floats(z))


def _step_slope(z: ArrayLike) -> Floats:
    return np.zeros_like(_floats(z))


def _sigmoid_slope(z: ArrayLike) -> Floats:
    z = _floats(z)
    return sigmoid(z) * sigmoid(-z)  # s(z) (1 - s(z)) would round to 0 too soon for large z


def _tanh_slope(z: ArrayLike) -> Floats:
    return 1 - tanh(z) ** 2


def _floats(z: ArrayLike) -> Floats:
    z = np.asarray(z)
    return z if np.issubdtype(z.dtype, np.floating) else z.astype(float)


ACTIVATIONS = {
    "identity": Activation(identity, _identity_slope),
    "step": Activation(step, _step_slope),
    "sigmoid": Activation(sigmoid, _sigmoid_slope),
    "tanh": Activation(tanh, _tanh_slope),
    "relu": Activation(relu, step),
}
