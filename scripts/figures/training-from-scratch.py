"""The figures of "Training from scratch"."""

import numpy as np
from matplotlib.patches import Polygon, Rectangle

from nnnotes.plots import diverging
from scripts.figures._deep import (
    FACTORS,
    LAYERS,
    LOOKS,
    NAMES,
    by_layer,
    deep,
    deep_curves,
    noise,
    powers,
    signals,
    slopes,
)
from scripts.figures._footpaths import (
    at_epochs,
    draw_paths,
    draw_places,
    draw_regions,
    draw_wedges,
    learned,
    no_ticks,
    places,
)
from scripts.figures._footpaths_clip import frames_of_learning
from scripts.figures._there_and_back import draw_there_and_back
from scripts.figures.style import (
    ACCENT,
    CLASSES,
    INK,
    MARKERS,
    MUTED,
    label,
    name_axes,
    new_figure,
)

CORNERS = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
DIFFER = np.array([0, 1, 1, 0])
SIZES = [2, 16, 16, 3]
SPAN = {"arrowstyle": "<->", "color": MUTED, "shrinkA": 0, "shrinkB": 0}


def three_paths():
    """Three hundred places, a hundred on each of three paths. The well is in the middle."""
    figure, axes = new_figure(height=380)
    draw_places(axes)
    _map(axes)
    return figure


def straight_cuts():
    """The same training without hidden layers. All it can do is cut the map with straight lines."""
    figure, axes = new_figure(height=380)
    net, _ = learned([2, 3], *places())
    for one, colour in enumerate(CLASSES[:3]):
        piece = _piece(net, one)
        axes.add_patch(Polygon(piece, facecolor=(colour, 0.3), edgecolor=INK, linewidth=0.9))
    draw_paths(axes)
    _map(axes)
    return figure


def there_and_back():
    """One step of training. Above, the batch goes forward, and every layer's answer is kept. Below, delta comes back. Where the two meet over a weight, they make its slope."""
    figure, axes = new_figure(height=270)
    draw_there_and_back(axes)
    return figure


def xor_by_epoch():
    """Circles should get 0, squares 1, and the ground shows what the network says. It takes two borders, or a bent one, to have each corner right."""
    figure, panels = new_figure(height=410, columns=2, rows=2)
    nets = at_epochs((0, 20, 50, 500), [2, 4, 2], CORNERS, DIFFER)
    for axes, (epoch, net) in zip(panels.flat, nets.items(), strict=True):
        draw_regions(axes, net, -0.4, 1.4, points=30)
        for one in (0, 1):
            mine = CORNERS[one == DIFFER]
            axes.plot(*mine.T, MARKERS[one], color=CLASSES[one], markersize=11)
        axes.set(title=f"epoch {epoch}", xticks=[0, 1], yticks=[0, 1])
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
    return figure


def learning_the_paths():
    """Left: what the network says about every place, epoch by epoch. The brighter the colour, the surer it is, and dark is undecided. Right: its loss."""
    return frames_of_learning(SIZES)


def four_starts():
    """Four networks that started from other draws, on maps six kilometres wide. On the paths they agree nearly everywhere. Beyond them nobody told them anything."""
    figure, panels = new_figure(height=410, columns=2, rows=2)
    for seed, axes in enumerate(panels.flat):
        # With steps of 0.5 the last bits of a machine's arithmetic decide where borders end up.
        net, _ = learned(SIZES, *places(), seed=seed, rate=0.3)
        draw_regions(axes, net, -3, 3, points=48)
        draw_paths(axes, width=1.2, points=30)
        no_ticks(axes)
        axes.set_title(f"seed {seed}")
    for axes in panels[1]:
        axes.annotate("", (-3, -3.25), (3, -3.25), annotation_clip=False, arrowprops=SPAN)
        axes.set_xlabel("6 km", labelpad=8)
    return figure


def no_two_alike():
    """The weights from the two inputs into sixteen hidden units, after training. Blue is positive, orange negative, no colour is zero, and the titles say how far they reach. (A colour's depth goes by the root, or small weights would not show.) From zeros nothing has moved. From equal numbers all units learned the same thing."""
    figure, panels = new_figure(height=260, rows=3)
    trained = _three_trained()
    peak = max(abs(weights).max() for weights in trained.values())
    for axes, (title, weights) in zip(panels, trained.items(), strict=True):
        _strip(axes, np.sign(weights) * np.sqrt(abs(weights) / peak))
        ends = f"{weights.min():.1f} to {weights.max():.1f}".replace("-", "\N{MINUS SIGN}")
        axes.set_title(f"{title}: {ends}" if weights.any() else f"{title}: all 0", loc="left")
    return figure


