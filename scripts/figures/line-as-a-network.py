"""The figures of "A line as a network"."""

import numpy as np
from matplotlib.patches import Circle, FancyArrowPatch

from nnnotes import Network
from nnnotes.datasets import line
from nnnotes.views import picture
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import (
    ACCENT,
    INK,
    MUTED,
    NEGATIVE,
    POSITIVE,
    bare,
    label,
    new_figure,
    through_zero,
)

START_FEE, PER_KM = 3.5, 2.1
SPAN = np.array([-2.2, 2.2])  # the inputs at which random lines are drawn


def taxi_rides():
    """Forty taxi rides. Each dot is one ride: how far it went, and what it cost."""
    figure, axes = new_figure()
    _draw_rides(axes)
    return figure


def slope_and_crossing():
    """A straight line has two numbers: where it crosses the y axis, and how much it climbs for each step to the right."""
    figure, axes = new_figure()
    km = np.array([0, 16])
    axes.plot(km, START_FEE + PER_KM * km, color=INK)
    axes.plot([0], [START_FEE], "o", color=ACCENT, markersize=9, clip_on=False)
    label(axes, 0.6, START_FEE - 2.4, "b: the fare at 0 km", ACCENT)
    foot, head = START_FEE + PER_KM * 9, START_FEE + PER_KM * 12
    axes.plot([9, 12], [foot, foot], color=MUTED, linewidth=1.2)
    axes.plot([12, 12], [foot, head], color=POSITIVE, linewidth=3)
    label(axes, 10.5, foot - 3.0, "3 km", MUTED, ha="center")
    label(axes, 12.4, (foot + head) / 2, "3 × m", POSITIVE, va="center")
    _name_fare_axes(axes)
    return figure


def line_as_a_picture():
    """The formula, drawn. Circles pass a number on, rounded boxes multiply by what is written in them, and Σ adds up."""
    return picture(_taxi(), notation="line", title="y = m x + b as a network")


def the_same_with_new_names():
    """The same drawing under new names. Nothing moved: only the labels changed."""
    return picture(_taxi(), notation="indexed", title="The same network with indexed names")


def kinds_of_graph():
    """Four graphs. Arrows make a graph directed; having no way back makes it acyclic. The third still has a loop, but no arrow leads around it."""
    figure, axes = new_figure(height=330, columns=2, rows=2)
    panels = axes.flat
    square = [(0, 0), (1, 1), (0, 1), (1, 0)]
    _draw_graph(next(panels), square, [(0, 1), (1, 2), (3, 0)], "undirected", arrows=False)
    _draw_graph(next(panels), square, [(0, 1), (2, 1), (0, 3)], "directed, acyclic")
    crossed = [(0, 1), (0, 3), (2, 1), (2, 3)]
    _draw_graph(next(panels), square, crossed, "directed, acyclic,\nwith a loop")
    _draw_graph(
        next(panels), square, [(0, 3), (3, 1), (1, 2), (2, 0)], "directed, with a cycle", NEGATIVE
    )
    return figure


def order_of_work():
    """Left: numbers say who computes when; every arrow goes from a lower number to a higher one. Right: with an arrow back, no such numbers exist."""
    figure, (left, right) = new_figure(height=165, columns=2)
    places = [(0, 1), (0, 0), (1.2, 0.5)]
    _draw_graph(left, places, [(0, 2), (1, 2)], "a forward pass", names=["1", "2", "3"])
    _draw_graph(right, places, [(0, 2), (1, 2)], "waiting for each other", names=["1", "?", "?"])
    _arrow(right, places[2], places[1], NEGATIVE, bend=-0.55, dashed=True)
    return figure


