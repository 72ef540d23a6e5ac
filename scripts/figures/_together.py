"""One network in four views on one drawing: algebra, bricks, numbers and Python, layer by layer."""

import re
from collections.abc import Iterator

import numpy as np

from nnnotes import Network
from nnnotes.views import algebra, python, svg
from nnnotes.views.curves import SIDE, activation_box
from nnnotes.views.svg import at
from scripts.figures._walls import filled, name, sheet

UNIT, SIGN, GAP, ARROW = 27.0, 24.0, 34.0, 16.0
TOKEN = re.compile(r"\\operatorname\{(\w+)\}|([A-Za-z])_(\d)|([=()+])")


def together(net: Network, x: np.ndarray) -> str:
    """A row for each layer: its formula, its bricks with the numbers in them, its line of Python."""
    trace = net.trace(x)
    formulas = [line.strip("\\ ") for line in algebra(net, notation="layers").splitlines()[1:-1]]
    code = [line.strip() for line in python(net).splitlines() if " @ " in line]
    strokes, top = [], 0.0
    for layer, W in enumerate(net.weights):
        strokes.append(_formula(svg.WIDTH / 2, top + 16, formulas[layer]))
        middle = top + 44 + len(W) * UNIT / 2
        parts = trace.a[layer], W, net.activations[layer], trace.a[layer + 1]
        strokes += _bricks(middle, *parts)
        bottom = top + 44 + len(W) * UNIT
        strokes.append(_code(svg.WIDTH / 2, bottom + 22, code[layer]))
        top = bottom + 52
    return sheet(
        strokes,
        top - 18,
        "Our network in four views",
        "For each layer its formula, its bricks with numbers in them, and its line of Python.",
    )


def _bricks(
    y: float, before: np.ndarray, W: np.ndarray, activation: str, after: np.ndarray
) -> Iterator[str]:
    bends = activation != "identity"
    between = SIDE + 2 * ARROW if bends else SIGN
    columns = len(before) + W.shape[1] + len(after)
    x = (svg.WIDTH - columns * UNIT - SIGN - between) / 2
    yield from filled(before, x, y - UNIT / 2, UNIT)
    x += len(before) * UNIT
    yield name(x + SIGN / 2, y, "@")
    x += SIGN
    yield from filled(W, x, y - len(W) * UNIT / 2, UNIT)
    x += W.shape[1] * UNIT
    if bends:
        yield svg.flow((x + 3, y), (x + ARROW - 6, y))
        yield svg.head(x + ARROW - 1, y)
        yield from activation_box(x + ARROW, y, activation)
        yield svg.flow((x + ARROW + SIDE, y), (x + between - 8, y))
        yield svg.head(x + between - 2, y)
    else:
        yield name(x + SIGN / 2, y, "=")
    yield from filled(after, x + between, y - UNIT / 2, UNIT)


def _formula(x: float, y: float, latex: str) -> str:
    """A formula of letters with one index each, names of functions, and signs."""
    parts, raised = [], False
    for function, letter, index, sign in TOKEN.findall(latex):
        dy = ' dy="-5"' if raised else ""
        if letter:
            parts.append(f'<tspan class="variable"{dy}>{letter}</tspan>')
            parts.append(f'<tspan class="index" dy="5">{index}</tspan>')
        else:
            text = function or (f" {sign} " if sign in "=+" else sign)
            parts.append(f"<tspan{dy}>{text}</tspan>")
        raised = bool(letter)
    return f'<text x="{at(x)}" y="{at(y)}" xml:space="preserve">{"".join(parts)}</text>'


def _code(x: float, y: float, line: str) -> str:
    return f'<text class="code" x="{at(x)}" y="{at(y)}">{line}</text>'
