"""A layer that looks at handwritten digits: for the figures of "Activation functions"."""

import numpy as np

from nnnotes import SGD, Network, train
from nnnotes.activations import ACTIVATIONS
from nnnotes.datasets import digits
from scripts.figures.style import ACCENT, INK, MUTED, NEGATIVE, POSITIVE, label

UNITS = 32
SHORTEST = 0.2  # of the strokes: what is shorter cannot be seen


def layer_sums(seed: int = 0) -> np.ndarray:
    """The sums of an untrained layer for every digit, (1797, units)."""
    x, _ = digits()
    return Network([64, UNITS], "identity", rng=seed).forward(x)


def draw_shares(axes, numbers, *, span, bins: int, tallest: float, words: str):
    """A histogram in shares; a bar that is too tall is cut, and its share written beside it."""
    exact = {v: np.mean(numbers == v) for v in (0.0, 1.0) if np.mean(numbers == v) > 0.05}
    others = numbers[~np.isin(numbers, list(exact))]
    counts, edges = np.histogram(others, np.linspace(*span, bins + 1))
    shares = counts / numbers.size
    axes.stairs(np.minimum(shares, tallest), edges, fill=True, color=ACCENT, alpha=0.8)
    tall = {(edges[i] + edges[i + 1]) / 2: shares[i] for i in np.flatnonzero(shares > tallest)}
    for place, share in exact.items():
        axes.plot([place] * 2, [0, min(share, tallest)], color=INK, linewidth=2.6,
                  solid_capstyle="butt")  # fmt: skip
    for place, share in (tall | exact).items():
        side = -1 if words == "step" and place < 0.5 else 1
        label(axes, place + 0.12 * side, 0.92 * tallest, f"{share:.0%}",
              ha="left" if side > 0 else "right", va="center")  # fmt: skip
    axes.set(xlim=span, ylim=(0, 1.1 * tallest), yticks=[], title=words)
    axes.spines["left"].set_visible(False)


def draw_six(panels):
    """The same sums through six activations, on the same scale."""
    z = layer_sums()
    named = {"step": "step", "sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU",
             "leaky_relu": "leaky ReLU", "gelu": "GELU"}  # fmt: skip
    for axes, (name, words) in zip(panels, named.items(), strict=True):
        numbers = ACTIVATIONS[name].function(z)
        draw_shares(axes, numbers, span=(-1.7, 1.7), bins=34, tallest=0.34, words=words)
        axes.set(xticks=[-1, 0, 1])


def after_one_epoch(lr: float) -> np.ndarray:
    """The hidden sums of a ReLU network, (1797, units), after one epoch at this learning rate."""
    x, y = digits()
    net = Network([64, UNITS, 10], ["relu", "softmax"], init="he", rng=0)
    settings = {"loss": "cross_entropy", "epochs": 1, "batch_size": 32, "rng": 0}
    train(net, x, y, optimizer=SGD(lr=lr), **settings)
    return net.trace(x).z[0]


def draw_ranges(axes, z, words: str):
    """From the smallest to the largest sum of each unit: orange below zero, blue above."""
    low, high = z.min(axis=0), z.max(axis=0)
    order = np.argsort(high)
    for place, unit in enumerate(order):
        if low[unit] < 0:
            ends = [min(low[unit], -SHORTEST), min(high[unit], 0)]
            axes.plot([place, place], ends, color=NEGATIVE, linewidth=2.6, solid_capstyle="butt")
        if high[unit] > 0:
            ends = [max(low[unit], 0), max(high[unit], SHORTEST)]
            axes.plot([place, place], ends, color=POSITIVE, linewidth=2.6, solid_capstyle="butt")
    axes.axhline(0, color=INK, linewidth=0.9)
    axes.spines["bottom"].set_visible(False)
    axes.set(xticks=[], title=words, xlim=(-1, UNITS))
    return int((high <= 0).sum())


def depth_race(names, epochs: int) -> dict[str, list[float]]:
    """For each activation, the share of held-out digits read rightly after each epoch."""
    x, y = digits()
    order = np.random.default_rng(0).permutation(len(x))
    seen, held_out = order[:1400], order[1400:]
    rates = {}
    for name in names:
        init = "he" if "elu" in name else "xavier"
        net = Network([64, *[UNITS] * 5, 10], [name] * 5 + ["softmax"], init=init, rng=0)
        rates[name] = []
        train(net, x[seen], y[seen], loss="cross_entropy", optimizer=SGD(lr=0.1), epochs=epochs,
              batch_size=32, rng=0,
              callback=lambda net, _, to=rates[name]:
              to.append(np.mean(net.predict(x[held_out]) == y[held_out])))  # fmt: skip
    return rates


def quiet(axes):
    """Only the line that bars stand on."""
    axes.spines["left"].set_visible(False)
    axes.set(yticks=[])
    axes.tick_params(axis="x", length=0)
    axes.axhline(0, color=MUTED, linewidth=0.8)
