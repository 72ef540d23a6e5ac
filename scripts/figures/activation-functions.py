"""The figures of "Activation functions"."""

import numpy as np

from nnnotes import Network, derivative, softmax, tanh
from nnnotes.views import picture
from scripts.figures._activation_frames import (
    DOWN,
    PANELS,
    REACH,
    corner,
    draw_panels,
    frame,
    tangents,
    values,
)
from scripts.figures._digits_layer import (
    after_one_epoch,
    depth_race,
    draw_ranges,
    draw_shares,
    draw_six,
    layer_sums,
)
from scripts.figures._naming import with_output
from scripts.figures._softmax_bars import NAMES, SCORES, draw_bars, draw_table, draw_three_steps
from scripts.figures.clip import Clip, frames_of
from scripts.figures.style import ACCENT, INK, MUTED, TYPE, label, name_axes, new_figure


def where_it_stands():
    """One unit. The sum goes into the little box, and what comes out of the box is what the next layer hears."""
    unit = Network.of([[[0.8], [-0.5]]], [[0.3]], "relu")
    drawing = picture(unit, notation="values", title="A unit with ReLU behind its sum")
    return with_output("a", drawing)


def reading_a_slope():
    """Solid: tanh. The short lines touch it and show how steep it is there. Dashed: the same steepness as a height, read at the dots straight above or below."""
    figure, axes = new_figure(height=200)
    z = np.linspace(-3, 3, 161)
    axes.axhline(0, color=MUTED, linewidth=0.8, zorder=0)
    axes.plot(z, tanh(z), color=ACCENT, linewidth=2.8)
    axes.plot(z, derivative("tanh")(z), "--", color=INK, linewidth=1.8)
    for place in (-2.2, 0.0, 0.9):
        height, slope = tanh(place).item(), derivative("tanh")(place).item()
        reach = 0.65 / np.hypot(1, slope)
        ends = np.array([-reach, reach])
        axes.plot([place, place], sorted([height, slope]), color=MUTED, linewidth=1)
        axes.plot(place + ends, height + slope * ends, color=INK, linewidth=2.6)
        axes.plot([place], [slope], "o", color=INK, markersize=7)
    label(axes, 2.3, 0.86, "tanh", ACCENT, ha="center", va="top")
    label(axes, 1.75, 0.2, "its slope", INK, ha="left")
    axes.set(xlim=(-3, 3), yticks=[-1, 0, 1], xticks=range(-3, 4), aspect="equal")
    name_axes(axes, "$z$", "")
    return figure


def linear():
    """Linear, or identity. The slope is the same everywhere."""
    return frame("identity", "linear", (2.75, 1.5), (-2.8, 1.33))


def step():
    """Step. Its slope is zero on both sides; at the jump it has none, and by convention 0. The full dot says that step(0) is 0."""
    return frame("step", "step", (2.2, 1.35), (2.2, 0.35))


def sigmoid_curve():
    """Sigmoid: from 0 to 1, and steepest in the middle, where the slope is a quarter."""
    return frame("sigmoid", "sigmoid", (-1.5, 1.5), (1.9, -0.4))


def tanh_curve():
    """Tanh: from −1 to 1, through 0, and much steeper in the middle than a sigmoid."""
    return frame("tanh", "tanh", (-1.1, 1.6), (-1.5, 0.95))


def relu():
    """ReLU: nothing below zero, everything above. The slope jumps from 0 to 1; at zero itself we take 0."""
    return frame("relu", "ReLU", (2.8, 1.75), (3.1, 0.62))


def leaky_relu():
    """Leaky ReLU: as ReLU, but one hundredth gets through below zero. So the slope there is small, and not zero. The small frame holds the left half once more, its heights multiplied by 20."""
    figure = frame("leaky_relu", "leaky", (2.85, 1.75), (3.1, 0.62))
    axes = figure.axes[0]
    closer = axes.inset_axes([-3.7, 0.3, 3.5, 1.3], transform=axes.transData)
    z, a, _ = values("leaky_relu", np.linspace(-3.5, 0, 8))
    closer.plot(z, 20 * a, color=ACCENT, linewidth=2.8)
    closer.axhline(0, color=MUTED, linewidth=0.8)
    closer.set(xlim=(-3.5, 0), ylim=(-0.9, 0.4), xticks=[], yticks=[])
    closer.spines[:].set(visible=True, color=MUTED)
    label(closer, -0.15, -0.6, "× 20", ACCENT, ha="right", va="center")
    return figure


