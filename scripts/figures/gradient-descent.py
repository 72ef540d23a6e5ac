"""The figures of "Gradient descent"."""

import numpy as np
from matplotlib.patches import Rectangle

from nnnotes import SGD, Adam, Network, RMSProp, schedules
from nnnotes.plots import loss_surface
from scripts.figures._taxi_descent import (
    CURVATURE,
    FARE,
    PRICE,
    X,
    Y,
    Z,
    best,
    distances,
    gradient,
    hessian,
    in_batches,
    loss,
    prices,
    slope,
    steps_to_arrive,
    walk,
)
from scripts.figures._valley import arrow, bottom, contours, draw_loss, draw_steps, path
from scripts.figures.clip import Clip, frames_of
from scripts.figures.style import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    NEGATIVE,
    POSITIVE,
    label,
    new_figure,
)

PATCH = {"facecolor": GROUND, "edgecolor": "none", "pad": 1.5}  # for words on a deep shade


def which_way_is_down():
    """The loss of every price. At each dot, a short piece of the line that touches the curve there. Where it falls to the right its slope is negative, and the bottom is to the right."""
    figure, axes = new_figure(height=290)
    draw_loss(axes)
    for price, color in ((1.0, NEGATIVE), (3.5, POSITIVE)):
        reach = 0.42
        ends = np.array([price - reach, price + reach])
        axes.plot(ends, loss(price) + slope(price) * (ends - price), color=color, linewidth=3.5)
        axes.plot(price, loss(price), "o", color=color, markersize=9)
    label(axes, 0.95, 240, "negative slope", NEGATIVE)
    label(axes, 3.55, 330, "positive slope", POSITIVE, ha="right")
    for start, end in ((1.15, 1.75), (3.35, 2.6)):
        arrow(axes, (start, 22), (end, 22), INK)
    label(axes, PRICE, 42, "down", INK, ha="center")
    return figure


def steps_down():
    """Eight steps from a price of nothing, all at the same learning rate. They shorten by themselves, as the slope does."""
    figure, axes = new_figure(height=280)
    draw_loss(axes)
    draw_steps(axes, prices(0.002, 8))
    axes.plot(0, loss(0.0), "o", color=ACCENT, markersize=9)
    label(axes, 0.14, loss(0.0) + 8, "start", ACCENT)
    return figure


def four_rates():
    """Ten steps at four learning rates, all from the same start. Too small: it creeps. Right: it is there. Nearly too large: it leaps back and forth, and closes in. Too large: each leap ends higher than the one before. The lower two are drawn to a smaller scale."""
    figure, axes = new_figure(height=420, columns=2, rows=2, sharex="row", sharey="row")
    figure.get_layout_engine().set(h_pad=0.16)
    rates = {"too small": 0.0003, "right": 0.004, "oscillating": 0.0105, "diverging": 0.0112}
    for panel, (name, rate) in zip(axes.flat, rates.items(), strict=True):
        draw_loss(panel, named=False)
        walked = prices(rate, 10)
        draw_steps(panel, walked, markersize=4.5)
        panel.plot(0, loss(0.0), "o", color=ACCENT, markersize=7)
        panel.plot(walked[-1], loss(walked[-1]), "s", color=INK, markersize=7, zorder=4)
        panel.set_title(f"{rate:g}: {name}")
    axes[0, 0].set(xlim=(-0.6, 4.9), ylim=(-20, 560), xticks=[0, 2, 4], yticks=[0, 200, 400])
    axes[1, 0].set(xlim=(-2.6, 6.9), ylim=(-60, 1750), xticks=[0, 3, 6], yticks=[0, 800, 1600])
    for panel in axes[:, 0]:
        panel.set_ylabel("loss, in €²")
    for panel in axes[1]:
        panel.set_xlabel("price, in €/km")
    return figure