def with_and_without_bias():
    """Without a bias every line is nailed to the origin. With one, lines are free."""
    figure, axes = new_figure(height=225, columns=2)
    for panel, bias, title in zip(axes, (False, True), ("without bias", "with bias"), strict=True):
        through_zero(panel, 2)
        for weight, offset in _draws(24, seed=1):
            panel.plot(SPAN, weight * SPAN + offset * bias, color=MUTED, alpha=0.45, linewidth=1.2)
        panel.plot([0], [0], "o", color=INK if bias else NEGATIVE, markersize=4 if bias else 8)
        panel.set(title=title, xlabel="$x_1$")
    axes[0].set_ylabel("$v_0$", rotation=0)
    return figure


def random_lines():
    """Sixty networks with random weights, one line each. One is picked out, with its two weights."""
    figure, axes = new_figure(height=300)
    through_zero(axes, 2)
    draws = _draws(60, seed=4)
    for weight, bias in draws:
        axes.plot(SPAN, weight * SPAN + bias, color=MUTED, alpha=0.35, linewidth=1.2)
    weight, bias = draws[0]
    axes.plot(SPAN, weight * SPAN + bias, color=ACCENT, linewidth=3)
    name = f"$w_{{00}}$ = {bias:.1f},  $w_{{10}}$ = {weight:.1f}"
    axes.set_title(name, color=ACCENT)
    axes.set(xlabel="$x_1$")
    axes.set_ylabel("$v_0$", rotation=0)
    return figure


def lines_popping_out():
    """One network whose two weights wander from draw to draw: the point is the pair of weights, the line is what the network does with it."""
    figure, (left, right) = new_figure(height=270, columns=2)
    figure.get_layout_engine().set(rect=(0, 0.15, 1, 0.85))  # the player covers what is lowest
    stops = np.vstack([_draws(9, seed=4), _draws(9, seed=4)[:1]])
    point, trail, current = _weight_and_line_panels(left, right)
    past = [
        right.plot(SPAN, w * SPAN + b, color=MUTED, alpha=0, linewidth=1.2)[0] for w, b in stops
    ]
    move, rest = 18, 6

    def change(n: int):
        at, into = divmod(n, move + rest)
        weight, bias = stops[at] + (stops[at + 1] - stops[at]) * eased(into, move)
        point.set_data([weight], [bias])
        trail.set_data(*stops[: at + 1].T)
        current.set_ydata(weight * SPAN + bias)
        for index, line_left in enumerate(past):
            line_left.set_alpha(0.5 if index <= at else 0)

    count = (len(stops) - 1) * (move + rest)
    return Clip(frames_of(figure, count, change), still=count - 40)


def weights_as_a_map():
    """Every pair of weights is a place on the map (left) and a line (right). Neighbours on the map are neighbouring lines."""
    figure, (left, right) = new_figure(height=230, columns=2)
    point, trail, current = _weight_and_line_panels(left, right)
    places = [
        (0.7, 1.1, ACCENT, "A", (0.1, 1.6)),
        (0.8, 0.7, ACCENT, "B", (1.0, 1.1)),
        (-1.0, -0.8, NEGATIVE, "C", (0.9, -1.4)),
    ]
    for artist in (point, trail, current):
        artist.remove()
    for weight, bias, color, name, beside in places:
        left.plot(weight, bias, "o", color=color, markersize=8)
        label(left, weight + 0.2, bias, name, color, va="center")
        right.plot(SPAN, weight * SPAN + bias, color=color)
        label(right, *beside, name, color, va="center")
    return figure


def represent_and_learn():
    """Grey: lines that random weights can draw. Green: the one that fits the rides. The network can represent them all; only the data say which."""
    figure, axes = new_figure()
    km, fare = _rides()
    rng = np.random.default_rng(3)
    reach = np.array([0, 16])
    for weight, bias in zip(rng.normal(2, 1.5, 60), rng.normal(3, 6, 60), strict=True):
        axes.plot(reach, weight * reach + bias, color=MUTED, alpha=0.3, linewidth=1.2)
    _draw_rides(axes)
    weight, bias = _best_line(km, fare)
    axes.plot(reach, weight * reach + bias, color=ACCENT, linewidth=3)
    return figure


