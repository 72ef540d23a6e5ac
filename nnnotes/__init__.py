"""What neural networks are and what they learn, in a few hundred lines of numpy."""

from nnnotes import views
from nnnotes.activations import derivative, identity, relu, sigmoid, step, tanh
from nnnotes.network import Network

__all__ = ["Network", "derivative", "identity", "relu", "sigmoid", "step", "tanh", "views"]
