"""The figures of "Loss"."""

import numpy as np
from matplotlib.patches import Rectangle

from nnnotes import sigmoid
from nnnotes.plots import loss_surface
from scripts.figures._lessons import (
    BOLD,
    HOURS,
    NAMES,
    OUTCOME,
    PASSED,
    POINTS,
    WRONG,
    X,
    at_its_best,
    careful,
    squares_line,
    three_outcomes,
    unlearning,
)
from scripts.figures.clip import Clip, frames_of
from scripts.figures.style import (
    ACCENT,
    CLASSES,
    GROUND,
    INK,
    MARKERS,
    MUTED,
    NEGATIVE,
    POSITIVE,
    TYPE,
    label,
    new_figure,
)

TENS = np.linspace(0, 4, 161)[:, None]  # hours of lessons, in tens
PATCH = {"facecolor": GROUND, "edgecolor": "none", "pad": 1.5}  # for words on a deep shade


def misses_as_squares():
    """Twelve learners, a line through them, and what the line misses. The squared error is the mean area of these squares."""
    figure, axes = new_figure(height=350)
    per_hour, start = squares_line()
    for hours, points in zip(HOURS, POINTS, strict=True):
        miss = points - (per_hour * hours + start)
        corner = (hours - abs(miss) * (miss > 0), min(points, points - miss))
        axes.add_patch(
            Rectangle(corner, abs(miss), abs(miss), facecolor=ACCENT, alpha=0.25, edgecolor=ACCENT)
        )
    axes.plot([0, 42], [start, start + 42 * per_hour], color=ACCENT)
    axes.plot(HOURS, POINTS, "o", color=INK, markersize=5)
    axes.set(
        xlim=(0, 42), ylim=(10, 52), aspect="equal", xlabel="hours of lessons", ylabel="points"
    )
    return figure


def mean_and_median():
    """One guess for everybody: squared misses pick the mean, plain misses the median. Below, one score is mistyped. The mean chases it, the median stays."""
    figure, panels = new_figure(height=210, rows=2, sharex=True)
    mistyped = np.where(POINTS == 44, 440, POINTS)
    titles = ("as they are", "one score mistyped")
    for axes, scores, title in zip(panels, (POINTS, mistyped), titles, strict=True):
        axes.plot(scores[scores < 80], np.zeros((scores < 80).sum()), "o", color=MUTED, alpha=0.7)
        mean, median = scores.mean(), np.median(scores)
        axes.plot([mean] * 2, [-0.5, 0.9], color=ACCENT)
        axes.plot([median] * 2, [-0.5, 0.9], "--", color=INK)
        label(axes, mean + 1, 0.6, f"mean {mean:.1f}", ACCENT)
        label(axes, median - 1, 0.6, f"median {median:.0f}", INK, ha="right")
        axes.set_title(title, loc="left", color=MUTED)
        axes.set(xlim=(0, 80), ylim=(-0.6, 1), yticks=[], xticks=[0, 20, 40, 60, 80])
        axes.spines["left"].set_visible(False)
    panels[1].annotate("", (80, 0), (68, 0), arrowprops={"arrowstyle": "->", "color": MUTED})
    label(panels[1], 79, -0.5, "to 440", MUTED, ha="right")
    panels[1].set_xlabel("points")
    return figure


def two_rules():
    """Two rules that say how likely a learner is to pass. Both rise; one is sure of itself."""
    figure, axes = new_figure(height=250)
    _draw_learners(axes)
    axes.plot(10 * TENS, careful().forward(TENS), color=ACCENT)
    axes.plot(10 * TENS, BOLD.forward(TENS), "--", color=INK)
    label(axes, 23.4, 0.62, "careful", ACCENT, va="top")
    label(axes, 18.6, 0.8, "bold", INK, ha="right")
    _name_learner_axes(axes)
    return figure


def what_happened():
    """For each learner, the probability that a rule gave to what then happened. The bold rule is surer of most of them, and twice nearly certain of what did not happen."""
    figure, panels = new_figure(height=300, rows=2, sharex=True)
    rules = (("careful", careful(), ACCENT), ("bold", BOLD, INK))
    for axes, (name, net, colour) in zip(panels, rules, strict=True):
        given = _given_to_what_happened(net)
        axes.bar(range(12), given, color=colour, alpha=0.35, edgecolor=colour, width=0.7)
        for n in np.flatnonzero(given < 0.1):
            label(axes, n, 1.08, f"{given[n]:.3f}", colour, ha="center", va="bottom")
            axes.plot([n, n], [given[n] + 0.03, 1.06], ":", color=colour, linewidth=1.2)
        axes.set(ylim=(0, 1.3), yticks=[0, 0.5, 1])
        axes.set_title(name, color=colour, loc="left")
    panels[1].set_xticks(range(12), [str(h) for h in HOURS])
    panels[1].set_xlabel("hours of lessons of each learner")
    figure.supylabel("probability of what happened", fontsize=TYPE)
    return figure


