"""The figures of "Seeing networks"."""

import numpy as np
from matplotlib.patches import Rectangle

from nnnotes import Network
from nnnotes.views import bricks, numbers, picture, svg
from scripts.figures._cells import depth, draw_cells, written
from scripts.figures._small_network import ACTIVATIONS, INPUT, WEIGHTS_0_1, small_network
from scripts.figures._together import together
from scripts.figures._walls import (
    block,
    filled,
    frame,
    name,
    sheet,
    strip,
    transposed,
    upright,
    words,
)
from scripts.figures.clip import Clip, eased, frames_of
from scripts.figures.style import ACCENT, INK, MUTED, label, new_figure


def every_edge():
    """Three inputs, four hidden nodes, one output: every weight is an edge. Blue is positive, dashed orange negative, thick large."""
    return picture(small_network(), notation="none", title="A 3-4-1 network, edge by edge")


def a_tangle():
    """A network only a little larger. Every weight is an edge here, too, but hardly one of them can be followed."""
    return picture(_tangled(), notation="none", title="A 10-14-8 network, edge by edge")


def strips_and_blocks():
    """The same 3-4-1 network as bricks. Strips are layers, blocks are weights, and every cell is one number. Tinted bricks are what learning changes."""
    unit, x, top = 23, 8.0, 40.0
    strokes = []
    parts = (
        ("l", "0", 3, 1, "(3,)"),
        ("W", "0", 4, 3, "(3, 4)"),
        ("l", "1", 4, 1, "(4,)"),
        ("W", "1", 1, 4, "(4, 1)"),
        ("l", "2", 1, 1, "(1,)"),
    )
    middle = top + 2 * unit
    for letter, index, columns, rows, shape in parts:
        width = max(columns * unit, 40)
        left, up = x + (width - columns * unit) / 2, middle - rows * unit / 2
        drawn = block if letter == "W" else strip
        strokes += drawn(left, up, columns, rows, unit)
        strokes.append(name(x + width / 2, up - 14, letter, index))
        strokes.append(svg.small(x + width / 2, up + rows * unit + 14, shape))
        x += width + 14
    return sheet(
        strokes,
        top + 4 * unit + 30,
        "A 3-4-1 network as bricks",
        "A strip of 3 cells, a block of 3 by 4, a strip of 4, a block of 4 by 1, a single cell.",
    )


def the_tangle_as_bricks():
    """The tangle from above. What was a thicket is two blocks."""
    return bricks(_tangled(), title="A 10-14-8 network as bricks")


def an_edge_is_a_cell():
    """The same weight twice: as the edge from the third input to the second hidden node, and as the cell in the third row and second column."""
    strokes, top, unit = [], 62.0, 40.0
    ins = [(20.0, top + unit * (i + 0.5)) for i in range(3)]
    outs = [(134.0, top + unit * j) for j in range(4)]
    for i, (x, y) in enumerate(ins):
        for j, (to_x, to_y) in enumerate(outs):
            chosen = (i, j) == (2, 1)
            line = svg.flow((x + 15, y), (to_x - 15, to_y))
            strokes.append(line.replace('"edge"', '"edge marked"') if chosen else line)
    for letter, places in (("x", ins), ("h", outs)):
        for i, (x, y) in enumerate(places, start=1):
            strokes += [svg.circle(x, y, 15), name(x, y, letter, str(i))]
    left = 222.0
    strokes += block(left, top, 4, 3, unit)
    for i in range(3):
        strokes.append(name(left - 20, top + unit * (i + 0.5), "x", str(i + 1)))
        for j in range(4):
            here = left + unit * (j + 0.5), top + unit * (i + 0.5)
            strokes.append(name(*here, "w", f"{i + 1}{j + 1}"))
    strokes += [name(left + unit * (j + 0.5), top - 16, "h", str(j + 1)) for j in range(4)]
    strokes.append(frame("mark", left + unit, top + 2 * unit, unit, unit))
    strokes.append(words(left + 68, top - 46, "each column: a node it goes to"))
    strokes.append(words(left + 68, top + 3 * unit + 22, "each row: a node it comes from"))
    return sheet(
        strokes,
        top + 3 * unit + 36,
        "An edge and its cell",
        "The edge from x3 to h2 is drawn thick, and so is the cell of w32.",
    )


