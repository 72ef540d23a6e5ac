"""The figures of "Neurons and perceptrons"."""

from itertools import product

import numpy as np

import scripts.figures._cat as cat
import scripts.figures._gates as gates
import scripts.figures._neuron as neuron
from nnnotes import Network, Perceptron
from nnnotes.datasets import logic_gate
from nnnotes.views import picture, svg
from scripts.figures._learning import before_and_after, learning_clip, the_way_across
from scripts.figures.style import (
    ACCENT,
    CLASSES,
    INK,
    MARKERS,
    MUTED,
    POSITIVE,
    label,
    name_axes,
    new_figure,
)


def a_nerve_cell():
    """A nerve cell, much simplified. Signals arrive at the branches on the left, and leave at the ends on the right."""
    shapes = [
        *neuron.cell(),
        neuron.word(8, 196, "dendrites", anchor="start"),
        neuron.word(8, 213, "take signals in", "quiet", "start"),
        neuron.word(128, 22, "cell body", anchor="start"),
        neuron.word(128, 39, "adds them up", "quiet", "start"),
        neuron.leader("M122 28C116 34 112 46 112 62"),
        neuron.word(228, 142, "axon"),
        neuron.word(228, 159, "sends a spike on", "quiet"),
        neuron.leader("M228 128V106"),
        neuron.word(392, 178, "terminals", anchor="end"),
        neuron.word(392, 195, "touch the next cells", "quiet", "end"),
    ]
    words = "From left to right: dendrites, the cell body, a long axon, terminals."
    return svg.document(shapes, 0, 220, "A nerve cell", words, neuron.STYLE)


def spikes_and_answers():
    """Three runs, each with an empty bucket at its start. Above: what comes in, weak, stronger, strong. Middle: the spikes. Below: what a perceptron with the same threshold answers. Between “stronger” and “strong” it sees no difference."""
    figure, (top, middle, bottom) = new_figure(height=300, rows=3, sharex=True)
    drives, length, gap = (0.6, 1.2, 2.4), 200, 70
    starts = (length + gap) * np.arange(3)
    top.axhline(1, color=MUTED, linewidth=1, linestyle="--")
    label(top, 0, 1.15, "threshold", MUTED)
    top.set(ylabel="input", ylim=(0, 2.8), yticks=[0, 1, 2])
    for start, drive in zip(starts, drives, strict=True):
        run = [start, start + length]
        top.plot(run, [drive, drive], color=INK, linewidth=2)
        times = start + np.array(neuron.spike_times(drive))
        middle.vlines(times, 0, 1, color=ACCENT, linewidth=1.6)
        count = f"{len(times)} spikes"
        label(middle, start + length / 2, 1.25, count, ACCENT, ha="center")
        middle.plot(run, [0, 0], color=INK, linewidth=1)
        answer = int(drive > 1)
        bottom.plot(run, [answer, answer], color=INK, linewidth=2)
        label(bottom, start + length / 2, answer + 0.16, str(answer), ha="center")
    middle.set(ylabel="cell", ylim=(0, 1.9), yticks=[])
    middle.spines["left"].set_visible(False)
    bottom.set(
        ylabel="perceptron", ylim=(-0.1, 1.6), yticks=[0, 1], xlabel="time in ms, in each run"
    )
    ends = np.ravel([(start, start + length) for start in starts])
    bottom.set(xlim=(-10, ends[-1] + 10), xticks=ends, xticklabels=["0", str(length)] * 3)
    for axes in (top, middle, bottom):
        axes.spines["bottom"].set_visible(False)
        axes.tick_params(axis="x", length=0)
    figure.align_ylabels()
    return figure


def the_cat():
    """The cat as a perceptron. The bias is the threshold with its sign turned, and the box after Σ is the step: it answers 0 up to 0 and 1 beyond."""
    return picture(_cat_network(), notation="values", title="The cat as a perceptron")


def eight_evenings():
    """All eight things that can happen, on a line of their weighted sums. She comes where the sum lies beyond the threshold. That somebody calls moves every mark a hair to the right."""
    figure, panels = new_figure(height=215, rows=2, sharex=True)
    quiet, called = _sums()[::2], _sums()[1::2]
    for axes, sums, title in zip(
        panels, (quiet, called), ("nobody calls", "somebody calls"), strict=True
    ):
        cat.number_line(axes, sums, cat.THRESHOLD, ("stays", "comes"))
        axes.set_title(title, loc="left")
        axes.set(xlim=(-0.2, 1.9), xticks=[0, 0.4, 0.8, 1.2, 1.6])
    for x, name in zip(quiet, ("nothing", "tin", "fridge", "fridge, tin"), strict=True):
        label(panels[0], x, -0.13, name, MUTED, ha="center", va="top")
    panels[1].set_xlabel("weighted sum")
    return figure