def gelu():
    """GELU: a ReLU with a round corner and a dip below zero. Its slope rises above 1 before it settles there."""
    return frame("gelu", "GELU", (2.9, 1.75), (3.1, 0.66))


def softmax_of_two():
    """Softmax for two scores, of which the second is held at 0: the first share is a sigmoid."""
    return frame("softmax", "softmax\nof (z, 0)", (-1.5, 1.65), (1.9, -0.4))


def one_sum_through_all():
    """One sum slides from left to right and back, through eight activations at once. The short green lines lie along the curves: where they lie flat, a nudge of the sum changes next to nothing."""
    figure, axes = new_figure(height=400)
    figure.get_layout_engine().set(rect=(0, 0.11, 1, 0.89))  # the player covers what is lowest
    axes.set_axis_off()
    draw_panels(axes)
    (touching,) = axes.plot([], [], color=ACCENT, linewidth=3.5)
    (dots,) = axes.plot([], [], "o", color=ACCENT, markersize=8)
    x, y = corner(len(PANELS))
    readout = axes.text(x, y + 1.2, "", ha="center", color=ACCENT, fontsize=1.2 * TYPE)
    axes.plot([x - REACH, x + REACH], [y, y], color=MUTED, linewidth=0.8)
    (marker,) = axes.plot([], [], "o", color=ACCENT, markersize=8)
    axes.text(x, y - 1.75, "the sum", ha="center", va="center")
    axes.set(xlim=(-3.3, x + 3.3), ylim=(-2 * DOWN - 3.2, 3.3), aspect="equal")
    count = 156

    def change(n: int):
        z = -2.9 * np.cos(2 * np.pi * n / count)
        points, lines = tangents(z)
        dots.set_data(*points.T)
        touching.set_data(*lines.T)
        marker.set_data([x + z], [y])
        readout.set_text(f"z = {round(z, 1) + 0.0:+.1f}".replace("-", "\N{MINUS SIGN}"))

    return Clip(frames_of(figure, count, change), still=53)


def sums_of_a_layer():
    """The sums of one untrained layer for all digits, before any activation: a hill around zero."""
    figure, axes = new_figure(height=200)
    draw_shares(axes, layer_sums(), span=(-1.7, 1.7), bins=34, tallest=0.1, words="")
    axes.set(xlabel="the sum z", title="")
    return figure


def what_becomes_of_them():
    """The same sums after six activations, all on one scale. A narrow stroke stands for one exact number. A bar that is too tall for its frame is cut, with its share beside it."""
    figure, panels = new_figure(height=340, columns=2, rows=3)
    draw_six(panels.flat)
    return figure


def turned_up():
    """Outputs of the tanh layer as its weights grow. From left to right they crowd at the two ends, where tanh is flat."""
    figure, panels = new_figure(height=185, columns=3)
    for axes, factor in zip(panels, (1, 4, 16), strict=True):
        outputs = tanh(factor * layer_sums())
        draw_shares(axes, outputs, span=(-1, 1), bins=20, tallest=0.5, words=f"weights × {factor}")
        axes.set_xticks([-1, 0, 1] if axes is panels[-1] else [-1, 0])
    panels[1].set_xlabel("output of tanh")
    return figure


def slopes_in_a_row():
    """How much of a nudge is left after so many layers of one unit each, with weight 1. Each mark on the upright axis is a hundredth part of the one above it."""
    figure, axes = new_figure(height=260)
    layers = np.arange(1, 11)
    for name, words, mark in (
        ("relu", "ReLU", "o"),
        ("tanh", "tanh", "s"),
        ("sigmoid", "sigmoid", "^"),
    ):
        z = Network.of([[[1.0]]] * 10, None, name).trace([0.5]).z
        left = np.cumprod([derivative(name)(sums).item() for sums in z])
        axes.plot(layers, left, marker=mark, color=ACCENT, markersize=5, linewidth=1.8)
        label(axes, 10.3, left[-1], words, ACCENT, va="center")
    axes.set(yscale="log", ylim=(1e-7, 3), xlim=(0.7, 12.4), xticks=[1, 4, 7, 10])
    axes.set_yticks([1, 1e-2, 1e-4, 1e-6], ["all", "1 in 100", "1 in 10,000", "1 in 1,000,000"])
    axes.minorticks_off()
    axes.set(xlabel="layers passed", ylabel="left of a nudge")
    return figure


