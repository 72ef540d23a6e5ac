"""The strokes that drawings are made of, as SVG text."""

from collections.abc import Iterable
from html import escape

from nnnotes.palette import as_variables
from nnnotes.views.names import Symbol

WIDTH = 400
STYLE = """
.net{font-family:"Times New Roman",Times,serif;font-size:18px;text-anchor:middle}
.net text{fill:var(--ink)}
.net .variable{font-style:italic}
.net .index{font-size:13px;font-style:normal}
.net .number{font-size:15px}
.net .shape{fill:none;stroke:var(--ink);stroke-width:1.4}
.net .edge{fill:none;stroke:var(--muted);stroke-width:1.2}
.net .head{fill:var(--muted);stroke:none}
.net .positive{stroke:var(--positive)}
.net .negative{stroke:var(--negative)}
.net .edge.negative{stroke-dasharray:5 3}
.net .head.positive{fill:var(--positive);stroke:none}
.net .head.negative{fill:var(--negative);stroke:none}
.net .axis{stroke:var(--muted);stroke-width:.8;opacity:.7}
.net .curve{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}
"""


def document(
    shapes: Iterable[str], top: float, height: float, title: str, desc: str, style: str = ""
) -> str:
    """A whole drawing, as wide as a phone's column, that says in words what it shows."""
    box = f"0 {at(top)} {WIDTH} {at(height)}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="net" role="img" viewBox="{box}" '
            f'width="{WIDTH}" height="{at(height)}">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(desc)}</desc>",
            f"<style>{as_variables()}{STYLE}{style}</style>",
            *shapes,
            "</svg>\n",
        ]
    )


def at(coordinate: float) -> str:
    """A coordinate, to two digits, without needless zeros."""
    return f"{round(coordinate, 2) + 0:.10g}"


def circle(x: float, y: float, radius: float) -> str:
    """A node."""
    return f'<circle class="shape" cx="{at(x)}" cy="{at(y)}" r="{at(radius)}"/>'


def rectangle(
    left: float, y: float, width: float, height: float, corner: float = 0, sign: str = ""
) -> str:
    """A box, centred at the height y."""
    return (
        f'<rect class="{_classes("shape", sign)}" x="{at(left)}" y="{at(y - height / 2)}" '
        f'width="{at(width)}" height="{at(height)}" rx="{at(corner)}"/>'
    )


def flow(
    start: tuple[float, float], end: tuple[float, float], sign: str = "", thickness: float = 0
) -> str:
    """An edge that leaves and arrives level."""
    (x, y), (to_x, to_y) = start, end
    if y == to_y:
        path = f"M{at(x)} {at(y)}H{at(to_x)}"
    else:
        bend = 0.42 * (to_x - x)
        path = (
            f"M{at(x)} {at(y)}C{at(x + bend)} {at(y)} "
            f"{at(to_x - bend)} {at(to_y)} {at(to_x)} {at(to_y)}"
        )
    width = f' style="stroke-width:{at(thickness)}"' if thickness else ""
    return f'<path class="{_classes("edge", sign)}" d="{path}"{width}/>'


def head(x: float, y: float, sign: str = "") -> str:
    """The head of an arrow that points at (x, y) from the left."""
    path = f"M{at(x)} {at(y)}l-7 -3.6v7.2z"
    return f'<path class="{_classes("head", sign)}" d="{path}"/>'


def curve(points: Iterable[tuple[float, float]]) -> str:
    """A line through the points."""
    return f'<path class="curve" d="M{"L".join(f"{at(x)} {at(y)}" for x, y in points)}"/>'


def axis(left: float, right: float, y: float) -> str:
    """The thin level line that a small curve is drawn about."""
    return f'<path class="axis" d="M{at(left)} {at(y)}H{at(right)}"/>'


def label(x: float, y: float, symbol: Symbol) -> str:
    """A name or a number, its middle at (x, y)."""
    kind = _kind(symbol.letter)
    raised = f'<tspan class="index" dy="-7">({symbol.layer})</tspan>' if symbol.layer else ""
    drop = 11 if symbol.layer else 4
    baseline = y + (4 if symbol.index else 5.5)
    index = f'<tspan class="index" dy="{drop}">{symbol.index}</tspan>' if symbol.index else ""
    letter = escape(symbol.letter.replace("-", "−"))
    return f'<text class="{kind}" x="{at(x)}" y="{at(baseline)}">{letter}{raised}{index}</text>'


def small(x: float, y: float, text: str) -> str:
    """A number in a node, or words in a drawing, their middle at (x, y)."""
    minus = escape(text.replace("-", "−"))
    return f'<text class="index" x="{at(x)}" y="{at(y + 4.5)}">{minus}</text>'


def _kind(letter: str) -> str:
    if not letter.isalpha():
        return "number"
    return "variable" if letter.isascii() else "operator"


def _classes(*names: str) -> str:
    return " ".join(filter(None, names))