def share_that_stays():
    """By how much one step multiplies the distance from the bottom, for every learning rate. Below the dashed line it shrinks. Left of the lowest place the step falls short, right of it the step leaps over the bottom."""
    figure, axes = new_figure(height=270)
    limit = 2 / CURVATURE
    rates = np.array([0, limit / 2, 1.25 * limit])
    axes.plot(rates, abs(1 - rates * CURVATURE), color=ACCENT, linewidth=2.5)
    axes.axhline(1, color=MUTED, linewidth=1.2, linestyle="--")
    axes.plot(limit, 1, "o", color=INK, markersize=8)
    label(axes, limit * 0.97, 1.08, "2/λ", INK, ha="right", size=16)
    axes.plot(limit / 2, 0, "o", color=INK, markersize=8, clip_on=False)
    label(axes, limit / 2, 0.27, "1/λ", INK, ha="center", size=16)
    label(axes, limit / 4 - 0.001, 0.12, "falls\nshort", MUTED, ha="center")
    label(axes, limit * 0.94, 0.12, "leaps over,\ncloses in", MUTED, ha="center")
    label(axes, limit * 1.13, 1.34, "runs away", INK, ha="right")
    axes.set(xlim=(0, 0.0137), ylim=(0, 1.5), xticks=[0, 0.004, 0.008, 0.012], yticks=[0, 0.5, 1])
    axes.set(xlabel="learning rate", ylabel="share that is left")
    return figure


def two_cuts():
    """Two cuts through the loss of two weights, at the same place (the dot). Left, only the price changes, right, only the fee. The slopes of the two cuts there are the two partial derivatives."""
    figure, panels = new_figure(height=250, columns=2, sharey=True)
    place = np.array([1.0, 2.0])
    slopes = hessian(X) @ (place - best(X))
    names = (("price, in €/km", (-1, 3)), ("fee, in €", (0, 4)))
    for n, (axes, (name, span)) in enumerate(zip(panels, names, strict=True)):
        values = np.linspace(*span, 101)
        cut = np.tile(place, (101, 1))
        cut[:, n] = values
        axes.plot(values, _heights(cut), color=INK)
        touch = place[n] + np.array([-0.75, 0.75])
        axes.plot(touch, _heights(place) + slopes[n] * (touch - place[n]), color=NEGATIVE, linewidth=3.5)  # fmt: skip
        axes.plot(place[n], _heights(place), "o", color=NEGATIVE, markersize=9)
        axes.set(xlabel=name, xlim=span, ylim=(0, 700))
        label(axes, *((1.0, 420), (2.0, 260))[n], f"slope {slopes[n]:.0f}".replace("-", "−"), NEGATIVE, ha=("left", "center")[n])  # fmt: skip
    panels[0].set_xticks([-1, 0, 1, 2])
    panels[0].set_ylabel("loss, in €²")
    return figure


def _heights(w):
    """The loss at prices and fees, (..., 2)."""
    return np.mean((w[..., :1] * X + w[..., 1:] - Y) ** 2, axis=-1)


def downhill_is_across():
    """Price and fee, both axes to the same scale. Each curve joins places of the same loss. The arrows (directions only) point straight downhill, all across the valley. None points along it; the bottom is the cross."""
    figure, axes = new_figure(height=390)
    contours(axes, X, [0.3, 100, 500, 1200, 2200])
    for price in (-3.4, -1.4, 0.6, 3.6, 5.6, 7.6):
        for fee in (-0.5, 2.5, 5.5, 8.5):
            place = np.array([price, fee])
            downhill = -hessian(X) @ (place - best(X))
            step = 1.15 * downhill / np.linalg.norm(downhill)
            arrow(axes, place, place + step, INK)
    bottom(axes, X)
    label(axes, 2.35, 3.7, "bottom", ACCENT)
    axes.set(xlim=(-4, 8.4), ylim=(-2, 10), aspect="equal", xlabel="price, in €/km")
    axes.set(ylabel="fee, in €", xticks=[-4, 0, 4, 8], yticks=[-2, 0, 2, 4, 6, 8, 10])
    return figure