def strip_times_block():
    """A column at a time: the strip beside the block and one column of it, multiplied pair by pair and added up, give one number. Then relu has its say."""
    figure, axes = new_figure(height=340)
    figure.get_layout_engine().set(rect=(0, 0.2, 1, 0.8))  # the player covers what is lowest
    sums = INPUT @ WEIGHTS_0_1
    draw_cells(axes, INPUT[:, None], 0, 0)
    draw_cells(axes, WEIGHTS_0_1, 2, 0)
    below, outputs = draw_cells(axes, sums[None], 2, -2.3)
    label(axes, 0.5, 3.25, "$l_0$", INK, ha="center", fontsize=18)
    label(axes, 4, 3.25, "$W_0$", INK, ha="center", fontsize=18)
    spoken = axes.text(3.2, -0.65, "", ha="center", va="center", color=ACCENT, fontsize=15)
    row_name = axes.text(1.7, -1.8, "", ha="right", va="center", color=INK, fontsize=15)
    slot = Rectangle((2, 0), 1, 3, fill=False, edgecolor=ACCENT, linewidth=3)
    axes.add_patch(slot)
    axes.set(xlim=(-0.6, 6.4), ylim=(-2.4, 3.8))
    axes.set_axis_off()
    axes.set_aspect("equal")
    rest, move = 34, 14
    until = 4 * (rest + move)

    def change(n: int):
        at, into = min(n // (rest + move), 3), n % (rest + move)
        on = n < until
        shift = eased(into - rest, move) if at < 3 and on else 0
        slot.set_x(2 + at + shift)
        slot.set_visible(on)
        done = at + (into >= rest // 2) if on else 4
        bent = n >= until + 20
        for j, (patch, number) in enumerate(zip(below, outputs, strict=True)):
            value = max(sums[j], 0) if bent else sums[j]
            number.set_text(written(value) if j < done else "")
            patch.set_alpha(depth(value, sums) if j < done else 0)
        terms = [f"{x:g} × {written(w)}" for x, w in zip(INPUT, WEIGHTS_0_1[:, at], strict=True)]
        sum_now = f"{' + '.join(terms)}".replace("× \N{MINUS SIGN}", "× \N{MINUS SIGN}")
        spoken.set_text(sum_now if on else "below zero becomes zero" if bent else "")
        row_name.set_text("$l_1$ =" if bent else "sums")

    count = until + 20 + 80
    return Clip(frames_of(figure, count, change), still=3 * (rest + move) - move - 2)


def they_fit():
    """Three columns meet three rows, and what is left over is the shape of the result."""
    unit, middle, strokes = 24.0, 76.0, []
    top, below = middle - 1.5 * unit, middle + 1.5 * unit + 30
    strokes += strip(32, middle - unit / 2, 3, 1, unit)
    strokes += block(152, top, 4, 3, unit)
    strokes += strip(292, middle - unit / 2, 4, 1, unit)
    strokes += [name(128, middle, "@"), name(270, middle, "=")]
    strokes += [name(68, middle - unit / 2 - 16, "l", "0"), name(200, top - 16, "W", "0")]
    strokes.append(words(340, middle - unit / 2 - 16, "the sums"))
    strokes.append(f'<path class="side" d="M32 {middle - unit / 2}h{3 * unit}"/>')
    strokes.append(f'<path class="side" d="M152 {top}v{3 * unit}"/>')
    for x, text in ((68, "(3,)"), (128, "@"), (200, "(3, 4)"), (270, "→"), (340, "(4,)")):
        strokes.append(svg.small(x, below, text))
    strokes.append(f'<path class="mark" d="M64 {below + 13}v8H188v-8"/>')
    strokes.append(words(126, below + 36, "inner, equal: they fit"))
    return sheet(strokes, below + 52, "(3,) @ (3, 4)", "Inner sides are equal, outer ones remain.")


def they_do_not_fit():
    """The input straight into the second block. Held against its column, three cells find a partner, and the fourth row finds none."""
    unit, top, strokes = 28.0, 30.0, []
    middle, floor = top + 2 * unit, top + 4 * unit
    strokes += strip(18, middle - unit / 2, 3, 1, unit)
    strokes += block(152, top, 1, 4, unit)
    strokes += [
        name(127, middle, "@"),
        f'<path class="cross" fill="none" d="M117 {middle + 10}l20 -20"/>',
    ]
    strokes += strip(256, top, 1, 3, unit)
    strokes += block(338, top, 1, 4, unit)
    strokes.append(frame("side wrong", 256, top + 3 * unit, unit, unit))
    strokes.append(words(270, top + 3.5 * unit, "?"))
    for row in range(3):
        y = top + (row + 0.5) * unit
        strokes += [svg.flow((290, y), (330, y)), svg.head(334, y)]
    for x, letter, index, up in ((60, "l", "0", middle - unit / 2), (166, "W", "1", top)):
        strokes.append(name(x, up - 14, letter, index))
    strokes += [name(270, top - 14, "l", "0"), name(352, top - 14, "W", "1")]
    strokes += [svg.small(60, middle + unit / 2 + 14, "(3,)"), svg.small(166, floor + 14, "(4, 1)")]
    strokes.append(f'<path class="side wrong" d="M18 {middle - unit / 2}h{3 * unit}"/>')
    strokes.append(f'<path class="side wrong" d="M152 {top}v{4 * unit}"/>')
    strokes.append(words(311, floor + 16, "one row too many"))
    return sheet(strokes, floor + 30, "(3,) @ (4, 1) does not fit", "Three cells, but four rows.")


def square_either_way():
    """A square block fits either way round. Below it is the same block with rows and columns swapped. Both products run, and only one is what you meant."""
    W, unit, strokes = np.array([[0.5, -0.4, 0.1], [0.2, 0.3, 0.6], [-0.1, 0.4, 0.2]]), 30.0, []
    for row, matrix in enumerate((W, W.T)):
        top = 24 + row * 130.0
        middle = top + 1.5 * unit
        strokes += filled(INPUT, 20, middle - unit / 2, unit)
        strokes += filled(matrix, 148, top, unit)
        strokes += filled(INPUT @ matrix, 290, middle - unit / 2, unit)
        strokes += [name(129, middle, "@"), name(264, middle, "=")]
        write = transposed if row else name
        strokes.append(write(148 + 1.5 * unit, top - 13, "W"))
    return sheet(
        strokes, 254, "A square block and its transpose", "Two products with different results."
    )


def one_line_of_bricks():
    """The formula, with the brick of each letter above it. All that the bracket holds is the hidden layer."""
    unit, base, line = 20.0, 96.0, 122.0
    strokes = []
    # letter, index, middle, columns, rows
    parts = (
        ("l", "2", 34, 1, 1),
        ("l", "0", 172, 3, 1),
        ("W", "0", 254, 4, 3),
        ("W", "1", 346, 1, 4),
    )
    for letter, index, x, columns, rows in parts:
        drawn = block if letter == "W" else strip
        strokes += drawn(x - columns * unit / 2, base - rows * unit, columns, rows, unit)
        strokes.append(name(x, line, letter, index))
    strokes += [
        upright(x, line, sign) for x, sign in ((66, "="), (106, "relu"), (131, "("), (305, ")"))
    ]
    strokes.append(f'<path class="mark" d="M86 {line + 18}v8H312v-8"/>')
    strokes.append(name(199, line + 46, "l", "1"))
    return sheet(
        strokes, line + 66, "The network as one line", "l2 = relu(l0 W0) W1, each with its brick."
    )


def seen_as_bricks():
    """As bricks, for the shapes."""
    return bricks(small_network(), title="Our network as bricks")


def seen_as_numbers():
    """As numbers, for the arithmetic: 1, 0, 1 goes in. The box after each hidden sum is relu."""
    return numbers(small_network(), INPUT, title="Our network with one input flowing through")


def side_by_side():
    """All four, a layer at a time: the formula, the bricks with the numbers of one input in their cells, the line of Python."""
    return together(small_network(), INPUT)


def a_batch_of_bricks():
    """Six examples at once. The strips have grown into blocks of six rows, and the tinted bricks have not changed at all."""
    return bricks(small_network(), batch=6, title="Our network with a batch of six")


def accidental_square():
    """A column of four, minus a strip of four: numpy stretches both, and a square comes out."""
    unit, top, strokes = 30.0, 12.0, []
    right, wrong = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 2.0, 3.0, 4.0])
    middle = top + 2 * unit
    strokes += filled(right[:, None], 14, top, unit)
    strokes += filled(wrong, 82, middle - unit / 2, unit)
    strokes += filled(right[:, None] - wrong, 248, top, unit)
    strokes += [name(64, middle, "-"), name(226, middle, "=")]
    for x, shape in ((29, "(4, 1)"), (142, "(4,)"), (308, "(4, 4)")):
        strokes.append(svg.small(x, top + 4 * unit + 14, shape))
    return sheet(strokes, top + 4 * unit + 30, "(4, 1) minus (4,)", "The result is 4 by 4.")


