"""The figures of "Handwritten digits"."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from nnnotes import confusion_matrix, plots
from nnnotes.datasets import digits
from nnnotes.palette import DARK
from nnnotes.views import bricks
from scripts.figures import _ink, _pen, _reading
from scripts.figures._ink import ink, words
from scripts.figures._reading import piles, read, reader
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import ACCENT, INK, MUTED, bare, label, new_figure


def three_piles():
    """All the digits, in three piles. Each pile has its own use, and no digit is in two of them."""
    figure, axes = new_figure(height=130)
    bare(axes)
    axes.set_aspect("auto")
    start = 0
    uses = (("training", "to learn from"), ("validation", "to choose"), ("test", "to judge"))
    for (x, _), (name, use), fill in zip(piles(), uses, (0.4, 0.2, 0), strict=True):
        middle = start + len(x) / 2
        axes.barh(0, len(x), left=start, color=(ACCENT, fill), edgecolor=INK, linewidth=1.4)
        label(axes, middle, 0, f"{len(x):,}", ha="center", va="center")
        label(axes, middle, 0.62, name, ha="center", va="center", weight="bold")
        label(axes, middle, -0.62, use, MUTED, ha="center", va="center")
        start += len(x)
    axes.set(xlim=(-10, start + 10), ylim=(-0.85, 0.85))
    return figure


def sixty_digits():
    """Training digits, six of each kind. Every picture is 8 pixels wide and 8 high."""
    (x, y), _, _ = piles()
    chosen = [np.flatnonzero(y == digit)[row] for row in range(6) for digit in range(10)]
    places = [(40 * column + 4, 40 * row + 24) for row in range(6) for column in range(10)]
    names = [words(40 * digit + 20, 14, str(digit), "muted") for digit in range(10)]
    title, desc = "Sixty handwritten digits", "Six rows of ten; each column holds one digit."
    return _ink.picture([*names, ink(x[chosen], places, 4)], 264, title, desc)


def one_digit_twice():
    """One digit, as you see it and as the network is given it: how many of the 16 dots in each block are ink."""
    (x, _), _, _ = piles()
    side = 23
    numbers = [
        words(208 + side * (column + 0.5), 4 + side * (row + 0.5) + 4.5, f"{16 * value:.0f}")
        for (row, column), value in np.ndenumerate(x[0].reshape(8, 8))
    ]
    frames = [_ink.frame(left, 4, 8 * side) for left in (4, 208)]
    title, desc = "A digit and its numbers", "An eight by eight picture of a 3, and its 64 numbers."
    return _ink.picture([ink(x[:1], [(4, 4)], side), *frames, *numbers], 192, title, desc)


def average_digits():
    """The averages that nearest mean compares with. Where people agree on a stroke, the average is strong; where they do not, it fades."""
    means = _reading.averages(*piles()[0])
    places = [(80 * (digit % 5) + 8, 82 * (digit // 5) + 4) for digit in range(10)]
    title, desc = "The average digits", "Blurred digits from 0 to 9, in two rows of five."
    return _ink.picture([ink(means, places, 8)], 154, title, desc)


def nearest_pairs():
    """Above, digits to be read. Below, the training digit that is most like each, whose label becomes the answer. The last answer is wrong."""
    (known, labels), (x, y), _ = piles()
    found = _reading.closest(known, x)
    wrong = np.flatnonzero(labels[found] != y)[:1]
    chosen = [np.flatnonzero((labels[found] == y) & (y == d))[0] for d in (4, 2, 7, 5)]
    chosen = [*chosen, *wrong]
    places = [(80 * column + 8, 4) for column in range(5)]
    below = [(left, 104) for left, _ in places]
    shapes = [ink(x[chosen], places, 8), ink(known[found[chosen]], below, 8)]
    for (left, top), i in zip(places, chosen, strict=True):
        kind = "strong" if i in wrong else "muted"
        shapes.append(words(left + 32, top + 84, f"is {y[i]}"))
        shapes.append(words(left + 32, top + 184, f"says {labels[found[i]]}", kind))
    title, desc = "Digits and those most like them", "Five pairs; the last one has two labels."
    return _ink.picture(shapes, 198, title, desc)


def the_network_in_bricks():
    """The network, to scale: every pixel has a weight to every hidden node, and every hidden node one to each of the ten outputs. The bent line stands for ReLU, the three bars for softmax."""
    return bricks(_reading.fresh(), title="A network for digits of 64 pixels")


def two_losses():
    """Two losses, on a scale where every step up is tenfold. Training: the mean over the epoch, while it still learns. Validation: after the epoch. That is why training starts higher."""
    from nnnotes import train

    (x, y), held_out, _ = piles()
    settings = _reading.SETTINGS | {"epochs": 30, "rng": 0, "validation": held_out}
    history = train(_reading.fresh(), x, y, **settings)
    figure, axes = new_figure(height=250)
    epochs = np.arange(1, 31)
    axes.plot(epochs, history.validation, color=ACCENT)
    axes.plot(epochs, history.training, color=INK, linestyle="--")
    label(axes, 30, history.validation[-1] * 1.25, "validation", ACCENT, ha="right")
    label(axes, 22.5, history.training[22] / 1.35, "training", INK, ha="right", va="top")
    axes.set(xlabel="epoch", ylabel="loss", yscale="log", xlim=(0, 31))
    axes.set_ylim(bottom=0.001)
    axes.set_yticks([0.001, 0.01, 0.1, 1], ["0.001", "0.01", "0.1", "1"])
    axes.minorticks_off()
    return figure


def the_diagonal_fills():
    """What validation digits are taken for, after so many epochs. Each row is a true digit, each column an answer. The stronger a square's colour, the larger its share of its row; even a single answer leaves a tint."""
    (x, y), (new, truth), _ = piles()
    shapes, side = [], 15
    for place, epochs in enumerate((0, 1, 3, 30)):
        net = _reading.learned(x, y, epochs=epochs) if epochs else _reading.fresh()
        counts = confusion_matrix(truth, read(net, new), 10)
        left, top = 32 + 200 * (place % 2), 44 + 222 * (place // 2)
        shares = counts / counts.sum(axis=1, keepdims=True)
        tints = np.where(counts > 0, np.maximum(shares, 0.3), 0)
        shapes.append(ink([tints], [(left, top)], side, "accent"))
        shapes.append(_ink.frame(left, top, 10 * side))
        name = f"{epochs} epoch{'s' * (epochs != 1)}: {_reading.share(net, new, truth):.0%} right"
        shapes.append(words(left + 5 * side, top - 26, name))
        for digit in range(10):
            middle = (digit + 0.5) * side
            shapes.append(words(left + middle, top - 6, str(digit), "muted"))
            shapes.append(words(left - 10, top + middle + 4.5, str(digit), "muted"))
    title, desc = "Answers while it learns", "Four confusion matrices; the last is nearly diagonal."
    return _ink.picture(shapes, 424, title, desc)


def choosing_a_width():
    """Validation accuracy for three widths, three seeds each. The line joins their means; the dashed line is the network without hidden nodes."""
    (x, y), (new, truth), _ = piles()
    figure, axes = new_figure(height=240)
    plain = 100 * _reading.share(
        _reading.learned(x, y, (), epochs=_reading.PLAIN_EPOCHS), new, truth
    )
    axes.axhline(plain, color=INK, linewidth=1.4, linestyle="--")
    label(axes, 2.3, plain - 0.3, "logistic regression", ha="right", va="top")
    means = []
    for place, width in enumerate((8, 32, 128)):
        nets = [_reading.learned(x, y, (width,), seed) for seed in range(3)]
        shares = [100 * _reading.share(net, new, truth) for net in nets]
        means.append(np.mean(shares))
        axes.plot([place - 0.05, place, place + 0.05], shares, "o", color=ACCENT, markersize=7)
    axes.plot(means, color=MUTED, linewidth=1.2, zorder=0)
    axes.set_xticks(range(3), ["8", "32", "128"])
    axes.set(xlabel="hidden nodes", ylabel="read correctly, in %", xlim=(-0.3, 2.3), ylim=(84, 100))
    return figure


def the_scoreboard():
    """Mistakes in a hundred test digits, each with its interval, on a scale where every step to the right is about threefold."""
    (x, y), (new, truth) = _reading.rest(), piles()[2]
    answers = {
        "nearest neighbour": y[_reading.closest(x, new)],
        "the network": read(reader(), new),
        "logistic regression": read(_reading.learned(x, y, (), epochs=_reading.PLAIN_EPOCHS), new),
        "nearest mean": _reading.closest(_reading.averages(x, y), new),
        "chance": np.full(len(truth), np.bincount(y).argmax()),
    }
    figure, axes = new_figure(height=240)
    for place, (name, given) in enumerate(answers.items()):
        wrong, color = int((given != truth).sum()), ACCENT if name == "the network" else INK
        low, high = _reading.interval(wrong, len(truth))
        axes.plot([100 * low, 100 * high], [place, place], color=color, linewidth=1.6)
        axes.plot(100 * wrong / len(truth), place, "o", color=color, markersize=8)
        rate = f"{100 * wrong / len(truth):.1f}"
        label(axes, 100 * wrong / len(truth), place + 0.2, rate, color, ha="center", va="bottom")
    axes.set(xscale="log", xlim=(0.25, 120), ylim=(-0.5, 4.7), xlabel="mistakes in 100 digits")
    axes.set_xticks([0.3, 1, 3, 10, 30, 100], ["0.3", "1", "3", "10", "30", "100"])
    axes.set_yticks(range(5), answers, color=INK)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.minorticks_off()
    return figure


def who_was_taken_for_whom():
    """The test digits: how often each digit, down, was given each answer, across."""
    _, _, (x, y) = piles()
    figure, axes = new_figure(height=400)
    plots.confusion(confusion_matrix(y, read(reader(), x)), axes=axes)
    axes.set(xlabel="what the network says", ylabel="what it is")
    return figure


def the_mistakes():
    """All that the network misread in the test, the surest mistakes first."""
    _, _, (x, y) = piles()
    outputs = reader().forward(x)
    wrong = np.flatnonzero(outputs.argmax(axis=1) != y)
    wrong = wrong[np.argsort(-outputs[wrong].max(axis=1))]
    places = [(100 * (i % 4) + 14, 132 * (i // 4) + 6) for i in range(len(wrong))]
    shapes = [ink(x[wrong], places, 9)]
    for (left, top), i in zip(places, wrong, strict=True):
        shapes.append(words(left + 36, top + 90, f"{y[i]}, read as {outputs[i].argmax()}"))
        shapes.append(words(left + 36, top + 107, f"{outputs[i].max():.0%} sure", "accent"))
    title, desc = (
        "The mistakes",
        "Misread digits, each with its label, the answer and its sureness.",
    )
    return _ink.picture(shapes, 132 * -(-len(wrong) // 4), title, desc)


def sure_and_right():
    """How sure the answers of ten networks were, and how many of them were right, with intervals. On the dashed line the two are equal."""
    outputs = np.concatenate([run[0] for run in _reading.ten_runs()])
    truths = np.concatenate([run[1] for run in _reading.ten_runs()])
    sure, hits = outputs.max(axis=1), outputs.argmax(axis=1) == truths
    figure, axes = new_figure(height=330)
    axes.plot([50, 100], [50, 100], color=MUTED, linewidth=1.2, linestyle="--")
    for above, to in ((0, 0.8), (0.8, 0.95), (0.95, 0.99), (0.99, 1)):
        here = (above < sure) & (sure <= to)
        n, place = int(here.sum()), 100 * sure[here].mean()
        low, high = _reading.interval(int(hits[here].sum()), n)
        axes.plot([place] * 2, [100 * low, 100 * high], color=ACCENT, linewidth=1.6)
        axes.plot(place, 100 * hits[here].mean(), "o", color=ACCENT, markersize=9)
        label(axes, place + 2, 100 * hits[here].mean(), f"{n:,} answers", va="center")
    axes.set(xlabel="how sure, in %", ylabel="how many right, in %", xlim=(50, 126), ylim=(49, 103))
    axes.set_xticks([60, 80, 100])
    axes.set_yticks([60, 80, 100])
    axes.spines["bottom"].set_bounds(50, 100)
    axes.xaxis.set_label_coords(75, -0.12, transform=axes.get_xaxis_transform())
    return figure


def ten_splits():
    """Top: ten random splits, one in each row. Below, where regression was not tried: each fifth of the file in turn as the test. A dot inside another mark is level with it."""
    figure, axes = new_figure(height=410)
    kinds = {  # of mark: the network's is the smallest, so that no other hides it
        "network": {"marker": "o", "color": ACCENT, "ms": 6},
        "nearest neighbour": {"marker": "s", "mfc": "none", "mec": INK, "ms": 10},
        "regression": {"marker": "^", "mfc": "none", "mec": MUTED, "ms": 11},
    }
    at_random = [(np.mean(o.argmax(axis=1) == y), *rest) for o, y, *rest in _reading.ten_runs()]
    for row, shares in enumerate([*at_random, *_reading.fifths()]):
        height = -row - 1.4 * (row >= 10)
        ends = [100 * min(shares), 100 * max(shares)]
        axes.plot(ends, [height] * 2, color=MUTED, linewidth=0.8, zorder=1)
        for share, look in zip(shares, kinds.values(), strict=False):
            axes.plot(100 * share, height, **look)
    for place, name in zip((90.3, 92.75, 96.95), kinds, strict=True):
        axes.plot(place, 1.6, clip_on=False, **kinds[name])
        label(axes, place + 0.3, 1.6, name, INK, va="center")
    label(axes, 90.2, 0, "random splits", MUTED, va="center")
    label(axes, 90.2, -10.3, "by file order", MUTED, va="center")
    axes.axhline(-9.9, color=MUTED, linewidth=0.8, linestyle=":")
    axes.set(xlabel="read correctly, in %", xlim=(90, 100), ylim=(-16, 2.2), yticks=[])
    axes.spines["left"].set_visible(False)
    return figure


def similar_and_close():
    """How many rows away the most similar digit stands, for all digits. Each bar is one person's share of rows. Dashed: how it would be if similar digits stood anywhere in the file."""
    x, _ = digits()
    rows = np.arange(len(x))
    distances = (x**2).sum(axis=1)[:, None] + (x**2).sum(axis=1) - 2 * x @ x.T
    np.fill_diagonal(distances, np.inf)
    edges = np.linspace(0, len(x), 14)  # 13 people
    figure, axes = new_figure(height=240)
    axes.hist(abs(distances.argmin(axis=1) - rows), edges, color=(ACCENT, 0.5), edgecolor=ACCENT)
    anywhere = np.histogram(abs(np.subtract.outer(rows, rows)), edges)[0] / len(x)
    axes.stairs(anywhere, edges, color=INK, linestyle="--", linewidth=1.6)
    label(axes, 160, 880, "most similar digits", ACCENT)
    label(axes, 620, 240, "by chance", INK)
    axes.set(xlabel="rows away in the file", ylabel="digits", xlim=(0, 1800))
    return figure


def more_digits():
    """Accuracy against the number of training digits, which grows by about the same factor from mark to mark. Dashed: nearest neighbour. Means of three splits."""
    sizes = (10, 30, 100, 300, 1000)
    ours, theirs = 100 * np.mean([_reading.with_few(n) for n in sizes], axis=1).T
    figure, axes = new_figure(height=260)
    axes.plot(sizes, theirs, "s--", color=INK, linewidth=1.4, markersize=6)
    axes.plot(sizes, ours, "o-", color=ACCENT, markersize=8)
    label(axes, 34, 68, "the network", ACCENT)
    label(axes, 90, theirs[2] + 1.5, "nearest neighbour", INK, ha="right")
    axes.set(xscale="log", xlabel="training digits", ylabel="read correctly, in %", ylim=(35, 101))
    axes.set_xticks(sizes, [f"{n:,}" for n in sizes])
    axes.minorticks_off()
    return figure


def being_read():
    """A pen writes a 3, and goes on until it is an 8. After every step the network is asked what it sees."""
    figure, (left, right) = new_figure(height=300, columns=2, width_ratios=[1, 1.1])
    figure.get_layout_engine().set(rect=(0, 0.25, 1, 0.71))  # the player covers what is lowest
    way, net = _pen.three_to_eight(), reader()
    paper, point, bars, best, title = _writing_panels(left, right)
    write, rest, fade = 160, 32, 16

    def change(n: int):
        steps = max(1, round(len(way) * min(n / write, 1)))
        there = 1 - eased(n - write - rest, fade)
        image = there * _pen.pixels(_pen.dots(way[:steps]))
        outputs = net.forward(image.ravel())
        paper.set_data(image)
        point.set_data(*way[:steps].T / 4)
        point.set_alpha(there)
        for digit, (bar, share) in enumerate(zip(bars, outputs, strict=True)):
            bar.set_width(float(share))
            best[digit].set_width(float(share) * (digit == outputs.argmax()))
        title.set_text(f"{outputs.argmax()}, {outputs.max():.0%} sure")

    return Clip(frames_of(figure, write + rest + fade, change), still=118, rate=20)


def moved_aside():
    """A test digit moved by up to two columns, and what becomes of all test digits when they are moved like that."""
    _, _, (x, y) = piles()
    shown = int(np.flatnonzero(y == 7)[0])
    shapes = [words(200, 96, "of all test digits, moved like this", "muted")]
    wide = np.pad(x.reshape(-1, 8, 8), [(0, 0), (0, 0), (2, 2)])
    for place, aside in enumerate((-2, -1, 0, 1, 2)):
        moved = wide[:, :, 2 - aside : 10 - aside].reshape(-1, 64)
        outputs, left = reader().forward(moved), 80 * place + 8
        shapes += [ink(moved[shown : shown + 1], [(left, 8)], 8), _ink.frame(left, 8, 64)]
        right = np.mean(outputs.argmax(axis=1) == y)
        lines = ((f"{right:.0%} right", ""), (f"{outputs.max(axis=1).mean():.0%} sure", "accent"))
        for line, (text, kind) in enumerate(lines):
            shapes.append(words(left + 32, 118 + 18 * line, text, kind))
    title, desc = "Digits moved aside", "A 7 in five places, with the accuracy for each shift."
    return _ink.picture(shapes, 146, title, desc)


def _writing_panels(left, right):
    """An empty grid of pixels with a pen on it, and ten bars, with what a clip moves."""
    bare(left)
    left.set(xlim=(-0.2, 8.2), ylim=(8.2, -0.2))
    ink_alone = LinearSegmentedColormap.from_list("ink", [(DARK["ink"], 0), DARK["ink"]])
    paper = left.imshow(np.zeros((8, 8)), ink_alone, vmin=0, vmax=1, extent=(0, 8, 8, 0))
    left.add_patch(Rectangle((0, 0), 8, 8, fill=False, edgecolor=MUTED, linewidth=0.8))
    (point,) = left.plot([], [], "o-", color=ACCENT, markersize=11, markevery=[-1], alpha=1)
    bars = right.barh(range(10), np.zeros(10), color=MUTED, linewidth=0)
    best = right.barh(range(10), np.zeros(10), color=ACCENT, linewidth=0)
    right.set(xlim=(0, 1), ylim=(9.6, -0.6), xticks=[0, 1], yticks=range(10), xlabel="output")
    right.set_yticklabels([str(digit) for digit in range(10)], color=INK)
    right.tick_params(length=0)
    title = right.set_title(" ", color=ACCENT)
    return paper, point, bars, best, title