def the_narrow_valley():
    """Plain descent in the narrow valley, its first ten steps, and those from 100 to 500, with a dot after every 100. It leaps from one side to the other until it stands on the floor, and then it creeps along. The stronger the colour, the higher the loss. The cross is the bottom. The price's axis is stretched, else the valley would be a needle."""
    figure, axes = new_figure(height=310)
    net = Network([1, 1], "identity", init="zeros")
    loss_surface(net, X[:, None], FARE, "mse", spans=((-1, 5), (-2, 10)), axes=axes)
    walked = walk(SGD(0.01), 500)
    axes.plot(*walked[:11].T, "-o", color=INK, linewidth=0.6, markersize=4)
    axes.plot(*walked[0], "o", color=INK, markersize=7)
    axes.plot(*walked[100:].T, color=INK, linewidth=1.3)
    axes.plot(*walked[100::100].T, "o", color=INK, markersize=5)
    for steps in (1, 2, 3, 4):
        label(axes, walked[steps, 0], walked[steps, 1] + 0.25, f"{steps}", INK, ha="center")
    for steps in (100, 500):
        price, fee = walked[steps]
        label(axes, price + 0.12, fee, f"{steps} steps", INK, va="center")
    bottom(axes, X)
    label(axes, -0.1, -0.2, "start", INK, ha="right", va="top", bbox=PATCH)
    axes.set(xlabel="price, in €/km", ylabel="fee, in €")
    return figure


def the_round_bowl():
    """The same rides, their distances counted from the mean ride in units of their spread. The valley is a round bowl, downhill leads straight to the bottom. The ten steps are at a rate of 0.15, the one step is at 1/λ, and straight: its arrow is bent so that you see both. Both axes have the same scale."""
    figure, axes = new_figure(height=390)
    net = Network([1, 1], "identity", init="zeros")
    spans = ((-6, 22), (-2, 30))
    loss_surface(net, Z[:, None], FARE, "mse", spans=spans, axes=axes)
    path(axes, walk(SGD(0.15), 10, Z))
    bottom(axes, Z)
    label(axes, 0.9, -0.6, "start", INK, va="center", bbox=PATCH)
    arrow(axes, (0, 0), best(Z), INK, linewidth=2, bend=0.3)
    label(axes, 9.9, 10.1, "one step", INK, va="center")
    label(axes, 4, 12.3, "ten steps", INK, ha="right", va="center")
    axes.set(aspect="equal", xlabel="price, in € per spread", ylabel="fare of the mean ride, in €")
    return figure


def what_a_batch_says():
    """Which way is down, from one and the same place, a price of 5 per spread and 16 for the mean ride: the word of each single ride, of forty batches of eight, and, thick, of all forty rides. A step to the right raises the price, a step up raises the fee. Small batches disagree, and on average they are right."""
    figure, panels = new_figure(height=190, columns=2, sharex=True, sharey=True)
    place, rng = np.array([5.0, 16.0]), np.random.default_rng(2)
    batches = {
        "single rides": [[n] for n in range(40)],
        "batches of eight": [rng.permutation(40)[:8] for _ in range(40)],
    }
    for axes, (name, draws) in zip(panels, batches.items(), strict=True):
        for rows in draws:
            step = -gradient(place, rows)
            axes.plot([0, step[0]], [0, step[1]], color=INK, alpha=0.4, linewidth=1.2)
        arrow(axes, (0, 0), -gradient(place, np.arange(40)), ACCENT, linewidth=3)
        axes.plot(0, 0, "o", color=INK, markersize=5)
        axes.set(aspect="equal", title=name, xlim=(-12, 45), ylim=(-5, 33), xticks=[], yticks=[])
        axes.set_xlabel("price →", loc="left")
        axes.spines[:].set_visible(False)
    label(panels[1], 11, 4, "all forty", ACCENT)
    panels[0].set_ylabel("fee →", loc="bottom")
    return figure


def three_batch_sizes():
    """Four epochs with batches of forty, eight and one. All three saw the same rides equally often. The larger the batch, the fewer the steps and the smoother the path."""
    figure, panels = new_figure(height=265, columns=3, sharex=True, sharey=True)
    for axes, size in zip(panels, (40, 8, 1), strict=True):
        contours(axes, Z, [4, 36, 100, 196, 324, 484])
        walked = in_batches(size, 4)
        path(axes, walked, marks=size > 1)
        bottom(axes, Z)
        axes.set_title(f"{len(walked) - 1} steps of {size}")
        axes.set(xlim=(-3, 16), ylim=(-3, 33), aspect="equal", xticks=[0, 10], yticks=[0, 10, 20, 30])  # fmt: skip
    panels[1].set_xlabel("price, in € per spread")
    panels[0].set_ylabel("fare of the mean ride, in €")
    return figure


