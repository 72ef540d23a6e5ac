"""The 3-4-1 network of "Seeing networks"; tests/library/test_seeing_networks.py holds it to the page."""

import numpy as np

from nnnotes import Network

WEIGHTS_0_1 = np.array([[0.3, 0.4, -0.2, 0.6], [0.1, -0.5, 0.7, 0.2], [0.2, -0.2, -0.1, 0.3]])
WEIGHTS_1_2 = np.array([[0.6], [0.3], [0.7], [0.6]])
BIASES_1, BIASES_2 = np.array([0.1, 0.2, 0.4, -0.5]), np.array([0.2])
INPUT = np.array([1.0, 0.0, 1.0])
ACTIVATIONS = ["relu", "identity"]


def small_network(biases: bool = False) -> Network:
    """The page's `net`, or its `biased`."""
    both = [BIASES_1, BIASES_2] if biases else None
    return Network.of([WEIGHTS_0_1, WEIGHTS_1_2], both, ACTIVATIONS)