def surprise():
    """What an answer costs: minus the logarithm of the probability that it gave to what happened."""
    figure, axes = new_figure(height=240)
    p = np.linspace(0.005, 1, 300)
    axes.plot(p, -np.log(p), color=ACCENT)
    places = {0.01: (0.04, 4.75), 0.1: (0.13, 2.45), 0.5: (0.48, 0.2), 1.0: (1.0, 0.55)}
    for chance, place in places.items():
        axes.plot([chance], [-np.log(chance)], "o", color=ACCENT, clip_on=False, zorder=3)
        words = f"p = {chance:g}: cost {abs(np.log(chance)):.2f}"
        label(axes, *place, words, ha="right" if chance >= 0.5 else "left")
    axes.set(xlim=(0, 1.02), ylim=(0, 5.2), xticks=[0, 0.5, 1], yticks=[0, 2, 4])
    axes.set(xlabel="p, the probability given to what happened", ylabel="−log p")
    return figure


def push():
    """How hard each loss pushes a unit whose right answer is 1. Where the unit is sure and wrong, on the left, the squared error hardly pushes at all."""
    figure, axes = new_figure(height=260)
    z = np.linspace(-8, 8, 321)
    a = sigmoid(z)
    axes.plot(z, 1 - a, color=ACCENT)
    axes.plot(z, 2 * (1 - a) * a * (1 - a), "--", color=INK)
    label(axes, -2.1, 0.93, "cross-entropy", ACCENT)
    label(axes, -6.9, 0.2, "squared error", INK)
    label(axes, -7.7, 0.5, "← sure and wrong", MUTED)
    label(axes, 7.7, 0.5, "sure and right →", MUTED, ha="right")
    axes.set(xlim=(-8, 8), ylim=(0, 1.08), yticks=[0, 0.5, 1], xticks=[-8, -4, 0, 4, 8])
    axes.set(xlabel="z, the unit's weighted sum", ylabel="push upwards")
    return figure


def unlearning_a_mistake():
    """Two units that start out sure of the opposite, trained alike but for the loss. One turns around. The other only gives up, and fails everybody."""
    figure, panels = new_figure(height=300, columns=2, sharey=True)
    figure.get_layout_engine().set(rect=(0, 0.25, 1, 0.75))  # the player covers what is lowest
    losses = {"squared error": "mse", "cross-entropy": "binary_cross_entropy"}
    lines, paths = [], [unlearning(loss) for loss in losses.values()]
    for axes, name in zip(panels, losses, strict=True):
        _draw_learners(axes, named=False)
        lines.append(axes.plot(10 * TENS, WRONG.forward(TENS), color=ACCENT)[0])
        axes.set(title=name, xlabel="hours", xticks=[10, 20, 30], yticks=[0, 0.5, 1])
    panels[0].set_ylabel("chance to pass")
    counter = figure.text(0.5, 0.2, "", ha="center")
    moving, resting = 120, 40

    def change(n: int):
        epoch = round(400 * (min(n, moving) / moving) ** 2)
        for line, path in zip(lines, paths, strict=True):
            line.set_ydata(path[epoch].forward(TENS))
        counter.set_text(f"epoch {epoch}")

    return Clip(frames_of(figure, moving + resting, change), still=moving)


def two_surfaces():
    """Both losses for every weight and bias of the unit, the stronger the colour, the higher, and a star at the lowest place. The paths are those of the clip. Cross-entropy slopes down to it from everywhere. The squared error has flat high ground, where the same time does not lead far."""
    figure, panels = new_figure(height=265, columns=2, sharey=True)
    losses = {"squared error": "mse", "cross-entropy": "binary_cross_entropy"}
    lowest = {loss: _weight_and_bias(at_its_best(loss)) for loss in losses.values()}
    for axes, (name, loss) in zip(panels, losses.items(), strict=True):
        walk = [_weight_and_bias(net) for net in unlearning(loss)[::4]]
        loss_surface(WRONG, X, PASSED, loss, spans=((-6, 6), (-9, 9)), axes=axes)
        axes.plot(*np.array(walk).T, "-", color=INK, linewidth=1.6)
        axes.plot(*walk[0], "o", color=INK, markersize=6)
        axes.plot(*walk[-1], "s", color=INK, markersize=6, markeredgecolor=GROUND, zorder=4)
        label(axes, -2.6, 5.6, "start", INK, bbox=PATCH)
        axes.plot(*lowest[loss], "*", color=ACCENT, markersize=18, markeredgewidth=0)
        axes.set(title=name, xlabel="weight w", ylabel="", xticks=[-4, 0, 4], yticks=[-8, 0, 8])
    panels[0].set_ylabel("bias b")
    label(panels[0], -3.2, -1.9, "end", INK, ha="center", bbox=PATCH)
    label(panels[1], 1.6, -5.6, "end", INK, ha="right", bbox=PATCH)
    return figure