def threshold_and_bias():
    """The four sums without a call, in three rows. A bias of minus the threshold slides them to the left, and zero parts them as the threshold did. A bias of plus the threshold slides them the wrong way: under the crosses she should have stayed."""
    figure, panels = new_figure(height=330, rows=3, sharex=True)
    t, sums = cat.THRESHOLD, _sums()[::2]
    rows = [
        (0, t, "sum > 0.8"),
        (-t, 0, "sum + (\N{MINUS SIGN}0.8) > 0: the same answers"),
        (t, 0, "sum + 0.8 > 0: wrong, she always comes"),
    ]
    for axes, (bias, mark, title) in zip(panels, rows, strict=True):
        cat.number_line(axes, sums + bias, mark, ("0", "1"))
        axes.set_title(title, loc="left")
        axes.set(xlim=(-1.0, 2.6), xticks=[-0.8, 0, 0.8, 1.6, 2.4])
    names = ("nothing", "tin", "fridge", "both")
    for x, name, side in zip(sums, names, ("center", "left", "right", "center"), strict=True):
        nudge = {"left": -0.07, "right": 0.07}.get(side, 0)
        label(panels[0], x + nudge, -0.13, name, MUTED, ha=side, va="top")
    for total in sums[sums <= t]:
        panels[-1].plot(total + t + 0.01, 0.3, "x", color=INK, markersize=9, markeredgewidth=1.8)
    panels[-1].set_xlabel("weighted sum, with the bias if there is one")
    return figure


def weight_and_say():
    """The same three weights under four thresholds. Each bar counts the settings of the other two inputs, out of four, in which this input decides."""
    figure, panels = new_figure(height=250, columns=4, sharey=True)
    names = ("fridge", "tin", "name")
    for axes, threshold in zip(panels, (0.8, 0.68, 1, 1.61), strict=True):
        decides = _decides(threshold)
        axes.barh(range(3), decides, color=MUTED, alpha=0.6, height=0.5)
        for row, count in enumerate(decides):
            label(axes, count + 0.15, row, str(count), va="center")
        axes.set(xlim=(0, 4.8), ylim=(2.5, -0.5), xticks=[], yticks=range(3))
        axes.set_yticklabels([f"{n}\n{w}" for n, w in zip(names, cat.WEIGHTS, strict=True)])
        axes.set_title(f"{threshold}", color=INK)
        axes.tick_params(length=0)
        axes.spines["bottom"].set_visible(False)
    figure.suptitle("threshold", fontsize=13)
    figure.supxlabel("cases, of 4, in which the input decides", fontsize=13)
    return figure


def same_cat_other_units():
    """One cat, two ways to write her hunger. Left: in minutes the weight is tiny. Right: in hours it is the largest. What hunger can add in four hours, grey, is the same on both."""
    figure, panels = new_figure(height=220, columns=2, sharey=True)
    for axes, unit, per in zip(panels, ("minutes", "hours"), (1, 60), strict=True):
        weights = [0.67, 0.93, 0.02 * per]
        swings = [0.67, 0.93, 0.02 * 4 * 60]  # four hours without a meal
        axes.barh(np.arange(3) - 0.18, weights, color=POSITIVE, height=0.3)
        axes.barh(np.arange(3) + 0.18, swings, color=MUTED, height=0.3, alpha=0.5)
        axes.set(title=f"hunger in {unit}", ylim=(2.5, -0.6), yticks=range(3), xlim=(0, 5.6))
        axes.set_yticklabels(["fridge", "tin", "hunger"])
        for row, (weight, swing) in enumerate(zip(weights, swings, strict=True)):
            words = ("weight ", "can add ") if row == 0 else ("", "")
            label(axes, weight + 0.1, row - 0.18, f"{words[0]}{weight:.2f}", POSITIVE, va="center")
            label(axes, swing + 0.1, row + 0.2, f"{words[1]}{swing:.2f}", MUTED, va="center")
        axes.set(xticks=[])
        axes.tick_params(length=0)
        axes.spines["bottom"].set_visible(False)
    return figure


