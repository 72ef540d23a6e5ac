"""What becomes of a matplotlib figure on its way to an SVG."""

import re

from scripts.figures.style import ACCENT, label, new_figure
from scripts.pages.encode import svg_of


def a_drawing() -> str:
    figure, axes = new_figure(height=100)
    axes.plot([0, 1 / 3, 1], [0, 2 / 7, 1], color=ACCENT)
    label(axes, 0.5, 0.5, "p = 0.00125")
    return svg_of(figure)


def test_coordinates_are_short():
    tags = re.findall(r"<[^>]*>", a_drawing())
    assert not [tag for tag in tags if re.search(r"\d\.\d{3}", tag)]


def test_words_keep_every_digit():
    assert "p = 0.00125" in a_drawing()


def test_colours_follow_the_scheme():
    svg = a_drawing()
    assert "var(--accent)" in svg
    assert ACCENT not in svg.replace(f"--accent:{ACCENT}", "")
