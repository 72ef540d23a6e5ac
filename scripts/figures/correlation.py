"""The figures of "Correlation"."""

import numpy as np

from nnnotes import Network, derivative, views
from scripts.figures._corners import corners_moving
from scripts.figures._streets import (
    ANSWERS,
    LIGHTS,
    RIDDLE,
    WALK,
    asking,
    correlation,
    correlations,
    learned,
    solves,
    taught,
)
from scripts.figures._strips import block, cell, heads, signed
from scripts.figures._tables import (
    NUMBERS,
    draw_lights,
    draw_people,
    draw_pushes,
    draw_strip,
    halves,
    thousandths,
)
from scripts.figures._towns import draw_errors, town
from scripts.figures.style import (
    ACCENT,
    CLASSES,
    INK,
    MARKERS,
    MUTED,
    NAME,
    bare,
    label,
    new_figure,
)


def six_crossings():
    """Six crossings, noted one below the other: which of the three lights were on, and what people did."""
    figure, axes = new_figure(height=270)
    draw_lights(axes, LIGHTS, WALK)
    return figure


def sorted_by_each_light():
    """The same six crossings, sorted by each light in turn. Only the second light parts those who walk from those who stop."""
    figure, axes = new_figure(height=185)
    bare(axes)
    for number, column in enumerate(LIGHTS.T):
        left = 4.6 * number
        label(axes, left + 1.5, 3.0, f"light {number + 1}", INK, ha="center", va="center")
        for state, y in ((1, 1.9), (0, 0.4)):
            people = WALK[column == state]
            for place, walks in enumerate(people):
                x, raised = left + 0.75 * (place % 3) + 0.75, 0.32 * (len(people) > 3)
                y_mark = y + raised - 0.64 * (place // 3)
                axes.plot(x, y_mark, MARKERS[walks], color=CLASSES[walks], markersize=10)
            if not len(people):
                label(axes, left + 1.5, y, "nobody", MUTED, ha="center", va="center")
        axes.plot([left + 0.2, left + 2.8], [1.1] * 2, color=MUTED, linewidth=0.8)
    for y, word in ((1.9, "on"), (0.4, "off")):
        label(axes, -0.3, y, word, MUTED, ha="right", va="center")
    for x, walks, word in ((3.6, 1, "walk"), (8.2, 0, "stop")):
        axes.plot(x, -0.95, MARKERS[walks], color=CLASSES[walks], markersize=10)
        label(axes, x + 0.5, -0.97, word, CLASSES[walks], va="center")
    axes.set(xlim=(-1.4, 12.4), ylim=(-1.3, 3.4))
    axes.set_aspect("auto")
    return figure


def same_or_opposite():
    """Each light, filled if it is on, against the people, row by row. Blue: both above their average, or both below. Orange: one above, one below. The third light is never above or below its average."""
    figure, axes = new_figure(height=300)
    bare(axes)
    together = (LIGHTS - LIGHTS.mean(axis=0)) * (WALK - WALK.mean())[:, None]
    heads(axes, [f"light {n}" for n in NUMBERS], 0.95)
    for i, row in enumerate(together):
        draw_people(axes, -i, WALK[i])
        for j, value in enumerate(row):
            words = "same" if value > 0 else "opposite" if value < 0 else "neither"
            cell(axes, j, -i, value, 0.25)
            axes.text(j + 0.07, -i - 0.02, words, ha="center", va="center_baseline")
            on = LIGHTS[i, j]
            colour, face = (ACCENT, ACCENT) if on else (MUTED, "none")
            axes.plot(j - 0.36, -i, "o", color=colour, markerfacecolor=face, markersize=9)
    for j, column in enumerate(LIGHTS.T):
        value = correlation(column, WALK)
        text = "undefined" if np.isnan(value) else signed(value)
        axes.text(j, -6.15, text, ha="center", va="center", weight="bold")
    label(axes, -0.6, -6.15, "correlation", INK, ha="right", va="center", weight="bold")
    axes.set(xlim=(-1.7, 2.6), ylim=(-6.6, 1.3))
    axes.set_aspect("auto")
    return figure


def what_each_row_asks():
    """What each row asks of each weight: up, down, or nothing, where a light is off. Below, the pushes of all rows together."""
    return draw_pushes(LIGHTS, WALK, halves)


def asked_later():
    """The same table after forty epochs, with what each row asks as a number. Light 2 has settled most of it, and light 1 is pushed up again. All numbers are rounded."""
    return draw_pushes(LIGHTS, WALK, thousandths, taught(400)[40])


def asks_that_cancel():
    """The four rows of the riddle ask, and their requests cancel: every sum is zero."""
    return draw_pushes(RIDDLE, ANSWERS, halves)


def three_weights_learn():
    """The three weights while the network learns. The first one sets out in the wrong direction and comes back."""
    figure, axes = new_figure(height=250)
    states = np.array([net.weights[0].ravel() for net in taught(400)[:121]])
    axes.axhline(0, color=MUTED, linewidth=0.8)
    looks = ((MUTED, "--"), (ACCENT, "-"), (MUTED, ":"))
    for column, (colour, dashes) in zip(states.T, looks, strict=True):
        axes.plot(column, color=colour, linestyle=dashes)
    label(axes, 60, 0.79, "of light 2", ACCENT, va="top")
    label(axes, 23, 0.37, "of light 3, always on", MUTED)
    label(axes, 62, -0.16, "of light 1", MUTED, va="top")
    axes.set(xlabel="epoch", ylabel="weight", xlim=(0, 120), ylim=(-0.3, 1.1))
    axes.set(yticks=[0, 0.5, 1])
    return figure


def what_it_learned():
    """The network after training, with the second row of the notebook going through it. All that it needs comes through the middle light. The weights are rounded."""
    weights = taught(400)[-1].weights[0].round(2) + 0.0  # no minus zero
    net = Network.of([weights], None, "identity")
    return views.numbers(net, LIGHTS[1], title="The second row goes through")


def columns_while_learning():
    """Correlation with the answers, from before training (left) to after it (right), with the early epochs stretched. On each row's ends stand its first and its last value."""
    figure, axes = new_figure(height=290)
    epochs = np.unique(np.geomspace(1, 601, 30).astype(int)) - 1
    states = learned(4, 1, 600)
    values = np.array([correlations(states[epoch]) for epoch in epochs]).T  # (5, epochs)
    rows = [np.zeros(len(epochs))] * 2 + [np.full(len(epochs), np.nan), *values]
    names = ["light 1", "light 2", "light 3", *(f"hidden {n}" for n in range(1, 5)), "output"]
    heights = [0, -1, -2, -3.4, -4.4, -5.4, -6.4, -7.8]
    for y, name, row in zip(heights, names, rows, strict=True):
        draw_strip(axes, y, name, row)
    axes.set(xlim=(-13, len(epochs) + 7), ylim=(-9.6, 0.6))
    axes.set_axis_off()
    for epoch in (0, 10, 100, 600):
        place = float(np.interp(epoch, epochs, np.arange(len(epochs))))
        axes.plot([place + 0.5] * 2, [-8.4, -8.65], color=MUTED, linewidth=0.8)
        label(axes, place + 0.5, -9.2, f"{epoch}", MUTED, ha="center", va="center")
    label(axes, -6.4, -9.2, "epoch", MUTED, ha="right", va="center")
    return figure


def corners_on_the_move():
    """The four rows of the riddle, placed by their two hidden nodes, while the network learns. The two rows in which people walk end in one place. The dashed line is where the answer is one half. On the right, correlations with the answers."""
    return corners_moving()


def the_asking():
    """Back through the weights. What the output lacks, in each of the four rows, times the weights transposed: what each row asks of each hidden node. All numbers are rounded."""
    figure, axes = new_figure(height=290)
    net, missing, asked, _ = asking()
    bare(axes)
    axes.set_aspect("auto")
    block(axes, missing, 0, 0, 1.8, places=2)
    block(axes, net.weights[1].T, 2.2, -1.5, 1, places=2)
    block(axes, asked, 2.2, -5.2, 1, places=2)
    label(axes, 1.1, -1.5, "@", ha="center", va="center", size=NAME)
    label(axes, 1.1, -6.7, "=", ha="center", va="center", size=NAME)
    label(axes, 0, 0.9, "missing", MUTED, ha="center", va="center")
    label(axes, 3.7, -0.6, "weights, transposed", MUTED, ha="center", va="center")
    label(axes, 3.7, -4.3, "asked", MUTED, ha="center", va="center")
    axes.set(xlim=(-0.8, 6), ylim=(-8.8, 1.3))
    return figure


def the_hearing():
    """Back through the bend. Each ask times the slope of its node's tanh, in that row: where the curve is flat, little is heard. All numbers are rounded."""
    figure, axes = new_figure(height=420)
    net, _, asked, heard = asking()
    slopes = derivative("tanh")(net.trace(RIDDLE).z[0])
    bare(axes)
    axes.set_aspect("auto")
    names = ("asked", "times the slope of tanh, cell by cell", "is heard")
    for top, name, numbers in zip((0, -5.4, -10.8), names, (asked, slopes, heard), strict=True):
        block(axes, numbers, 0, top, 1, places=2)
        label(axes, 1.5, top + 0.85, name, MUTED, ha="center", va="center")
    axes.set(xlim=(-1, 4), ylim=(-14.5, 1.4))
    return figure


def how_many_hidden_nodes():
    """Twenty networks of each width were trained on the riddle. A filled dot learned it."""
    figure, axes = new_figure(height=230)
    widths = (0, 1, 2, 3, 4)
    for place, width in enumerate(widths):
        done = sorted((solves(width, seed) for seed in range(20)), reverse=True)
        for i, solved in enumerate(done):
            face = ACCENT if solved else "none"
            axes.plot(i, -place, "o", color=ACCENT, markerfacecolor=face, markersize=8)
        label(axes, 20, -place, f"{sum(done)} of 20", INK, va="center")
    axes.set(xlim=(-0.8, 24.5), ylim=(-4.6, 0.6), xticks=[], yticks=range(0, -5, -1))
    axes.set(yticklabels=widths, ylabel="hidden nodes")
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    return figure


def chance_correlations():
    """Correlations of the light and of fourteen signs with the people, in one town. The signs know nothing, and with twenty rows one of them seems to know as much as the light."""
    figure, axes = new_figure(height=230)
    for place, rows in enumerate((20, 100, 1000)):
        x, y = town(rows, np.random.default_rng(0))
        values = [correlation(column, y) for column in x.T]
        axes.plot(values[1:], [-place] * 14, "|", color=INK, markersize=16, markeredgewidth=1.2)
        axes.plot(values[0], -place, "o", color=ACCENT, markersize=10)
    label(axes, values[0], -1.72, "the light", ACCENT, ha="center", va="center")
    label(axes, -0.12, -2, "fourteen signs", INK, ha="right", va="center")
    axes.axvline(0, color=MUTED, linewidth=0.8, zorder=0)
    axes.set(xlim=(-1, 1), ylim=(-2.5, 0.4), yticks=[0, -1, -2], xlabel="correlation")
    axes.set(yticklabels=["20 rows", "100 rows", "1000 rows"], xticks=[-1, -0.5, 0, 0.5, 1])
    axes.set_xticklabels(["−1", "−0.5", "0", "0.5", "1"])
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    return figure


def thirty_hidden_nodes():
    """Thick lines are means over six towns, and each thin line is one town's new rows. On its own rows the large network goes on improving. On new rows it turns between the tenth epoch and the hundredth. Early epochs are stretched."""
    return draw_errors("hidden", "30 hidden nodes")


def no_hidden_nodes():
    """The same six towns without a hidden layer: slower, worse on its own rows, better on new ones in the end. Early epochs are stretched."""
    return draw_errors("none", "no hidden layer")
