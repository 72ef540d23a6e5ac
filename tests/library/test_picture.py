"""Pictures: well-formed, legible, complete, coloured from the palette, and true to the network."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.palette import DARK, LIGHT
from nnnotes.views.rounding import rounded

SVG = "{http://www.w3.org/2000/svg}"
LINE = nn.Network.of([[[0.8]]], [[-0.3]], "identity")
DEEP = nn.Network([2, 3, 1], ["tanh", "identity"], init="normal", rng=3)
PICTURES = {
    **{f"line, {notation}": (LINE, notation) for notation in ("line", "indexed", "values", "none")},
    "two inputs": (nn.Network([2, 1], "sigmoid", rng=0), "indexed"),
    "no bias": (nn.Network([2, 2], "step", bias=False, rng=0), "indexed"),
    "no bias, values": (nn.Network([1, 1], "identity", bias=False, rng=0), "values"),
    "zeros": (nn.Network([2, 2], "relu", init="zeros"), "values"),
    "zeros, plain": (nn.Network([2, 2], "relu", init="zeros"), "none"),
    "deep, indexed": (DEEP, "indexed"),
    "deep, values": (DEEP, "values"),
    "relu": (nn.Network([3, 4, 1], "relu", rng=0), "indexed"),
    "many inputs": (nn.Network([10, 1], "tanh", init="normal", rng=0), "values"),
    "many outputs": (nn.Network([1, 6], "tanh", rng=0), "indexed"),
    "many hidden": (nn.Network([1, 8, 1], ["tanh", "identity"], rng=0), "indexed"),
    "narrow hidden": (nn.Network([4, 1, 3], "relu", rng=0), "indexed"),
    "big": (nn.Network([8, 12, 12, 3], "tanh", rng=0), "none"),
}


def parsed(name):
    net, notation = PICTURES[name]
    return ET.fromstring(nn.views.picture(net, notation=notation))


def texts(root):
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", PICTURES)
def test_says_what_it_is(name):
    root = parsed(name)
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text.startswith("Network(")
    assert root[1].text.startswith("From left to right:")


def test_title_and_description_can_be_given_and_are_escaped():
    drawn = nn.views.picture(LINE, title="a < b & c", description='"so" <it> is')
    root = ET.fromstring(drawn)
    assert (root[0].text, root[1].text) == ("a < b & c", '"so" <it> is')


def test_description_counts_nodes_and_names_activations():
    root = parsed("deep, indexed")
    assert (
        root[1].text == "From left to right: 2 inputs, 3 hidden nodes (tanh), 1 output (identity)."
    )


@pytest.mark.parametrize("name", PICTURES)
def test_nodes_and_words_lie_inside(name):
    root = parsed(name)
    _, top, _, height = map(float, root.get("viewBox").split())
    for circle in root.iter(f"{SVG}circle"):
        x, y, r = (float(circle.get(key)) for key in ("cx", "cy", "r"))
        assert 0 <= x - r <= x + r <= 400
        assert top <= y - r <= y + r <= top + height
    for text in root.iter(f"{SVG}text"):
        assert top + 10 <= float(text.get("y")) <= top + height - 6


@pytest.mark.parametrize("name", PICTURES)
def test_boxes_and_circles_do_not_overlap(name):
    shapes = [
        (
            float(box.get("x")),
            float(box.get("y")),
            float(box.get("width")),
            float(box.get("height")),
        )
        for box in parsed(name).iter(f"{SVG}rect")
    ] + [
        (x - r, y - r, 2 * r, 2 * r)
        for x, y, r in (
            (float(circle.get(key)) for key in ("cx", "cy", "r"))
            for circle in parsed(name).iter(f"{SVG}circle")
        )
    ]
    for i, (x, y, w, h) in enumerate(shapes):
        for u, v, p, q in shapes[:i]:
            apart = u >= x + w - 0.02 or x >= u + p - 0.02 or v >= y + h or y >= v + q
            assert apart, (shapes[i], (u, v, p, q))


@pytest.mark.parametrize("name", PICTURES)
def test_type_is_at_least_13_units(name):
    root = parsed(name)
    style = root.find(f"{SVG}style").text
    sizes = [float(size) for size in re.findall(r"font-size:([\d.]+)px", style)]
    assert len(sizes) >= 3
    assert min(sizes) >= 13
    assert not [e for e in root.iter() if "font-size" in (e.get("style") or "") + str(e.attrib)]


@pytest.mark.parametrize("name", PICTURES)
def test_colours_are_the_palette_and_only_by_variable(name):
    drawn = nn.views.picture(PICTURES[name][0], notation=PICTURES[name][1])
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", drawn)) == {*LIGHT.values(), *DARK.values()}
    assert "prefers-color-scheme:dark" in drawn
    painted = re.findall(r"(?:fill|stroke)[:=]\"?([^;}\"]+)", drawn)
    assert set(painted) <= {"none", *(f"var(--{name})" for name in LIGHT)}
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", drawn)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("line, line", "x 1 m b Σ y"),
        ("line, indexed", "x1 1 x0 w10 w00 Σ v0"),
        ("line, values", "x 1 0.8 −0.3 Σ y"),
        ("line, none", "1"),
        ("two inputs", "x1 x2 1 x0 w10 w20 w00 Σ v0"),
        ("no bias", "x1 x2 w10 w20 w11 w21 Σ Σ v0 v1"),
        ("deep, indexed", "x1 x2 1 x0 h1 h2 h3 1 h0 v0 Σ Σ Σ Σ w11 w21 w01 w12 w22 w02 w13 w23 w03"
                          " u10 u20 u30 u00"),
    ],
)  # fmt: skip
def test_every_label_is_there_once(name, labels):
    assert sorted(texts(parsed(name))) == sorted(labels.split())


def test_values_are_the_weights():
    numbers = [rounded(w).replace("-", "−") for W in (*DEEP.weights, *DEEP.biases) for w in W.flat]
    shown = [text for text in texts(parsed("deep, values")) if text[-1].isdigit()]
    names = ["x1", "x2", "h1", "h2", "h3", "v0", "1", "1"]
    assert sorted(shown) == sorted(numbers + names)


@pytest.mark.parametrize("name", ["line, values", "line, none", "deep, values", "big"])
def test_edges_carry_sign_by_more_than_colour_and_size_by_thickness(name):
    net, notation = PICTURES[name]
    root = parsed(name)
    pieces = 2 if notation == "values" else 1  # before and after the box
    values = np.concatenate([w.ravel() for w in (*net.weights, *net.biases)])
    for sign, count in (("positive", np.sum(values > 0)), ("negative", np.sum(values < 0))):
        edges = [e for e in root.iter(f"{SVG}path") if e.get("class") == f"edge {sign}"]
        assert len(edges) == pieces * count
    assert re.search(r"\.edge\.negative\{stroke-dasharray:", root.find(f"{SVG}style").text)


def test_thicker_edge_for_the_larger_weight():
    net = nn.Network.of([[[0.1], [-2.0], [0.5]]], None, "identity")
    for notation in ("values", "none"):
        drawn = nn.views.picture(net, notation=notation)
        found = re.findall(r'class="edge (\w+)".*?stroke-width:([\d.]+)', drawn)
        widths = sorted((float(width), sign) for sign, width in found)
        assert widths[-1][1] == "negative"
        assert widths[0][0] < widths[len(widths) // 2][0] < widths[-1][0]


def test_letters_are_drawn_in_neutral_ink():
    assert not re.search(r'class="[^"]*(positive|negative)', nn.views.picture(DEEP))


def test_activations_have_their_curve_and_the_identity_none():
    curves = [p for p in parsed("deep, indexed").iter(f"{SVG}path") if p.get("class") == "curve"]
    assert len(curves) == 3
    assert "curve" not in {p.get("class") for p in parsed("line, indexed").iter(f"{SVG}path")}


@pytest.mark.parametrize("activation", ["step", "sigmoid", "tanh", "relu"])
def test_the_curve_is_the_function(activation):
    drawn = nn.views.picture(nn.Network([1, 1], activation, rng=0))
    path = re.search(r'class="curve" d="M([^"]+)"', drawn).group(1)
    x, y = np.array([point.split() for point in path.split("L")], float).T
    z = np.interp(x, (x[0], x[-1]), (-3, 3))
    z[np.argmin(np.abs(z)) + 1] += 1e-6 if activation == "step" else 0
    a = getattr(nn, activation)(z)
    expected = np.interp(a, (a.min(), a.max()), (y.max(), y.min()))
    np.testing.assert_allclose(y, expected, atol=0.02)


@pytest.mark.parametrize("name", PICTURES)
def test_same_network_same_text(name):
    net, notation = PICTURES[name]
    assert nn.views.picture(net, notation=notation) == nn.views.picture(net, notation=notation)


@pytest.mark.parametrize("name", PICTURES)
def test_coordinates_have_two_digits_at_most(name):
    net, notation = PICTURES[name]
    shapes = nn.views.picture(net, notation=notation).split("</style>")[1]
    assert not re.search(r"\d\.\d{3}|\de[+-]\d|-0\b(?!\.)|nan", shapes)