def bricks_with_biases():
    """With biases: to each product a strip is added, as long as the layer that comes out."""
    return bricks(small_network(biases=True), title="Our network with biases")


def tied_to_zero():
    """Random 3-4-1 networks, and what each says as you scale all its inputs together, through zero. Without biases all of them go through one point, and bend there or nowhere. Ours is picked out."""
    figure, panels = new_figure(height=230, columns=2, sharey=True)
    rng = np.random.default_rng(2)
    for axes, bias in zip(panels, (False, True), strict=True):
        t = np.linspace(-2, 2, 41 if bias else 3)  # without biases the only bend is at 0
        for _ in range(24):
            net = Network([3, 4, 1], ACTIVATIONS, init="normal", bias=bias, rng=rng)
            answers = net.forward(t[:, None] * INPUT)
            axes.plot(t, answers[:, 0], color=MUTED, alpha=0.35, linewidth=1.1)
        ours = small_network(biases=bias).forward(t[:, None] * INPUT)
        axes.plot(t, ours[:, 0], color=ACCENT, linewidth=3)
        label(axes, -1.9, ours[0, 0] + 0.5, "ours", ACCENT)
        axes.set(xlim=(-2, 2), ylim=(-4, 4), xticks=[-1, 0, 1], yticks=[-4, 0, 4])
        axes.set_title("with biases" if bias else "without biases")
        axes.set_xlabel("t, input t · [1, 0, 1]")
    panels[0].set_ylabel("output")
    return figure


