"""What neural networks are and what they learn, in a few hundred lines of numpy."""

from nnnotes import schedules, views
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
from nnnotes.history import History
from nnnotes.losses import BinaryCrossEntropy, CrossEntropy, MeanSquaredError
from nnnotes.network import Network
from nnnotes.optimizers import SGD, Adam, RMSProp
from nnnotes.training import train

__all__ = [
    "SGD",
    "Adam",
    "BinaryCrossEntropy",
    "CrossEntropy",
    "History",
    "MeanSquaredError",
    "Network",
    "RMSProp",
    "check_gradients",
    "derivative",
    "gelu",
    "identity",
    "leaky_relu",
    "relu",
    "schedules",
    "sigmoid",
    "softmax",
    "step",
    "tanh",
    "train",
    "views",
]
