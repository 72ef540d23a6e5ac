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
from nnnotes.losses import BinaryCrossEntropy, CrossEntropy, MeanSquaredError
from nnnotes.network import Network

__all__ = [
    "BinaryCrossEntropy",
    "CrossEntropy",
    "MeanSquaredError",
    "Network",
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
