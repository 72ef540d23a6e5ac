"""Bad input is answered with what came, what was expected, and how to mend it."""

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.validation import as_numbers


def network(sizes=(2, 3, 1), activations="tanh", **options):
    return lambda: nn.Network(sizes, activations, **options)


def forward(x):
    return lambda: nn.Network([2, 3, 1], "tanh", rng=0).forward(x)


def of(weights, biases, activations="tanh"):
    return lambda: nn.Network.of(weights, biases, activations)


def gradients(y, loss="mse", *, x=((1, 2), (3, 4)), output="sigmoid", n_out=3):
    return lambda: nn.Network([2, n_out], output, rng=0).gradients(x, y, loss)


def labels(y, **options):
    return gradients(y, "cross_entropy", output="softmax", **options)


def binary(y, **options):
    return gradients(y, "binary_cross_entropy", **options)


TARGETS = {
    "y too narrow": (
        gradients(np.ones((2, 2))),
        ValueError,
        r"y has shape \(2, 2\).*\(batch, 3\):",
    ),
    "flat y for one": (
        gradients(np.ones((2, 2)), n_out=1),
        ValueError,
        r"\(2, 2\).*\(batch, 1\) or \(batch,\):",
    ),
    "flat y": (gradients([1, 2]), ValueError, r"y has shape \(2,\).*\(batch, 3\):"),
    "more targets": (
        gradients(np.ones((4, 3))),
        ValueError,
        r"x has shape \(2, 2\) and y \(4, 3\): 2 examples and 4 targets.*one target for each",
    ),
    "no targets": (gradients(np.ones((0, 3))), ValueError, r"y has shape \(0, 3\).*at least one"),
    "no labels": (labels([]), ValueError, r"y has shape \(0,\).*at least one"),
    "no rows": (labels(np.ones((0, 3))), ValueError, r"y has shape \(0, 3\).*at least one"),
    "no x": (gradients([], x=np.ones((0, 2))), ValueError, r"x has shape \(0, 2\).*at least one"),
    "NaN in y": (gradients([[1, np.nan, 0]] * 2), ValueError, r"y holds NaN.*\[0, 1\]"),
    "infinite label": (labels([0, np.inf]), ValueError, r"y holds NaN or infinity.*\[1\]"),
    "text in y": (gradients([["a"] * 3] * 2), TypeError, "y must hold real numbers"),
    "label too large": (labels([0, 3]), ValueError, "y holds 3, .*3 classes.*from 0 to 2"),
    "label below 0": (labels([-1, 0]), ValueError, "y holds -1, .*whole numbers from 0 to 2"),
    "fractional label": (labels([0, 1.5]), ValueError, r"y holds 1\.5, .*whole numbers"),
    "column of labels": (labels([[0], [1]]), ValueError, r"\(2, 1\).*labels, \(batch,\).*one-hot"),
    "two ones": (labels([[1, 0, 0], [1, 1, 0]]), ValueError, r"row 1 of y is \[1.0, 1.0, 0.0\]"),
    "no one": (labels([[0, 0, 0], [1, 0, 0]]), ValueError, "row 0 of y .*a single 1"),
    "soft rows": (labels([[0.5, 0.5, 0], [1, 0, 0]]), ValueError, r"row 0 of y is \[0.5, 0.5"),
    "negative row": (labels([[1, 1, -1], [1, 0, 0]]), ValueError, "row 0 of y .*a single 1"),
    "two scored": (labels([[0, 2, -1], [1, 0, 0]]), ValueError, "row 0 of y .*a single 1"),
    "chance above 1": (binary([[0, 1, 2]] * 2), ValueError, "y holds 2, .*0 or 1"),
    "chance below 0": (binary([[0, -0.5, 1]] * 2), ValueError, r"y holds -0\.5, .*0 or 1"),
    "unknown loss": (
        gradients([[0] * 3] * 2, "mae"),
        ValueError,
        "no loss 'mae'; there are: mse, binary_cross_entropy, cross_entropy",
    ),
    "loss of another kind": (
        gradients([[0] * 3] * 2, None),
        TypeError,
        "loss must be a name.*None",
    ),
    "cross-entropy of sigmoid": (
        gradients([0, 1], "cross_entropy"),
        ValueError,
        "cross_entropy needs softmax as the last activation, but this network ends in sigmoid",
    ),
    "binary cross-entropy of tanh": (
        binary([[0] * 3] * 2, output="tanh"),
        ValueError,
        "binary_cross_entropy needs sigmoid .* ends in tanh",
    ),
    "softmax of one": (labels([0, 0], n_out=1), ValueError, "one output is always 1.*2 outputs"),
    "step of 0": (
        lambda: nn.check_gradients(network()(), [1, 2], 1, "mse", step=0),
        ValueError,
        "step must be above 0.*0 came",
    ),
    "endless step": (
        lambda: nn.check_gradients(network()(), [1, 2], 1, "mse", step=np.inf),
        ValueError,
        "step must be above 0.*inf came",
    ),
}

