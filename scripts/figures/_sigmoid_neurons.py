"""What the figures of "Sigmoid neurons" share: its umbrella neuron, its rainy days, its axes."""

from functools import cache

import numpy as np

from nnnotes import SGD, Network, sigmoid, train
from nnnotes.datasets import blobs, moons
from scripts.figures.style import ACCENT, CLASSES, GROUND, INK, MARKERS, MUTED, label, new_figure

MINUS = "\N{MINUS SIGN}"
WEIGHTS, THRESHOLD = [0.67, 0.93, 0.02], 1.5
NOISE = 0.8  # how far days scatter around the middle of their kind
DAYS, NEW_DAYS = 400, 20_000
EDGES = np.linspace(-2.4, 2.4, 13)  # of the slices of pressure


def umbrella(activation: str, factor: float = 1) -> Network:
    """The neuron with three inputs, its weights and its bias multiplied by a factor."""
    weights = [[[factor * w] for w in WEIGHTS]]
    return Network.of(weights, [[-factor * THRESHOLD]], activation)


def on_overcast_days(net: Network, humidity: np.ndarray) -> np.ndarray:
    """What a neuron of three inputs answers under a sky full of clouds, (n,)."""
    ones, zeros = np.ones_like(humidity), np.zeros_like(humidity)
    return net.forward(np.column_stack([ones, humidity, zeros]))[:, 0]


@cache
def days() -> tuple[np.ndarray, np.ndarray]:
    """Days to learn from: pressure and wind, (n, 2), and whether it rained, (n,)."""
    return blobs(DAYS, classes=2, noise=NOISE, rng=5)


@cache
def new_days() -> tuple[np.ndarray, np.ndarray]:
    """Days that came later."""
    return blobs(NEW_DAYS, classes=2, noise=NOISE, rng=6)


@cache
def forecaster() -> Network:
    """One sigmoid neuron, trained on the days."""
    return _trained(*days())


@cache
def on_moons() -> Network:
    """A sigmoid neuron trained on the two moons."""
    return _trained(*moons(200, noise=0.15, rng=3))


def _trained(x: np.ndarray, y: np.ndarray) -> Network:
    net = Network([2, 1], "sigmoid", init="zeros")
    train(
        net,
        x,
        y,
        loss="binary_cross_entropy",
        optimizer=SGD(lr=5.0),
        epochs=500,
        batch_size=len(x),
        rng=0,
    )
    return net


def scaled(net: Network, factor: float) -> Network:
    """The same neuron with weights and bias multiplied by a factor."""
    return Network.of([factor * net.weights[0]], [factor * net.biases[0]], "sigmoid")


def shares_of_wet_days() -> tuple[np.ndarray, np.ndarray]:
    """The middle of each slice of pressure, and the share of its days with rain."""
    x, y = days()
    seen = np.histogram(x[:, 0], EDGES)[0]
    wet = np.histogram(x[y == 1, 0], EDGES)[0]
    return (EDGES[:-1] + EDGES[1:]) / 2, wet / seen


def draw_points(axes, x, y, names: tuple[str, str], places, **settings):
    """Each class in its colour and shape, with its name."""
    for kind in (0, 1):
        mark = {"markersize": 5, "markeredgewidth": 0.6, "markeredgecolor": GROUND} | settings
        axes.plot(*x[y == kind].T, MARKERS[kind], color=CLASSES[kind], **mark)
        sign = {"facecolor": GROUND, "edgecolor": CLASSES[kind], "boxstyle": "round,pad=0.25"}
        label(axes, *places[kind], names[kind], CLASSES[kind], ha="center", bbox=sign)


def curve(axes, w: float, b: float, reach: float = 5, **settings):
    """The curve of a neuron with one input."""
    x = np.linspace(-reach, reach, 401)
    return axes.plot(x, sigmoid(w * x + b), **({"color": ACCENT, "linewidth": 2.5} | settings))[0]