def ten_layers():
    """How the answers of layers 1, 4, 7 and 10 are spread between −1 and 1. Started too small, they die away. Started too large, they pile up at the ends."""
    figure, panels = new_figure(height=330, columns=3, rows=4, sharex=True)
    figure.get_layout_engine().set(wspace=0.1)
    for column, factor, name, looks in zip(panels.T, FACTORS, NAMES, LOOKS, strict=True):
        column[0].set_title(name, color=looks["color"])
        trace = deep("tanh", factor=factor).trace(noise()[0])
        for axes, layer in zip(column, LAYERS[::3], strict=True):
            _heap(axes, trace.a[layer], looks["color"])
            if factor == FACTORS[0]:
                axes.set_ylabel(f"layer {layer}", rotation=0, ha="right", va="center")
    return figure


def signal_by_layer():
    """How large a layer's answers typically are, on a scale where each step is a factor. A fifth at every layer is a straight way down."""
    figure, axes = new_figure(height=270)
    powers(axes, -8, 1, 2)
    by_layer(axes, signals, ((5.3, 2e-3, "left"), (7, 0.07, "center"), (7, 3.0, "center")))
    axes.set_ylabel("size of the answers")
    return figure


def he_and_xavier():
    """Twenty ReLU networks with each start. Thin lines are networks, thick ones what is typical. Xavier's lose their signal, and He's keep nearly all of it, give or take."""
    figure, axes = new_figure(height=280)
    powers(axes, -2, 1, 1)
    for init, color, dashes, at in (("he", ACCENT, "-", 4.8), ("xavier", MUTED, "--", 0.03)):
        draws = np.array([signals(deep("relu", init, seed=seed)) for seed in range(20)])
        axes.plot(LAYERS, draws.T, color=color, alpha=0.25, linewidth=1)
        axes.plot(LAYERS, np.median(draws, axis=0), dashes, color=color, linewidth=3)
        name = {"he": "He", "xavier": "Xavier"}[init]
        label(axes, 5, at, name, color, ha="center", va="center")
    axes.set(xlabel="layer", ylabel="size of the answers", xticks=LAYERS)
    return figure


def slopes_by_layer():
    """How large the slopes of the loss are in each layer. Backpropagation goes from right to left: started too small they vanish, started too large they explode."""
    figure, axes = new_figure(height=290)
    powers(axes, -10, 4, 2)
    by_layer(axes, slopes, ((5.6, 1e-7, "left"), (2, 2e-3, "center"), (4.2, 6e2, "left")))
    axes.set_ylabel("size of the slopes")
    return figure


def deep_learning_curves():
    """The same ten layers, started in three ways and trained alike. Eightfold begins far above, and the dotted line is its mean from the fifth epoch on: single epochs lie above it or below."""
    figure, axes = new_figure(height=300)
    axes.axhline(np.log(3), color=INK, linewidth=0.8)
    label(axes, 61, np.log(3), "guessing", INK, va="center")
    for name, looks, (epochs, losses), (x, y) in zip(
        ("a fifth", "Xavier", "eightfold (mean)"),
        LOOKS,
        deep_curves(*places()),
        ((50, 1.06), (30, 0.93), (34, 1.185)),
        strict=True,
    ):
        if name == "eightfold (mean)":
            label(axes, 0, 1.23, f"eightfold begins up at {losses[0]:.0f}", looks["color"])
            epochs, losses = epochs[1:], losses[1:]
        axes.plot(epochs, losses, **looks)
        label(axes, x, y, name, looks["color"], ha="center", va="center")
    axes.set(ylim=(0.76, 1.26), yticks=[0.8, 1, 1.2], xlim=(-1, 60))
    axes.set(xlabel="epoch", ylabel="loss")
    return figure


def where_the_sums_land():
    """The first sums of a fresh network, heaped up, and the tanh that they go through. The heaps have the same shape. The scale below them does not."""
    figure, panels = new_figure(height=230, columns=2, sharey=True)
    x, _ = places()
    W = learned(SIZES, *places(), epochs=1, rate=1e-9)[0].weights[0]  # as they were drawn
    for axes, scale, unit in zip(panels, (1, 1000), ("kilometres", "metres"), strict=True):
        reach = 1.5 * scale
        z = np.linspace(-reach, reach, 401)
        heap, edges = np.histogram(scale * x @ W, bins=30, range=(-reach, reach))
        axes.stairs(
            1.6 * heap / heap.max() - 1, edges, baseline=-1, fill=True, color=ACCENT, alpha=0.3
        )
        axes.plot(z, np.tanh(z), color=INK)
        ticks = np.array([-scale, 0, scale])
        axes.set(title=unit, xticks=ticks, yticks=[-1, 0, 1], ylim=(-1.05, 1.05))
        axes.set_xticklabels([f"{tick}".replace("-", "\N{MINUS SIGN}") for tick in ticks])
        name_axes(axes, "$z$", "$a$" if scale == 1 else "")
        label(axes, 0.6 * reach, 0.42 if scale == 1 else 0.8, "tanh", INK)
        label(axes, 0.22 * reach, -0.35, "how many\nsums", ACCENT)
    return figure


