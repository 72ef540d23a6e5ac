"""The picture with numbers shows what every node holds."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.views.rounding import rounded
from tests.library.kept import DEEP, LIGHTS

SVG = "{http://www.w3.org/2000/svg}"


def written(drawn, kind):
    texts = [t for t in ET.fromstring(drawn).iter(f"{SVG}text") if t.get("class") == kind]
    return ["".join(text.itertext()).replace("−", "-") for text in texts]


def test_street_lights():
    """By hand: x picks rows 1 and 3, [.5, .2, -.3, .9]; relu; .3 + .06 + 0 + .54 = .9."""
    drawn = nn.views.numbers(LIGHTS, [1, 0, 1])
    assert written(drawn, "index") == ["1", "0", "1", "0.5", "0.2", "0", "0.9", "0.9"]
    weights = [rounded(w) for W in LIGHTS.weights for w in W.T.flat]
    assert written(drawn, "number") == weights
    assert "(1, 0, 1) gives (0.5, 0.2, 0, 0.9); (0.5, 0.2, 0, 0.9) gives (0.9)" in drawn


@pytest.mark.parametrize(
    "net",
    [DEEP, nn.Network([2, 4, 3, 2], "tanh", rng=1), nn.Network([2, 3], "softmax", rng=0),
     nn.Network([2, 12, 1], "gelu", bias=False, rng=0, dtype="float32")],
    ids=repr,
)  # fmt: skip
def test_nodes_hold_the_trace(net):
    x = [-1.25, 2]
    values = [rounded(float(v)) for a in net.trace(x).a for v in a]
    assert written(nn.views.numbers(net, x), "index") == values


def test_deep_networks_show_their_weights_by_colour_alone():
    net = nn.Network([2, 4, 3, 2], "tanh", rng=1)
    drawn = nn.views.numbers(net, [1, -1])
    assert set(written(drawn, "number")) == {"1"}  # of the biases' squares
    for sign, count in (("positive", 1), ("negative", -1)):
        n = sum(int(np.sum(np.sign(W) == count)) for W in (*net.weights, *net.biases))
        assert len(re.findall(rf'class="edge {sign}"', drawn)) == n


def test_a_number_has_room_in_its_circle():
    drawn = nn.views.numbers(nn.Network.of([[[1.0]]], None, "identity"), [-12345.678])
    radius = min(float(r) for r in re.findall(r'<circle[^>]* r="([\d.]+)"', drawn))
    longest = max(len(text) for text in written(drawn, "index"))
    assert 6.4 * longest <= 2 * radius + 4


@pytest.mark.parametrize(
    ("net", "x", "error", "words"),
    [(DEEP, [[1, 2]], ValueError, "one example"), (DEEP, [1, 2, 3], ValueError, r"\(3,\)"),
     (DEEP, [1, np.nan], ValueError, "NaN"), (DEEP, ["a", "b"], TypeError, "real numbers"),
     ("net", [1], TypeError, "a Network"),
     (nn.Network([13, 1], "tanh"), np.ones(13), ValueError, "too large"),
     (nn.Network([1] * 7, "tanh"), [1], ValueError, "6 layers")],
)  # fmt: skip
def test_what_cannot_flow(net, x, error, words):
    with pytest.raises(error, match=words):
        nn.views.numbers(net, x)