def rides_and_lost_fares():
    """Left, each ride with its fare, and the best line. Right, the distances were shuffled and the fares were not. The same numbers, but they no longer belong together, and the best line is nearly level."""
    figure, panels = new_figure(height=235, columns=2, sharey=True)
    mixed = X[np.random.default_rng(0).permutation(40)]
    for axes, km, title in zip(panels, (X, mixed), ("as they were", "x shuffled, y not"), strict=True):  # fmt: skip
        axes.plot(km, Y, "o", color=INK, alpha=0.75, markersize=4.5, markeredgewidth=0)
        price, fee = best(km)
        axes.plot([0, 16], [fee, fee + 16 * price], color=ACCENT, linewidth=2.5)
        axes.set(title=title, xlabel="distance in km", xlim=(0, 16), ylim=(0, 40))
    panels[0].set_ylabel("fare in €")
    return figure


def fair_batches():
    """Which of the forty rides are in which of the five batches. Left, each ride is in one. Right, the batches grow, and the first rides are in all of them."""
    figure, panels = new_figure(height=165, columns=2, sharey=True)
    for axes, grows in zip(panels, (False, True), strict=True):
        for batch in range(5):
            first = 0 if grows else 8 * batch
            axes.add_patch(Rectangle((0, batch + 0.12), 40, 0.76, facecolor="none", edgecolor=MUTED, linewidth=0.8))  # fmt: skip
            axes.add_patch(Rectangle((first, batch + 0.12), 8 * batch + 8 - first, 0.76, facecolor=ACCENT, edgecolor=ACCENT, alpha=0.75))  # fmt: skip
        axes.set(xlim=(0, 40), ylim=(5, 0), xticks=[10, 20, 30], yticks=[])
        axes.set(title=("as in sgd", "without start")[grows], xlabel="rides, shuffled")
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0)
    panels[0].set_yticks(np.arange(5) + 0.5, [f"batch {n}" for n in range(1, 6)], color=INK)
    return figure


def at_the_limit():
    """How far the price is from the best one, step by step. Dashed: one percent above the limit. Solid: one percent below. The axis is squeezed, so that small distances and large ones are both seen."""
    figure, panels = new_figure(height=240, columns=2, sharey=True)
    for axes, momentum in zip(panels, (0.0, 0.9), strict=True):
        for share, dashes, color in ((0.99, "-", ACCENT), (1.01, "--", INK)):
            axes.plot(distances(share, momentum, 100), dashes, color=color, linewidth=1.6)
        axes.set(
            yscale="log", ylim=(3e-3, 1e3), xlim=(0, 100), xlabel="steps", yticks=[0.01, 1, 100]
        )
        axes.set_yticklabels(["€0.01", "€1", "€100"])
        axes.set_xticks([0, 50, 100], ["0", "50", "100" if momentum else ""])
        axes.minorticks_off()
        axes.set_title(("no momentum", "momentum 0.9")[momentum > 0])
    label(panels[0], 96, 40, "1% above", INK, ha="right")
    label(panels[0], 96, 0.07, "1% below", ACCENT, ha="right")
    label(panels[1], 26, 90, "1% above", INK)
    label(panels[1], 3, 0.006, "1% below", ACCENT)
    panels[0].set_ylabel("from the best price")
    return figure


WALKERS = {
    "plain": SGD(0.01),
    "momentum": SGD(0.01, momentum=0.9),
    "Adam": Adam(0.3),
}


