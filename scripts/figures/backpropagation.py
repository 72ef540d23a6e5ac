"""The figures of "Backpropagation"."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from nnnotes import derivative, sigmoid
from nnnotes.views import svg
from scripts.figures._derivative_bugs import BUGS, relative_errors
from scripts.figures._paths import draw_every_path, draw_gathering, draw_one_path
from scripts.figures._rain import INPUT, TRUTH, exact_loss, rain
from scripts.figures._rain_clip import there_and_back_frames
from scripts.figures._rain_drawing import draw_backward, draw_forward, said, sheet
from scripts.figures._walls import frame, name, transposed, words
from scripts.figures.clip import Clip
from scripts.figures.style import ACCENT, INK, MUTED, NEGATIVE, label, new_figure

FINE = 3e-8  # below, an error is rounding, which is not the same on every machine


def nine_questions():
    """The loss over each of the nine numbers while the other eight stay as they are. The dot is where we stand, and the green line is the slope that we are after."""
    figure, panels = new_figure(height=330, columns=3, rows=3, sharex=True, sharey=True)
    net, nudges = rain(), np.linspace(-2, 2, 21)
    found = net.gradients(INPUT, TRUTH, "mse")
    slopes = [*found.weights, *found.biases]
    names = ("W_0", "W_1", "b_0", "b_1")
    places = [(n, at) for n in (0, 2, 1, 3) for at in np.ndindex(slopes[n].shape)]
    for axes, (n, at) in zip(panels.flat, places, strict=True):
        array = [*net.weights, *net.biases][n]
        losses = [_loss_with(net, array, at, array[at] + nudge) for nudge in nudges]
        axes.plot(nudges, losses, color=INK, linewidth=1.6)
        near = np.array([-1.1, 1.1])
        axes.plot(near, found.loss + slopes[n][at] * near, color=ACCENT, linewidth=2.5)
        axes.plot([0], [found.loss], "o", color=ACCENT, markersize=6)
        axes.set_title(f"${names[n]}$[{', '.join(map(str, at))}]")
        axes.set(ylim=(0, 0.92), yticks=[0, 0.5], xticks=[-2, 0, 2])
        axes.set_xticklabels(["\N{MINUS SIGN}2", "0", "2"])
    panels[1, 0].set_ylabel("loss")
    panels[2, 1].set_xlabel("change")
    return figure


def a_nudge_on_its_way():
    """The weight is nudged by 0.0001, and this is how far each of the others moves. Each bar is the one above it times one number."""
    figure, axes = new_figure(height=240)
    factors = [0.5, derivative("sigmoid")(0.5).item(), 2 * sigmoid(0.5).item()]
    lengths = 0.0001 * np.cumprod([1, *factors])
    axes.barh(range(4), lengths, color=ACCENT, height=0.36)
    for n, (letter, length) in enumerate(zip("wzaL", lengths, strict=True)):
        label(axes, -4e-6, n, f"${letter}$", ha="right", va="center", fontsize=18)
        label(axes, length + 2e-6, n, f"moves by {length:.7f}", INK, va="center")
        if n < 3:
            label(axes, 1e-6, n + 0.5, f"× {factors[n]:.3f}", MUTED, va="center")
    axes.set(xlim=(-1e-5, 1.75e-4), ylim=(3.45, -0.45), yticks=[], xticks=[])
    axes.spines[["left", "bottom"]].set_visible(False)
    return figure


def one_path():
    """One path. Values go from left to right. The slope of the loss comes back from right to left, times one factor at each station."""
    return draw_one_path()


def every_path():
    """One weight, and every path by which a nudge of it can reach the output. There are nine."""
    return draw_every_path()


def gathering():
    """A node asks only the nodes that hear it: for each, its blame times the weight in between. The sum, times the node's own slope, is the node's blame."""
    return draw_gathering()


def every_number_forward():
    """Forward. Each box says its sum, and what the sigmoid makes of it."""
    return draw_forward()


def every_number_backward():
    """Backward. The same network: each box says its blame, which is what comes from the right, times the weight, times its own slope. The number on an edge is the slope of that weight. On the left, what came in (grey) and blame (dotted) meet, and it is their product."""
    return draw_backward()


def there_and_back():
    """Numbers go forward along the edges. Then blame comes back over the same edges, and leaves on each what its weight has to answer for."""
    frames, still = there_and_back_frames()
    return Clip(frames, still=still)


def a_sum_over_the_batch():
    """Three days at once. A row of the left brick is one input on three days, a column of the middle one is the blame of one sum on those days. Their product adds up over the days. In each brick the largest number has the strongest colour."""
    x = np.array([[0.5, 1.0], [0.0, 0.0], [0.75, 0.0]])
    y, net, tall = np.array([[0.0], [0.0], [1.0]]), rain(), 48.0
    trace, slope = net.trace(x), derivative("sigmoid")
    last = 2 * (trace.a[-1] - y) / len(x) * slope(trace.z[-1])
    delta = last @ net.weights[1].T * slope(trace.z[0])
    middle, sign, left = 98.0, 20.0, 2.0
    strokes = []
    for n, brick in enumerate((x.T, delta, x.T @ delta)):
        rows, columns = brick.shape
        top, wide = middle - rows * tall / 2, 59.0 if n else 40.0
        strokes += _brick(brick, left, top, wide, tall)
        for (i, j), value in np.ndenumerate(brick):
            text = f"{value:.3f}" if n else f"{value:g}"
            strokes.append(said(left + (j + 0.5) * wide, top + (i + 0.5) * tall, text))
        here = left + columns * wide / 2
        strokes.append(transposed(here, top - 14, "a") if n == 0 else "")
        strokes.append(name(here, top - 14, "δ") if n == 1 else "")
        strokes.append(words(here, top - 14, "slopes") if n == 2 else "")
        strokes.append(svg.small(here, top + rows * tall + 14, f"({rows}, {columns})"))
        left += columns * wide
        strokes.append(words(left + sign / 2, middle, "@=."[n]) if n < 2 else "")
        left += sign
    return sheet(
        list(filter(None, strokes)), 192, "A gradient as bricks", "A block of 2 by 3 times 3 by 2."
    )


def what_it_costs():
    """What one gradient costs, counted in forward passes, for the four networks of the table."""
    figure, axes = new_figure(height=280)
    sizes = [[2, 2, 1], [2, 8, 8, 1], [64, 32, 10], [784, 30, 10]]
    numbers, ratios = np.array([_counted(layers) for layers in sizes]).T
    axes.loglog(numbers, 2 * numbers, "o--", color=NEGATIVE)
    axes.loglog(numbers, ratios, "o-", color=ACCENT)
    label(axes, 5e2, 4e3, "measuring", NEGATIVE, ha="right")
    label(axes, 4e2, 5, "backpropagation: 2 to 3", ACCENT, ha="center")
    axes.set(xlabel="weights and biases", ylabel="forward passes", ylim=(1, 3e5))
    axes.minorticks_off()
    return figure


def step_and_error():
    """How wrong a measured slope is, by the length of the nudge. Both axes go by factors of ten."""
    figure, axes = new_figure(height=300)
    steps = 10.0 ** np.arange(-13, 0.1, 0.25)
    right = rain().gradients(INPUT, TRUTH, "mse").weights[0][0, 0]
    up, down = (np.array([exact_loss(sign * step) for step in steps]) for sign in (1, -1))
    both = (up - exact_loss(0)) / steps, (up - down) / (2 * steps)
    for slopes, color, dashes in zip(both, (NEGATIVE, ACCENT), ("--", "-"), strict=True):
        axes.loglog(steps, np.abs(slopes - right) / right, dashes, color=color, linewidth=1.8)
    label(axes, 3e-4, 6e-3, "one side", NEGATIVE, ha="right")
    label(axes, 2e-3, 6e-9, "both sides", ACCENT)
    label(axes, 1.2e-13, 1e-8, "rounding", MUTED)
    axes.set(xlabel="nudge", ylabel="relative error", ylim=(1e-12, 10))
    axes.minorticks_off()
    return figure


def right_and_wrong():
    """What the gradient check says of forty random networks, for the right derivatives (dots) and for seven wrong ones (crosses). Left of the dashed line the check passes, with three networks of one wrong kind, too. Within a row, up and down means nothing."""
    figure, axes = new_figure(height=340)
    spread = 0.3 * np.sin(np.arange(40) * 2.4)  # so that equal ones can be told apart
    for row, (text, kind) in enumerate(BUGS.items()):
        errors = np.maximum(relative_errors(kind), FINE)
        color, marker = (NEGATIVE, "x") if row else (ACCENT, "o")
        axes.plot(errors, row + spread, marker, color=color, alpha=0.6, markersize=7)
        label(axes, 2e-6, row, text, color, va="center")
    axes.axvline(1e-6, color=MUTED, linestyle="--", linewidth=1.2)
    axes.set(xscale="log", xlim=(1e-8, 8), ylim=(7.6, -0.6), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_bounds(1e-6, 8)
    axes.set_xlabel("largest relative error")
    axes.set_xticks(
        [FINE, 1e-6, 1e-4, 1e-2, 1], ["less", *map("$10^{{{}}}$".format, (-6, -4, -2, 0))]
    )
    axes.minorticks_off()
    return figure


def _brick(values, left: float, top: float, wide: float, tall: float) -> Iterator[str]:
    """A brick whose cells are as wide as their numbers need."""
    rows, columns = values.shape
    for (i, j), value in np.ndenumerate(values):
        kind = "plus" if value > 0 else "minus" if value < 0 else ""
        depth = svg.at(0.08 + 0.34 * abs(value) / abs(values).max())
        yield (
            f'<rect class="cell {kind}" style="fill-opacity:{depth}" x="{svg.at(left + j * wide)}" '
            f'y="{svg.at(top + i * tall)}" width="{svg.at(wide)}" height="{svg.at(tall)}"/>'
        )
    yield frame("frame", left, top, columns * wide, rows * tall)


def _loss_with(net, array, at, value) -> float:
    """The loss of the one day with one number replaced."""
    kept, array[at] = array[at], value
    loss = np.mean((net.forward(INPUT) - TRUTH) ** 2)
    array[at] = kept
    return float(loss)


def _counted(sizes) -> tuple[int, float]:
    """How many numbers a network has, and what backpropagation costs in forward passes."""
    products = [n * m for n, m in pairwise(sizes)]
    return sum(products) + sum(sizes[1:]), (3 * sum(products) - products[0]) / sum(products)
