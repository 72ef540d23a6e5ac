"""Two bricks that are to be multiplied: do they fit?"""

from collections.abc import Iterator, Sequence
from operator import index

from nnnotes.views import svg
from nnnotes.views.names import Symbol
from nnnotes.views.svg import at
from nnnotes.views.wall import ABOVE, BELOW, STYLE, Brick, drawn, unit_for

SIGN_WIDTH, TALLEST = 36.0, 150.0


def product(
    left: Sequence[int],
    right: Sequence[int],
    *,
    names: tuple[str, str] = ("A", "B"),
    title: str | None = None,
) -> str:
    """Draw ``left @ right`` as two bricks, and the result, or that they do not fit.

    The sides that must be equally long are drawn thick: the width of the left one, and the height
    of the right one. Where they differ the @ is crossed out, and the sides are dashed.

    Args:
        left: shape of the left array, (n,) or (rows, columns), each at least 1.
        right: shape of the right one, (rows, columns).
        names: one letter for each.
        title: what it is, for readers who do not see it; made from the shapes if None.

    Returns:
        The text of an SVG, 400 units wide.

    Raises:
        ValueError: a shape of other lengths, or a side below 1.
        TypeError: sides that are not whole numbers.

    Examples:
        >>> "do not fit" in product((2, 3), (4, 5))
        True
        >>> ">(2, 5)</text>" in product((2, 3), (3, 5))
        True
    """
    one = Brick(Symbol(names[0]), _checked(left, "left", (1, 2)))
    two = Brick(Symbol(names[1]), _checked(right, "right", (2,)))
    fit = one.columns == two.rows
    row = (
        [one, two, Brick(Symbol(f"{names[0]}{names[1]}"), _result(one, two))] if fit else [one, two]
    )
    between = SIGN_WIDTH * (len(row) - 1)
    unit = unit_for(row, svg.WIDTH - 8 - between, TALLEST)
    tallest = max(brick.height(unit) for brick in row)
    verdict = _verdict(one, two)
    strokes = list(_strokes(row, ABOVE + tallest / 2, unit, fit))
    bottom = ABOVE + tallest + BELOW + 15
    strokes.append(svg.small(svg.WIDTH / 2, bottom + 12, verdict))
    title = title or f"{names[0]} {one.shape} @ {names[1]} {two.shape}"
    return svg.document(strokes, 0, bottom + 26, title, f"{verdict}.", STYLE)


def _checked(shape: Sequence[int], name: str, lengths: tuple[int, ...]) -> tuple[int, ...]:
    try:
        sides = tuple(index(side) for side in shape)
    except TypeError:
        raise TypeError(f"{name} must be a shape, such as (3, 4); {shape!r} came") from None
    if len(sides) not in lengths or min(sides) < 1:
        raise ValueError(
            f"{name}={sides} came, but a shape here has {' or '.join(map(str, lengths))} "
            "sides, each at least 1"
        )
    return sides


def _result(one: Brick, two: Brick) -> tuple[int, ...]:
    return (*one.shape[:-1], two.columns)


def _verdict(one: Brick, two: Brick) -> str:
    fit = "they fit" if one.columns == two.rows else "they do not fit"
    columns, rows = _counted(one.columns, "column"), _counted(two.rows, "row")
    return f"{columns} on the left, {rows} on the right: {fit}"


def _counted(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"


def _strokes(row: Sequence[Brick], y: float, unit: float, fit: bool) -> Iterator[str]:
    widths = [brick.slot(unit) for brick in row]
    x = (svg.WIDTH - sum(widths) - SIGN_WIDTH * (len(row) - 1)) / 2
    kind = "side" if fit else "side wrong"
    for place, (brick, width) in enumerate(zip(row, widths, strict=True)):
        if place:
            yield svg.label(x + SIGN_WIDTH / 2, y, Symbol("=" if place == 2 else "@"))
            if not fit:
                yield _cross(x + SIGN_WIDTH / 2, y)
            x += SIGN_WIDTH
        middle = x + width / 2
        yield from drawn(brick, middle, y, unit)
        half_width, half_height = brick.width(unit) / 2, brick.height(unit) / 2
        if place == 0:
            yield _side(kind, middle - half_width, y - half_height, f"h{at(2 * half_width)}")
        if place == 1:
            yield _side(kind, middle - half_width, y - half_height, f"v{at(2 * half_height)}")
        x += width


def _side(kind: str, x: float, y: float, along: str) -> str:
    return f'<path class="{kind}" d="M{at(x)} {at(y)}{along}"/>'


def _cross(x: float, y: float) -> str:
    return f'<path class="cross" d="M{at(x - 9)} {at(y + 9)}L{at(x + 9)} {at(y - 9)}"/>'
