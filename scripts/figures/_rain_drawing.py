"""The 2-2-1 network with its numbers, forward or backward, as SVG."""

from collections.abc import Iterator

from nnnotes.views import svg
from nnnotes.views.svg import at
from nnnotes.views.wall import STYLE
from scripts.figures._rain import (
    BIASES,
    HIDDEN,
    INPUTS,
    LOSS,
    OUTPUT,
    TALL,
    TRUTH,
    WEIGHTS,
    WIDE,
    blame,
    edges,
    label_place,
    the_day,
)
from scripts.figures._walls import OURS

HEIGHT = 276.0
STYLES = """
.net .ground{fill:var(--ground)}
.net .soft{fill:none;stroke:var(--muted);stroke-width:1;opacity:.75}
.net .back{fill:none;stroke:var(--accent);stroke-width:2.2;stroke-linecap:round;stroke-dasharray:.1 5}
.net .backhead{fill:var(--accent)}
.net .blamed{fill:var(--accent)}
.net .faint{fill:var(--muted)}
.net .dot{fill:var(--ground);stroke:var(--ink);stroke-width:1.3}
.net .said{font:13px system-ui,sans-serif}
"""


def sheet(strokes, height: float, title: str, desc: str) -> str:
    """A drawing in which blame may flow."""
    return svg.document(strokes, 0, height, title, desc, STYLE + OURS + STYLES)


def draw_forward() -> str:
    """Every number that the forward pass computes."""
    sums, values, loss = the_day()
    strokes = [said(186, 16, "sum → sigmoid"), said(346, 86, "sum → sigmoid")]
    for layer, (i, j), start, end in edges():
        weight = WEIGHTS[layer][i][j]
        strokes += _ahead(start, end, "positive" if weight > 0 else "negative", abs(weight))
        strokes += tag(*label_place(start, end), f"{weight:g}")
    for x_and_y, value in zip(INPUTS, values[0], strict=True):
        strokes += [svg.circle(*x_and_y, 19), said(*x_and_y, f"{value:g}")]
    boxes = zip((*HIDDEN, OUTPUT), _flat(sums), _flat(values[1:]), strict=True)
    for (x, y), z, a in boxes:
        strokes.append(svg.rectangle(x - WIDE / 2, y, WIDE, TALL, 8))
        strokes.append(said(x, y, f"{z:.3g} → {a:.3f}"))
    for (x, y), bias in zip((*HIDDEN, OUTPUT), _flat(BIASES), strict=True):
        strokes.append(said(x, y + 30, f"bias {bias:g}"))
    x, y = OUTPUT
    strokes += _ahead((x + 44, y + 17), (x + 44, LOSS[1] - 17), "", 1)
    strokes += _loss(f"loss {loss:.3f}")
    return sheet(strokes, HEIGHT, "Every number forward", "Weights, sums, activations, loss.")


def draw_backward() -> str:
    """Every slope that comes back, where its weight or sum stood."""
    _, values, _ = the_day()
    deltas = blame()
    strokes = [said(186, 14, "blame of its sum", "blamed")]
    for layer, (i, j), start, end in edges():
        place = label_place(start, end)
        if layer:  # blame goes on to the hidden boxes, but nobody needs that of the inputs
            strokes += back(end, start)
            beside = start[0] + 52, start[1] + (0 if i == 0 else -1)
            strokes.append(said(*beside, f"× weight {WEIGHTS[layer][i][j]:g}"))
        else:
            strokes.append(_soft(start, place))
            strokes += back(end, place, head=False)
        strokes += tag(*place, f"{values[layer][i] * deltas[layer][j]:.3f}", "blamed")
    for x_and_y, value in zip(INPUTS, values[0], strict=True):
        strokes += [svg.circle(*x_and_y, 19), said(*x_and_y, f"{value:g}", "faint")]
    slopes = [a * (1 - a) for a in _flat(values[1:])]
    for (x, y), delta, slope in zip((*HIDDEN, OUTPUT), _flat(deltas), slopes, strict=True):
        strokes.append(svg.rectangle(x - WIDE / 2, y, WIDE, TALL, 8))
        strokes.append(said(x, y, f"{delta:.3f}", "blamed"))
        strokes.append(said(x, y - 28, f"× slope {slope:.3f}"))
        strokes.append(said(x - 6, y + 29, "slope of bias", "blamed"))
        strokes.append(said(x - 6, y + 45, f"{delta:.3f}", "blamed"))
    x, y = OUTPUT
    strokes += back((x + 44, LOSS[1] - 17), (x + 44, y + 17))
    miss = values[-1][0] - TRUTH[0, 0]
    strokes += _loss(f"{2 * miss:.3f}", "blamed")
    strokes.append(said(LOSS[0], LOSS[1] + 30, f"2 × miss of {miss:.3f}"))
    return sheet(strokes, HEIGHT, "Every slope backward", "The blame of each sum and weight.")


def said(x: float, y: float, text: str, kind: str = "") -> str:
    """Words and numbers in a drawing, with true minus signs."""
    shown = text.replace("-", "\N{MINUS SIGN}")
    return f'<text class="said {kind}" x="{at(x)}" y="{at(y + 4.5)}">{shown}</text>'


def tag(x: float, y: float, text: str, kind: str = "") -> Iterator[str]:
    """A number on an edge, on a patch of ground."""
    half = 4.2 * len(text)
    yield (
        f'<rect class="ground" x="{at(x - half)}" y="{at(y - 9)}" width="{at(2 * half)}" '
        'height="18" rx="3"/>'
    )
    yield said(x, y, text, kind)


def back(start, end, head: bool = True) -> Iterator[str]:
    """Blame on its way: a dotted line, and an arrowhead where it arrives."""
    (x, y), (to_x, to_y) = start, end
    length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    across, down = (to_x - x) / length, (to_y - y) / length
    stop = to_x - 8 * across, to_y - 8 * down
    yield f'<path class="back" d="M{at(x)} {at(y)}L{at(stop[0])} {at(stop[1])}"/>'
    if head:
        yield _head("backhead", to_x, to_y, across, down)


def _soft(start, end) -> str:
    (x, y), (to_x, to_y) = start, end
    return f'<path class="soft" d="M{at(x)} {at(y)}L{at(to_x)} {at(to_y)}"/>'


def _ahead(start, end, sign: str, weight: float) -> Iterator[str]:
    (x, y), (to_x, to_y) = start, end
    length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    across, down = (to_x - x) / length, (to_y - y) / length
    width = at(0.9 + 0.9 * weight)
    path = f"M{at(x)} {at(y)}L{at(to_x - 7 * across)} {at(to_y - 7 * down)}"
    yield f'<path class="edge {sign}" style="stroke-width:{width}" d="{path}"/>'
    yield _head(f"head {sign}", to_x, to_y, across, down)


def _head(kind: str, x: float, y: float, across: float, down: float) -> str:
    left = x - 9 * across + 4.5 * down, y - 9 * down - 4.5 * across
    right = x - 9 * across - 4.5 * down, y - 9 * down + 4.5 * across
    corners = "L".join(f"{at(u)} {at(v)}" for u, v in ((x, y), left, right))
    return f'<path class="{kind}" d="M{corners}z"/>'


def _loss(text: str, kind: str = "") -> Iterator[str]:
    x, y = LOSS
    yield svg.rectangle(x - 56, y, 112, TALL, 2)
    yield said(x, y, text, kind)
    if not kind:
        yield said(x, y + 30, f"truth {TRUTH[0, 0]:g}")


def _flat(layers) -> list[float]:
    return [float(value) for layer in layers for value in layer]