def accuracy_has_steps():
    """The same weight turned up from left to right. Accuracy jumps and is level in between. Cross-entropy slopes everywhere but at its bottom. The bias stays as it was trained."""
    figure, panels = new_figure(height=280, rows=2, sharex=True)
    weights = np.linspace(0, 6, 601)
    trained, bias = _weight_and_bias(careful())
    steps = np.array([0, *sorted(-bias / X[:, 0]), 6])  # where a learner crosses the line
    steps = steps[steps <= 6]
    surprises = np.logaddexp(0, np.where(PASSED, -1, 1) * _sums(weights, bias)).mean(axis=1)
    middles = (steps[:-1] + steps[1:]) / 2
    right = ((_sums(middles, bias) > 0) == PASSED).mean(axis=1)
    panels[0].stairs(100 * right, steps, baseline=None, color=INK, linewidth=2)
    panels[0].set(ylabel="accuracy, %", yticks=[50, 75, 100], ylim=(45, 100))
    panels[1].plot(weights, surprises, color=ACCENT)
    panels[1].set(ylabel="cross-entropy", xlabel="weight w", yticks=[0, 2, 4])
    for axes in panels:
        axes.axvline(trained, color=MUTED, linestyle=":", linewidth=1.2)
    label(panels[1], trained + 0.1, 3.6, "as trained", MUTED)
    return figure


def three_curves():
    """What a softmax answers for every number of hours: three probabilities, which add up to one. The marks above are the learners: a dot failed, a square passed, a triangle has a distinction."""
    figure, axes = new_figure(height=270)
    chances = three_outcomes().forward(TENS)  # (161, 3)
    places = ((1.5, 0.77), (1.5, 0.12), (31.5, 0.74))
    for n, (name, place) in enumerate(zip(NAMES, places, strict=True)):
        axes.plot(10 * TENS, chances[:, n], color=CLASSES[n], linestyle=("-", "--", "-.")[n])
        label(axes, *place, name, CLASSES[n])
        hours = HOURS[n == OUTCOME]
        axes.plot(hours, np.full(len(hours), 1.1), MARKERS[n], color=CLASSES[n], clip_on=False)
    axes.set(ylim=(0, 1.05), xlim=(0, 40), yticks=[0, 0.5, 1], xticks=[0, 10, 20, 30, 40])
    axes.set(xlabel="hours of lessons", ylabel="probability")
    return figure


def answer_truth_difference():
    """The answer for one learner, the truth as a one-hot list, and their difference, which is the gradient. A step goes against it: the sum of the true outcome rises, and those of the others fall."""
    figure, panels = new_figure(height=210, columns=3, sharey=True)
    answer = three_outcomes().forward(X[9])
    truth = np.eye(3)[OUTCOME[9]]
    for axes, title, bars in zip(
        panels, ("answer p", "truth y", "p − y"), (answer, truth, answer - truth), strict=True
    ):
        signs = [POSITIVE if bar >= 0 else NEGATIVE for bar in bars]
        colours = signs if title == "p − y" else [ACCENT] * 3
        axes.bar(range(3), bars, color=colours, alpha=0.5, edgecolor=colours, width=0.65)
        for n, bar in enumerate(bars):
            words = f"{bar:.2f}".replace("-", "−")
            label(axes, n, bar + (0.04 if bar >= 0 else -0.04), words, INK, ha="center",
                  va="bottom" if bar >= 0 else "top")  # fmt: skip
        axes.axhline(0, color=MUTED, linewidth=0.8)
        axes.set(title=title, ylim=(-1.0, 1.25), yticks=[-1, 0, 1])
        axes.set_xticks(range(3), ["fail", "pass", "dist."])
        axes.spines["bottom"].set_visible(False)
        axes.tick_params(axis="x", length=0)
    return figure


def _sums(weights, bias):
    return weights[:, None] * X[:, 0] + bias  # (weights, 12)


def _weight_and_bias(net):
    return net.weights[0].item(), net.biases[0].item()


def _given_to_what_happened(net):
    chance = net.forward(X)[:, 0]
    return np.where(PASSED, chance, 1 - chance)


def _draw_learners(axes, named: bool = True):
    for passed, name in enumerate(("failed", "passed")):
        hours = HOURS[passed == PASSED]
        axes.plot(hours, np.full(len(hours), passed), MARKERS[passed], color=CLASSES[passed],
                  clip_on=False, zorder=3)  # fmt: skip
        if named:
            label(axes, *((25, 0.04), (3, 0.96))[passed], name, CLASSES[passed], va="center")
    axes.set(ylim=(-0.04, 1.04), xlim=(0, 40))


def _name_learner_axes(axes):
    axes.set(xlabel="hours of lessons", ylabel="probability to pass", yticks=[0, 0.5, 1])
