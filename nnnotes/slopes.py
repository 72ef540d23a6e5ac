"""How activations slope, and how a gradient is pulled back through them.

A slope is taken at the pre-activation z. To pull back is to turn ``upstream``, the gradient at
a = f(z), into the gradient at z, written into ``out``, which may be ``upstream`` itself.
"""

import math
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.floating[Any]]
Function: TypeAlias = Callable[..., Floats]
PullBack: TypeAlias = Callable[[Floats, Floats, Floats, Floats], object]  # z, a, upstream, out
LEAK = 0.01
GELU_SCALE = math.sqrt(2 / math.pi)
GELU_CUBIC = 0.044715
GELU_REACH = 30  # beyond, the slope of gelu is 0 or 1 to the last bit


class Activation(NamedTuple):
    """A function of z, its derivative at z, and how a gradient is pulled back through it."""

    function: Function
    derivative: Function
    pull_back: PullBack


def as_floats(z: ArrayLike) -> Floats:
    """Numbers as an array of floats; those that are stay as they are, float32 too."""
    z = np.asarray(z)
    return z if z.dtype.kind == "f" else z.astype(float)


def elementwise(function: Function, slope: Function, pull_back: PullBack) -> Activation:
    """An activation whose outputs depend each on its own z."""
    return Activation(function, lambda z: slope(as_floats(z)), pull_back)


def sigmoid_slope(z: Floats) -> Floats:
    e: Floats = np.exp(-np.abs(z))  # a (1 - a) would round to 0 too soon for large z
    return e / (1 + e) ** 2


def tanh_slope(z: Floats) -> Floats:
    return 1 - np.tanh(z) ** 2


def relu_slope(z: Floats) -> Floats:
    return np.heaviside(z, 0)


def leaky_relu_slope(z: Floats) -> Floats:
    return np.maximum(np.heaviside(z, 0), LEAK)


def gelu_slope(z: Floats) -> Floats:
    z = np.clip(z, -GELU_REACH, GELU_REACH)
    t = np.tanh(GELU_SCALE * z * (1 + GELU_CUBIC * z * z))
    u_slope = GELU_SCALE * (1 + 3 * GELU_CUBIC * z * z)
    slope: Floats = (1 + t + z * (1 - t * t) * u_slope) / 2
    return slope


def softmax_along(a: Floats, v: Floats) -> Floats:
    """The Jacobian of softmax times v: J[i, k] = a[i] (1 if i is k else 0) - a[i] a[k]."""
    inner = np.sum(a * v, axis=-1, keepdims=True)  # (..., 1)
    along: Floats = a * (v - inner)
    return along


def through_identity(_z: Floats, _a: Floats, upstream: Floats, out: Floats) -> None:
    np.positive(upstream, out=out)


def through_step(_z: Floats, _a: Floats, _upstream: Floats, out: Floats) -> None:
    out[...] = 0


def through_sigmoid(_z: Floats, a: Floats, upstream: Floats, out: Floats) -> None:
    np.multiply(upstream, a * (1 - a), out=out)


def through_tanh(_z: Floats, a: Floats, upstream: Floats, out: Floats) -> None:
    np.multiply(upstream, 1 - a * a, out=out)


def through_relu(z: Floats, _a: Floats, upstream: Floats, out: Floats) -> None:
    np.multiply(upstream, z > 0, out=out)


def through_leaky_relu(z: Floats, _a: Floats, upstream: Floats, out: Floats) -> None:
    np.multiply(upstream, leaky_relu_slope(z), out=out)


def through_gelu(z: Floats, _a: Floats, upstream: Floats, out: Floats) -> None:
    np.multiply(upstream, gelu_slope(z), out=out)


def through_softmax(_z: Floats, a: Floats, upstream: Floats, out: Floats) -> None:
    np.copyto(out, softmax_along(a, upstream))
