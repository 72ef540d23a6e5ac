"""The networks of the gallery: which kinds there are, and how their weights are drawn."""

from dataclasses import dataclass

import numpy as np

from nnnotes import Network

HIDDEN = 8  # nodes of each hidden layer
SPREAD = 2.5  # of a sum's weights together, while each bias has 1
SEED = 63
SPAN = 3.0  # inputs go from minus this to this
DIGITS = 9  # Processors differ in the last bits, and a map would show where one rounds up.
DRAWS = 12
FINE = 61  # points along an axis


@dataclass(frozen=True)
class Kind:
    """An activation, and how many layers, inputs and outputs go with it."""

    activation: str
    layers: int
    inputs: int
    outputs: int

    @property
    def sizes(self) -> list[int]:
        """Nodes in each layer."""
        return [self.inputs, *[HIDDEN] * (self.layers - 1), self.outputs]

    @property
    def activations(self) -> list[str]:
        """The same everywhere; only a relu would cut the answers off, so the last of several has none."""
        last = "identity" if self.activation == "relu" and self.layers > 1 else self.activation
        return [self.activation] * (self.layers - 1) + [last]

    @property
    def is_bounded(self) -> bool:
        """Whether the answers have ends of their own."""
        return self.activation in ("sigmoid", "tanh")


def random_network(kind: Kind, rng: np.random.Generator) -> Network:
    """Bell curves: each sum's weights share a spread, so that wide layers are no louder than narrow ones."""
    net = Network(kind.sizes, kind.activations, init="normal", rng=rng)
    for W in net.weights:
        W *= SPREAD / np.sqrt(len(W))
    return net


def random_networks(kind: Kind) -> list[Network]:
    """The draws that the gallery shows."""
    rng = np.random.default_rng(SEED)
    return [random_network(kind, rng) for _ in range(DRAWS)]


def between(one: Network, other: Network, share: float) -> Network:
    """On the way from one network to the other, with weights as large as theirs all along."""
    net, turn = one.copy(), share * np.pi / 2
    for mine, ours, theirs in zip(
        net.weights + net.biases,
        one.weights + one.biases,
        other.weights + other.biases,
        strict=True,
    ):
        mine[:] = np.cos(turn) * ours + np.sin(turn) * theirs
    return net


def places(kind: Kind, count: int = FINE) -> np.ndarray:
    """The inputs at which a network is asked: (count, 1), or (count², 2)."""
    line = np.linspace(-SPAN, SPAN, count)
    if kind.inputs == 1:
        return line[:, None]
    return np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)


def answers(kind: Kind, net: Network, count: int = FINE) -> np.ndarray:
    """What it answers there: (outputs, count), or (outputs, count, count) with x_2 going up."""
    a = net.forward(places(kind, count)).T.round(DIGITS)
    return a if kind.inputs == 1 else a.reshape(kind.outputs, count, count)


def scores(kind: Kind, net: Network, count: int = FINE) -> np.ndarray:
    """The sums before the last activation: as a sigmoid and tanh only ever rise, whichever is ahead
    among them is ahead among the answers, and is told apart even where those are all but 1."""
    z = net.trace(places(kind, count)).z[-1].T.round(DIGITS)
    return z if kind.inputs == 1 else z.reshape(kind.outputs, count, count)


def reach(kind: Kind) -> float:
    """How far the answers go: to 1, or for those without ends, as far as most of the draws."""
    if kind.is_bounded:
        return 1.0
    furthest = sorted(np.abs(answers(kind, net)).max() for net in random_networks(kind))
    return float(np.ceil(furthest[-5]))


def margins(sums: np.ndarray) -> np.ndarray:
    """For each output, by how much it is ahead of the others."""
    others = [np.delete(sums, j, axis=0).max(axis=0) for j in range(len(sums))]
    return sums - np.array(others)
