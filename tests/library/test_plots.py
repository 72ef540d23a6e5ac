"""Plots show what the network computes, on labelled axes, in the palette's colours."""

import sys
from types import SimpleNamespace

import matplotlib
import numpy as np
import pytest

matplotlib.use("agg")
from matplotlib import pyplot
from matplotlib.colors import to_hex
from matplotlib.contour import ContourSet
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

import nnnotes as nn
from nnnotes import plots
from nnnotes.activations import ACTIVATIONS
from nnnotes.palette import CLASSES_DARK, CLASSES_LIGHT, DARK, LIGHT, contrast
from nnnotes.plots.style import colours_on

CURVE = nn.Network([1, 4, 1], "tanh", init="normal", rng=0)
FIELD = nn.Network([2, 4, 1], ["tanh", "identity"], init="normal", rng=0)
CLASSES = nn.Network.of([[[2.0, -1, -1], [0, 1.5, -1.5]]], [[0, 0, 0]], "softmax")
LINE = nn.Network.of([[[0.5]]], [[-1.0]], "identity")
X, Y = np.array([[2.0, 0], [-1, 2], [-1, -2], [1, 0.5]]), [0, 1, 2, 0]
RUN = SimpleNamespace(training=[0.9, 0.5, 0.3], validation=[0.8, 0.6, 0.7])


def squares(a, y):
    return float(np.mean((a - y) ** 2))


DRAWN = {
    "curve": lambda axes: plots.curve(CURVE, [[0.0], [1.0]], [[0.1], [0.2]], axes=axes),
    "curves": lambda axes: plots.curve(nn.Network([1, 3], "softmax", rng=0), axes=axes),
    "surface": lambda axes: plots.surface(FIELD, axes=axes),
    "probability": lambda axes: plots.surface(CLASSES, output=1, axes=axes),
    "regions": lambda axes: plots.regions(CLASSES, X, Y, axes=axes),
    "two regions": lambda axes: plots.regions(FIELD, axes=axes),
    "activation": lambda axes: plots.activation("gelu", axes=axes),
    "weights": lambda axes: plots.weights(nn.Network([6, 4], "relu", rng=0), (2, 3), axes=axes),
    "matrix": lambda axes: plots.weights(FIELD, layer=1, axes=axes),
    "history": lambda axes: plots.history(RUN, axes=axes),
    "confusion": lambda axes: plots.confusion([[8, 2], [0, 9]], axes=axes),
    "loss surface": lambda axes: plots.loss_surface(
        LINE, [[0.0], [1]], [[0.3], [1.1]], squares, path=[(0, 0), (0.5, 0.2)], axes=axes
    ),
}


@pytest.fixture(autouse=True)
def closed():
    yield
    pyplot.close("all")


def given():
    return pyplot.figure(layout="constrained").subplots()


@pytest.mark.parametrize("name", DRAWN)
def test_axes_given_are_drawn_on_and_returned_and_labelled(name):
    axes = given()
    before = len(axes.get_children())
    assert DRAWN[name](axes) is axes
    assert len(axes.get_children()) > before
    assert axes.get_xlabel()
    assert axes.get_ylabel() or name == "weights"


@pytest.mark.parametrize("name", DRAWN)
def test_new_axes_are_400_wide_with_type_of_13(name):
    axes = DRAWN[name](None)
    figure = axes.figure
    assert figure.get_figwidth() * 72 == pytest.approx(400)
    figure.canvas.draw()
    words = [*axes.texts, axes.xaxis.label, axes.yaxis.label,
             *axes.get_xticklabels(), *axes.get_yticklabels()]  # fmt: skip
    assert min(word.get_size() for word in words) >= 13


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", DRAWN)
def test_colours_are_the_palette_of_the_ground(name, dark):
    axes = given()
    axes.figure.set_facecolor(DARK["ground"] if dark else "none")
    before = set(map(id, axes.get_children()))
    DRAWN[name](axes)
    allowed = set((DARK | CLASSES_DARK if dark else LIGHT | CLASSES_LIGHT).values())
    drawn = [artist for artist in axes.get_children() if id(artist) not in before]
    seen = {to_hex(a.get_color()) for a in drawn if isinstance(a, (Line2D, matplotlib.text.Text))}
    for artist in drawn:
        if isinstance(artist, (ContourSet, PathPatch)):
            for colour in (*np.atleast_2d(artist.get_facecolor()),
                           *np.atleast_2d(artist.get_edgecolor())):  # fmt: skip
                if len(colour) and colour[-1] > 0:
                    seen.add(to_hex(colour[:3]))
    assert seen
    assert seen <= allowed