def answer_axes(axes, name: str = "answer", ends=(0, 0.5, 1)):
    """An axis of answers, with room around 0 and 1."""
    axes.set(ylim=(-0.06, 1.06), yticks=ends, ylabel=name)
    plain_ticks(axes)
    for end in (0, 1):
        axes.axhline(end, color=MUTED, linewidth=0.8, linestyle=":", zorder=0)


def curve_axes(axes):
    """The axes of a curve's inputs and answers."""
    answer_axes(axes)
    axes.set(xlabel="$x$", xticks=[-4, -2, 0, 2, 4], xlim=(-5, 5))


def weather_axes(axes):
    """The map of the days."""
    pressure_axis(axes)
    axes.set(ylabel="wind", ylim=(-2.7, 2.7), xlim=(-3, 3), yticks=[-2, 0, 2])


def pressure_axis(axes):
    """Air pressure, from low to high."""
    axes.set(xlabel="air pressure (0 is the usual)", xticks=[-2, 0, 2])
    plain_ticks(axes)


def share_figure():
    """The share of wet days in each slice of pressure, as dots."""
    figure, axes = new_figure(height=240)
    axes.plot(*shares_of_wet_days(), "o", color=INK, markersize=7)
    for edge in EDGES:
        axes.axvline(edge, color=MUTED, linewidth=0.5, alpha=0.4, zorder=0)
    answer_axes(axes, "share with rain")
    pressure_axis(axes)
    axes.set_xlim(-2.5, 2.5)
    return figure, axes


def plain_ticks(axes):
    """Numbers without needless zeros, with true minus signs."""
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: minus(f"{value:g}"))


def part(panels):
    """The last number under a panel goes, as it would run into the first of the next one."""
    for axes in panels[:-1]:
        axes.set_xticks(axes.get_xticks()[:-1])


def minus(text: str) -> str:
    """With true minus signs."""
    return text.replace("-", MINUS)


def shade(axes, net: Network, across, up, levels=(0.1, 0.5, 0.9)):
    """The probability of class 1 as depth of colour, and lines where it has these values.

    Drawn from the pre-activations: of a single neuron they are a plane, so the corners are enough.
    """
    from nnnotes.plots import sequential

    corners = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
    sums = (corners @ net.weights[0] + net.biases[0]).reshape(2, 2)
    steps = _before_sigmoid(np.linspace(0.1, 0.9, 9))
    colours = list(map(tuple, sequential()(np.linspace(0, 0.8, 10))))
    axes.contourf(across, up, sums, steps, colors=colours, antialiased=False, extend="both")
    for level in levels:
        thick = 2.2 if level == 0.5 else 1.0
        lines = [_before_sigmoid(level)]
        axes.contour(across, up, sums, lines, colors=[INK], linewidths=thick, linestyles="-")
    axes.set(xlim=across, ylim=up)


def _before_sigmoid(answer):
    """The sum that a sigmoid turns into this answer."""
    return np.log(answer / (1 - answer))


def look_closer(axes, x, y, tip, radius, at, reach):
    """A dashed circle, and the points in it once more in a larger one, which is a hole in the map."""
    turn = np.linspace(0, 2 * np.pi, 60)
    round_it = np.stack([np.cos(turn), np.sin(turn)])
    small = np.array(tip)[:, None] + radius * round_it
    large = np.array(at)[:, None] + reach * round_it
    for one, other in zip(small.T[[15, 45]], large.T[[15, 45]], strict=True):
        axes.plot(
            *zip(one, other, strict=True), color=INK, linewidth=0.8, linestyle=":", zorder=1.5
        )
    axes.fill(*large, facecolor=GROUND, edgecolor=INK, linewidth=1.4, zorder=3)
    axes.plot(*small, "--", color=INK, linewidth=1.8, zorder=3)
    inside = np.hypot(*(x - tip).T) < 0.93 * radius
    points, kinds = (at + (x - tip) * reach / radius)[inside][:90], y[inside][:90]
    for kind in (0, 1):
        look = {"color": CLASSES[kind], "markersize": 4, "markeredgewidth": 0, "zorder": 4}
        axes.plot(*points[kinds == kind].T, MARKERS[kind], **look)
