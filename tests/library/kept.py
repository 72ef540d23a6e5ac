"""Drawings that somebody has looked at, kept to notice when one changes.

python -m tests.library.kept    writes them anew; look at each before you commit it
"""

from pathlib import Path

import nnnotes as nn

FOLDER = Path(__file__).parent / "drawings"
DEEP = nn.Network([2, 3, 1], ["tanh", "identity"], init="normal", rng=3)
KEPT = {
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
    "plain-large": (nn.Network([1, 32, 1], "tanh", bias=False, rng=0), "none"),
}


def drawn(name: str) -> str:
    net, notation = KEPT[name]
    return nn.views.picture(net, notation=notation)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in KEPT:
        (FOLDER / f"{name}.svg").write_text(drawn(name), encoding="utf-8")
