"""The two colour maps: one for signed numbers, centred at zero, and one for shares.

Both start from nothing: zero is the ground the plot stands on, and a colour deepens over it. So a
map suits light and dark alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.palette import LIGHT
from nnnotes.plots.style import require_matplotlib

if TYPE_CHECKING:
    from matplotlib.colors import ListedColormap

Floats = NDArray[np.floating[Any]]
STEPS = 256
DEEPEST = 0.8  # opacity at the ends; lines and words on them are still seen


def diverging(colours: dict[str, str] = LIGHT) -> ListedColormap:
    """Orange for negative numbers, blue for positive ones, nothing for zero.

    Centre it at zero yourself: ``vmin=-peak, vmax=peak``.

    Args:
        colours: the palette's LIGHT or DARK.

    Raises:
        ImportError: matplotlib is not installed.

    Examples:
        >>> [round(float(diverging()(place)[3]), 2) for place in (0.0, 0.5, 1.0)]
        [0.8, 0.0, 0.8]
    """
    depths = _depths(STEPS // 2)
    negative, positive = _opaque(colours["negative"]), _opaque(colours["positive"])
    return _map("nnnotes-diverging", [
        *(np.append(negative, depth) for depth in depths[::-1]),
        np.append(positive, 0.0),
        *(np.append(positive, depth) for depth in depths),
    ])  # fmt: skip


def sequential(colours: dict[str, str] = LIGHT) -> ListedColormap:
    """From nothing to the accent colour, in steps that look even.

    Args:
        colours: the palette's LIGHT or DARK.

    Raises:
        ImportError: matplotlib is not installed.

    Examples:
        >>> [round(float(sequential()(place)[3]), 2) for place in (0.0, 1.0)]
        [0.0, 0.8]
    """
    accent = _opaque(colours["accent"])
    rows = [np.append(accent, depth) for depth in np.append(0, _depths(STEPS - 1))]
    return _map("nnnotes-sequential", rows)


def _depths(n: int) -> Floats:
    """Opacities, from just above 0; lightness is nearly linear in them on either ground."""
    return DEEPEST * np.arange(1, n + 1) / n


def _opaque(colour: str) -> Floats:
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def _map(name: str, rows: list[Floats]) -> ListedColormap:
    require_matplotlib()
    from matplotlib.colors import ListedColormap

    return ListedColormap(np.array(rows), name=name)
