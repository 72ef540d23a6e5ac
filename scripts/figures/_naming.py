"""Drawings of one neuron whose output has the letter that the page gives it."""

import re


def with_output(letter: str, drawing: str) -> str:
    """The drawing, with this letter in the circle on the right, where picture writes v and 0."""
    name = re.compile(r'y="4">v<tspan class="index" dy="4">0</tspan>')
    return name.sub(f'y="5.5">{letter}', drawing)