def three_gates():
    """Three perceptrons with two inputs. The line is where the sum equals the threshold, and the shaded side is where the perceptron answers 1. Squares should get a 1, circles a 0."""
    figure, panels = new_figure(height=185, columns=3, sharey=True)
    three = {"and": (1, 1, -1.5), "or": (1, 1, -0.5), "nand": (-1, -1, 1.5)}
    for axes, (name, numbers) in zip(panels, three.items(), strict=True):
        gates.gate_plane(axes)
        cat.shade(axes, np.array(numbers, float), *gates.REACH)
        gates.draw_corners(axes, logic_gate(name)[1])
        axes.set_title(name.upper())
        name_axes(axes, "$x_1$", "$x_2$" if name == "and" else "")
    return figure


def the_diary():
    """Fourteen evenings. A square: she came. A circle: she stayed where she was."""
    figure, axes = new_figure(height=320)
    cat.draw_diary(axes, words=True)
    return figure


def one_mistake():
    """One step of learning, the sixth correction of the run below. On the shaded side the perceptron answers “comes”. She came on the ringed evening, and it lies on the other side. So its own numbers are added to the weights, and the line swings over."""
    return before_and_after(cat.steps_of_diary()[5])


def the_odd_evening():
    """The diary with one evening changed. The way from it to another circle crosses the way between two squares, so no straight line keeps circles from squares."""
    return the_way_across()


def every_mistake():
    """All corrections, in the order in which they came. Dashed: the line before. Solid: the line after, with the side on which it answers “comes” shaded. The ring marks the evening that caused it."""
    steps = cat.steps_of_diary()
    figure, panels = new_figure(height=430, columns=3, rows=3, sharex=True, sharey=True)
    for number, (axes, step) in enumerate(zip(panels.flat, steps, strict=True), start=1):
        cat.draw_diary(axes, size=4.5, names=False)
        cat.shade(axes, step.before, *cat.BOX, dashes="--", fill=False)
        cat.shade(axes, step.after, *cat.BOX)
        cat.ring(axes, step, size=11)
        axes.set(title=f"mistake {number}", xticks=[0, 6], yticks=[0, 6])
    figure.supxlabel("hours since her last meal", fontsize=13)
    figure.supylabel("metres to the kitchen", fontsize=13)
    return figure


def learning():
    """The learning rule at work. A ring marks each mistake; then the line moves. It stops when every evening is on its own side."""
    return learning_clip()


def many_right_lines():
    """The same diary, read in forty orders. Every line is right about every evening (the middle of a mark counts), and hardly two are the same. The thick one is the line that you have just seen learned."""
    figure, axes = new_figure(height=320)
    evenings, came = cat.diary()
    rng = np.random.default_rng(0)
    for draw in range(40):
        order = rng.permutation(len(came)) if draw else np.arange(len(came))
        learner = Perceptron([0, 0])
        assert learner.learn(evenings[order], came[order], epochs=500).separated
        ends = cat.crossing(np.array([*learner.weights, learner.bias]))
        chosen = {"color": ACCENT, "linewidth": 3, "zorder": 2}
        faint = {"color": MUTED, "alpha": 0.4, "linewidth": 1.2}
        axes.plot(*ends.T, **(faint if draw else chosen))
    cat.draw_diary(axes, size=5.5)
    return figure


def all_sixteen():
    """Every gate with two inputs there can be. Fourteen can be learned; the lines are those that a perceptron found, with the bias lowered by one half, which keeps them off the corners and changes no answer, since all sums are whole numbers. (“Never” and “always” need no line inside the square.) Two, crossed out, cannot."""
    figure, panels = new_figure(height=440, columns=4, rows=4)
    corners = logic_gate("and")[0]
    names = {0: "never", 1: "AND", 3: "$x_1$", 5: "$x_2$", 6: "XOR", 7: "OR", 8: "NOR", 9: "XNOR"}
    names |= {2: "only $x_1$", 4: "only $x_2$", 11: "not only $x_2$", 13: "not only $x_1$"}
    names |= {10: "not $x_2$", 12: "not $x_1$", 14: "NAND", 15: "always"}
    answers = sorted(product((0, 1), repeat=4))
    for code, (axes, answer) in enumerate(zip(panels.flat, answers, strict=True)):
        learner = Perceptron([0, 0])
        separated = learner.learn(corners, answer, epochs=50).separated
        gates.gate_plane(axes, ticks=False)
        if separated:
            cat.shade(axes, gates.between(np.array([*learner.weights, learner.bias])), *gates.REACH)
        else:
            axes.plot(gates.REACH, gates.REACH, color=MUTED, linewidth=1.2, zorder=0)
            axes.plot(gates.REACH, gates.REACH[::-1], color=MUTED, linewidth=1.2, zorder=0)
        gates.draw_corners(axes, answer, size=8)
        axes.set_title(names[code], weight="normal" if separated else "bold")
    return figure