def test_a_light_opaque_ground_has_the_light_colours():
    axes = given()
    axes.figure.set_facecolor("white")
    assert colours_on(axes) == LIGHT | CLASSES_LIGHT


@pytest.mark.parametrize("n_out", [1, 3])
def test_curve_is_the_function(n_out):
    net = nn.Network([1, 4, n_out], "tanh", init="normal", rng=2)
    lines = plots.curve(net, span=(-1, 2)).lines
    assert len(lines) == n_out
    for output, line in enumerate(lines):
        x, y = line.get_data()
        assert (x[0], x[-1]) == (-1, 2)
        np.testing.assert_allclose(y, net.forward(x[:, None])[:, output])
    assert len({line.get_linestyle() for line in lines}) == n_out


def test_curve_spans_its_data():
    axes = plots.curve(CURVE, [2.0, 4.0], [0.0, 1.0])
    dots, line = axes.lines
    assert dots.get_xdata().tolist() == [2, 4]
    assert line.get_xdata()[[0, -1]].tolist() == pytest.approx([1.9, 4.1])


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activation_and_its_slope(name):
    lines = [line for line in plots.activation(name).lines if len(line.get_xdata()) > 2]
    (z, a), (_, slope) = (line.get_data() for line in lines)
    inside = np.abs(z) > 0.02
    np.testing.assert_allclose(np.gradient(a, z)[inside], slope[inside], atol=2e-3)
    assert lines[1].get_linestyle() == "--"
    if name != "softmax":
        np.testing.assert_array_equal(a, ACTIVATIONS[name].function(z))


def filled(axes):
    return next(c for c in axes.collections if isinstance(c, ContourSet) and c.filled)


def shade_at(axes, x, y):
    """Colour of the band that holds a place, hex and opacity."""
    band = filled(axes)
    for path, colour in zip(band.get_paths(), band.get_facecolor(), strict=True):
        if len(path.vertices) and path.contains_point((x, y)):
            return to_hex(colour[:3]), colour[3]
    return None


def test_surface_is_blue_where_positive_and_orange_where_negative():
    slope = nn.Network.of([[[1.0], [0.0]]], None, "identity")
    axes = plots.surface(slope)
    (_, faint), (right, deep) = shade_at(axes, 0.3, 0.1), shade_at(axes, 2.5, 0.1)
    (left, left_deep) = shade_at(axes, -2.5, 0.1)
    assert (right, left) == (LIGHT["positive"], LIGHT["negative"])
    assert faint < 0.3 < deep
    assert deep == pytest.approx(left_deep, abs=0.02)


def test_surface_of_unlike_extremes_is_centred_at_zero():
    raised = nn.Network.of([[[1.0], [0.0]]], [[2.0]], "identity")  # from -1 to 5
    axes = plots.surface(raised)
    assert shade_at(axes, -1.8, 0.1)[0] == LIGHT["positive"]
    assert shade_at(axes, -2.8, 0.1)[0] == LIGHT["negative"]
    assert shade_at(axes, -2.8, 0.1)[1] < 0.3


def test_surface_of_a_flat_network_and_one_of_probabilities():
    plots.surface(nn.Network([2, 1], "identity", init="zeros"))
    axes = plots.surface(CLASSES)
    assert shade_at(axes, 2.5, 0.1)[0] == LIGHT["accent"]
    assert [text.get_text() for text in axes.texts] == ["0.25", "0.5", "0.75"]


def region_at(axes, x, y):
    labels = list(CLASSES_LIGHT.values())
    found = []
    for field in axes.collections:
        for path, colour in zip(field.get_paths(), field.get_facecolor(), strict=False):
            if field.filled and path.contains_point((x, y)):
                found.append(labels.index(to_hex(colour[:3])))
    return found


DECIDING = [CLASSES, FIELD, nn.Network([2, 3, 1], "sigmoid", rng=1),
            nn.Network([2, 3, 1], "tanh", init="normal", rng=1)]  # fmt: skip


