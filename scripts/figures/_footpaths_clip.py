"""The clip in which a network learns three paths."""

import numpy as np
from matplotlib.colors import to_rgb

from nnnotes.palette import CLASSES_DARK, DARK
from scripts.figures._footpaths import (
    REACH,
    copied,
    draw_paths,
    grid,
    learned,
    no_ticks,
    places,
)
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import ACCENT, INK, label, new_figure

EPOCHS, STEP = 300, 3
REST, FADE = 30, 20
POINTS = 72
TINTS = np.array([to_rgb(colour) for colour in list(CLASSES_DARK.values())[:3]])  # (3, rgb)
GROUND = np.array(to_rgb(DARK["ground"]))


def frames_of_learning(sizes) -> Clip:
    pictures, losses = _learning(sizes)
    figure, (left, right) = new_figure(height=300, columns=2, width_ratios=(1.25, 1))
    figure.get_layout_engine().set(rect=(0, 0.22, 0.97, 0.78))  # the player covers what is lowest
    image = left.imshow(
        pictures[0],
        extent=(-REACH, REACH, -REACH, REACH),
        origin="lower",
        interpolation="bilinear",
    )
    draw_paths(left, width=2.5)
    no_ticks(left)
    left.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH))
    title = left.set_title("epoch 0")
    right.set(xlim=(0, EPOCHS), ylim=(0, 1.2), xlabel="epoch", xticks=[0, 150, 300])
    right.set(yticks=[0, 0.5, 1])
    right.set_title("loss")
    right.axhline(np.log(3), color=INK, linewidth=1, linestyle=":")
    label(right, EPOCHS, np.log(3) - 0.03, "guessing", INK, ha="right", va="top")
    (curve,) = right.plot([], [], color=ACCENT, linewidth=3)
    moves = len(pictures) - 1
    epochs = np.arange(1, EPOCHS + 1)

    def change(n: int):
        at = min(n, moves)
        back = eased(n - moves - REST, FADE)
        image.set_data(pictures[at] + (pictures[0] - pictures[at]) * back)
        curve.set_data(epochs[: at * STEP], losses[: at * STEP])
        curve.set_alpha(1 - back)
        title.set_text(f"epoch {0 if back > 0.5 else at * STEP}")

    return Clip(frames_of(figure, moves + REST + FADE, change), still=moves + 1)


def _learning(sizes) -> tuple[list[np.ndarray], list[float]]:
    """What the network says about every place, as pictures, every third epoch; and the losses."""
    pairs = grid(POINTS, -REACH, REACH)[1]
    kept = []
    _, losses = learned(
        sizes,
        *places(),
        epochs=EPOCHS,
        look=lambda net, epoch: kept.append(copied(net)) if epoch % STEP == 0 else None,
    )
    return [_picture(net.forward(pairs)) for net in kept], losses


def _picture(chances: np.ndarray) -> np.ndarray:
    """Each place in its class's colour, deeper where the network is surer: (72, 72, rgb)."""
    order = np.sort(chances, axis=1)
    depth = 0.12 + 0.5 * (order[:, -1:] - order[:, -2:-1])
    colour = GROUND + depth * (TINTS[chances.argmax(axis=1)] - GROUND)
    return colour.reshape(POINTS, POINTS, 3)