def dead_units():
    """Each stroke is one hidden unit, from its smallest sum to its largest over all digits: orange below zero, blue above. A unit with no blue is dead, and those stand in the grey. The shortest bits are drawn a little longer, to be seen."""
    figure, panels = new_figure(height=430, rows=2, sharey=True)
    figure.get_layout_engine().set(hspace=0.08)
    for axes, lr in zip(panels, (0.1, 1.0), strict=True):
        dead = draw_ranges(axes, after_one_epoch(lr), f"learning rate {lr:g}")
        axes.axvspan(-0.6, dead - 0.5, color=MUTED, alpha=0.16, linewidth=0, zorder=-1)
        room = dead > 5  # for words inside the grey
        label(axes, -0.2 if room else dead, 5, f"{dead} dead", ha="left", va="center")
        axes.set(ylabel="the sums z")
    panels[1].set(xlabel="the units, sorted")
    return figure


def from_scores_to_shares():
    """Softmax in three steps. Exponentials make every score positive; dividing by their sum makes shares, rounded here."""
    figure, panels = new_figure(height=190, columns=3)
    draw_three_steps(panels)
    return figure


def who_moves_whom():
    """The slope of softmax is a table. Nudge a score: its own share rises (blue), the others fall (orange), and each column adds up to zero."""
    figure, axes = new_figure(height=230)
    draw_table(axes)
    return figure


def cooling_down():
    """The temperature falls and rises again. Left: the shares. Right: the same shares at every temperature, hot on the left."""
    figure, (left, right) = new_figure(height=300, columns=2)
    figure.set_layout_engine("none")  # placed by hand: the player covers what is lowest
    left.set_position([0.04, 0.36, 0.34, 0.52])
    right.set_position([0.53, 0.36, 0.43, 0.52])
    draw_bars(left, np.array([0.5, 0.3, 0.2]), "", "")
    left.set(ylim=(0, 1.05))
    readout = left.text(1, 1.1, "", ha="center", va="bottom", color=ACCENT, fontsize=1.15 * TYPE)
    heats = np.geomspace(10, 0.1, 121)
    shares = softmax(SCORES / heats[:, None])
    for line, name, place in zip(
        shares.T, NAMES, ((1.9, 0.7), (0.58, 0.29), (2.7, 0.07)), strict=True
    ):
        right.semilogx(heats, line, color=ACCENT, linewidth=2.2)
        label(right, *place, name, ha="center", va="center")
    cursor = right.axvline(1, color=INK, linewidth=1.2)
    right.set(xlim=(10, 0.1), ylim=(0, 1.05), yticks=[0, 0.5, 1])
    right.set_xticks([10, 1, 0.1], ["10", "1", "0.1"])
    right.minorticks_off()
    right.set(xlabel="temperature T", ylabel="share")
    (dots,) = right.plot([], [], "o", color=INK, markersize=6, clip_on=False)
    count = 150

    def change(n: int):
        heat = 10 ** np.cos(2 * np.pi * n / count)
        now = softmax(SCORES / heat)
        for bar, height in zip(left.patches, now, strict=True):
            bar.set_height(height)
        readout.set_text(f"T = {heat:.2f}" if heat < 1 else f"T = {heat:.1f}")
        cursor.set_xdata([heat, heat])
        dots.set_data([heat] * 3, now)

    return Clip(frames_of(figure, count, change), still=37)


