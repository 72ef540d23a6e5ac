"""The figures of "A line as a network"."""

import re

import numpy as np
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

from nnnotes import Network
from nnnotes.datasets import line
from nnnotes.views import picture
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import (
    ACCENT,
    INK,
    MUTED,
    bare,
    label,
    name_axes,
    new_figure,
    through_zero,
)

START_FEE, PER_KM = 3.5, 2.1
SPAN = np.array([-2.2, 2.2])  # the inputs at which random lines are drawn
KM = np.array([0, 16])
FAINT = {"color": MUTED, "alpha": 0.4, "linewidth": 1.2}


def taxi_rides():
    """Forty taxi rides. Each dot is one ride: how far it went, and what it cost."""
    figure, axes = new_figure()
    _draw_rides(axes)
    return figure


def slope_and_crossing():
    """The two numbers of a line: how much it climbs for each kilometre, and where it starts."""
    figure, axes = new_figure()
    axes.plot(KM, START_FEE + PER_KM * KM, color=INK)
    axes.plot([0], [START_FEE], "o", color=ACCENT, markersize=9, clip_on=False, zorder=3)
    label(axes, 0.5, 20, "b: the fare at 0 km", ACCENT)
    axes.plot([0.9, 0.15], [19, START_FEE + 1.5], color=ACCENT, linewidth=1)
    foot, head = START_FEE + PER_KM * 9, START_FEE + PER_KM * 12
    axes.plot([9, 12], [foot, foot], color=MUTED, linewidth=1.2)
    axes.plot([12, 12], [foot, head], color=INK, linewidth=3)
    label(axes, 10.5, foot - 3.0, "3 km", MUTED, ha="center")
    label(axes, 12.4, (foot + head) / 2, "3 × m", INK, va="center")
    _name_fare_axes(axes)
    return figure


def line_as_a_picture():
    """The formula y = m x + b, drawn."""
    return picture(_taxi(), notation="line", title="y = m x + b as a network")


def the_same_with_new_names():
    """The same drawing under new names. Only the labels changed."""
    return picture(_taxi(), notation="indexed", title="The same network with indexed names")


def with_and_without_bias():
    """Without a bias every line is nailed to one point. With one, lines are free."""
    figure, axes = new_figure(height=225, columns=2, sharey=True)
    for panel, bias, title in zip(axes, (False, True), ("without bias", "with bias"), strict=True):
        through_zero(panel, 2)
        for weight, offset in _draws(24, seed=1):
            panel.plot(SPAN, weight * SPAN + offset * bias, color=ACCENT, alpha=0.5, linewidth=1.2)
        panel.set_title(title)
        panel.set_xticks([-2, 0, 2], ["", "0", "2"] if bias else ["−2", "0", ""])
        name_axes(panel, "$x_1$", "" if bias else "$v_0$")
    return figure


def nodes_and_edges():
    """Our network as a graph: three nodes, and two edges that carry the weights. The square is still the 1. The boxes have become names on the edges, and adding up is what the node on the right does."""
    figure, axes = new_figure(height=150)
    _draw_taxi_graph(axes, ["$x_1$", "$x_0$", "$v_0$"])
    label(axes, 1.15, 0.9, "$w_{10}$", INK, ha="center")
    label(axes, 1.15, 0.0, "$w_{00}$", INK, ha="center", va="center")
    return figure


def kinds_of_graph():
    """Four graphs. Arrows make a graph directed; having no way back makes it acyclic. In the third the edges form a ring, but you cannot walk round it along the arrows. In the last you can."""
    figure, axes = new_figure(height=310, columns=2, rows=2)
    panels = axes.flat
    square = [(0, 0), (1, 1), (0, 1), (1, 0)]
    _draw_graph(next(panels), square, [(0, 1), (1, 2), (3, 0)], "undirected", arrows=False)
    _draw_graph(next(panels), square, [(0, 1), (2, 1), (0, 3)], "directed, acyclic")
    two_ways = [(0, 3), (0, 2), (3, 1), (2, 1)]
    _draw_graph(next(panels), square, two_ways, "acyclic, with a ring", color=ACCENT)
    around = [(0, 3), (3, 1), (1, 2), (2, 0)]
    _draw_graph(next(panels), square, around, "with a cycle", color=ACCENT)
    return figure


def order_of_work():
    """Left: every arrow leads from an earlier node to a later one. Right: with an arrow back, two nodes wait for each other."""
    figure, panels = new_figure(height=170, columns=2)
    titles = ("an order of work", "no order")
    orders = (("2nd", "1st", "3rd"), ("?", "1st", "?"))
    for axes, title, order in zip(panels, titles, orders, strict=True):
        nodes = _draw_taxi_graph(axes, ["$x_1$", "$x_0$", "$v_0$"], title)
        axes.set(xlim=(-0.4, 2.6), ylim=(-0.6, 1.7))
        for (x, y), place, side in zip(TAXI_PLACES, order, (1, -1, -1), strict=True):
            label(axes, x, y + 0.46 * side, place, ACCENT, ha="center", va="center")
    _arrow(panels[1], nodes[2], nodes[0], ACCENT, bend=0.45, dashed=True)
    return figure


