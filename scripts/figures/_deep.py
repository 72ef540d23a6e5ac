"""Ten layers deep: how large signals are on the way there, and slopes on the way back."""

import numpy as np

from nnnotes import Network
from scripts.figures._footpaths import at_epochs, learned
from scripts.figures.style import ACCENT, INK, MUTED, label

WIDE, DEEP = 64, 10
LAYERS = np.arange(1, DEEP + 1)
FACTORS = (0.2, 1, 8)
NAMES = ("a fifth", "Xavier", "eightfold")
LOOKS = (
    {"color": MUTED, "linestyle": "--"},
    {"color": ACCENT, "linestyle": "-"},
    {"color": INK, "linestyle": ":"},
)


def noise() -> tuple[np.ndarray, np.ndarray]:
    """Two hundred examples of random inputs and random answers, (200, 64) and (200,)."""
    return np.random.default_rng(0).standard_normal((200, WIDE)), np.arange(200) % 3


def deep(activation: str, init: str = "xavier", factor: float = 1, seed: int = 0) -> Network:
    names = [*[activation] * DEEP, "softmax"]
    net = Network([WIDE] * (DEEP + 1) + [3], names, init=init, rng=seed)
    for W in net.weights:
        W *= factor
    return net


def signals(net: Network) -> np.ndarray:
    """How large the answers of each hidden layer are, typically: (10,)."""
    return np.array([np.sqrt(np.mean(a**2)) for a in net.trace(noise()[0]).a[1:-1]])


def slopes(net: Network) -> np.ndarray:
    """How long the gradient in each hidden layer's biases is: (10,)."""
    gradients = net.gradients(*noise(), "cross_entropy").biases[:-1]
    return np.array([np.linalg.norm(b) for b in gradients])


def deep_curves(x, y, epochs: int = 60):
    """Epochs and losses of ten layers of 32, for each start.

    Of eightfold only what any computer finds: its steps blow up the last bits.
    """
    for factor in FACTORS:
        sizes = [2, *[32] * DEEP, 3]
        _, losses = learned(sizes, x, y, rate=0.1, epochs=epochs, factor=factor)
        if factor == max(FACTORS):
            untrained = at_epochs((0, 1), sizes, x, y, rate=0.1, factor=factor)[0]
            first = -np.log(untrained.forward(x)[np.arange(len(y)), y]).mean()
            later = round(np.mean(losses[4:]), 2)
            yield [0, 4, epochs], [first, later, later]
        else:
            yield np.arange(1, epochs + 1), losses


def powers(axes, low: int, high: int, step: int):
    """A logarithmic axis whose numbers are powers of ten, with a true minus sign."""
    ticks = list(range(low, high + 1, step))
    axes.set_yscale("log")
    axes.minorticks_off()
    axes.set(yticks=[10.0**t for t in ticks], ylim=(10.0**low, 10.0**high))
    axes.set_yticklabels([f"$10^{{{t}}}$" if t else "1" for t in ticks])


def by_layer(axes, measure, where):
    """One line for each start, over the layers, each with its name beside it."""
    for factor, name, looks, (layer, height, side) in zip(
        FACTORS, NAMES, LOOKS, where, strict=True
    ):
        sizes = measure(deep("tanh", factor=factor))
        axes.plot(LAYERS, sizes, marker="o", markersize=4.5, **looks)
        label(axes, layer, height, name, looks["color"], ha=side, va="center")
    axes.set(xlabel="layer", xticks=LAYERS, xlim=(0.6, DEEP + 0.4))
    axes.xaxis.label.set_color(INK)