def in_kilometres():
    """Trained on kilometres: borders bend wherever they are needed."""
    figure, axes = new_figure(height=370)
    draw_regions(axes, learned(SIZES, *places())[0], points=64)
    draw_paths(axes)
    _map(axes)
    return figure


def in_metres():
    """In metres, after the first epoch. Thin lines are where one of the sixteen units changes its mind. With biases of next to 0 all of them cross at the well, and borders can run nowhere else. Later epochs turn some lines and colour the wedges anew."""
    figure, axes = new_figure(height=370)
    x, y = places()
    draw_wedges(axes, learned(SIZES, 1000 * x, y, epochs=1)[0], scale=1000)
    draw_paths(axes)
    _map(axes)
    axes.set(xlabel="m east", ylabel="m north")
    axes.set_xticklabels(["\N{MINUS SIGN}1000", "0", "1000"])
    axes.set_yticklabels(["\N{MINUS SIGN}1000", "0", "1000"])
    return figure


def _piece(net, one: int) -> np.ndarray:
    """Where a network without hidden layers decides for one class: a polygon's corners, (n, 2)."""
    corners = 2 * np.array([[-1.0, -1], [1, -1], [1, 1], [-1, 1]])
    for other in range(3):
        if other != one:
            across = net.weights[0][:, one] - net.weights[0][:, other]
            ahead = corners @ across + net.biases[0][one] - net.biases[0][other]
            corners = _cut(corners, ahead)
    return corners


def _cut(corners: np.ndarray, ahead: np.ndarray) -> np.ndarray:
    """The part of a polygon where a linear function, known at its corners, is above 0."""
    kept = []
    for n, (corner, value) in enumerate(zip(corners, ahead, strict=True)):
        if value > 0:
            kept.append(corner)
        following, after = corners[(n + 1) % len(corners)], ahead[(n + 1) % len(corners)]
        if value * after < 0:
            kept.append(corner + value / (value - after) * (following - corner))
    return np.array(kept)


def _map(axes):
    axes.plot(0, 0, "o", color=INK, markersize=7, fillstyle="none", markeredgewidth=2)
    axes.set(xlim=(-1.12, 1.12), ylim=(-1.12, 1.12), aspect="equal")
    axes.set(xticks=[-1, 0, 1], yticks=[-1, 0, 1], xlabel="km east", ylabel="km north")


def _three_trained() -> dict[str, np.ndarray]:
    """First weights, (2, 16), of networks that started in three ways."""

    def from_one_number(value):
        def look(net, epoch):
            if epoch == 0:
                for W in net.weights:
                    W[:] = value

        return learned(SIZES, *places(), look=look)[0].weights[0]

    drawn = learned(SIZES, *places())[0].weights[0]
    return {
        "started from zeros": from_one_number(0),
        "started from equal numbers": from_one_number(0.5),
        "drawn by chance": drawn,
    }


def _strip(axes, weights):
    shades = diverging()(weights / 2 + 0.5)
    for row, column in np.ndindex(*weights.shape):
        corner = (column + 0.05, 1 - row + 0.05)
        face, edge = tuple(shades[row, column]), MUTED
        axes.add_patch(Rectangle(corner, 0.9, 0.9, facecolor=face, edgecolor=edge, linewidth=0.6))
    axes.set(xlim=(0, 16), ylim=(0, 2), xticks=[], yticks=[1.5, 0.5], aspect="equal")
    axes.set_yticklabels(["east", "north"])
    axes.tick_params(length=0, labelcolor=INK)
    axes.spines[:].set_visible(False)


def _heap(axes, answers, color):
    counts, edges = np.histogram(answers, bins=21, range=(-1.0, 1.0))
    axes.stairs(counts / counts.max(), edges, fill=True, color=color, alpha=0.75)
    axes.set(yticks=[], xticks=[-1, 0, 1], ylim=(0, 1.1))
    axes.spines["left"].set_visible(False)