def where_exp_fits():
    """The inputs that exp can take in three kinds of floating-point numbers. Right of each bar the answer is infinite, left of it exactly 0."""
    figure, axes = new_figure(height=190)
    for row, kind in enumerate((np.float64, np.float32, np.float16)):
        info = np.finfo(kind)
        low, high = np.log(float(info.smallest_subnormal)) - np.log(2), np.log(float(info.max))
        axes.barh(row, high - low, left=low, height=0.34, color=ACCENT, alpha=0.8)
        words = f"{kind.__name__}: from {low:.0f} to {high:.0f}".replace("-", "\N{MINUS SIGN}")
        label(axes, 0, row + 0.25, words, ha="center", va="bottom")
    axes.set(xlim=(-820, 820), ylim=(-0.4, 2.7), yticks=[], xticks=[-700, 0, 700])
    axes.spines["left"].set_visible(False)
    axes.set(xlabel="z")
    return figure


def where_the_logarithm_breaks():
    """The logarithm of the loser's share as the scores move apart. Dashed: softmax first, logarithm afterwards, which ends in minus infinity. Broad: by log-sum-exp, which goes on."""
    figure, axes = new_figure(height=250)
    gap = np.linspace(0, 1000, 201)
    scores = np.stack([np.zeros_like(gap), -gap], axis=-1)
    with np.errstate(divide="ignore"):
        naive = np.log(softmax(scores)[:, 1])
    mended = -gap - np.logaddexp(0, -gap)
    axes.plot(gap, mended, color=ACCENT, linewidth=8, alpha=0.45)
    axes.plot(gap, naive, "--", color=INK, linewidth=1.8)  # nothing is drawn where it is infinite
    last = np.flatnonzero(np.isfinite(naive))[-1]
    axes.plot(gap[last], naive[last], "x", color=INK, markersize=10, markeredgewidth=2.4, zorder=3)
    label(axes, gap[last] - 35, naive[last] - 10, "then \N{MINUS SIGN}∞", ha="right", va="center")
    label(axes, 700, -540, "log-sum-exp", ACCENT, ha="left")
    label(axes, 290, -400, "log of softmax", INK, ha="right")
    axes.set(xlabel="how far the two scores are apart", ylabel="log of the loser’s share")
    axes.set(xticks=[0, 250, 500, 750, 1000])
    axes.set_yticks([0, -500, -1000], ["0", "\N{MINUS SIGN}500", "\N{MINUS SIGN}1000"])
    return figure


def a_soft_maximum():
    """Solid: the log-sum-exp of z and 0. Dashed: the larger of the two, which is ReLU. They differ most where the two are equal."""
    figure, axes = new_figure(height=240)
    z = np.linspace(-5, 5, 161)
    axes.plot(z, np.logaddexp(z, 0), color=ACCENT, linewidth=2.8)
    axes.plot(z, np.maximum(z, 0), "--", color=INK, linewidth=1.8)
    label(axes, -1.0, 0.75, "log-sum-exp of (z, 0)", ACCENT, ha="right")
    label(axes, 2.2, 1.4, "max(z, 0)", INK)
    axes.axvline(0, color=MUTED, linewidth=0.8, zorder=0)
    axes.set(xlim=(-5, 5), ylim=(-0.3, 5))
    name_axes(axes, "$z$", "")
    return figure


def five_layers_deep():
    """Five hidden layers learn to read digits, with one activation or another. The dotted line is guessing, and the sigmoids stay there."""
    figure, axes = new_figure(height=270)
    rates = depth_race(("relu", "tanh", "sigmoid"), 8)
    signs = (("relu", "ReLU", "o", (1.05, 33)), ("tanh", "tanh", "s", (0.85, 85)),
             ("sigmoid", "sigmoid", "^", (6.6, 14)))  # fmt: skip
    for name, words, mark, place in signs:
        axes.plot(range(1, 9), 100 * np.array(rates[name]), marker=mark, color=ACCENT, markersize=5)
        label(axes, *place, words, ACCENT)
    axes.axhline(10, color=MUTED, linewidth=1.5, linestyle=":")
    label(axes, 2.9, 14, "guessing: 10%", MUTED)
    axes.set(xlim=(0.7, 8.3), ylim=(0, 100), xticks=[1, 2, 4, 6, 8], yticks=[0, 25, 50, 75, 100])
    axes.set(xlabel="rounds", ylabel="new digits read rightly, %")
    return figure
