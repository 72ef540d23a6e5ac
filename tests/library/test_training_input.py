"""Training refuses bad input with advice, and then has changed nothing."""

import sys

import numpy as np
import pytest

import nnnotes as nn

X = np.random.default_rng(0).normal(size=(6, 3))
Y = X[:, :2]
HOLE = np.where(X.max() - 1e-9 < X, np.nan, X)
GOOD = {"loss": "mse", "optimizer": "sgd", "epochs": 2, "batch_size": 4}


def network(last="identity", **options):
    return nn.Network([3, 4, 2], ["tanh", last], **{"rng": 1, **options})


CASES = {
    "epochs 0": ({"epochs": 0}, ValueError, "epochs=0.*at least 1"),
    "fractional epochs": ({"epochs": 1.5}, TypeError, "epochs must be a whole number; 1.5"),
    "batch_size 0": ({"batch_size": 0}, ValueError, "batch_size=0.*at least 1"),
    "negative batch_size": ({"batch_size": -4}, ValueError, "batch_size=-4"),
    "fractional batch_size": ({"batch_size": 2.0}, TypeError, "batch_size.*whole number; 2.0"),
    "unknown loss": ({"loss": "rmse"}, ValueError, "'rmse'.*mse.*cross_entropy"),
    "loss of another kind": ({"loss": 3}, TypeError, "loss.*3 came"),
    "loss that does not fit": ({"loss": "cross_entropy"}, ValueError, "softmax.*identity"),
    "unknown optimizer": ({"optimizer": "adm"}, ValueError, "'adm'.*sgd, rmsprop, adam"),
    "a class": ({"optimizer": nn.Adam}, TypeError, r"optimizer.*sgd.*SGD\(lr=0.1\).*Adam"),
    "a number": ({"optimizer": 0.1}, TypeError, r"optimizer.*0.1 came"),
    "no network": ({"net": [3, 2]}, TypeError, r"train takes a Network.*\[3, 2\]"),
    "no examples": ({"x": X[:0], "y": Y[:0]}, ValueError, r"\(0, 3\).*at least one"),
    "too few targets": ({"y": Y[:5]}, ValueError, r"\(6, 3\).*\(5, 2\)"),
    "x too wide": ({"x": np.ones((6, 4))}, ValueError, r"\(6, 4\).*\(batch, 3\)"),
    "a single example": ({"x": X[0], "y": Y[:1]}, ValueError, r"\(3,\).*\(n, 3\).*x\[None, :\]"),
    "y too wide": ({"y": X}, ValueError, r"y has shape \(6, 3\).*\(batch, 2\)"),
    "NaN in x": ({"x": HOLE}, ValueError, "x holds NaN"),
    "NaN in y": ({"y": HOLE[:, :2] + HOLE[:, 1:]}, ValueError, "y holds NaN"),
    "text": ({"x": [["a", "b", "c"]] * 6}, TypeError, "x must hold real numbers"),
    "validation of another shape": (
        {"validation": (X[:, :2], Y)},
        ValueError,
        r"validation: x has shape \(6, 2\)",
    ),
    "validation too short": ({"validation": (X, Y[:2])}, ValueError, r"validation: .*\(2, 2\)"),
    "validation with NaN": ({"validation": (HOLE, Y)}, ValueError, "validation: x holds NaN"),
    "empty validation": ({"validation": (X[:0], Y[:0])}, ValueError, r"validation: .*\(0, 3\)"),
    "validation as text": ({"validation": ("ab", Y)}, TypeError, "validation: x must hold"),
    "validation of three": ({"validation": (X, Y, X)}, TypeError, r"pair \(x, y\).*tuple came"),
    "validation as an array": ({"validation": X[:2]}, TypeError, r"pair \(x, y\).*ndarray came"),
    "patience alone": ({"patience": 3}, ValueError, r"patience=3.*validation=\(x, y\)"),
    "patience 0": ({"patience": 0, "validation": (X, Y)}, ValueError, "patience=0.*at least 1"),
    "patience alone, 0": ({"patience": 0}, ValueError, "patience=0 came without validation"),
    "rng as text": ({"rng": "7"}, TypeError, "rng.*'7'"),
    "negative seed": ({"rng": -1}, ValueError, "seed.*-1"),
    "dropout 1": ({"dropout": 1.0}, ValueError, "dropout=1.0.*below 1"),
    "negative dropout": ({"dropout": -0.1}, ValueError, "dropout=-0.1"),
    "dropout as text": ({"dropout": "0.5"}, TypeError, "dropout must be a number"),
    "dropout without hidden layers": (
        {"dropout": 0.5, "net": nn.Network([3, 2], "identity", rng=1)},
        ValueError,
        r"dropout=0.5.*3 → 2 identity.*no hidden layer",
    ),
    "negative l1": ({"l1": -1}, ValueError, "l1=-1.*0 or more"),
    "infinite l2": ({"l2": np.inf}, ValueError, "l2=inf"),
    "l2 as a list": ({"l2": [0.1]}, TypeError, r"l2 must be a number; \[0.1\]"),
    "step": ({"net": network("step")}, ValueError, "step.*slope is 0"),
    "callback": ({"callback": 3}, TypeError, r"callback.*callback\(net, history\).*3 came"),
    "NaN from the schedule": (
        {"optimizer": nn.SGD(0.1, schedule=lambda epoch: np.nan)},
        ValueError,
        r"schedule's factor\(0\)=nan",
    ),
    "text from the schedule": (
        {"optimizer": nn.SGD(0.1, schedule=lambda epoch: "half")},
        TypeError,
        r"schedule's factor\(0\).*'half'",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_message_and_nothing_changed(case):
    changes, error, message = CASES[case]
    generator = np.random.default_rng(5)
    arguments = {"net": network(), "x": X, "y": Y, "rng": generator, **GOOD, **changes}
    net = arguments.pop("net")
    before = net.copy() if isinstance(net, nn.Network) else list(net)
    with pytest.raises(error, match=message):
        nn.train(net, arguments.pop("x"), arguments.pop("y"), **arguments)
    assert net == before
    assert generator.bit_generator.state == np.random.default_rng(5).bit_generator.state


@pytest.mark.parametrize("kind", ["weights", "biases"])
def test_a_network_that_is_not_finite_is_not_blamed_on_the_rate(kind):
    net = network()
    getattr(net, kind)[1][0] = np.inf
    with pytest.raises(ValueError, match=rf"{kind}\[1\].*NaN or infinity"):
        nn.train(net, X, Y, **GOOD)


def test_a_bar_without_tqdm_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    net = network()
    with pytest.raises(ImportError, match=r'needs tqdm.*install "nnnotes\[progress\]"'):
        nn.train(net, X, Y, **GOOD, progress=True)
    assert net == network()