@pytest.mark.parametrize("net", DECIDING, ids=repr)
def test_regions_are_the_decisions(net):
    axes = plots.regions(net)
    inside = np.random.default_rng(0).uniform(-2.9, 2.9, (60, 2))
    scores = net.forward(inside)
    middle = 0.5 if net.activations[-1] == "sigmoid" else 0
    labels = scores.argmax(axis=1) if scores.shape[1] > 1 else scores[:, 0] > middle
    far = np.abs(np.sort(scores, axis=1)[:, -1] - (np.sort(scores, axis=1)[:, -2]
                 if scores.shape[1] > 1 else middle)) > 0.05  # fmt: skip
    assert far.sum() > 20
    for (x, y), label in zip(inside[far], labels[far], strict=True):
        assert region_at(axes, x, y) == [int(label)]


def test_regions_mark_each_class_with_its_shape_and_colour():
    axes = plots.regions(CLASSES, X, Y)
    marks = {line.get_marker(): (to_hex(line.get_color()), len(line.get_xdata()))
             for line in axes.lines}  # fmt: skip
    colours = list(CLASSES_LIGHT.values())
    assert marks == {"o": (colours[0], 2), "s": (colours[1], 1), "^": (colours[2], 1)}
    assert sorted(text.get_text() for text in axes.texts) == ["0", "1", "2"]


def test_regions_without_examples_have_their_names():
    assert [t.get_text() for t in plots.regions(CLASSES).texts] == ["class 0", "class 1", "class 2"]


def cells(axes):
    """For each cell drawn, (column, row): its colour and opacity."""
    drawn = {}
    for patch in axes.patches:
        if isinstance(patch, PathPatch):
            corners = patch.get_path().vertices.reshape(-1, 5, 2)[:, 0]
            for x, y in corners + 0.5:
                drawn[int(x), int(y)] = to_hex(patch.get_facecolor()), patch.get_facecolor()[3]
    return drawn


def test_weights_are_cells_of_sign_and_size():
    net = nn.Network.of([[[1.0, -0.5], [0.0, 0.25]]], None, "relu")
    drawn = cells(plots.weights(net))
    assert {place: colour for place, (colour, _) in drawn.items()} == {
        (0, 0): LIGHT["positive"], (1, 0): LIGHT["negative"], (1, 1): LIGHT["positive"],
    }  # fmt: skip
    depth = {place: opacity for place, (_, opacity) in drawn.items()}
    assert depth[1, 0] == pytest.approx(depth[0, 0] / 2)
    assert depth[1, 1] == pytest.approx(depth[0, 0] / 4)


def test_weights_as_images_stand_side_by_side():
    W = np.arange(1.0, 13).reshape(6, 2)
    drawn = cells(plots.weights(nn.Network.of([W], None, "relu"), (2, 3)))
    image = {(x - 4, y): shade for (x, y), shade in drawn.items() if x >= 4}
    assert len(drawn) == 12
    assert sorted(image, key=lambda place: image[place][1]) == [
        (0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1),
    ]  # fmt: skip


def test_confusion_writes_its_counts_and_shades_by_row():
    axes = plots.confusion([[80, 20, 0], [1, 1, 0], [0, 0, 0]], ["a", "b", "c"])
    texts = {text.get_position(): text.get_text() for text in axes.texts}
    assert texts == {(0, 0): "80", (1, 0): "20", (0, 1): "1", (1, 1): "1"}
    drawn = cells(axes)
    assert drawn[0, 0][1] > drawn[0, 1][1] == drawn[1, 1][1] > drawn[1, 0][1]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["a", "b", "c"]


def test_history_marks_the_best_epoch():
    axes = plots.history(RUN)
    assert [text.get_text() for text in axes.texts] == ["training", "validation", "best: 2"]
    assert axes.lines[0].get_xdata().tolist() == [1, 2, 3]
    assert axes.lines[1].get_ydata().tolist() == RUN.validation
    alone = plots.history(SimpleNamespace(training=[0.5, 0.2, 0.4], validation=[]))
    assert [text.get_text() for text in alone.texts] == ["training", "best: 2"]


ONE = [[0.0]], [[0.0]]


