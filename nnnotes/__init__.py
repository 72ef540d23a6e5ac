"""What neural networks are and what they learn, in a few hundred lines of numpy."""

from nnnotes import views
from nnnotes.activations import (
    derivative,
    gelu,
    identity,
    leaky_relu,
    relu,
    sigmoid,
    softmax,
    step,
    tanh,
)
from nnnotes.gradient_check import check_gradients
from nnnotes.losses import BinaryCrossEntropy, CrossEntropy, MeanSquaredError
from nnnotes.network import Network

__all__ = [
    "BinaryCrossEntropy",
    "CrossEntropy",
    "MeanSquaredError",
    "Network",
    "check_gradients",
    "derivative",
    "gelu",
    "identity",
    "leaky_relu",
    "relu",
    "sigmoid",
    "softmax",
    "step",
    "tanh",
    "views",
]
