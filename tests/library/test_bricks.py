"""Bricks are to scale, and say their shapes; a product shows whether two of them fit."""

import re
import xml.etree.ElementTree as ET

import pytest

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS
from nnnotes.views.curves import softmax_box
from nnnotes.views.names import Symbol
from nnnotes.views.wall import Brick
from tests.library.kept import LIGHTS

SVG = "{http://www.w3.org/2000/svg}"


def sides(drawn):
    """Width and height of each brick, in the order drawn."""
    bricks = [e for e in ET.fromstring(drawn).iter(f"{SVG}rect") if "brick" in e.get("class")]
    return [(float(e.get("width")), float(e.get("height"))) for e in bricks]


def shapes(drawn):
    return re.findall(r">(\([\d, ]+\))<", drawn)


def test_shapes_are_those_of_the_arrays():
    net = nn.Network([3, 4, 1], "tanh", rng=0)
    x = [[0.0, 1.0, 2.0]] * 5
    assert shapes(nn.views.bricks(net, batch=5)) == [
        str(array.shape)
        for layer, a in enumerate(net.trace(x).a[:-1])
        for array in (a, net.weights[layer], net.biases[layer], net.trace(x).a[layer + 1])
    ]


def test_a_single_example_is_a_vector_and_without_biases_there_are_none():
    assert shapes(nn.views.bricks(LIGHTS)) == ["(3,)", "(3, 4)", "(4,)", "(4,)", "(4, 1)", "(1,)"]


@pytest.mark.parametrize("batch", [None, 5, 40])
def test_bricks_are_to_one_scale(batch):
    net = nn.Network([6, 4, 3], "tanh", rng=0)
    drawn = nn.views.bricks(net, batch=batch)
    numbers = [[int(n) for n in re.findall(r"\d+", shape)] for shape in shapes(drawn)]
    rows_and_columns = [(n[0] if len(n) == 2 else 1, n[-1]) for n in numbers]
    units = {round(width / columns, 1) for (width, _), (_, columns) in
             zip(sides(drawn), rows_and_columns, strict=True)}  # fmt: skip
    units |= {round(height / rows, 1) for (_, height), (rows, _) in
              zip(sides(drawn), rows_and_columns, strict=True)}  # fmt: skip
    assert max(units) - min(units) <= 0.11
    assert 3 < max(units) <= 18


def test_a_thin_side_can_still_be_seen():
    drawn = nn.views.bricks(nn.Network([1000, 2, 1], "relu", rng=0), batch=2000)
    assert min(min(pair) for pair in sides(drawn)) == 3
    assert "cells" not in drawn.split("</style>")[1]


def test_cells_can_be_counted():
    drawn = nn.views.product((2, 3), (3, 4)).split("</style>")[1]
    lines = [len(re.findall("M", d)) for d in re.findall(r'class="cells" d="([^"]+)"', drawn)]
    assert lines == [1 + 2, 2 + 3, 1 + 3]


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_activation_has_its_sign(activation):
    net = nn.Network([2, 3, 2], activation, rng=0)
    for drawn in (nn.views.bricks(net), nn.views.picture(net), nn.views.numbers(net, [1, 2])):
        assert ('class="curve"' in drawn) == (activation != "identity")


def test_what_is_learned_is_tinted():
    kinds = re.findall(r'class="(brick[a-z ]*)"', nn.views.bricks(nn.Network([2, 3], "tanh")))
    assert kinds == ["brick", "brick learned", "brick learned", "brick"]


@pytest.mark.parametrize(
    ("batch", "error", "words"),
    [(0, ValueError, "at least one"), (-3, ValueError, "batch=-3"), (2.5, TypeError, "2.5")],
)
def test_batches_that_are_none(batch, error, words):
    with pytest.raises(error, match=words):
        nn.views.bricks(LIGHTS, batch=batch)


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [((2, 3), (3, 5), "(2, 5)"), ((3,), (3, 4), "(4,)"), ((1, 1), (1, 1), "(1, 1)"),
     ((1797, 64), (64, 10), "(1797, 10)")],
)  # fmt: skip
def test_bricks_that_fit_show_their_product(left, right, result):
    drawn = nn.views.product(left, right)
    written = re.sub(r",\n?</text>\n<text[^>]*>", ", ", drawn)
    assert result in shapes(written)[2:] or result in written
    assert "they fit" in drawn
    assert 'class="cross"' not in drawn


