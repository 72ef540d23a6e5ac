"""The figures of "What networks can represent": the gallery's pairs, and what is explained beside them."""

import itertools

import numpy as np

from nnnotes import Network
from nnnotes.views import picture
from scripts.figures._bumps import HAND_SET, INPUTS, TARGET, miss, random_bump, trained_bump
from scripts.figures._gallery_clip import moving
from scripts.figures._gallery_still import still
from scripts.figures._networks import Kind, random_network
from scripts.figures._pieces import pieces, random_relu, staircase, teeth, wavy
from scripts.figures.style import (
    ACCENT,
    GROUND,
    INK,
    MUTED,
    NEGATIVE,
    POSITIVE,
    label,
    name_axes,
    new_figure,
)

FAINT = {"color": MUTED, "alpha": 0.35, "linewidth": 1}


def linear_1_1_1():
    """Straight, whatever the weights. You have met these."""
    return still("identity", layers=1, inputs=1, outputs=1)


def linear_1_1_1_moving():
    """A weight changes, and the line tilts. A bias changes, and it shifts. Nothing else ever happens."""
    return moving("identity", layers=1, inputs=1, outputs=1)


def linear_1_2_1():
    """Planes, seen from above. Look at the lines where they pass through zero: all straight, and the shades run alongside."""
    return still("identity", layers=1, inputs=2, outputs=1)


def linear_1_2_1_moving():
    """The plane tips over from one draw to the next. Its zero line swings round and stays straight."""
    return moving("identity", layers=1, inputs=2, outputs=1)


def linear_2_1_1():
    """Eight nodes in between, and nothing but straight lines."""
    return still("identity", layers=2, inputs=1, outputs=1)


def linear_2_1_1_moving():
    """Twenty-five numbers move at once, and all they manage together is a line."""
    return moving("identity", layers=2, inputs=1, outputs=1)


def linear_3_1_1():
    """Two hidden layers. Still lines, and steeper than they look: the scale has about doubled."""
    return still("identity", layers=3, inputs=1, outputs=1)


def linear_3_1_1_moving():
    """Now ninety-seven numbers move. Look for a bend. There is none."""
    return moving("identity", layers=3, inputs=1, outputs=1)


def sigmoid_1_1_1():
    """One smooth step each, up or down, and never outside 0 to 1."""
    return still("sigmoid", layers=1, inputs=1, outputs=1)


def sigmoid_1_1_1_moving():
    """The step moves, flips and stretches. It never turns round on the way."""
    return moving("sigmoid", layers=1, inputs=1, outputs=1)


def tanh_1_1_1():
    """The same step between other ends, −1 and 1."""
    return still("tanh", layers=1, inputs=1, outputs=1)


def tanh_1_1_1_moving():
    """Where the weight passes through 0, the step lies flat before it flips."""
    return moving("tanh", layers=1, inputs=1, outputs=1)


def relu_1_1_1():
    """A floor, one sharp corner, and a ramp. The corner is where the sum is zero: at minus the bias divided by the weight."""
    return still("relu", layers=1, inputs=1, outputs=1)


def relu_1_1_1_moving():
    """Corner and ramp move. The floor stays where it is, at 0."""
    return moving("relu", layers=1, inputs=1, outputs=1)


def sigmoid_1_2_1():
    """A step seen from above: straight shades, and a straight line where it is halfway up."""
    return still("sigmoid", layers=1, inputs=2, outputs=1)


def sigmoid_1_2_1_moving():
    """The border swings like a door. The step is soft while the weights are small, and hard while they are large."""
    return moving("sigmoid", layers=1, inputs=2, outputs=1)


def sigmoid_2_1_1():
    """Most turn round now, many by a dip too small to see here, as eight steps of the same kind are added up and squeezed again."""
    return still("sigmoid", layers=2, inputs=1, outputs=1)


def sigmoid_2_1_1_moving():
    """Look for the moments when a dip appears and fills up again."""
    return moving("sigmoid", layers=2, inputs=1, outputs=1)


def sigmoid_3_1_1():
    """Flatter than with two layers. Sigmoids of sigmoids average things out."""
    return still("sigmoid", layers=3, inputs=1, outputs=1)


def sigmoid_3_1_1_moving():
    """The whole curve floats up and down more than it bends."""
    return moving("sigmoid", layers=3, inputs=1, outputs=1)


def tanh_2_1_1():
    """Steps, and most of them turn round somewhere. In some you can see the hump or the dip."""
    return still("tanh", layers=2, inputs=1, outputs=1)


def tanh_2_1_1_moving():
    """A step tips over, and on the way a dip opens and closes."""
    return moving("tanh", layers=2, inputs=1, outputs=1)


def tanh_3_1_1():
    """Steep flanks, plateaus, and dips in the middle of things."""
    return still("tanh", layers=3, inputs=1, outputs=1)