def fitted_line():
    """The line with the smallest squared misses. Each thin upright stroke is a miss: what the line says, against what was paid."""
    figure, axes = new_figure(height=280)
    km, fare = _rides()
    weight, bias = _best_line(km, fare)
    axes.vlines(km, weight * km + bias, fare, color=NEGATIVE, linewidth=1.2)
    _draw_rides(axes)
    reach = np.array([0, 16])
    axes.plot(reach, weight * reach + bias, color=ACCENT, linewidth=2.5)
    label(axes, 0.5, 30, f"fare = {weight:.2f} km + {bias:.2f}", ACCENT)
    return figure


def fitted_picture():
    """The network after fitting: its two weights can be read as a price for each kilometre and a start fee."""
    weight, bias = _best_line(*_rides())
    fitted = Network.of([[[weight]]], [[bias]], "identity")
    return picture(fitted, notation="values", title="The fitted network, with its numbers")


def _taxi() -> Network:
    return Network.of([[[PER_KM]]], [[START_FEE]], "identity")


def _rides() -> tuple[np.ndarray, np.ndarray]:
    km, fare = line(40, slope=PER_KM, intercept=START_FEE, noise=2.0, low=1, high=15, rng=16)
    return km[:, 0], fare[:, 0]


def _best_line(km: np.ndarray, fare: np.ndarray) -> tuple[float, float]:
    return tuple(np.polyfit(km, fare, 1))


def _draws(count: int, seed: int) -> np.ndarray:
    """Weight and bias of random networks, (count, 2)."""
    rng = np.random.default_rng(seed)
    networks = [Network([1, 1], "identity", init="normal", rng=rng) for _ in range(count)]
    return np.array([(net.weights[0].item(), net.biases[0].item()) for net in networks])


def _draw_rides(axes):
    km, fare = _rides()
    axes.plot(km, fare, "o", color=INK, alpha=0.75, markersize=5, markeredgewidth=0)
    _name_fare_axes(axes)


def _name_fare_axes(axes):
    axes.set(xlabel="distance in km", ylabel="fare in €", xlim=(0, 16), ylim=(0, 40))


def _weight_and_line_panels(left, right):
    """The map of weights and the plot of lines, each with what a clip moves."""
    through_zero(left, 2.5)
    through_zero(right, 2)
    left.set(title="the two weights", xlabel="$w_{10}$")
    left.set_ylabel("$w_{00}$", rotation=0)
    right.set(title="the line they draw", xlabel="$x_1$")
    right.set_ylabel("$v_0$", rotation=0)
    (trail,) = left.plot([], [], "o", color=MUTED, alpha=0.5, markersize=5)
    (point,) = left.plot([], [], "o", color=ACCENT, markersize=10)
    (current,) = right.plot(SPAN, SPAN, color=ACCENT, linewidth=3)
    return point, trail, current


def _draw_graph(axes, places, edges, title, color=INK, arrows=True, names=None):
    bare(axes)
    axes.set(title=title, xlim=(-0.5, max(x for x, _ in places) + 0.5), ylim=(-0.45, 1.45))
    for start, end in edges:
        _arrow(axes, places[start], places[end], color, head=arrows)
    for (x, y), name in zip(places, names or [""] * len(places), strict=True):
        axes.add_patch(Circle((x, y), 0.16, facecolor="none", edgecolor=color, linewidth=1.6))
        axes.text(x, y, name, ha="center", va="center_baseline")


def _arrow(axes, start, end, color, head=True, bend=0.0, dashed=False):
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>" if head else "-",
            mutation_scale=14,
            shrinkA=15,
            shrinkB=15,
            linewidth=1.6,
            linestyle="--" if dashed else "-",
            color=color,
            connectionstyle=f"arc3,rad={bend}",
        )
    )
