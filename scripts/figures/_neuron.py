"""A nerve cell, drawn by hand: branches that thin out, a cell body, an axon and its terminals."""

from collections.abc import Iterator

from nnnotes.views import svg

STYLE = """
.word{font:13px system-ui,sans-serif}
.net .cell{fill:none;stroke:var(--accent);stroke-linecap:round;stroke-linejoin:round}
.net .body{fill:var(--accent);stroke:var(--accent);stroke-width:3;stroke-linejoin:round}
.net .nucleus{fill:var(--ground);stroke:none}
.net .leader{fill:none;stroke:var(--muted);stroke-width:1}
.net .twin{fill:none;stroke:var(--muted);stroke-width:1;stroke-dasharray:2 4}
.net .quiet{fill:var(--muted)}
"""

# Each branch: how thick, and its path. Thicker ones come first, finer ones grow out of them.
DENDRITES = (
    (7.0, "M104 74C92 60 82 52 66 46"),
    (4.2, "M80 52C70 40 62 32 50 26M66 46C52 42 42 44 30 40"),
    (2.4, "M50 26C44 22 38 14 28 12M57 31C50 32 42 28 34 27M30 40C24 38 18 40 11 36"),
    (1.6, "M28 12C24 10 20 11 15 8M34 27C28 26 24 22 18 23M38 42C31 46 24 48 16 50"),
    (7.5, "M98 92C82 92 72 88 54 92"),
    (4.2, "M54 92C42 94 34 88 22 90M70 89C60 80 52 76 42 74"),
    (2.4, "M42 74C34 72 28 66 19 68M40 92C32 98 24 100 14 102M22 90C18 90 14 86 9 87"),
    (1.6, "M30 68C25 64 20 60 13 60M56 79C48 72 46 66 38 61M24 100C18 104 16 108 10 112"),
    (7.0, "M106 110C96 124 84 130 68 136"),
    (4.2, "M84 129C74 140 66 146 56 154M68 136C54 138 46 134 32 140"),
    (2.4, "M56 154C50 158 42 158 34 164M62 149C54 150 48 148 40 152M32 140C26 142 20 138 12 142"),
    (1.6, "M34 164C28 168 24 166 18 171M40 152C33 154 28 153 20 157M46 136C38 130 30 130 22 127"),
)
BODY = (
    "M104 70C114 66 122 70 130 76C138 82 146 87 160 90C166 91 166 95 160 96"
    "C146 99 138 104 130 110C122 116 114 118 105 115C101 108 100 104 94 98"
    "C92 94 92 90 95 86C100 82 100 76 104 70Z"
)
AXON = "M158 93C190 93 206 99 236 97C262 95 280 91 306 93"
TERMINALS = (
    (
        3.2,
        "M304 93C318 84 326 70 344 60M304 93C322 92 334 94 352 93M304 93C318 104 326 118 344 128",
    ),
    (
        2.2,
        "M322 79C334 74 342 78 354 77M322 107C334 112 342 108 354 110M335 66C342 54 350 50 360 46",
    ),
    (2.2, "M335 121C342 134 350 138 360 142"),
)
KNOBS = ((346, 59), (354, 93), (346, 129), (357, 77), (357, 111), (362, 45), (362, 143))


def cell() -> Iterator[str]:
    """The nerve cell's strokes; it reaches from 9 to 366 across and from 8 to 171 down."""
    for thickness, path in DENDRITES:
        yield _stroke(path, thickness)
    yield f'<path class="body" d="{BODY}"/>'
    yield '<circle class="nucleus" cx="116.5" cy="93.5" r="8"/>'
    yield _stroke(AXON, 5)
    for thickness, path in TERMINALS:
        yield _stroke(path, thickness)
    for x, y in KNOBS:
        yield f'<circle class="body" cx="{x}" cy="{y}" r="3"/>'


def word(x: float, y: float, text: str, kind: str = "", anchor: str = "middle") -> str:
    """Words in the drawing, starting, ending or centred at x."""
    place = f'x="{svg.at(x)}" y="{svg.at(y)}" style="text-anchor:{anchor}"'
    return f'<text class="word {kind}" {place}>{text}</text>'


def leader(path: str, kind: str = "leader") -> str:
    """A thin line from words to what they name."""
    return f'<path class="{kind}" d="{path}"/>'


def _stroke(path: str, thickness: float) -> str:
    return f'<path class="cell" d="{path}" style="stroke-width:{thickness}"/>'


def spike_times(drive: float, leak_time: float = 20, length: int = 200) -> list[int]:
    """When a model cell spikes, in ms: a bucket with a leak that empties when it is full."""
    voltage, times = 0.0, []
    for ms in range(length):
        voltage += (drive - voltage) / leak_time
        if voltage > 1:
            voltage = 0.0
            times.append(ms)
    return times