@pytest.mark.parametrize("loss", [squares, "mse"])
def test_loss_surface_is_deepest_where_the_loss_is_largest(loss):
    before = LINE.copy()
    axes = plots.loss_surface(LINE, [[0.0], [1]], [[0.3], [1.1]], loss, spans=((-1, 3), (-2, 2)),
                              path=[(0, 0), (0.5, 0.2)])  # fmt: skip
    assert shade_at(axes, 0.8, 0.3)[1] < shade_at(axes, 2, 0.3)[1] < shade_at(axes, 2.9, 1.9)[1]
    assert axes.lines[0].get_xydata().tolist() == [[0, 0], [0.5, 0.2]]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("$w_{10}$", "$w_{00}$")
    assert before == LINE


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_word_on_a_loss_surface_has_a_ground_of_its_own(scheme):
    figure = pyplot.figure(facecolor=scheme["ground"])
    axes = plots.loss_surface(
        LINE, *ONE, squares, path=[(0, 0), (0.5, 0.2)], axes=figure.subplots()
    )
    (word,) = axes.texts
    behind = to_hex(word.get_bbox_patch().get_facecolor())
    assert behind == scheme["ground"], "the shades beneath are too deep for words"
    assert contrast(to_hex(word.get_color()), behind) >= 4.5


def test_loss_surface_finds_weights_by_their_names():
    net = nn.Network([2, 3, 2], "tanh", init="normal", rng=0)
    for _, _, edge in nn.views.graph(net).edges(data=True):
        array, place = nn.views.names.parameter(net, edge["name"])
        assert array[place] == edge["weight"]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: plots.curve(FIELD), ValueError, "1 input;"),
        (lambda: plots.curve("net"), TypeError, "a Network"),
        (lambda: plots.curve(CURVE, [1.0], [1.0, 2.0]), ValueError, "x has 1 numbers and y 2"),
        (lambda: plots.curve(CURVE, [1.0]), ValueError, "both x and y"),
        (lambda: plots.curve(CURVE, span=(2, 1)), ValueError, "lower one first"),
        (lambda: plots.surface(CURVE), ValueError, "2 inputs"),
        (lambda: plots.surface(FIELD, output=1), ValueError, "outputs 0 to 0"),
        (lambda: plots.surface(FIELD, span=(0, np.inf)), ValueError, "finite"),
        (lambda: plots.regions(CURVE), ValueError, "2 inputs"),
        (lambda: plots.regions(CLASSES, X), ValueError, "both x and y"),
        (lambda: plots.regions(CLASSES, X, [0, 1]), ValueError, r"\(4, 2\) and y \(2,\)"),
        (lambda: plots.regions(CLASSES, X, [0, 1, 2, 0.5]), ValueError, "whole numbers"),
        (lambda: plots.regions(CLASSES, X, [0, 1, 2, -1]), ValueError, "whole numbers"),
        (lambda: plots.activation("swish"), ValueError, "no activation 'swish'"),
        (lambda: plots.weights(FIELD, (3, 3)), ValueError, "does not hold the 2"),
        (lambda: plots.weights(FIELD, layer=2), ValueError, "weights 0 to 1"),
        (lambda: plots.confusion([[1, 2]]), ValueError, "square"),
        (lambda: plots.confusion([[1.5]]), ValueError, "whole numbers"),
        (lambda: plots.confusion([[1]], ["a", "b"]), ValueError, "as many names"),
        (lambda: plots.history(SimpleNamespace(training=[])), ValueError, "no finished epoch"),
        (lambda: plots.loss_surface(LINE, *ONE, "mse", between=("w10", "u00")), ValueError,
         "no weight 'u00'; there are: w00, w10"),
        (lambda: plots.loss_surface(LINE, *ONE, "mse", between=("w10", "w10")), ValueError,
         "twice"),
        (lambda: plots.loss_surface(LINE, *ONE, squares, path=[1, 2]), ValueError, "pairs"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_and_leaves_no_figure(call, error, words):
    with pytest.raises(error, match=words):
        call()
    assert not pyplot.get_fignums()


@pytest.mark.parametrize("name", DRAWN)
def test_without_matplotlib_it_says_what_to_install(name, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(ImportError, match=r"nnnotes\[plots\]"):
        DRAWN[name](None)
