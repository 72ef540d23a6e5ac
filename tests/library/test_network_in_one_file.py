"""What "Training from scratch" promises about its one file, and says in passing."""

import ast
from itertools import pairwise
from runpy import run_path
from types import FunctionType

import numpy as np
import pytest

from nnnotes import SGD, Network, train
from nnnotes.datasets import spiral
from scripts.pages.source import DOCS, Fence, Page

FOLDER = DOCS / "training-from-scratch"
PIECES = ("draw", "forward", "surprise", "backward", "train")
ours = run_path(str(FOLDER / "network.py"))


def pieces() -> list[str]:
    """The page's fences that define the five functions, in the order of the page."""
    page = Page(FOLDER / "index.md")
    codes = [s.code for s in page.steps if isinstance(s, Fence) and s.kind == "statements"]
    return [code for code in codes if _last_defined(code) in PIECES]


def _last_defined(code: str) -> str:
    last = ast.parse(code).body[-1]
    return last.name if isinstance(last, ast.FunctionDef) else ""


def test_the_file_is_the_pages_pieces_and_nothing_else():
    assert [_last_defined(code) for code in pieces()] == list(PIECES)
    file = (FOLDER / "network.py").read_text()
    assert file == "\n\n\n".join(code.strip("\n") for code in pieces()) + "\n"


def test_the_file_is_short_and_needs_numpy_alone():
    file = (FOLDER / "network.py").read_text()
    assert 55 <= len(file.splitlines()) <= 65
    assert max(map(len, file.splitlines())) <= 68
    imports = [n for n in ast.walk(ast.parse(file)) if isinstance(n, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(n) for n in imports] == [
        "from itertools import pairwise",
        "import numpy as np",
    ]


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("sizes", [[2, 3], [2, 5, 3], [2, 16, 16, 3]])
def test_it_learns_what_the_library_learns(sizes, seed):
    x, y = spiral(50, classes=3, turns=1.0, noise=0.03, rng=seed)
    rng = np.random.default_rng(seed)
    weights, biases = ours["draw"](sizes, rng)
    losses = ours["train"](weights, biases, x, y, 0.2, 20, 8, rng)  # the last batch has 2 rows

    rng = np.random.default_rng(seed)
    net = Network(sizes, [*["tanh"] * (len(sizes) - 2), "softmax"], rng=rng)
    settings = {"loss": "cross_entropy", "optimizer": SGD(lr=0.2), "batch_size": 8}
    history = train(net, x, y, epochs=20, rng=rng, **settings)
    np.testing.assert_allclose(losses, history.training, rtol=0, atol=1e-12)
    for mine, theirs in zip(weights + biases, net.weights + net.biases, strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=0, atol=1e-12)


def test_four_networks_contradict_each_other_on_more_than_a_tenth_of_the_land_around_the_paths():
    x, y = spiral(300, classes=3, turns=1.25, noise=0.03, rng=1)
    land = np.random.default_rng(0).uniform(-3, 3, (4000, 2))
    far = land[abs(land).max(axis=1) > 1.3]
    answers = []
    for seed in range(4):
        rng = np.random.default_rng(seed)
        weights, biases = ours["draw"]([2, 16, 16, 3], rng)
        ours["train"](weights, biases, x, y, 0.3, 300, 20, rng)
        assert np.mean(ours["forward"](x, weights, biases)[1].argmax(axis=1) == y) == 1
        answers.append(ours["forward"](far, weights, biases)[1].argmax(axis=1))
    agreed = np.all([one == two for one, two in pairwise(answers)], axis=0)
    assert 0.1 < 1 - agreed.mean() < 0.16


@pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
def test_eightfold_weights_explode_through_tanh_and_not_through_sigmoids(activation):
    net = Network([64] * 11 + [3], [*[activation] * 10, "softmax"], rng=0)
    for W in net.weights:
        W *= 8
    noise = np.random.default_rng(0).standard_normal((200, 64))
    biases = net.gradients(noise, np.arange(200) % 3, "cross_entropy").biases
    first, last = np.linalg.norm(biases[0]), np.linalg.norm(biases[9])
    assert first > 100 * last if activation == "tanh" else first < last


@pytest.mark.parametrize("factor", [0.2, 8])
def test_slopes_vanish_or_explode_whatever_the_examples_are(factor):
    rng = np.random.default_rng(3)
    for x in (rng.standard_normal((200, 64)), rng.uniform(0, 1, (200, 64)), np.eye(64)):
        for y in (np.arange(len(x)) % 3, np.zeros(len(x), dtype=int)):
            weights, biases = ours["draw"]([64] * 11 + [3], np.random.default_rng(0))
            weights = [factor * W for W in weights]
            a, z = ours["forward"](x, weights, biases)
            slopes = ours["backward"](ours["surprise"](z, y)[1], a, weights)[1]
            first, last = np.linalg.norm(slopes[0]), np.linalg.norm(slopes[9])
            assert first < last * 1e-5 if factor < 1 else first > last * 100


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_eightfold_weights_never_train_below_guessing_and_end_up_saying_one_thing(seed):
    weights, biases, x, y, rng = eightfold(seed)
    losses = ours["train"](weights, biases, x, y, 0.1, 60, 20, rng)
    assert min(losses) > np.log(3)
    assert np.std(ours["forward"](x, weights, biases)[1], axis=0).max() < 1e-3


@pytest.mark.parametrize("limit", [1, 5])
def test_eightfold_weights_do_not_learn_with_clipped_slopes_either(limit):
    weights, biases, x, y, rng = eightfold(seed=0)

    def clipped(delta, a, weights):
        found = ours["backward"](delta, a, weights)
        length = np.sqrt(sum(np.sum(d**2) for kind in found for d in kind))
        return [[d * min(1, limit / length) for d in kind] for kind in found]

    step = FunctionType(ours["train"].__code__, {**ours, "backward": clipped})
    losses = step(weights, biases, x, y, 0.1, 60, 20, rng)
    assert min(losses) > 2 * np.log(3)


def eightfold(seed: int):
    """The page's ten layers on its three paths, with weights eight times as large as drawn."""
    rng = np.random.default_rng(seed)
    weights, biases = ours["draw"]([2, *[32] * 10, 3], rng)
    x, y = spiral(300, classes=3, turns=1.25, noise=0.03, rng=1)
    return [8 * W for W in weights], biases, x, y, rng
