"""The figures of "Sigmoid neurons"."""

import numpy as np

from nnnotes import calibration, derivative, sigmoid, step
from nnnotes.datasets import moons
from nnnotes.views import picture
from scripts.figures._naming import with_output
from scripts.figures._sigmoid_neurons import (
    NEW_DAYS,
    answer_axes,
    curve,
    curve_axes,
    days,
    draw_points,
    forecaster,
    look_closer,
    minus,
    new_days,
    on_moons,
    on_overcast_days,
    part,
    plain_ticks,
    scaled,
    shade,
    share_figure,
    umbrella,
    weather_axes,
)
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import (
    ACCENT,
    INK,
    MUTED,
    NEGATIVE,
    POSITIVE,
    label,
    name_axes,
    new_figure,
)


def a_small_change():
    """Two days that differ by one percent of humidity, as a dot and a square. The perceptron's answer jumps between them (dashed). The sigmoid neuron gives both nearly the same answer."""
    figure, axes = new_figure(height=250)
    humidity = np.linspace(0.85, 0.94, 451)
    for kind, color, dashes in (("step", INK, "--"), ("sigmoid", ACCENT, "-")):
        net = umbrella(kind)
        axes.plot(humidity, on_overcast_days(net, humidity), color=color, linestyle=dashes)
        for place, marker in ((0.89, "o"), (0.90, "s")):
            answer = on_overcast_days(net, np.array([place]))
            axes.plot(place, answer, marker, color=color, markersize=9)
    label(axes, 0.852, 0.05, "perceptron", INK)
    label(axes, 0.852, 0.53, "sigmoid neuron", ACCENT)
    label(axes, 0.93, 0.92, "umbrella", MUTED, ha="center")
    label(axes, 0.93, 0.05, "no umbrella", MUTED, ha="center")
    answer_axes(axes)
    axes.set(xlabel="humidity, under a full sky of clouds", xlim=(0.85, 0.94))
    return figure


def the_curve():
    """The sigmoid. Far to the left it is almost 0, far to the right almost 1, and in the middle it says 0.5."""
    figure, axes = new_figure(height=240)
    curve(axes, 1, 0, reach=8)
    for z in (-4, -2, 0, 2, 4):
        side = -1 if z < 0 else 1
        axes.plot(z, sigmoid(z), "o", color=ACCENT, markersize=8)
        place = z + 0.5 * side, float(sigmoid(z)) - 0.02 - 0.05 * side
        words = {"ha": "left" if side > 0 else "right", "va": "center"}
        label(axes, *place, f"{sigmoid(z):.2f}", INK, **words)
    label(axes, 1.0, 0.92, r"$\sigma(z)$", ACCENT, size=18, ha="right")
    answer_axes(axes)
    name_axes(axes, "$z$", "")
    axes.set(xticks=[-8, -4, 0, 4, 8], xlim=(-8, 8))
    return figure


def the_perceptron():
    """The umbrella perceptron. The last box jumps."""
    drawing = picture(umbrella("step"), notation="values", title="The umbrella perceptron")
    return with_output("a", drawing)


def the_sigmoid_neuron():
    """The umbrella sigmoid neuron. The same numbers, and a last box that climbs."""
    drawing = picture(umbrella("sigmoid"), notation="values", title="The umbrella sigmoid neuron")
    return with_output("a", drawing)


def slopes():
    """Above, what each makes of the sum. Below, the slope of that: how much the answer moves when the sum does."""
    figure, panels = new_figure(height=290, columns=2, rows=2, sharex=True, sharey="row")
    z = np.linspace(-6, 6, 401)
    for (above, below), name, function, color in (
        (panels[:, 0], "step", step, INK),
        (panels[:, 1], "sigmoid", sigmoid, ACCENT),
    ):
        dashes = "--" if name == "step" else "-"
        above.plot(z, function(z), color=color, linestyle=dashes)
        below.plot(z, derivative(name)(z), color=color, linewidth=2.5, linestyle=dashes)
        above.set(title=name, yticks=[0, 1], ylim=(-0.1, 1.1))
        below.set(yticks=[0, 0.25], ylim=(-0.04, 0.36), xticks=[-5, 0, 5])
        plain_ticks(below)
        below.set_xlabel("$z$", fontsize=18)
    label(panels[1, 0], 0, 0.1, "0 wherever it has one", INK, ha="center")
    label(panels[1, 1], 0, 0.28, "at most a quarter", ACCENT, ha="center")
    panels[0, 0].set_ylabel("answer")
    panels[1, 0].set_ylabel("slope")
    return figure


