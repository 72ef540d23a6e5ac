"""Bricks with something in their cells: the parts of the drawings in "Seeing networks"."""

from collections.abc import Iterable, Iterator

import numpy as np

from nnnotes.views import svg
from nnnotes.views.names import Symbol
from nnnotes.views.rounding import rounded
from nnnotes.views.svg import at
from nnnotes.views.wall import STYLE

OURS = """
.net .cell{fill:none;stroke:var(--muted);stroke-width:.7}
.net .plus{fill:var(--positive)}
.net .minus{fill:var(--negative)}
.net .frame{fill:none;stroke:var(--ink);stroke-width:1.4}
.net .mark{fill:none;stroke:var(--accent);stroke-width:3}
.net .marked{stroke:var(--accent);stroke-width:3}
.net .words{font:13px system-ui,sans-serif}
.net .code{font:13px ui-monospace,Menlo,Consolas,monospace}
.net .start{text-anchor:start}
"""


def sheet(strokes: Iterable[str], height: float, title: str, desc: str) -> str:
    """A whole drawing, 400 units wide."""
    return svg.document(strokes, 0, height, title, desc, STYLE + OURS)


def filled(values, left: float, top: float, unit: float, written: bool = True) -> Iterator[str]:
    """An array as a brick: each cell has the tint of its sign, deeper for a larger number."""
    rows = np.atleast_2d(values)
    largest = np.abs(rows).max() or 1
    for (i, j), value in np.ndenumerate(rows):
        kind = "plus" if value > 0 else "minus" if value < 0 else ""
        depth = at(0.08 + 0.34 * abs(value) / largest)
        yield (
            f'<rect class="cell {kind}" style="fill-opacity:{depth}" x="{at(left + j * unit)}" '
            f'y="{at(top + i * unit)}" width="{at(unit)}" height="{at(unit)}"/>'
        )
        if written:
            text = rounded(float(value))
            yield svg.small(left + (j + 0.5) * unit, top + (i + 0.5) * unit, text)
    n_rows, n_columns = rows.shape
    yield frame("frame", left, top, n_columns * unit, n_rows * unit)


def frame(kind: str, left: float, top: float, width: float, height: float) -> str:
    """The outline of a brick, or of a part of one."""
    return (
        f'<rect class="{kind}" x="{at(left)}" y="{at(top)}" width="{at(width)}" '
        f'height="{at(height)}" rx="1.5"/>'
    )


def block(left: float, top: float, columns: float, rows: float, unit: float) -> Iterator[str]:
    """A brick of weights with empty cells."""
    yield frame("brick learned", left, top, columns * unit, rows * unit)
    yield from grid(left, top, columns, rows, unit)


def strip(left: float, top: float, columns: float, rows: float, unit: float) -> Iterator[str]:
    """A brick of values with empty cells."""
    yield frame("brick", left, top, columns * unit, rows * unit)
    yield from grid(left, top, columns, rows, unit)


def grid(left: float, top: float, columns: float, rows: float, unit: float) -> Iterator[str]:
    """The lines between a brick's cells."""
    across = "".join(f"M{at(left + i * unit)} {at(top)}v{at(rows * unit)}" for i in inner(columns))
    down = "".join(f"M{at(left)} {at(top + i * unit)}h{at(columns * unit)}" for i in inner(rows))
    if across + down:
        yield f'<path class="cells" d="{across}{down}"/>'


def inner(n: float) -> range:
    """The places between n cells."""
    return range(1, int(n))


def name(x: float, y: float, letter: str, index: str = "") -> str:
    """A letter with its index, or a sign, its middle at (x, y)."""
    return svg.label(x, y, Symbol(letter, index))


def words(x: float, y: float, text: str, kind: str = "") -> str:
    """Words, their middle (or, of kind "start", their beginning) at (x, y)."""
    shown = text.replace("-", "\N{MINUS SIGN}")
    return f'<text class="words {kind}" x="{at(x)}" y="{at(y + 4.5)}">{shown}</text>'


def upright(x: float, y: float, text: str) -> str:
    """The name of a function, or a sign, in a formula."""
    return f'<text x="{at(x)}" y="{at(y + 5.5)}">{text}</text>'


def transposed(x: float, y: float, letter: str) -> str:
    """A letter with a raised T."""
    raised = '<tspan class="index" dy="-7">T</tspan>'
    return f'<text class="variable" x="{at(x)}" y="{at(y + 5.5)}">{letter}{raised}</text>'
