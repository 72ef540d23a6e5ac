"""What neural networks are and what they learn, in a few hundred lines of numpy."""

from nnnotes import datasets, views
from nnnotes.activations import derivative, identity, relu, sigmoid, step, tanh
from nnnotes.metrics import Calibration, accuracy, calibration, confusion_matrix
from nnnotes.network import Network
from nnnotes.perceptron import Perceptron
from nnnotes.perceptron_history import PerceptronHistory

__all__ = [
    "Calibration",
    "Network",
    "Perceptron",
    "PerceptronHistory",
    "accuracy",
    "calibration",
    "confusion_matrix",
    "datasets",
    "derivative",
    "identity",
    "relu",
    "sigmoid",
    "step",
    "tanh",
    "views",
]
