"""Straight pieces of ReLU networks with one input, counted; and staircases of step nodes."""

import numpy as np

from nnnotes import Network


def pieces(net: Network, low: float = -3.0, high: float = 3.0) -> int:
    """How many straight pieces the answer has: corners are solved for, layer by layer."""
    ends = np.array([low, high])
    for layer in range(len(net.weights) - 1):
        z = net.trace(ends[:, None]).z[layer]  # (ends, nodes); straight between two ends
        left, right = z[:-1], z[1:]
        share = left / np.where(left == right, 1, left - right)
        cuts = ends[:-1, None] + share * np.diff(ends)[:, None]
        ends = np.unique(np.append(ends, cuts[left * right < 0]))
    slopes = np.diff(net.forward(ends[:, None])[:, 0]) / np.diff(ends)
    return 1 + int(np.sum(~np.isclose(slopes[1:], slopes[:-1])))


def random_relu(hidden: list[int], seed: int) -> Network:
    """One input, ReLU layers of these widths, one output, spread as in the gallery."""
    sizes = [1, *hidden, 1]
    activations = ["relu"] * len(hidden) + ["identity"]
    net = Network(sizes, activations, init="normal", rng=seed)
    for W in net.weights:
        W *= 2.5 / np.sqrt(len(W))
    return net


def teeth(depth: int) -> Network:
    """A ramp up and a ramp down, folded again by each layer of two nodes."""
    fold, corner = [[2, 2], [-4, -4]], [0, -0.5]
    weights = [[[1, 1]], *[fold] * (depth - 1), [[2], [-4]]]
    return Network.of(weights, [*[corner] * depth, [0]], ["relu"] * depth + ["identity"])


def wavy(x):
    """What the staircases approximate."""
    return np.sin(2 * x) + x / 2


def staircase(steps: int, low: float = -3.0, high: float = 3.0) -> Network:
    """Level pieces, as many as asked for: one step node between each two."""
    edges = np.linspace(low, high, steps + 1)
    heights = wavy((edges[:-1] + edges[1:]) / 2)
    weights = [np.ones((1, steps - 1)), np.diff(heights)[:, None]]
    return Network.of(weights, [-edges[1:-1], heights[:1]], ["step", "identity"])