def random_lines():
    """Sixty networks with random weights, one line each. One is picked out."""
    figure, axes = new_figure(height=300)
    through_zero(axes, 2)
    draws = _draws(60, seed=4)
    for weight, bias in draws:
        axes.plot(SPAN, weight * SPAN + bias, **FAINT)
    weight, bias = draws[0]
    axes.plot(SPAN, weight * SPAN + bias, color=ACCENT, linewidth=3)
    name = f"$w_{{10}}$ = {weight:.2f},  $w_{{00}}$ = {bias:.2f}".replace("-", "\N{MINUS SIGN}")
    axes.set_title(name, color=ACCENT)
    name_axes(axes, "$x_1$", "$v_0$")
    return figure


def lines_popping_out():
    """One network whose two weights wander from draw to draw. Each dot on the left is a pair of weights; its line stands on the right."""
    figure, (left, right) = new_figure(height=300, columns=2)
    figure.get_layout_engine().set(rect=(0, 0.25, 1, 0.75))  # the player covers what is lowest
    stops = np.vstack([_draws(7, seed=4), _draws(7, seed=4)[:1]])
    point, trail, current = _weight_and_line_panels(left, right)
    past = [
        right.plot(SPAN, w * SPAN + b, color=MUTED, alpha=0, linewidth=1.2)[0] for w, b in stops
    ]
    move, rest = 30, 14

    def change(n: int):
        at, into = divmod(n, move + rest)
        weight, bias = stops[at] + (stops[at + 1] - stops[at]) * eased(into, move)
        point.set_data([weight], [bias])
        trail.set_data(*stops[: at + 1].T)
        current.set_ydata(weight * SPAN + bias)
        for index, left_behind in enumerate(past):
            left_behind.set_alpha(0.5 if index <= at else 0)

    count = (len(stops) - 1) * (move + rest)
    return Clip(frames_of(figure, count, change), still=count - move - rest - 1)


def weights_as_a_map():
    """Every pair of weights is a place on the map (left) and a line (right). A and B are close on the map, and their lines are close too."""
    figure, (left, right) = new_figure(height=230, columns=2)
    for artist in _weight_and_line_panels(left, right):
        artist.remove()
    right.set_title("the lines they draw")
    places = [
        (0.7, 1.1, "o", "-", "A", (0.2, 1.65)),
        (0.9, 0.8, "s", "--", "B", (-1.15, -0.75)),
        (-1.0, -0.8, "^", ":", "C", (0.85, -1.25)),
    ]
    for weight, bias, marker, dashes, name, beside in places:
        left.plot(weight, bias, marker, color=ACCENT, markersize=8)
        label(
            left,
            weight,
            bias - 0.35 if name == "B" else bias + 0.3,
            name,
            ACCENT,
            ha="center",
            va="center",
        )
        right.plot(SPAN, weight * SPAN + bias, color=ACCENT, linestyle=dashes)
        label(right, *beside, name, ACCENT, va="center", ha="center")
    return figure


def represent_and_learn():
    """Grey: what sixty networks with random weights say about the same rides; the thick one is two that nearly agree. Green: the one that fits them. All are lines that the network can represent."""
    figure, axes = new_figure(height=300)
    for weight, bias in _draws(60, seed=4):
        axes.plot(KM, weight * KM + bias, **FAINT)
    _draw_rides(axes)
    weight, bias = _best_line(*_rides())
    axes.plot(KM, weight * KM + bias, color=ACCENT, linewidth=2.5)
    axes.set(ylim=(-30, 40))
    return figure


def fitted_line():
    """The line with the smallest squared misses. Each upright stroke is a miss: what was paid, against what the line says."""
    figure, axes = new_figure(height=280)
    km, fare = _rides()
    weight, bias = _best_line(km, fare)
    axes.vlines(km, weight * km + bias, fare, color=ACCENT, linewidth=1.6, alpha=0.7)
    _draw_rides(axes)
    axes.plot(KM, weight * KM + bias, color=ACCENT, linewidth=2.5)
    label(axes, 0.5, 32, f"fare = {weight:.2f} × km + {bias:.2f}", ACCENT)
    return figure


def fitted_picture():
    """The network after fitting. A blue edge has a positive weight, a thick one a large number."""
    weight, bias = _best_line(*_rides())
    fitted = Network.of([[[weight]]], [[bias]], "identity")
    drawn = picture(fitted, notation="values", title="The fitted network, with its numbers")
    return _with_new_names(drawn)


