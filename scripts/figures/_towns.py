"""Towns whose rows hold one light that matters, signs that do not, and people who do not care."""

from functools import cache

import numpy as np

from nnnotes import Adam, Network, train

SIGNS, ROWS, ASIDE, EPOCHS = 14, 100, 0.2, 500
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
