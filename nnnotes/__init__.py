"""What neural networks are and what they learn, in a few hundred lines of numpy."""

from nnnotes import datasets, schedules, views
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
    "confusion_matrix",
    "datasets",
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