def three_architectures():
    """Three networks that take 64 numbers and give 10, to one scale. A block's area is its number of weights; the thin strip beneath it is its biases."""
    unit, top, gap, strokes = 2.3, 34.0, 10, []
    layouts = ((58, [64, 10]), (190, [64, 32, 10]), (332, [64, 16, 16, 10]))
    for middle, sizes in layouts:
        net = Network(sizes, "relu", init="zeros")
        x = middle - (sum(sizes[1:]) * unit + gap * (len(sizes) - 2)) / 2
        for W in net.weights:
            height, width = (side * unit for side in W.shape)
            strokes.append(frame("brick learned", x, top, width, height))
            strokes.append(frame("brick learned", x, top + height + 4, width, 1.3 * unit))
            x += width + gap
        strokes.append(words(middle, 14, "\N{EN DASH}".join(map(str, sizes))))
        strokes.append(words(middle, top + 64 * unit + 28, f"{net.n_parameters:,} parameters"))
    return sheet(
        strokes, top + 64 * unit + 44, "Three architectures", "Blocks of weights, drawn to scale."
    )


def rows_or_columns():
    """The same arithmetic, lying and standing. Every number is there both times, and the sums are the same."""
    unit, strokes, sums = 29.0, [], INPUT @ WEIGHTS_0_1
    top = 58.0
    middle = top + 1.5 * unit
    strokes += filled(INPUT, 8, middle - unit / 2, unit)
    strokes += filled(WEIGHTS_0_1, 125, top, unit)
    strokes += filled(sums, 272, middle - unit / 2, unit)
    strokes += [name(110, middle, "@"), name(256, middle, "=")]
    strokes += [name(51, middle - unit / 2 - 16, "x"), name(183, top - 16, "W")]
    strokes.append(words(8, 14, "here: an example is a row", "start"))
    top = 228.0
    middle = top + 2 * unit
    strokes += filled(WEIGHTS_0_1.T, 8, top, unit)
    strokes += filled(INPUT[:, None], 125, middle - 1.5 * unit, unit)
    strokes += filled(sums[:, None], 186, top, unit)
    strokes += [name(110, middle, "@"), name(170, middle, "=")]
    strokes += [transposed(51, top - 16, "W"), name(139, middle - 1.5 * unit - 16, "x")]
    strokes.append(words(8, top - 44, "elsewhere: an example is a column", "start"))
    return sheet(strokes, top + 4 * unit + 8, "Rows or columns", "x W, and below it its transpose.")


def _tangled() -> Network:
    return Network([10, 14, 8], ACTIVATIONS, rng=3, bias=False)
