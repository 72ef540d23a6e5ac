"""The network as algebra."""

from collections.abc import Iterable
from dataclasses import replace

from nnnotes.network import Network
from nnnotes.views.names import NOTATIONS, Term, check_notation, indices, node, terms

LATEX_FUNCTIONS = {"tanh": r"\tanh", "leaky_relu": r"\operatorname{leaky\,relu}"}


def algebra(net: Network, *, notation: str = "indexed") -> str:
    """Write a network as LaTeX, one equation for each node, or for each layer.

    Args:
        net: any network.
        notation: ``"line"``: y = m x + b, for sizes [1, 1] with the identity; ``"indexed"``: a name
            for each weight, with x_0 = 1 the input of the bias; ``"values"``: the weights
            themselves, rounded; ``"layers"``: a matrix for each layer.

    Returns:
        LaTeX without dollar signs; several equations stand in an ``aligned`` environment. A layer
        with softmax takes two lines for each node, since it needs all of its sums z.

    Raises:
        ValueError: a notation that is not known or does not suit the network.
        TypeError: something else than a network.

    Examples:
        >>> line = Network.of([[[0.8]]], [[-0.3]], "identity")
        >>> print(algebra(line, notation="line"))
        y = m x + b
        >>> print(algebra(line))
        v_0 = x_0 w_{00} + x_1 w_{10}
        >>> print(algebra(line, notation="values"))
        y = 0.8 x - 0.3
        >>> print(algebra(Network([2, 1], "tanh"), notation="layers"))
        a_1 = \\tanh(a_0 W_0 + b_0)
    """
    check_notation(net, notation, (*NOTATIONS, "layers"))
    if notation == "layers":
        return _aligned(_layers(net))
    return _aligned(
        equation for layer in range(1, len(net.sizes)) for equation in _layer(net, layer, notation)
    )


def _layers(net: Network) -> Iterable[str]:
    names = [str(i) if i < 10 else f"{{{i}}}" for i in range(len(net.sizes))]
    for i, following, activation in zip(names, names[1:], net.activations, strict=False):
        z = f"a_{i} W_{i}" + (f" + b_{i}" if net.biases else "")
        yield f"a_{following} = {_applied(activation, z)}"


def _layer(net: Network, layer: int, notation: str) -> Iterable[str]:
    activation = net.activations[layer - 1]
    names = [node(net, layer, target, notation) for target in indices(net, layer)]
    sums = [_sum(net, layer, target, notation) for target in indices(net, layer)]
    if activation != "softmax":
        for name, z in zip(names, sums, strict=True):
            yield f"{name.latex} = {_applied(activation, z)}"
        return
    letter = (
        "z" if layer == len(net.weights) else "s"
    )  # of hidden sums, which may be numbered alike
    exponents = [replace(name, letter=letter).latex for name in names]
    for exponent, z in zip(exponents, sums, strict=True):
        yield f"{exponent} = {z}"
    whole = " + ".join(f"e^{{{exponent}}}" for exponent in exponents)
    for name, exponent in zip(names, exponents, strict=True):
        yield rf"{name.latex} = \frac{{e^{{{exponent}}}}}{{{whole}}}"


def _sum(net: Network, layer: int, target: int, notation: str) -> str:
    into = list(terms(net, layer, target, notation))
    write = _by_name if notation == "indexed" else _by_value
    return write(net, layer, into, notation)


def _by_name(net: Network, layer: int, into: list[Term], notation: str) -> str:
    sources = (node(net, layer - 1, term.source, notation).latex for term in into)
    products = (f"{x} {term.weight.latex}" for x, term in zip(sources, into, strict=True))
    return " + ".join(products)


def _by_value(net: Network, layer: int, into: list[Term], notation: str) -> str:
    products = []
    for term in sorted(into, key=lambda term: term.source == 0):  # m x + b: the bias last
        source = f" {node(net, layer - 1, term.source, notation).latex}" if term.source else ""
        products.append(_power_of_ten(term.weight.latex) + source)
    return " + ".join(products).replace("+ -", "- ")


def _power_of_ten(number: str) -> str:
    digits, _, exponent = number.partition("e")
    return rf"{digits} \cdot 10^{{{exponent}}}" if exponent else number


def _applied(activation: str, z: str) -> str:
    if activation == "identity":
        return z
    function = LATEX_FUNCTIONS.get(activation, rf"\operatorname{{{activation}}}")
    return f"{function}({z})"


def _aligned(equations: Iterable[str]) -> str:
    lines = list(equations)
    if len(lines) == 1:
        return lines[0]
    body = " \\\\\n".join(line.replace("=", "&=", 1) for line in lines)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"
