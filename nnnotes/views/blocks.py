"""The network as bricks: strips for vectors, blocks for matrices."""

from collections.abc import Iterator, Sequence
from operator import index

from nnnotes.network import Network
from nnnotes.views import svg
from nnnotes.views.curves import SIDE, activation_box
from nnnotes.views.names import Symbol, check_network
from nnnotes.views.wall import ABOVE, BELOW, STYLE, Brick, drawn, unit_for

MARGIN, TALLEST = 4.0, 170.0
SIGN_WIDTH, ARROW = 30.0, 18.0
Part = Brick | str  # a brick, an operator, or the name of an activation


def bricks(
    net: Network,
    *,
    batch: int | None = None,
    title: str | None = None,
    description: str | None = None,
) -> str:
    """Draw a network's arrays as bricks, layer by layer: ``a = f(x @ W + b)``.

    Vectors are thin strips and matrices blocks, all to one scale, each with its name above and its
    shape below. What the network learns is tinted. A side that would be too thin to see is drawn 3
    units thick; cells are drawn where they are 5 units or more.

    Args:
        net: any network.
        batch: how many examples go through at once, 1 or more; None for a single one, (n_in,).
        title: what it is, for readers who do not see it; made from the network if None.
        description: what is on it, likewise; it lists the shapes.

    Returns:
        The text of an SVG, 400 units wide.

    Raises:
        ValueError: a batch below 1.
        TypeError: something else than a network, or a batch that is not a whole number.

    Examples:
        >>> net = Network([3, 4, 1], "relu")
        >>> ">(32, 3)</text>" in bricks(net, batch=32)
        True
    """
    check_network(net)
    rows = _rows(net, _checked_batch(batch))
    unit = min(unit_for(_of(row), _free(row), TALLEST) for row in rows)
    strokes: list[str] = []
    y = 0.0
    for row in rows:
        strokes += _row(row, y + ABOVE, unit)
        y += _height(row, unit)
    title = title or f"{net!r} as bricks"
    return svg.document(strokes, 0, y, title, description or _in_words(rows), STYLE)


def _checked_batch(batch: int | None) -> tuple[int, ...]:
    """The shape that a batch puts before the width of a layer."""
    if batch is None:
        return ()
    try:
        size = index(batch)
    except TypeError:
        raise TypeError(f"batch must be a whole number, such as 32; {batch!r} came") from None
    if size < 1:
        raise ValueError(f"a batch has at least one example; batch={batch} came")
    return (size,)


def _rows(net: Network, batch: tuple[int, ...]) -> list[list[Part]]:
    return [_parts(net, layer, batch) for layer in range(len(net.weights))]


def _parts(net: Network, layer: int, batch: tuple[int, ...]) -> list[Part]:
    n_in, n_out = net.weights[layer].shape
    into = Brick(Symbol("a" if layer else "x", str(layer or "")), (*batch, n_in))
    parts: list[Part] = [into, "@", Brick(Symbol("W", str(layer)), (n_in, n_out), learned=True)]
    if net.biases:
        parts += ["+", Brick(Symbol("b", str(layer)), (n_out,), learned=True)]
    out = Brick(Symbol("a", str(layer + 1)), (*batch, n_out))
    return [*parts, net.activations[layer], out]


def _of(row: Sequence[Part]) -> list[Brick]:
    return [part for part in row if isinstance(part, Brick)]


def _free(row: Sequence[Part]) -> float:
    return svg.WIDTH - 2 * MARGIN - sum(_between(p) for p in row if isinstance(p, str))


def _between(sign: str) -> float:
    if sign in "@+" or sign == "identity":
        return SIGN_WIDTH
    return SIDE + 2 * ARROW


def _height(row: Sequence[Part], unit: float) -> float:
    lines = max(len(brick.label) for brick in _of(row))
    return ABOVE + max(brick.height(unit) for brick in _of(row)) + BELOW + 15 * (lines - 1) + 8


def _row(row: Sequence[Part], top: float, unit: float) -> Iterator[str]:
    """One layer, its parts side by side in the middle of the drawing."""
    y = top + max(brick.height(unit) for brick in _of(row)) / 2
    widths = [p.slot(unit) if isinstance(p, Brick) else _between(p) for p in row]
    x = (svg.WIDTH - sum(widths)) / 2
    for part, width in zip(row, widths, strict=True):
        if isinstance(part, Brick):
            yield from drawn(part, x + width / 2, y, unit)
        else:
            yield from _sign(part, x, y, width)
        x += width


def _sign(sign: str, x: float, y: float, width: float) -> Iterator[str]:
    if width == SIGN_WIDTH:
        yield svg.label(x + width / 2, y, Symbol("=" if sign == "identity" else sign))
        return
    yield svg.flow((x + 3, y), (x + ARROW - 5, y))
    yield svg.head(x + ARROW, y)
    yield from activation_box(x + ARROW, y, sign)
    yield svg.flow((x + ARROW + SIDE, y), (x + width - 8, y))
    yield svg.head(x + width - 3, y)


def _in_words(rows: Sequence[Sequence[Part]]) -> str:
    return " ".join(f"{_sentence(row)}." for row in rows)


def _sentence(row: Sequence[Part]) -> str:
    *parts, activation, out = row
    words = [f"{p.name.plain} {p.shape}" if isinstance(p, Brick) else p for p in parts]
    through = "" if activation == "identity" else f" through {activation}"
    assert isinstance(out, Brick)
    return f"{' '.join(words)}{through} gives {out.name.plain} {out.shape}"