def round_in_circles():
    """A perceptron that tries to learn XOR. Each picture shows what it shades before a correction, and the line, if that runs through the square (the bias is lowered by one half, which changes no answer, since all sums are whole numbers). A ring marks what it gets wrong. The correction leads to the next picture, and from the last back to the first."""
    figure, panels = new_figure(height=160, columns=4)
    corners, answers = logic_gate("xor")
    steps = cat.mistakes(corners, answers, epochs=12)
    for number, axes in enumerate(panels, start=3):
        step = steps[number - 1]
        assert np.array_equal(step.before, steps[number + 3].before), "the same four again"
        axes.set_title(f"mistake {number}")
        gates.gate_plane(axes, ticks=False)
        cat.shade(axes, gates.between(step.before), *gates.REACH)
        gates.draw_corners(axes, answers, size=8)
        axes.plot(*corners[step.example], "o", color=ACCENT, **cat.RING)
    panels[0].set(xticks=[0, 1], yticks=[0, 1])
    name_axes(panels[0], "$x_1$", "$x_2$")
    return figure


def xor_by_hand():
    """XOR as a network with one hidden layer. Above, an OR; below it, a NAND; behind them, an AND of the two. Orange, dashed edges are negative."""
    return picture(gates.xor_network(), notation="values", title="XOR from OR, NAND and AND")


def a_plane_refolded():
    """Left: the inputs, and the lines of the two hidden nodes. Right: the same four corners as the hidden nodes answer them. Two have landed on one place, and a single line is enough."""
    figure, (left, right) = new_figure(height=250, columns=2)
    corners, answers = logic_gate("xor")
    hidden = gates.xor_network().trace(corners).a[1]
    for axes in (left, right):
        gates.gate_plane(axes)
    either, both = np.array([1, 1, -0.5]), np.array([-1, -1, 1.5])
    left.plot(*cat.crossing(either, *gates.REACH).T, color=INK, linewidth=1.8)
    left.plot(*cat.crossing(both, *gates.REACH).T, color=INK, linewidth=1.8)
    ends = [gates.REACH, gates.REACH[::-1]]
    band = [*cat.crossing(either, *gates.REACH), *cat.crossing(both, *gates.REACH), *ends]
    left.fill(*np.transpose(gates.around(band)), color=CLASSES[1], alpha=0.2, linewidth=0)
    label(left, 0.35, -0.32, "OR", MUTED, ha="right")
    label(left, 0.5, 1.2, "NAND", MUTED)
    gates.draw_corners(left, answers)
    cat.shade(right, np.array([1, 1, -1.5]), *gates.REACH)
    for place, answer in zip(hidden, answers, strict=True):
        right.plot(*place, MARKERS[answer], color=CLASSES[answer], markersize=11, markeredgewidth=0)
    label(right, 1.4, 1.16, "two of them", ha="right")
    left.set_title("what comes in")
    right.set_title("what is passed on")
    name_axes(left, "$x_1$", "$x_2$")
    name_axes(right, "$h_1$", "$h_2$")
    return figure


def _cat_network() -> Network:
    return Network.of([cat.WEIGHTS[:, None]], [[-cat.THRESHOLD]], "step")


def _sums() -> np.ndarray:
    """The weighted sum of each of the eight things that can happen, (8,)."""
    return np.array(list(product((0, 1), repeat=3))) @ cat.WEIGHTS


def _decides(threshold: float) -> list[int]:
    """For each input: in how many of the four settings of the others its change changes the answer."""
    answers = (_sums() > threshold).astype(int).reshape(2, 2, 2)
    return [int(np.abs(np.diff(answers, axis=axis)).sum()) for axis in range(3)]
