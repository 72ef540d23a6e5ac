"""What neural networks are and what they learn, in a few hundred lines of numpy."""

from importlib import import_module
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from nnnotes import clips, plots, views

__all__ = [
    "BinaryCrossEntropy",
    "CrossEntropy",
    "MeanSquaredError",
    "Network",
    "check_gradients",
    "clips",
    "derivative",
    "gelu",
    "identity",
    "leaky_relu",
    "plots",
    "relu",
    "sigmoid",
    "softmax",
    "step",
    "tanh",
    "views",
]


def __getattr__(name: str) -> object:
    """Views, plots and clips are imported when they are first asked for: it takes half the time."""
    if name in ("clips", "plots", "views"):
        return import_module(f"nnnotes.{name}")
    raise AttributeError(f"module 'nnnotes' has no attribute {name!r}")