def the_valley():
    """The map of weights once more. Each curve joins the networks with the same typical miss. The numbers grow outwards from the fitted network, as heights do around the bottom of a valley on a hiking map."""
    figure, axes = new_figure(height=300)
    km, fare = _rides()
    weight, bias = _best_line(km, fare)
    weights, biases = np.meshgrid(np.linspace(1.4, 2.8, 120), np.linspace(-2, 10, 120))
    misses = fare - (weights[..., None] * km + biases[..., None])  # (120, 120, rides)
    typical = np.sqrt((misses**2).mean(axis=-1))
    levels = [2.5, 3, 4, 5, 6]
    lines = axes.contour(weights, biases, typical, levels, colors=[MUTED], linewidths=1.2)
    euros = {"fmt": lambda level: f"€{level:g}", "fontsize": 13, "colors": [INK]}
    axes.clabel(lines, levels[1:], **euros)
    axes.clabel(lines, levels[:1], manual=[(1.8, 6)], **euros)
    axes.plot(weight, bias, "o", color=ACCENT, markersize=9)
    label(axes, weight - 0.03, bias + 0.2, "fitted", ACCENT, ha="right")
    axes.plot(PER_KM, START_FEE, "x", color=INK, markersize=9, markeredgewidth=2)
    label(axes, PER_KM + 0.03, START_FEE - 1.0, "truth", INK)
    axes.set(xlabel="$w_{10}$, the price in € per km", ylabel="$w_{00}$, the start fee in €")
    return figure


TAXI_PLACES = [(0, 1), (0, 0), (2.2, 0.5)]


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
    through_zero(left, 2)
    through_zero(right, 2)
    left.set_title("the two weights")
    name_axes(left, "$w_{10}$", "$w_{00}$")
    right.set_title("the line they draw")
    name_axes(right, "$x_1$", "$v_0$")
    (trail,) = left.plot([], [], "o", color=MUTED, alpha=0.5, markersize=5)
    (point,) = left.plot([], [], "o", color=ACCENT, markersize=10)
    (current,) = right.plot(SPAN, SPAN, color=ACCENT, linewidth=3)
    return point, trail, current


def _with_new_names(drawing: str) -> str:
    """A drawing of y = m x + b with x1, x0 and v0 in it, and room for the name of the 1 below."""
    for old, new, index in (("x", "x", 1), ("y", "v", 0)):
        name = f'>{new}<tspan class="index" dy="4">{index}</tspan></text>'
        drawing = drawing.replace(f">{old}</text>", name)
    bias = '<text class="variable" x="20" y="67">x<tspan class="index" dy="4">0</tspan></text>'
    old = float(re.search(r' height="([\d.]+)">\n<title>', drawing)[1])
    drawing = drawing.replace(f'{old:g}" width', f'{old + 22:g}" width', 1)
    drawing = drawing.replace(f'height="{old:g}">', f'height="{old + 22:g}">', 1)
    return drawing.replace("</svg>", f"{bias}\n</svg>")


def _draw_taxi_graph(axes, names: list[str], title: str = ""):
    """The graph of our network, its nodes where the drawing has them: x1 above x0, a square."""
    edges = [(0, 2), (1, 2)]
    return _draw_graph(axes, TAXI_PLACES, edges, title, names=names, radius=0.24, square=1)


def _draw_graph(
    axes, places, edges, title, color=INK, arrows=True, names=None, radius=0.16, square=None
):
    bare(axes)
    axes.set(title=title, xlim=(-0.5, max(x for x, _ in places) + 0.5), ylim=(-0.45, 1.45))
    look = {"facecolor": "none", "edgecolor": INK, "linewidth": 1.6}
    nodes = [Circle(place, radius, **look) for place in places]
    if square is not None:
        corner = np.subtract(places[square], radius)
        nodes[square] = Rectangle(corner, 2 * radius, 2 * radius, **look)
    for node, (x, y), name in zip(nodes, places, names or [""] * len(places), strict=True):
        axes.add_patch(node)
        axes.text(x, y, name, ha="center", va="center_baseline")
    for start, end in edges:
        _arrow(axes, nodes[start], nodes[end], color, head=arrows)
    return nodes


def _arrow(axes, start, end, color, head=True, bend=0.0, dashed=False):
    """An arrow from the edge of one node to the edge of another."""
    middles = [node.get_center() for node in (start, end)]
    arrow = FancyArrowPatch(
        *middles,
        patchA=start,
        patchB=end,
        arrowstyle="-|>" if head else "-",
        mutation_scale=14,
        shrinkA=2,
        shrinkB=2,
        linewidth=1.6,
        linestyle="--" if dashed else "-",
        color=color,
        connectionstyle=f"arc3,rad={bend}",
    )
    axes.add_patch(arrow)
