"""The algebra, read back by sympy, gives what the network computes."""

import re

import numpy as np
import pytest
import sympy

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS

Z = sympy.Symbol("z")
GELU = Z * (1 + sympy.tanh(sympy.sqrt(2 / sympy.pi) * (Z + sympy.Float("0.044715") * Z**3))) / 2
FORMULAS = {
    "step": sympy.Piecewise((1, Z > 0), (0, True)),
    "sigmoid": 1 / (1 + sympy.exp(-Z)),
    "tanh": sympy.tanh(Z),
    "relu": sympy.Max(Z, 0),
    "leaky_relu": sympy.Piecewise((Z, Z > 0), (Z / 100, True)),
    "gelu": GELU,
}
FUNCTIONS = {name: sympy.Lambda(Z, formula) for name, formula in FORMULAS.items()}


def as_code(latex):
    """The LaTeX of one formula as Python: symbols like w_1_23 (layer 1) or w__23 (of no layer)."""
    code = latex.replace(r"\operatorname{leaky\,relu}", "leaky_relu").replace(r"\tanh", "tanh")
    code = re.sub(r"\\operatorname\{(\w+)\}", r"\1", code)
    code = re.sub(r" \\cdot 10\^\{(-?\d+)\}", r"e\1", code)
    symbol = r"\b([a-df-z])(?:\^\{\((\d+)\)\})?_(?:\{([\d,]+)\}|(\d))"
    code = re.sub(symbol, _name, code)
    code = re.sub(r"e\^\{(\w+)\}", r"exp(\1)", code)
    code = re.sub(r"\\frac\{([^{}]+)\}\{([^{}]+)\}", r"(\1)/(\2)", code)
    return re.sub(r"(?<=[\w.]) (?=[a-z])", " * ", code)


def _name(found):
    letter, layer, several, one = found.groups()
    return f"{letter}_{layer or ''}_{(several or one).replace(',', 'c')}"


def answers(net, latex, values):
    """What the algebra's outputs are, line by line, for these inputs and weights."""
    body = re.sub(r"\\(begin|end)\{aligned\}|&", "", latex)
    known = FUNCTIONS | {name: sympy.Float(value, 30) for name, value in values.items()}
    for line in body.split("\\\\\n"):
        name, _, formula = line.strip().partition(" = ")
        known[as_code(name)] = sympy.sympify(as_code(formula), locals=known).evalf(30)
    return [float(known[as_code(f"v_{{{j}}}")]) for j in range(net.sizes[-1])]


def inputs(x):
    return {as_code(f"x_{{{i}}}"): value for i, value in enumerate(x, start=1)}


def named(net):
    """The value of every weight, under the name that the algebra has for it."""
    drawn = nn.views.graph(net)
    codes = {"x__0": 1.0, "h__0": 1.0, **{f"h_{layer}_0": 1.0 for layer in range(9)}}
    for _, _, edge in drawn.edges(data=True):
        letter, rest = edge["name"][0], edge["name"][1:]
        layer, comma, index = rest.partition(",")
        codes[f"{letter}_{layer}_{index}" if comma else f"{letter}__{rest}"] = edge["weight"]
    return codes


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("sizes", [(2, 2), (2, 3, 2), (2, 2, 2, 3)], ids=str)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_named_weights_agree_with_forward(activation, sizes, bias):
    net = nn.Network(sizes, activation, bias=bias, init="normal", rng=4)
    x = [0.75, -1.25]
    result = answers(net, nn.views.algebra(net), named(net) | inputs(x))
    np.testing.assert_allclose(result, net.forward(x), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_written_weights_agree_with_a_network_of_rounded_ones(activation):
    exact = nn.Network([2, 3, 2], activation, init="normal", rng=5)
    net = nn.Network.of([W.round(2) for W in exact.weights], [b.round(2) for b in exact.biases],
                        exact.activations)  # fmt: skip
    x = [0.75, -1.25]
    result = answers(net, nn.views.algebra(exact, notation="values"), inputs(x))
    np.testing.assert_allclose(result, net.forward(x), rtol=1e-12, atol=1e-15)