def stairs_and_slope():
    """One knob is turned, the bias; the weight on the air pressure stays at −3. Above: the share of days that the perceptron gets wrong. Below: the mean squared miss of the sigmoid neuron (the difference between its answer and the truth, squared, on average). The stairs are flat almost everywhere, and in this stretch the curve is level at its bottom alone."""
    figure, (above, below) = new_figure(height=320, rows=2, sharex=True)
    x, y = days()
    few, wet = x[72:96, 0], y[72:96]  # two dozen of them in which the kinds overlap
    biases = np.linspace(-6, 6, 1201)
    sums = -3 * few + biases[:, None]  # (biases, days)
    above.plot(biases, np.mean(step(sums) != wet, axis=1), color=INK, linewidth=1.8)
    below.plot(biases, np.mean((sigmoid(sums) - wet) ** 2, axis=1), color=ACCENT)
    above.set(title="perceptron", ylabel="wrong days", ylim=(0, 0.6), yticks=[0, 0.5])
    below.set(title="sigmoid neuron", ylabel="squared miss", ylim=(0, 0.6), yticks=[0, 0.5])
    below.set(xlabel="bias", xticks=[-6, -3, 0, 3, 6], xlim=(-6, 6))
    plain_ticks(above)
    plain_ticks(below)
    return figure


def many_weights():
    """The weight says how steep the curve is, and which way it runs. The bias is 0 here."""
    figure, axes = new_figure(height=260)
    for w in (0.3, 1, 4):
        curve(axes, w, 0, color=POSITIVE, linewidth=1.0 + 0.8 * w)
    curve(axes, -2, 0, color=NEGATIVE, linestyle="--")
    label(axes, 3.2, 0.6, "w = 0.3", POSITIVE)
    label(axes, 1.95, 0.79, "w = 1", POSITIVE, va="center")
    label(axes, 0.3, 1.05, "w = 4", POSITIVE)
    label(axes, 1.3, 0.12, minus("w = -2"), NEGATIVE)
    curve_axes(axes)
    axes.set_ylim(top=1.16)
    return figure


def many_biases():
    """The bias moves the curve along, and leaves its shape alone. The weight is 2 in all of them."""
    figure, axes = new_figure(height=260)
    for b in (6, 0, -6):
        main = b == 0
        curve(axes, 2, b, color=ACCENT, linewidth=2.5, linestyle="-" if main else "--")
        axes.plot(-b / 2, 0.5, "o", color=ACCENT, markersize=8)
        label(axes, -b / 2 + 0.3, 0.45, minus(f"b = {b}"), ACCENT)
    curve_axes(axes)
    return figure


def louder():
    """The umbrella neuron, with all of its weights and its bias multiplied by the same number. It is undecided at the same humidity each time, only less and less willing to say so."""
    figure, panels = new_figure(height=190, columns=3, sharey=True)
    humidity = np.linspace(0.5, 1, 401)
    for axes, factor in zip(panels, (1, 20, 500), strict=True):
        axes.plot(humidity, on_overcast_days(umbrella("sigmoid", factor), humidity), color=ACCENT)
        answer_axes(axes, "answer" if factor == 1 else "")
        axes.set(title=f"× {factor}", xlim=(0.5, 1), xticks=[0.5, 0.75, 1])
    panels[1].set_xlabel("humidity")
    part(panels)
    return figure


def through_the_family():
    """Weight and bias take turns. The dot is the midpoint. The triangle leans on the tangent there, which climbs at w/4, and its foot is 2/w long, half as long as the ruler further down: the larger the weight, the narrower the triangle, until the curve is a wall."""
    figure, axes = new_figure(height=330)
    figure.get_layout_engine().set(rect=(0, 0.2, 1, 0.77))  # the player covers what is lowest
    line = curve(axes, 1, 0, linewidth=3)
    (triangle,) = axes.plot([], [], color=INK, linewidth=1.4)
    (middle,) = axes.plot([], [], "o", color=ACCENT, markersize=9, zorder=4)
    curve_axes(axes)
    places = {"w": 0.02, "b": 0.32, "slope": 0.66}
    names = {name: axes.text(at, 1.04, "", transform=axes.transAxes) for name, at in places.items()}
    axes.set_title(" ")  # keeps their room
    x = np.linspace(-5, 5, 2001)
    # Weight and midpoint at each stop; the weight grows by factors.
    stops = np.array([(1, 0), (4, 0), (4, 2), (60, 2), (4, 2), (4, -2), (1, 0)], float)
    stops[:, 0] = np.log(stops[:, 0])
    move, rest = 30, 9

    def change(n: int):
        at, into = divmod(n, move + rest)
        log_w, mid = stops[at] + (stops[at + 1] - stops[at]) * eased(into, move)
        w = np.exp(log_w)
        line.set_data(x, sigmoid(w * (x - mid)))
        triangle.set_data([mid, mid + 2 / w, mid + 2 / w, mid], [0.5, 1, 0.5, 0.5])
        middle.set_data([mid], [0.5])
        b = -w * mid
        names["w"].set_text(f"w = {w:.1f}")
        names["b"].set_text(minus(f"b = {round(b)}"))
        names["slope"].set_text(f"slope w/4 = {w / 4:.2f}")

    return Clip(frames_of(figure, (len(stops) - 1) * (move + rest), change), still=75)