def tanh_3_1_1_moving():
    """For a while the curve lies flat at −1: all its sums before the last tanh are far below zero. Then it gets up again."""
    return moving("tanh", layers=3, inputs=1, outputs=1)


def relu_2_1_1():
    """Straight pieces, joined at corners. No floor any more, since the last layer has no bend."""
    return still("relu", layers=2, inputs=1, outputs=1)


def relu_2_1_1_moving():
    """Each corner belongs to one hidden node. Follow one as it slides."""
    return moving("relu", layers=2, inputs=1, outputs=1)


def relu_3_1_1():
    """More corners, most of them close to the middle, where the biases put them. The scale has more than doubled."""
    return still("relu", layers=3, inputs=1, outputs=1)


def relu_3_1_1_moving():
    """Corners slide along the curve, and now and then one straightens out and is gone."""
    return moving("relu", layers=3, inputs=1, outputs=1)


def tanh_2_2_1():
    """The border bends now, and it can fall into two parts."""
    return still("tanh", layers=2, inputs=2, outputs=1)


def tanh_2_2_1_moving():
    """The border bends in few places. There are eight hidden nodes to bend it with."""
    return moving("tanh", layers=2, inputs=2, outputs=1)


def tanh_3_2_1():
    """Capes, bays and straits."""
    return still("tanh", layers=3, inputs=2, outputs=1)


def tanh_3_2_1_moving():
    """Orange land shrinks to nothing, and for a while the answer is above zero everywhere."""
    return moving("tanh", layers=3, inputs=2, outputs=1)


def relu_3_2_1():
    """The same kind of map, cut with scissors: borders run straight from corner to corner."""
    return still("relu", layers=3, inputs=2, outputs=1)


def relu_3_2_1_moving():
    """The field is made of flat facets. Watch them tilt."""
    return moving("relu", layers=3, inputs=2, outputs=1)


def tanh_3_1_2():
    """Two curves over one input. The bar below says which is higher: where they cross, the answer changes."""
    return still("tanh", layers=3, inputs=1, outputs=2)


def tanh_3_1_2_moving():
    """Watch a crossing: the bar's border stands right under it."""
    return moving("tanh", layers=3, inputs=1, outputs=2)


def tanh_3_1_3():
    """Three curves. Often one of them never wins anywhere."""
    return still("tanh", layers=3, inputs=1, outputs=3)


def tanh_3_1_3_moving():
    """Three curves take turns at being the highest. The bar keeps the score."""
    return moving("tanh", layers=3, inputs=1, outputs=3)


def tanh_3_2_2():
    """Each place on the map belongs to the output that is larger there. Two outputs, one kind of border."""
    return still("tanh", layers=3, inputs=2, outputs=2)


def tanh_3_2_2_moving():
    """The border wanders, splits, and sometimes leaves the map altogether."""
    return moving("tanh", layers=3, inputs=2, outputs=2)


def relu_3_2_2():
    """The same with ReLU. The borders are made of straight pieces."""
    return still("relu", layers=3, inputs=2, outputs=2)


def relu_3_2_2_moving():
    """Corners travel along the border like knots on a string."""
    return moving("relu", layers=3, inputs=2, outputs=2)


def tanh_3_2_3():
    """Three outputs share the map. Where all three meet, three borders meet in a point."""
    return still("tanh", layers=3, inputs=2, outputs=3)


def tanh_3_2_3_moving():
    """Regions squeeze each other out. At times one of them is gone."""
    return moving("tanh", layers=3, inputs=2, outputs=3)


def two_inputs():
    """A second input is one more edge into the same sum."""
    net = Network([2, 1], "identity", rng=0)
    return picture(net, notation="indexed", title="A network with two inputs and a bias")


def wide_stack():
    """Three linear layers, eight nodes in each of the hidden ones."""
    stack = Network([1, 8, 8, 1], "identity", init="normal", rng=0)
    return picture(stack, notation="none", title="A linear network with two hidden layers")


def one_layer_for_it():
    """One linear layer that gives the same answers. With one input and one output, x and y are short for x₁ and v₀."""
    stack = Network([1, 8, 8, 1], "identity", init="normal", rng=0)
    (W_0, W_1, W_2), (b_0, b_1, b_2) = stack.weights, stack.biases
    W, b = W_0 @ W_1 @ W_2, b_0 @ W_1 @ W_2 + b_1 @ W_2 + b_2
    one = Network.of([W], [b], "identity")
    return picture(one, notation="values", title="The same function as one layer")


