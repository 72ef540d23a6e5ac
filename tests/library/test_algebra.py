"""The algebra says what the network computes, in LaTeX that the site's converter takes."""

import re

import math_core
import numpy as np
import pytest

import nnnotes as nn

LINE = nn.Network.of([[[0.8]]], [[0.3]], "identity")
DEEP = nn.Network([2, 3, 1], ["tanh", "identity"], init="normal", rng=3)
DEEPER = nn.Network([1, 2, 1, 1], ["step", "relu", "sigmoid"], rng=0)


def evaluated(latex, values):
    """What the last equation gives, computed from its text alone."""
    body = re.sub(r"\\(begin|end)\{aligned\}|&", "", latex)
    functions = {"tanh": np.tanh, "relu": lambda z: max(z, 0), **values}
    for line in body.split(r"\\"):
        name, _, formula = line.strip().partition(" = ")
        code = re.sub(r"\\operatorname\{(\w+)\}|\\(tanh)", r"\1\2", formula)
        code = re.sub(r"_\{?(\d+)\}?", r"_\1", code)
        code = re.sub(r"(?<=[\w.]) (?=[a-z])", " * ", code)
        functions[name] = eval(code, {"__builtins__": {}, "max": max}, functions)
    return functions[name]


def named(net):
    """Every weight under its indexed name."""
    values = {"x_0": 1.0, "h_0": 1.0}
    for letter, W, b, first in zip("wu", net.weights, net.biases, (1, 0), strict=False):
        first = 0 if len(net.weights) == 1 else first
        for (i, j), value in np.ndenumerate(np.vstack([b, W])):
            values[f"{letter}_{i}{j + first}"] = value
    return values


@pytest.mark.parametrize("slope", [2.25, -0.5, 1.0, 0.0])
@pytest.mark.parametrize("intercept", [0.25, -4.0, 0.0])
def test_line_in_values_agrees_with_forward(slope, intercept):
    net = nn.Network.of([[[slope]]], [[intercept]], "identity")
    latex = nn.views.algebra(net, notation="values")
    assert "+ -" not in latex
    assert latex.startswith("y = ")
    for x in (-1.5, 0.0, 2.0):
        assert evaluated(latex, {"x": x}) == pytest.approx(net.forward([x])[0], rel=1e-12)


@pytest.mark.parametrize(
    "net",
    [LINE, DEEP, nn.Network([3, 1], "tanh", init="normal", rng=1),
     nn.Network([2, 3, 1], "relu", bias=False, rng=2)],
)  # fmt: skip
def test_indexed_agrees_with_forward(net):
    x = np.linspace(-1, 1.5, net.sizes[0])
    inputs = {f"x_{i}": value for i, value in enumerate(x, start=1)}
    full = net
    if not net.biases:
        full = nn.Network.of(net.weights, [np.zeros(n) for n in net.sizes[1:]], net.activations)
    result = evaluated(nn.views.algebra(net), {**named(full), **inputs})
    assert result == pytest.approx(net.forward(x)[0], rel=1e-12)


def test_deep_values_agree_with_a_network_of_rounded_weights():
    net = nn.Network.of([W.round(2) for W in DEEP.weights], [b.round(2) for b in DEEP.biases],
                        DEEP.activations)  # fmt: skip
    x = np.array([0.4, -1.1])
    result = evaluated(nn.views.algebra(net, notation="values"), {"x_1": x[0], "x_2": x[1]})
    assert result == pytest.approx(net.forward(x)[0], rel=1e-12)


@pytest.mark.parametrize(
    ("net", "notation", "latex"),
    [
        (LINE, "line", "y = m x + b"),
        (LINE, "indexed", "v_0 = x_0 w_{00} + x_1 w_{10}"),
        (LINE, "values", "y = 0.8 x + 0.3"),
        (LINE, "layers", "a_1 = a_0 W_0 + b_0"),
        (nn.Network([2, 1], "tanh", bias=False), "layers", r"a_1 = \tanh(a_0 W_0)"),
        (nn.Network.of([[[-2], [1e-7]]], [[-0.5]], "relu"), "values",
         r"v_0 = \operatorname{relu}(-2 x_1 + 1 \cdot 10^{-7} x_2 - 0.5)"),
        (nn.Network.of([[[-3e-5]]], None, "identity"), "values", r"v_0 = -3 \cdot 10^{-5} x_1"),
    ],
)  # fmt: skip
def test_wording(net, notation, latex):
    assert nn.views.algebra(net, notation=notation) == latex


def test_deeper_networks_name_their_layers():
    lines = nn.views.algebra(DEEPER).splitlines()
    assert lines[3] == (r"h^{(2)}_1 &= \operatorname{relu}(h^{(1)}_0 w^{(1)}_{01} "
                        r"+ h^{(1)}_1 w^{(1)}_{11} + h^{(1)}_2 w^{(1)}_{21}) \\")  # fmt: skip
    assert nn.views.algebra(DEEPER, notation="layers").splitlines()[2] == (
        r"a_2 &= \operatorname{relu}(a_1 W_1 + b_1) \\"
    )


@pytest.mark.parametrize("notation", ["indexed", "values", "layers"])
@pytest.mark.parametrize(
    "net", [LINE, DEEP, DEEPER, nn.Network([11, 12], "step", init="normal", rng=0)]
)
def test_the_site_can_show_it(net, notation):
    latex = nn.views.algebra(net, notation=notation)
    converter = math_core.LatexToMathML()
    assert "<math" in converter.convert_with_local_state(latex, displaystyle=True)
