"""Bricks are to scale, and say their shapes; a product shows whether two of them fit."""

import re
import xml.etree.ElementTree as ET

import pytest

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS
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