def three_walkers():
    """Three optimizers in the narrow valley, 150 steps each. Plain descent is soon on the floor, and then creeps. Momentum swings, and gathers speed along the floor. Adam sets out diagonally, with equal steps in both weights, goes too far, turns, and walks along the floor."""
    figure, panels = new_figure(height=330, columns=3, sharex=True, sharey=True)
    figure.get_layout_engine().set(rect=(0, 0.2, 1, 0.8))  # the player covers what is lowest
    walks = [walk(optimizer, 150) for optimizer in WALKERS.values()]
    moving = []
    for axes, name in zip(panels, WALKERS, strict=True):
        contours(axes, X, [2, 20, 100, 300, 700, 1300], alpha=0.45)
        bottom(axes, X)
        axes.set(title=name, xlim=(-1.5, 6.5), ylim=(-2, 9), xticks=[0, 3, 6], yticks=[0, 3, 6, 9])
        moving.append(
            (
                axes.plot([], [], color=ACCENT, linewidth=1.8)[0],
                axes.plot([], [], "o", color=INK, markersize=8)[0],
            )
        )
    panels[0].set_ylabel("fee, in €")
    panels[1].set_xlabel("price, in €/km")
    counter = panels[2].text(1, -0.16, "step 150", ha="right", va="center", color=MUTED)
    counter.set(transform=panels[2].transAxes, in_layout=False)
    run, rest = 180, 20

    def change(n: int):
        step = 150 * (min(n, run) / run) ** 1.8
        whole, part = int(step), step - int(step)
        for (trail, dot), walked in zip(moving, walks, strict=True):
            here = walked[whole] + part * (walked[min(whole + 1, 150)] - walked[whole])
            trail.set_data(*np.vstack([walked[: whole + 1], here]).T)
            dot.set_data(*here[:, None])
        counter.set_text(f"step {whole}")

    return Clip(frames_of(figure, run + rest, change), still=run)


def who_arrives():
    """Steps until both weights are within five cents of the bottom for good, over the learning rate. More rates than in the table below, and more patience. On the right, plain descent and momentum end where larger rates diverge, RMSProp where it never settles. Adam's line ends only with the picture."""
    figure, axes = new_figure(height=320)
    makers = {
        "plain": (SGD, MUTED, "-o", (0.0085, 1700)),
        "momentum": (lambda rate: SGD(rate, momentum=0.9), INK, "-s", (0.00105, 100)),
        "RMSProp": (lambda rate: RMSProp(rate, decay=0.9), INK, "--^", (0.024, 125)),
        "Adam": (Adam, ACCENT, "-D", (0.62, 160)),
    }
    rates = 10 ** np.arange(-3.0, 0.3, 0.25)
    for name, (make, color, dashes, place) in makers.items():
        steps = [steps_to_arrive(make(rate), 2500) for rate in rates]
        inside = {"markerfacecolor": "none", "zorder": 3} if name == "RMSProp" else {}
        size = 9 if name == "RMSProp" else 6
        axes.plot(rates, steps, dashes, color=color, markersize=size, linewidth=1.6, **inside)
        label(axes, *place, name, color)
    axes.set(xscale="log", yscale="log", xlabel="learning rate", ylabel="steps")
    axes.set(xlim=(0.0009, 2.2), ylim=(40, 3000))
    axes.set_xticks([0.001, 0.01, 0.1, 1], ["0.001", "0.01", "0.1", "1"])
    axes.set_yticks([100, 1000], ["100", "1000"])
    axes.minorticks_off()
    return figure


def smaller_steps():
    """One ride a step, with a rate that stays (dashed) and one that falls in half a wave. Above the rate, below how far the weights are from the best. Small steps at the end let the noise settle."""
    figure, panels = new_figure(height=310, rows=2, sharex=True)
    epochs = np.arange(41)
    for schedule, dashes, color, name, places in (
        (schedules.constant(), "--", INK, "constant", ((30, 0.082), (30, 2.2))),
        (schedules.cosine(40), "-", ACCENT, "cosine", ((22, 0.062), (22, 0.015))),
    ):
        panels[0].plot(epochs, [0.1 * schedule(n) for n in epochs], dashes, color=color)
        walked = walk(SGD(0.1, schedule=schedule), 40, Z, batch_size=1)
        far = np.linalg.norm(walked - best(Z), axis=1)
        panels[1].plot(epochs, far, dashes, color=color, linewidth=1.6)
        for axes, place in zip(panels, places, strict=True):
            label(axes, *place, name, color)
    panels[0].set(ylabel="rate", ylim=(0, 0.11), yticks=[0, 0.05, 0.1])
    panels[1].set(ylabel="distance, in €", xlabel="epochs", yscale="log", xlim=(0, 40))
    panels[1].set_yticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    panels[1].minorticks_off()
    return figure