def four_bends():
    """What may stand behind a sum, over its sum. The grey lines are the zeros."""
    figure, axes = new_figure(height=250, columns=2, rows=2)
    z = np.linspace(-4, 4, 161)
    names = {"identity": "linear: no bend", "sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU"}
    for panel, (name, title) in zip(axes.flat, names.items(), strict=True):
        panel.axhline(0, color=MUTED, linewidth=0.8)
        panel.axvline(0, color=MUTED, linewidth=0.8)
        panel.plot(z, Network.of([[[1]]], [[0]], name).forward(z[:, None])[:, 0], color=ACCENT)
        low, high = (-1, 1) if name in ("sigmoid", "tanh") else (-4, 4)
        panel.set(title=title, xlim=(-4, 4), ylim=(1.15 * low, 1.15 * high))
        panel.set_xticks([-4, 0, 4] if name in ("tanh", "relu") else [])
        panel.set_yticks([low, 0, high])
        panel.spines[["left", "bottom"]].set_visible(False)
        panel.tick_params(length=0)
    return figure


def zero_crossings():
    """Above: what a network answers. Below: its decision. It changes where the curve crosses zero, and nowhere else."""
    figure, (above, below) = new_figure(height=260, rows=2, sharex=True, height_ratios=[4, 1])
    net = Network.of([[[3, 3, 3]], [[1], [-1], [1]]], [[6, 0, -5], [-0.3]], "tanh")
    x = np.linspace(-3, 3, 601)
    v = net.forward(x[:, None])[:, 0]
    positive = v > 0
    above.axhline(0, color=MUTED, linewidth=0.8)
    above.plot(x, v, color=INK)
    crossings = x[np.flatnonzero(np.diff(positive))]
    above.plot(crossings, np.zeros(len(crossings)), "o", color=ACCENT, markersize=8)
    below.fill_between(x, 0, 1, where=positive, color=POSITIVE, alpha=0.35, linewidth=0)
    below.fill_between(x, 0, 1, where=~positive, color=NEGATIVE, alpha=0.35, linewidth=0)
    edges = [-3, *crossings, 3]
    for left, right in itertools.pairwise(edges):
        word = "yes" if net.forward([(left + right) / 2])[0] > 0 else "no"
        label(below, (left + right) / 2, 0.5, word, INK, ha="center", va="center")
    for crossing in crossings:
        for axes in (above, below):
            axes.axvline(crossing, color=ACCENT, linewidth=1, linestyle=":")
    above.set(ylim=(-1.15, 1.15), yticks=[-1, 0, 1], xlim=(-3, 3))
    name_axes(above, "", "$v_0$")
    below.set(ylim=(0, 1), yticks=[], xticks=[-3, 0, 3])
    below.spines["left"].set_visible(False)
    name_axes(below, "$x_1$", "")
    return figure


def two_steps():
    """The hand-set network. One node steps up, the other steps up later, and the output takes the second from the first."""
    return picture(HAND_SET, notation="values", title="A bump, set by hand")


def random_set_trained():
    """One shape of network, in three states. Left: twelve random draws. Middle: seven numbers chosen by hand. Right: seven numbers found by training. Dashed: the bump that is wanted."""
    figure, axes = new_figure(height=190, columns=3, sharey=True)
    nets = ([random_bump(seed) for seed in range(12)], [HAND_SET], [trained_bump(1)])
    titles = ("random", "set by hand", "trained")
    for panel, group, title in zip(axes, nets, titles, strict=True):
        panel.plot(INPUTS, TARGET, color=INK, linewidth=1.2, linestyle="--")
        for net in group:
            look = FAINT if len(group) > 1 else {"color": ACCENT, "linewidth": 2.5}
            panel.plot(INPUTS, net.forward(INPUTS), **look)
        panel.set(title=title, xlim=(-3, 3), ylim=(-1.5, 2), xticks=[-3, 0, 3], yticks=[-1, 0, 1])
        name_axes(panel, "$x_1$", "$v_0$" if title == "random" else "")
        panel.set_xticklabels(["\N{MINUS SIGN}3" if title == "random" else "", "0", "3"])
    return figure


def twelve_starts():
    """The same network trained from twelve random starts. Orange, with a cross: those that ended as a level line."""
    figure, axes = new_figure(height=270, columns=4, rows=3, sharex=True, sharey=True)
    for seed, panel in enumerate(axes.flat):
        net = trained_bump(seed)
        lost = miss(net) > 0.3
        x = INPUTS[::2]
        panel.plot(x, TARGET[::2], color=INK, linewidth=1, linestyle="--")
        panel.plot(x, net.forward(x), color=NEGATIVE if lost else ACCENT, linewidth=2.2)
        if lost:
            panel.plot(2.3, 0.85, "x", color=NEGATIVE, markersize=9, markeredgewidth=2.5)
        panel.set(xlim=(-3, 3), ylim=(-0.3, 1.3), xticks=[-3, 3], yticks=[0, 1])
        low, high = panel.xaxis.get_major_ticks()  # inner numbers would touch
        low.label1.set_visible(seed == 8)
        high.label1.set_visible(seed == 11)
    figure.supxlabel("$x_1$", fontsize=18)
    return figure


