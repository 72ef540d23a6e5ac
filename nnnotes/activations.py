"""Activation functions: what a node makes of its weighted sum z, written into out if given."""

import numpy as np
from numpy.typing import ArrayLike

from nnnotes import slopes
from nnnotes.slopes import Activation, Floats, Function, as_floats, elementwise
from nnnotes.validation import look_up


def identity(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Pass z on unchanged: f(z) = z.

    Args:
        z: pre-activations, of any shape; float32 stays float32.
        out: an array of that shape for the result; None makes a new one.

    Examples:
        >>> identity([-2.0, 0.5]).tolist()
        [-2.0, 0.5]

    Source: the definition.
    """
    return np.positive(as_floats(z), out=out)


def step(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Fire above zero: f(z) = 1 if z > 0 else 0, so that step(0) = 0.

    Args:
        z: pre-activations, of any shape; float32 stays float32.
        out: an array of that shape for the result; None makes a new one.

    Examples:
        >>> step([-2.0, 0.0, 0.5]).tolist()
        [0.0, 0.0, 1.0]

    Source: Rosenblatt (1958), the threshold of the perceptron.
    """
    return np.heaviside(as_floats(z), 0, out=out)


def sigmoid(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Squash z to between 0 and 1: f(z) = 1 / (1 + exp(-z)).

    Args:
        z: pre-activations, of any shape; float32 stays float32.
        out: an array of that shape for the result; None makes a new one.

    Examples:
        >>> sigmoid([-1000.0, 0.0, 1000.0]).tolist()
        [0.0, 0.5, 1.0]

    Source: the logistic function, Verhulst (1845).
    """
    z = as_floats(z)
    with np.errstate(over="ignore"):  # where exp(-z) is infinite, the sigmoid is 0
        e: Floats = np.exp(-z)
        return np.divide(1, 1 + e, out=out)


def tanh(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Squash z to between -1 and 1: f(z) = (exp(z) - exp(-z)) / (exp(z) + exp(-z)).

    Args:
        z: pre-activations, of any shape; float32 stays float32.
        out: an array of that shape for the result; None makes a new one.

    Examples:
        >>> tanh([-1000.0, 0.0, 1000.0]).tolist()
        [-1.0, 0.0, 1.0]

    Source: the hyperbolic tangent; LeCun, Bottou, Orr and Müller (1998) for its use here.
    """
    return np.tanh(as_floats(z), out=out)


def relu(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Cut off below zero: f(z) = max(z, 0).

    Args:
        z: pre-activations, of any shape; float32 stays float32.
        out: an array of that shape for the result; None makes a new one.

    Examples:
        >>> relu([-2.0, 0.0, 0.5]).tolist()
        [0.0, 0.0, 0.5]

    Source: Nair and Hinton (2010), rectified linear units.
    """
    return np.maximum(as_floats(z), 0, out=out)


def leaky_relu(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Shrink what is below zero: f(z) = z if z > 0 else 0.01 z.

    Args:
        z: pre-activations, of any shape; float32 stays float32.
        out: an array of that shape for the result; None makes a new one.

    Examples:
        >>> leaky_relu([-2.0, 0.0, 0.5]).tolist()
        [-0.02, 0.0, 0.5]

    Source: Maas, Hannun and Ng (2013), Rectifier nonlinearities improve acoustic models.
    """
    z = as_floats(z)
    shrunk: Floats = slopes.LEAK * z
    return np.maximum(z, shrunk, out=out)


def gelu(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Let z through by how large it is: f(z) = z (1 + tanh(u)) / 2, u = √(2/π) (z + 0.044715 z³).

    Since (1 + tanh(u)) / 2 = sigmoid(2u), it is z times a sigmoid.

    Args:
        z: pre-activations, of any shape; float32 stays float32.
        out: an array of that shape for the result; None makes a new one.

    Examples:
        >>> gelu([-1000.0, 0.0, 1.0, 1000.0]).round(4).tolist()
        [-0.0, 0.0, 0.8412, 1000.0]

    Source: Hendrycks and Gimpel (2016), Gaussian error linear units, the tanh approximation.
    """
    z = as_floats(z)
    with np.errstate(over="ignore"):  # where z² is infinite, so may u be
        u = slopes.GELU_SCALE * z * (1 + slopes.GELU_CUBIC * z * z)
        return np.multiply(z, sigmoid(2 * u), out=out)


def softmax(z: ArrayLike, out: Floats | None = None) -> Floats:
    """Turn scores into probabilities that sum to 1: f(z)_i = exp(z_i) / Σ_k exp(z_k).

    Args:
        z: pre-activations, (..., n), a score for each of n classes along the last axis; float32
            stays float32.
        out: an array of that shape for the result; None makes a new one.

    Raises:
        ValueError: z is a single number, without an axis to sum over.

    Examples:
        >>> softmax([[0.0, 0.0], [1000.0, 0.0]]).tolist()
        [[0.5, 0.5], [1.0, 0.0]]

    Source: Bridle (1990), Training stochastic model recognition algorithms as networks.
    """
    z = as_floats(z)
    if z.ndim == 0:
        raise ValueError(f"softmax takes a score for each class, such as [1, 2]; {z} came")
    largest = z.max(axis=-1, keepdims=True)  # exp of at most 0 does not overflow
    a: Floats = np.subtract(z, largest, out=out)
    np.exp(a, out=a)
    a /= a.sum(axis=-1, keepdims=True)
    return a


def derivative(name: str) -> Function:
    """The slope of an activation, as a function of the pre-activation z.

    At a kink it is a convention: at z = 0 it is 0 for relu and 0.01 for leaky_relu, and it is 0
    everywhere for step. Outputs of softmax depend on all of z, so its derivative is a function of
    z and a direction v, both (..., n), that gives the Jacobian at z times v.

    Args:
        name: of the activation; the keys of ``nnnotes.activations.ACTIVATIONS``.

    Raises:
        ValueError: there is no activation of that name.

    Examples:
        >>> derivative("sigmoid")(0.0).item()
        0.25
        >>> derivative("relu")([-1.0, 0.0, 1.0]).tolist()
        [0.0, 0.0, 1.0]
        >>> derivative("softmax")([0.0, 0.0], [1.0, 0.0]).tolist()
        [0.25, -0.25]

    Source: differentiation of each definition.
    """
    return look_up(ACTIVATIONS, name, "activation").derivative


def _softmax_along(z: ArrayLike, v: ArrayLike) -> Floats:
    return slopes.softmax_along(softmax(z), as_floats(v))


ACTIVATIONS = {
    "identity": elementwise(identity, np.ones_like, slopes.through_identity),
    "step": elementwise(step, np.zeros_like, slopes.through_step),
    "sigmoid": elementwise(sigmoid, slopes.sigmoid_slope, slopes.through_sigmoid),
    "tanh": elementwise(tanh, slopes.tanh_slope, slopes.through_tanh),
    "relu": elementwise(relu, slopes.relu_slope, slopes.through_relu),
    "leaky_relu": elementwise(leaky_relu, slopes.leaky_relu_slope, slopes.through_leaky_relu),
    "gelu": elementwise(gelu, slopes.gelu_slope, slopes.through_gelu),
    "softmax": Activation(softmax, _softmax_along, slopes.through_softmax),
}
