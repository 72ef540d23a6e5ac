"""What neural networks are and what they learn, in a few hundred lines of numpy."""

from importlib import import_module
from typing import TYPE_CHECKING

from nnnotes import schedules
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
from nnnotes.metrics import Calibration, accuracy, calibration, confusion_matrix
from nnnotes.network import Network
from nnnotes.optimizers import SGD, Adam, RMSProp
from nnnotes.perceptron import Perceptron
from nnnotes.perceptron_history import PerceptronHistory
from nnnotes.training import train

if TYPE_CHECKING:
    from nnnotes import clips, datasets, plots, views

__all__ = [
    "SGD",
    "Adam",
    "BinaryCrossEntropy",
    "Calibration",
    "CrossEntropy",
    "History",
    "MeanSquaredError",
    "Network",
    "Perceptron",
    "PerceptronHistory",
    "RMSProp",
    "accuracy",
    "calibration",
    "check_gradients",
    "clips",
    "confusion_matrix",
    "datasets",
    "derivative",
    "gelu",
    "identity",
    "leaky_relu",
    "plots",
    "relu",
    "schedules",
    "sigmoid",
    "softmax",
    "step",
    "tanh",
    "train",
    "views",
]


def __getattr__(name: str) -> object:
    """Data and drawings are imported when they are first asked for; few programs need them all."""
    if name in ("clips", "datasets", "plots", "views"):
        return import_module(f"nnnotes.{name}")
    raise AttributeError(f"module 'nnnotes' has no attribute {name!r}")
