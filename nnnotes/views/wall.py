"""Bricks: vectors and matrices drawn to scale, with their names and shapes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nnnotes.views import svg
from nnnotes.views.names import Symbol
from nnnotes.views.svg import at

LEAST_SIDE = 3.0  # units: a thinner brick would not be seen
LEAST_CELL = 5.0  # units: smaller cells would be a grey blur
ABOVE, BELOW = 26.0, 20.0  # units for the name and for a line of the shape
STYLE = """
.net .brick{fill:none;stroke:var(--ink);stroke-width:1.4}
.net .learned{fill:var(--accent);fill-opacity:.22}
.net .cells{fill:none;stroke:var(--muted);stroke-width:.7}
.net .side{fill:none;stroke:var(--accent);stroke-width:3}
.net .side.wrong{stroke-dasharray:3 3;stroke:var(--ink)}
.net .cross{stroke:var(--ink);stroke-width:2}
"""


@dataclass(frozen=True)
class Brick:
    """A vector or a matrix: a thin strip or a block."""

    name: Symbol
    shape: tuple[int, ...]
    learned: bool = False

    @property
    def columns(self) -> int:
        """How many cells wide it is; a vector is a row."""
        return self.shape[-1]

    @property
    def rows(self) -> int:
        """How many cells tall it is."""
        return self.shape[0] if len(self.shape) == 2 else 1

    @property
    def label(self) -> list[str]:
        """The shape as numpy writes it; a long one takes two lines."""
        text = str(self.shape)
        return [text] if len(text) <= 10 else text.replace(", ", ",\n").split("\n")

    def width(self, unit: float) -> float:
        """Units that the brick takes."""
        return max(self.columns * unit, LEAST_SIDE)

    def height(self, unit: float) -> float:
        """Likewise, upwards."""
        return max(self.rows * unit, LEAST_SIDE)

    def slot(self, unit: float) -> float:
        """Units that the brick takes with what is written above and below it."""
        name = 9 * len(self.name.letter) + 6 * len(self.name.index)
        return max(self.width(unit), name, *(6.8 * len(line) for line in self.label))


def drawn(brick: Brick, x: float, y: float, unit: float) -> Iterator[str]:
    """A brick whose middle is at (x, y), with its name above it and its shape below."""
    width, height = brick.width(unit), brick.height(unit)
    kind = "brick learned" if brick.learned else "brick"
    left, top = x - width / 2, y - height / 2
    yield (
        f'<rect class="{kind}" x="{at(left)}" y="{at(top)}" width="{at(width)}" '
        f'height="{at(height)}" rx="1.5"/>'
    )
    if unit >= LEAST_CELL and brick.rows * brick.columns > 1:
        across = "".join(
            f"M{at(left + i * unit)} {at(top)}v{at(height)}" for i in _inner(brick.columns)
        )
        down = "".join(f"M{at(left)} {at(top + i * unit)}h{at(width)}" for i in _inner(brick.rows))
        yield f'<path class="cells" d="{across}{down}"/>'
    yield svg.label(x, top - 12, brick.name)
    for line, text in enumerate(brick.label):
        yield svg.small(x, top + height + 13 + 15 * line, text)


def unit_for(bricks: Sequence[Brick], free: float, tallest: float) -> float:
    """The side of a cell, at most 18, at which these bricks fit side by side."""
    unit = min(18.0, tallest / max(brick.rows for brick in bricks))
    while sum(brick.slot(unit) for brick in bricks) > free and unit > 1e-6:
        unit *= 0.95
    return unit


def _inner(n: int) -> range:
    return range(1, n)
