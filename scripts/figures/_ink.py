"""Digits as SVG: squares of ink, as one path for each depth, so that files stay small."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from nnnotes.views import svg
from nnnotes.views.svg import at

DEPTHS = 8
STYLE = """
.net text{font-family:system-ui,sans-serif;font-size:13px}
.net .muted{fill:var(--muted)}
.net .accent{fill:var(--accent)}
.net .strong{font-weight:bold}
.net .frame{fill:none;stroke:var(--muted);stroke-width:.8}
"""


def ink(
    images: Iterable[np.ndarray],
    places: Iterable[tuple[float, float]],
    pixel: float,
    colour: str = "ink",
) -> str:
    """Pictures of numbers from 0 to 1, (rows, columns), each with its top left corner at a place."""
    runs: dict[int, list[str]] = {}
    for image, (left, top) in zip(images, places, strict=True):
        depths = np.rint(_square(image) * DEPTHS).astype(int)
        for row, column, length in _runs(depths):
            x, y = left / pixel + column, top / pixel + row
            runs.setdefault(int(depths[row, column]), []).append(
                f"M{at(x)} {at(y)}h{length}v1h-{length}z"
            )
    paths = [
        f'<path fill-opacity="{at(depth / DEPTHS)}" d="{"".join(runs[depth])}"/>'
        for depth in sorted(runs)
    ]
    return (
        f'<g transform="scale({at(pixel)})" fill="var(--{colour})" shape-rendering="crispEdges">'
        f"{''.join(paths)}</g>"
    )


def _square(image: np.ndarray) -> np.ndarray:
    return image if image.ndim == 2 else image.reshape(8, 8)


def _runs(depths: np.ndarray) -> Iterable[tuple[int, int, int]]:
    """Where pixels of one depth stand side by side: row, column and length; no ink is left out."""
    for row, line in enumerate(depths):
        starts = [0, *(np.flatnonzero(np.diff(line)) + 1).tolist(), len(line)]
        for start, stop in pairwise(starts):
            if line[start]:
                yield row, start, stop - start


def frame(left: float, top: float, side: float) -> str:
    """The edge of a picture."""
    return (
        f'<rect class="frame" x="{at(left)}" y="{at(top)}" width="{at(side)}" height="{at(side)}"/>'
    )


def words(x: float, y: float, text: str, kind: str = "") -> str:
    """Words whose middle is at x, on the line y."""
    return f'<text class="{kind}" x="{at(x)}" y="{at(y)}">{text}</text>'


def picture(shapes: Iterable[str], height: float, title: str, desc: str) -> str:
    """A whole drawing of digits."""
    return svg.document(shapes, 0, height, title, desc, STYLE)