def teeth_double():
    """One, two, three and four hidden layers of two nodes each, with weights set by hand. Every layer folds what it gets, and the teeth double."""
    figure, axes = new_figure(height=210, columns=2, rows=2, sharex=True, sharey=True)
    x = np.linspace(0, 1, 257)[:, None]
    for depth, panel in enumerate(axes.flat, start=1):
        panel.plot(x, teeth(depth).forward(x), color=ACCENT, linewidth=1.8)
        words = (
            f"{depth} hidden layer{'s' if depth > 1 else ''}: {pieces(teeth(depth), 0, 1)} pieces"
        )
        panel.set(title=words, xlim=(0, 1), ylim=(-0.05, 1.05), xticks=[0, 1], yticks=[0, 1])
        panel.xaxis.get_major_ticks()[0].label1.set_visible(depth == 3)  # else it touches a 1
    return figure


def pieces_counted():
    """Straight pieces of ReLU networks, against their hidden nodes; both scales are logarithmic. Dashed: the most that one hidden layer can have. Triangles: set by hand, two nodes a layer. Dots: random draws, on average: filled and moved a little to the left for one hidden layer, open and to the right for layers of eight."""
    figure, axes = new_figure(height=300)
    nodes = np.array([4, 8, 16, 32, 64])
    axes.plot(nodes, nodes + 1, color=MUTED, linestyle="--", linewidth=1.4)
    wide = [np.mean([pieces(random_relu([n], seed)) for seed in range(20)]) for n in nodes]
    axes.plot(nodes / 1.05, wide, "o", color=INK)
    deep = [np.mean([pieces(random_relu([8] * (n // 8), s)) for s in range(20)]) for n in nodes[1:]]
    axes.plot(nodes[1:] * 1.05, deep, "o", color=INK, markerfacecolor=GROUND)
    label(axes, 30, 60, "one layer", INK, ha="right", va="center")
    label(axes, 36, 17, "layers of 8", INK, va="center")
    hand = np.arange(4, 25, 2)
    axes.plot(hand, 2.0 ** (hand / 2), "^-", color=ACCENT, linewidth=1.2)
    label(axes, 27, 2.0**12, "layers of 2, by hand", ACCENT, va="center")
    axes.set(xscale="log", yscale="log", xlim=(3.5, 75), ylim=(2, 9000))
    axes.set(xticks=nodes, xticklabels=[str(n) for n in nodes], yticks=[10, 100, 1000])
    axes.set(yticklabels=["10", "100", "1,000"], xlabel="hidden nodes", ylabel="straight pieces")
    axes.minorticks_off()
    return figure


def staircases():
    """A wavy function (dashed) and networks of step nodes, with weights set by hand. Grey: outside the range that they were built for, they say the same for ever."""
    figure, axes = new_figure(height=250, columns=2, sharey=True)
    x = np.linspace(-5, 5, 1001)
    for panel, n in zip(axes, (8, 32), strict=True):
        panel.axvspan(-5, -3, color=MUTED, alpha=0.15, linewidth=0)
        panel.axvspan(3, 5, color=MUTED, alpha=0.15, linewidth=0)
        panel.plot(x, staircase(n).forward(x[:, None]), color=ACCENT, linewidth=1.8)
        panel.plot(x, wavy(x), color=INK, linewidth=1.2, linestyle="--")
        panel.set(title=f"{n} steps", xlim=(-5, 5), xticks=[-3, 0, 3], yticks=[-2, 0, 2])
        name_axes(panel, "$x_1$", "$v_0$" if n == 8 else "")
    return figure


def a_lid_of_tanh():
    """The two networks above: the same sums, with a tanh behind the last (thick) and without one (thin). Grey: where no tanh can go."""
    figure, axes = new_figure(height=220)
    lidded = random_network(Kind("tanh", 2, 1, 1), np.random.default_rng(27))
    free = Network.of(lidded.weights, lidded.biases, ["tanh", "identity"])
    x = np.linspace(-3, 3, 301)[:, None]
    for low, high in ((1, 3.2), (-1.6, -1)):
        axes.axhspan(low, high, color=MUTED, alpha=0.15, linewidth=0)
    axes.plot(x, free.forward(x), color=INK, linewidth=1.2)
    axes.plot(x, lidded.forward(x), color=ACCENT, linewidth=3)
    label(axes, -2.85, 2.2, "no bend at the end", INK)
    label(axes, 0.3, 0.45, "tanh at the end", ACCENT, ha="center", va="top")
    axes.set(xlim=(-3, 3), xticks=[-3, 0, 3], ylim=(-1.6, 3.2), yticks=[-1, 0, 1])
    name_axes(axes, "$x_1$", "$v_0$")
    return figure
