"""Towns whose rows hold one light that matters, signs that do not, and people who do not care."""

from functools import cache

import numpy as np

from nnnotes import Adam, Network, train
from scripts.figures.style import ACCENT, INK, MUTED, label, new_figure

SIGNS, ROWS, ASIDE, EPOCHS = 14, 100, 0.2, 500
TOWNS = range(6)
SIZES = {"hidden": [1 + SIGNS, 30, 1], "none": [1 + SIGNS, 1]}


def town(rows: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The light and fourteen signs, (rows, 15), and who walked, (rows,)."""
    on = rng.integers(0, 2, (rows, 1 + SIGNS)).astype(float)
    ignores = rng.random(rows) < ASIDE
    return on, np.where(ignores, 1 - on[:, 0], on[:, 0])


@cache
def errors(kind: str, seed: int) -> np.ndarray:
    """Shares of wrong answers after each epoch, (epochs, 2): on its own rows, and on new ones."""
    rng = np.random.default_rng(seed)
    x, y = town(ROWS, rng)
    new_x, new_y = town(1000, rng)
    sizes = SIZES[kind]
    activations = ["tanh"] * (len(sizes) - 2) + ["identity"]
    net = Network(sizes, activations, init="xavier", rng=seed)
    shares = []

    def judge(net, history):
        pairs = ((x, y), (new_x, new_y))
        shares.append([np.mean(net.predict(inputs) != truth) for inputs, truth in pairs])

    train(
        net, x, y[:, None], loss="mse", optimizer=Adam(lr=0.01), epochs=EPOCHS,
        batch_size=ROWS, rng=0, callback=judge,
    )  # fmt: skip
    return np.array(shares)


def draw_errors(kind, title):
    """Wrong answers over the epochs, on own rows and on new ones."""
    figure, axes = new_figure(height=250)
    shares = 100 * np.array([errors(kind, seed) for seed in TOWNS])  # (towns, epochs, 2)
    epochs = np.arange(1, EPOCHS + 1)
    kept = np.unique(np.geomspace(1, EPOCHS, 60).astype(int)) - 1
    for column, colour, dashes in ((0, MUTED, "--"), (1, ACCENT, "-")):
        for one in shares[..., column] if column else ():  # two tangles would hide each other
            axes.plot(epochs[kept], one[kept], color=colour, linewidth=0.8, alpha=0.35)
        mean = shares[..., column].mean(axis=0)
        axes.plot(epochs[kept], mean[kept], color=colour, linestyle=dashes, linewidth=2.6)
        name, shift = (("own rows", -1.5), ("new rows", 1.5))[column]
        label(axes, EPOCHS * 1.1, max(mean[-1] + shift, 2), name, colour, va="center")
    axes.axhline(100 * ASIDE, color=INK, linewidth=0.8, linestyle=":")
    label(axes, 1.1, 100 * ASIDE - 1, "the stubborn\nfifth", INK, va="top")
    axes.set(xscale="log", xlim=(1, EPOCHS), ylim=(0, 60))
    axes.set(
        title=f"{title}, {ROWS} rows to learn from", xlabel="epoch", ylabel="wrong answers in %"
    )
    axes.set(xticks=[1, 10, 100, 500], xticklabels=[1, 10, 100, 500])
    axes.minorticks_off()
    return figure