def test_bricks_that_do_not_fit_are_crossed_out_dashed_and_said_so():
    drawn = nn.views.product((2, 3), (4, 5), names=("x", "W"))
    assert drawn.count('class="side wrong"') == 2
    assert 'class="cross"' in drawn
    assert "3 columns on the left, 4 rows on the right: they do not fit" in drawn
    assert len(sides(drawn)) == 2


@pytest.mark.parametrize(
    ("left", "right", "error", "words"),
    [((2, 3, 4), (4, 5), ValueError, r"left=\(2, 3, 4\)"), ((3,), (3,), ValueError, r"right="),
     ((0, 3), (3, 2), ValueError, "at least 1"), ((2, 3), 4, TypeError, "right must be a shape")],
)  # fmt: skip
def test_shapes_that_are_none(left, right, error, words):
    with pytest.raises(error, match=words):
        nn.views.product(left, right)


def test_a_brick_takes_at_least_the_room_of_its_name():
    def room(letter, index):
        return Brick(Symbol(letter, index), (2,)).slot(unit=1)

    assert room("hidden", "12345678") >= 6 * len("hidden") + 6 * len("12345678")
    assert room("hidden", "") < room("hidden", "1234") < room("hidden", "12345678")
    assert room("hidden", "1234") < room("hidden_hidden", "1234")


@pytest.mark.parametrize("shapes", [((2, 300), (300, 200)), ((300, 3), (3, 400)), ((9,), (9, 99))])
def test_wide_bricks_lie_inside(shapes):
    root = ET.fromstring(nn.views.product(*shapes))
    boxes = [box for box in root.iter() if box.tag.endswith("rect")]
    assert len(boxes) == 3
    for box in boxes:
        assert 4 <= float(box.get("x")) <= 396.1 - float(box.get("width"))


def brick_boxes(root):
    return [e for e in root.iter(f"{SVG}rect") if "brick" in e.get("class")]


def edges(drawn):
    """How much is free to the left and to the right of a drawing's bricks."""
    boxes = brick_boxes(ET.fromstring(drawn))
    ends = [float(box.get("x")) + float(box.get("width")) for box in boxes]
    return min(float(box.get("x")) for box in boxes), 400 - max(ends)


@pytest.mark.parametrize(
    "draw",
    [lambda n: nn.views.bricks(nn.Network([7, n], "relu", rng=0)),
     lambda n: nn.views.product((7, n), (n, n))],
)  # fmt: skip
def test_wide_bricks_fill_the_drawing_and_keep_its_margin(draw):
    free = [edge for n in range(20, 60) for edge in edges(draw(n))]
    assert min(free) >= 3.9
    assert max(free) <= 0.05 * 400


def baselines(elements):
    return [float(e.get("y")) for e in elements]


def test_the_rows_of_a_network_stand_apart_however_many_lines_their_shapes_take():
    for batch in (5, 123_456):
        root = ET.fromstring(nn.views.bricks(nn.Network([3, 4, 2], "relu", rng=0), batch=batch))
        elements = list(root.iter())
        second = elements.index(brick_boxes(root)[4])
        texts = [[e for e in part if e.tag == f"{SVG}text"]
                 for part in (elements[:second], elements[second:])]  # fmt: skip
        assert 18 < min(baselines(texts[1])) - max(baselines(texts[0])) < 45


def test_a_shape_of_two_lines_reads_downwards_below_its_brick():
    root = ET.fromstring(nn.views.product((12_345, 67_890), (67_890, 1)))
    lines = [e for e in root.iter(f"{SVG}text") if e.text in ("(12345,", "67890)")]
    box = brick_boxes(root)[0]
    bottom = float(box.get("y")) + float(box.get("height"))
    assert bottom < baselines(lines)[0] < baselines(lines)[1] - 12


def test_the_box_of_a_softmax_reaches_from_the_first_to_the_last_of_its_nodes():
    box = ET.fromstring(next(iter(softmax_box(0, [10.0, 50.0, 90.0]))))
    top, height = float(box.get("y")), float(box.get("height"))
    assert (top + top + height) / 2 == 50
    assert height == 80 + float(box.get("width"))