CASES = TARGETS | {
    "size 0": (network([2, 0, 1]), ValueError, r"at least one node.*\[2, 0, 1\]"),
    "negative size": (network([2, -1]), ValueError, "at least one node"),
    "one size": (network([2]), ValueError, r"input and an output.*\[2\]"),
    "no size": (network([]), ValueError, "input and an output"),
    "fractional size": (network([2, 1.5]), TypeError, r"whole numbers.*\[2, 1.5\]"),
    "sizes as text": (network("21"), TypeError, r"list of layer widths.*'21'"),
    "sizes as a number": (network(3), TypeError, "list of layer widths.*3"),
    "too few activations": (network(activations=["tanh"]), ValueError, r"2 layers.*1 came.*tanh"),
    "too many": (network(activations=["tanh"] * 3), ValueError, "need 2 activations, but 3 came"),
    "unknown activation": (network(activations="tan"), ValueError, "'tan'.*sigmoid, tanh, relu"),
    "activation of another kind": (network(activations=[1, 2]), TypeError, "must be a name.*1"),
    "no activations": (network(activations=None), TypeError, "activations.*None"),
    "unknown init": (network(init="kaiming"), ValueError, "'kaiming'.*uniform, normal, xavier, he"),
    "rng as text": (network(rng="7"), TypeError, "Generator or a whole-number seed.*'7'"),
    "negative seed": (network(rng=-1), ValueError, "seed.*-1"),
    "whole-number dtype": (network(dtype=int), TypeError, "floating-point.*int"),
    "unknown dtype": (network(dtype="number"), TypeError, "floating-point.*'number'"),
    "x too wide": (forward(np.ones((4, 3))), ValueError, r"\(4, 3\).*\(batch, 2\) or \(2,\)"),
    "single x too wide": (forward([1, 2, 3]), ValueError, r"\(3,\).*\(batch, 2\) or \(2,\)"),
    "scalar x": (forward(1.0), ValueError, r"shape \(\).*\(batch, 2\)"),
    "x of three dimensions": (
        forward(np.ones((1, 1, 2))),
        ValueError,
        r"\(1, 1, 2\).*\(batch, 2\)",
    ),
    "no examples": (forward(np.ones((0, 2))), ValueError, r"\(0, 2\).*at least one"),
    "NaN": (forward([[1, 2], [3, np.nan]]), ValueError, r"x holds NaN.*\[1, 1\]"),
    "infinity": (forward([np.inf, 1]), ValueError, r"infinity.*\[0\]"),
    "text": (forward(["1", "2"]), TypeError, "x must hold real numbers.*<U1"),
    "complex": (forward([1j, 2]), TypeError, "real numbers.*complex"),
    "None": (forward(None), TypeError, "real numbers.*object"),
    "ragged": (forward([[1, 2], [3]]), ValueError, "rows of x differ in length"),
    "NaN and infinity": (forward([[np.inf, np.nan], [0, 0]]), ValueError, r"NaN or.*\[0, 0\]"),
    "minus infinity": (forward([0, -np.inf]), ValueError, r"infinity.*\[1\]"),
    "negative overflow of float32": (
        lambda: nn.Network([2, 1], "tanh", dtype=np.float32).forward([-1e300, 1]),
        ValueError,
        "x holds.*too large for float32",
    ),
    "overflow of float32": (
        lambda: nn.Network([1, 1], "tanh", dtype=np.float32).forward([1e300]),
        ValueError,
        "x holds.*too large for float32",
    ),
    "no weights": (of([], []), ValueError, "weights is empty"),
    "vector of weights": (of([[1.0]], None), ValueError, r"weights\[0\].*\(1,\).*\(n_in, n_out\)"),
    "empty matrix": (of([np.ones((2, 0))], None), ValueError, r"\(2, 0\)"),
    "matrices that do not meet": (
        of([np.ones((2, 3)), np.ones((2, 1))], None),
        ValueError,
        r"weights\[0\] has shape \(2, 3\) and weights\[1\] \(2, 1\)",
    ),
    "bias too long": (
        of([[[1.0]]], [[1, 2]]),
        ValueError,
        r"biases\[0\].*\(2,\).*\(1, 1\).*\(1,\)",
    ),
    "too many biases": (of([[[1.0]]], [[1], [2]]), ValueError, "1 layers.*biases for 2"),
    "NaN weight": (of([[[np.nan]]], None), ValueError, r"weights\[0\] holds NaN"),
    "text for a bias": (of([[[1.0]]], [["b"]]), TypeError, r"biases\[0\] must hold real numbers"),
    "weights as a number": (of(3.0, None), TypeError, "weights must be a list.*3.0"),
    "notation": (
        lambda: nn.views.picture(network()(), notation="line"),
        ValueError,
        r'sizes \[1, 1\].*2 → 3 tanh → 1 tanh.*notation="indexed"',
    ),
    "unknown notation": (
        lambda: nn.views.algebra(network()(), notation="matrix"),
        ValueError,
        "'matrix'.*line, indexed, values, layers",
    ),
    "too wide to label": (
        lambda: nn.views.picture(network([2, 3, 3, 1])()),
        ValueError,
        'too wide to label.*notation="none"',
    ),
    "graph of no network": (lambda: nn.views.graph(None), TypeError, "a Network.*None"),
    "not a network": (lambda: nn.views.picture([2, 1]), TypeError, r"a Network.*\[2, 1\]"),
}


@pytest.mark.parametrize("case", CASES)
def test_message(case):
    act, error, message = CASES[case]
    with pytest.raises(error, match=message):
        act()


def test_the_largest_number_of_a_type_is_not_too_large():
    largest = float(np.finfo(np.float32).max)
    net = nn.Network.of([[[1.0]]], None, "identity", dtype=np.float32)
    assert net.forward([-largest]).tolist() == [-largest]
    assert net.forward([largest]).tolist() == [largest]


def test_good_numbers_are_taken_without_a_copy():
    x = np.ones(3)
    assert as_numbers(x, "x", float) is x
