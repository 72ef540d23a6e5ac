"""The pictures of "Seeing networks" show the network that the page runs."""

import re

import pytest

from nnnotes.views import bricks, numbers
from scripts.figures._small_network import INPUT, small_network
from scripts.pages.session import Session
from scripts.pages.source import DOCS, Page

FOLDER = DOCS / "seeing-networks"


@pytest.fixture(scope="module")
def names() -> dict[str, object]:
    """What the page has computed when it is at its end."""
    session = Session(Page(FOLDER / "index.md"))
    assert not [result.error for result in session.run() if result.error]
    return session.names


def test_figures_draw_the_pages_networks(names):
    assert names["net"] == small_network()
    assert names["biased"] == small_network(biases=True)


@pytest.mark.parametrize("figure", ["seen-as-numbers", "seen-as-bricks"])
def test_a_drawing_says_what_the_view_says_of_the_pages_network(names, figure):
    net = names["net"]
    drawn = numbers(net, INPUT) if figure == "seen-as-numbers" else bricks(net)
    assert texts((FOLDER / f"{figure}.svg").read_text(encoding="utf-8")) == texts(drawn)


def test_side_by_side_has_every_number_and_line_of_the_page(names):
    shown = " ".join(texts((FOLDER / "side-by-side.svg").read_text(encoding="utf-8")))
    for line in re.findall(r"layer_\d = .*@.*", names["source"]):
        assert line in shown
    weights = [f"{w:g}".replace("-", "\N{MINUS SIGN}") for w in names["weights_0_1"].flat]
    assert " ".join(weights) in shown
    assert "1 0 1" in shown
    assert "0.5 0.2 0 0.9" in shown


def texts(svg: str) -> list[str]:
    """The words and numbers on a drawing, in order."""
    return [re.sub("<.*?>", "", text) for text in re.findall(r"<text.*?</text>", svg)]
