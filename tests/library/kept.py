"""Drawings that somebody has looked at, kept to notice when one changes.

python -m tests.library.kept    writes them anew; look at each before you commit it
"""

from functools import partial
from pathlib import Path

import nnnotes as nn

FOLDER = Path(__file__).parent / "drawings"
DEEP = nn.Network([2, 3, 1], ["tanh", "identity"], init="normal", rng=3)
LIGHTS = nn.Network.of(
    [[[0.3, 0.4, -0.2, 0.6], [0.1, -0.5, 0.7, 0.2], [0.2, -0.2, -0.1, 0.3]],
     [[0.6], [0.3], [0.7], [0.6]]], None, ["relu", "identity"],
)  # fmt: skip
DIGITS = nn.Network([64, 32, 10], ["relu", "softmax"], rng=0)
PICTURES = {
    "line": (nn.Network.of([[[0.8]]], [[-0.3]], "identity"), "line"),
    "two-inputs": (nn.Network([2, 1], "sigmoid", rng=0), "indexed"),
    "no-bias": (nn.Network([2, 2], "step", bias=False, rng=0), "indexed"),
    "zeros": (nn.Network([2, 2], "relu", init="zeros"), "values"),
    "deep": (DEEP, "indexed"),
    "deep-values": (DEEP, "values"),
    "many-inputs": (nn.Network([10, 1], "tanh", init="normal", rng=0), "values"),
    "many-outputs": (nn.Network([1, 6], "tanh", rng=0), "indexed"),
    "narrow": (nn.Network([4, 1, 3], "relu", rng=0), "indexed"),
    "plain": (nn.Network([3, 2], "tanh", init="normal", rng=1), "none"),
    "plain-deep": (nn.Network([3, 7, 7, 2], "tanh", rng=0), "none"),
    "softmax": (nn.Network([2, 3], "softmax", init="normal", rng=0), "values"),
    "plain-large": (nn.Network([1, 32, 1], "tanh", bias=False, rng=0), "none"),
}
views = nn.views
# Drawn when asked for, so that a failing test goes through the library and can say where.
KEPT = {
    **{name: partial(views.picture, net, notation=form) for name, (net, form) in PICTURES.items()},
    "numbers": partial(views.numbers, LIGHTS, [1, 0, 1]),
    "numbers-biases": partial(views.numbers, DEEP, [-1.25, 2]),
    "numbers-deeper": partial(views.numbers, nn.Network([2, 4, 3, 2], "tanh", rng=3), [0.5, -2]),
    "bricks": partial(views.bricks, LIGHTS),
    "bricks-batch": partial(views.bricks, nn.Network([3, 4, 1], "tanh", rng=0), batch=5),
    "bricks-large": partial(views.bricks, DIGITS, batch=1797),
    "product-fits": partial(views.product, (3,), (3, 4), names=("x", "W")),
    "product-does-not-fit": partial(views.product, (2, 3), (4, 5)),
}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, draw in KEPT.items():
        (FOLDER / f"{name}.svg").write_text(draw(), encoding="utf-8")