def read_it_off():
    """A sigmoid whose weight and bias you are not told. Find where it says 0.5, lay a ruler along it there, and measure how long the ruler takes from 0 to 1."""
    figure, axes = new_figure(height=280)
    w, b = 0.8, -2.4
    x = np.linspace(-4, 10, 401)
    axes.plot(x, sigmoid(w * x + b), color=ACCENT, linewidth=3)
    middle, width = -b / w, 4 / w
    left, right = middle - width / 2, middle + width / 2
    axes.plot([left, right], [0, 1], color=INK, linewidth=1.4)
    axes.plot([middle, middle], [-0.06, 0.5], color=MUTED, linestyle="--", linewidth=1.2)
    axes.plot(middle, 0.5, "o", color=ACCENT, markersize=9)
    axes.annotate("", (left, 0), (right, 0), arrowprops={"arrowstyle": "<->", "color": INK})
    axes.plot([right, right], [0, 1], color=MUTED, linestyle=":", linewidth=1.2)
    label(axes, middle + 0.25, 0.06, "4/w", INK)
    label(axes, middle - 0.3, 0.53, "midpoint", ACCENT, ha="right")
    answer_axes(axes)
    axes.set(xlabel="$x$", xticks=range(-4, 11, 2), xlim=(-4, 10))
    return figure


def wet_and_dry():
    """Days at the weather station. It rained on the squares."""
    figure, axes = new_figure(height=290)
    x, y = days()
    draw_points(axes, x, y, ("dry", "rain"), [(1.9, 2.3), (-1.9, 2.3)])
    weather_axes(axes)
    return figure


def an_s_in_the_data():
    """The same days, cut into slices by their pressure. Each dot is the share of a slice's days on which it rained."""
    return share_figure()[0]


def the_s_it_found():
    """The dots again, and what the trained neuron answers at each pressure, on a day with the usual wind."""
    figure, axes = share_figure()
    pressure = np.linspace(-2.4, 2.4, 201)
    answers = forecaster().forward(np.column_stack([pressure, np.zeros(201)]))
    axes.plot(pressure, answers, color=ACCENT, linewidth=3, zorder=1)
    return figure


def the_trained_neuron():
    """What the trained neuron answers for every day there could be: the stronger the green, the likelier rain. On the thick line it cannot decide. The marks are some of the days that it learned from."""
    figure, axes = new_figure(height=310)
    x, y = days()
    net = forecaster()
    shade(axes, net, (-3, 3), (-2.7, 2.7))
    draw_points(axes, x[:120], y[:120], ("dry", "rain"), [(2.3, 2.2), (-2.3, 2.2)])
    weather_axes(axes)
    (w_1, w_2), b = net.weights[0][:, 0], net.biases[0][0]
    for level, side in ((0.1, "left"), (0.5, "center"), (0.9, "right")):
        place = (np.log(level / (1 - level)) - b - 2.7 * w_2) / w_1
        label(axes, place, 2.78, f"{level:g}", INK, ha=side)
    return figure


def honest_or_not():
    """New days, sorted into five bins by what was forecast. On the dotted diagonal, rain comes as often as it was promised. Above it, it rained more often than forecast. All three neurons give the same yes or no on every day."""
    figure, panels = new_figure(height=250, columns=3, sharey=True)
    x, y = new_days()
    titles = {0.25: "÷ 4: timid", 1: "as trained", 4: "× 4: too sure"}
    for axes, (factor, title) in zip(panels, titles.items(), strict=True):
        found = calibration(y, scaled(forecaster(), factor).forward(x)[:, 0], bins=5)
        color = ACCENT if factor == 1 else INK
        axes.plot([0, 1], [0, 1], color=MUTED, linestyle=":", linewidth=1.4)
        axes.plot(found.confidence, found.accuracy, "o-", color=color, markersize=5, clip_on=False)
        axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
        axes.set_title(title, color=color)
        plain_ticks(axes)
    part(panels)
    panels[0].set_ylabel("share with rain")
    panels[1].set_xlabel("forecast")
    return figure


def one_straight_line():
    """Two moons, and what one sigmoid neuron learns of them. Strong green is where it expects class 1. The marks are some of the new points; the larger circle shows more of those in the smaller. There it could hardly be more wrong."""
    figure, axes = new_figure(height=330)
    x, y = moons(NEW_DAYS, noise=0.15, rng=7)
    net = on_moons()
    shade(axes, net, (-1.5, 2.5), (-1.1, 1.95))
    draw_points(axes, x[:200], y[:200], ("class 0", "class 1"), [(-1.0, 1.35), (2.0, -0.95)])
    look_closer(axes, x, y, tip=(0, 0.5), radius=0.25, at=(1.8, 1.32), reach=0.58)
    axes.set_aspect("equal")
    (w_1, w_2), b = net.weights[0][:, 0], net.biases[0][0]
    for level in (0.1, 0.5, 0.9):  # where each line ends, on the right
        height = (np.log(level / (1 - level)) - b - 2.5 * w_1) / w_2
        label(axes, 2.55, height, f"{level:g}", INK, va="center")
    axes.set(xlabel="first input", ylabel="second input", xticks=[-1, 0, 1, 2], yticks=[-1, 0, 1])
    plain_ticks(axes)
    return figure
