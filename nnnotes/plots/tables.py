"""Plots of matrices: weights, and who was taken for whom."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from nnnotes.network import Network
from nnnotes.plots.maps import DEEPEST
from nnnotes.plots.ranges import Floats
from nnnotes.plots.style import TYPE, prepared
from nnnotes.views.names import check_network

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DEPTHS = 12  # steps of colour on each side of zero
DEEPEST_UNDER_WORDS = 0.45  # opacity on which ink still has contrast


def weights(
    net: Network,
    shape: tuple[int, int] | None = None,
    *,
    layer: int = 0,
    axes: Axes | None = None,
) -> Axes:
    """Draw the weights of a layer as images: blue is positive, orange negative, zero is nothing.

    All share one scale, so that pale images have small weights.

    Args:
        net: any network.
        shape: rows and columns of the input when it is an image, such as (8, 8): then each node of
            the layer has an image of its own. None draws the whole matrix, (n_in, n_out).
        layer: 0 for the weights from the input, 1 for the next, and so on.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: a layer that there is not, or a shape that does not hold n_in numbers.
        TypeError: something else than a network.
        ImportError: matplotlib is not installed.

    Examples:
        >>> axes = weights(Network([64, 6], "tanh", rng=0), (8, 8))
        >>> axes.get_xlabel()
        'weights into each of the 6 nodes of layer 1'
    """
    check_network(net)
    if not 0 <= layer < len(net.weights):
        raise ValueError(f"{net!r} has weights 0 to {len(net.weights) - 1}; layer={layer} came")
    images = _images(net.weights[layer], shape)
    peak = float(np.abs(net.weights[layer]).max()) or 1.0
    axes, colours = prepared(axes, height=400 * _rows(images) / _columns(images) + 30)
    for (left, top), image in zip(_corners(images), images, strict=True):
        _draw_cells(axes, image / peak, (left, top), (colours["negative"], colours["positive"]))
        _draw_frame(axes, image, (left, top), colours["muted"])
    axes.set(xlim=(-0.6, _columns(images) - 0.4), ylim=(_rows(images) - 0.4, -0.6), aspect="equal")
    if shape is None:
        axes.set(xlabel=f"to layer {layer + 1}", ylabel=f"from layer {layer}")
    else:
        axes.set(xlabel=f"weights into each of the {len(images)} nodes of layer {layer + 1}")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set_visible(False)
    return axes


def confusion(
    matrix: ArrayLike, names: Sequence[str] | None = None, *, axes: Axes | None = None
) -> Axes:
    """Draw a confusion matrix: rows are the true classes, columns the predicted ones.

    The deeper a cell, the larger its share of its row. Every count that is not zero is written.

    Args:
        matrix: counts, (classes, classes).
        names: of the classes; None numbers them from 0.
        axes: matplotlib axes to draw on; None makes new ones.

    Returns:
        The axes.

    Raises:
        ValueError: a matrix that is not square, counts that are not whole numbers from 0, or names
            that are too few or too many.
        ImportError: matplotlib is not installed.

    Examples:
        >>> axes = confusion([[8, 2], [1, 9]], ["cat", "dog"])
        >>> axes.get_xlabel(), axes.get_ylabel()
        ('predicted', 'true')
    """
    counts = _checked_counts(matrix)
    names = [str(label) for label in range(len(counts))] if names is None else list(names)
    if len(names) != len(counts):
        raise ValueError(f"{len(counts)} classes need as many names; {names} came")
    axes, colours = prepared(axes, height=400)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    accent = colours["accent"]
    _draw_cells(axes, shares, (0, 0), (accent, accent), DEEPEST_UNDER_WORDS)
    _draw_frame(axes, counts, (0, 0), colours["muted"])
    middle: dict[str, Any] = {"ha": "center", "va": "center"}
    for (row, column), count in np.ndenumerate(counts):
        if count:
            axes.text(column, row, f"{count:.0f}", color=colours["ink"], size=TYPE, **middle)
    ticks = range(len(counts))
    axes.set_xticks(ticks, names)
    axes.set_yticks(ticks, names)
    last = len(counts) - 0.5
    axes.set(xlabel="predicted", ylabel="true", xlim=(-0.6, last + 0.1), ylim=(last + 0.1, -0.6))
    axes.set(aspect="equal")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    return axes


def _checked_counts(matrix: ArrayLike) -> Floats:
    counts = np.asarray(matrix, float)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or not counts.size:
        raise ValueError(f"a confusion matrix is square, but shape {counts.shape} came")
    if np.any(counts < 0) or not np.array_equal(counts, np.floor(counts)):
        raise ValueError("a confusion matrix counts examples: whole numbers from 0")
    return counts


def _images(W: Floats, shape: tuple[int, int] | None) -> list[Floats]:
    if shape is None:
        return [W]
    if len(shape) != 2 or shape[0] * shape[1] != len(W):
        raise ValueError(f"shape={shape} does not hold the {len(W)} weights into each node")
    return [column.reshape(shape) for column in W.T]


def _per_row(images: Sequence[Floats]) -> int:
    return ceil(sqrt(1.6 * len(images))) if len(images) > 1 else 1


def _columns(images: Sequence[Floats]) -> int:
    width = int(images[0].shape[1])
    return min(_per_row(images), len(images)) * (width + 1) - 1


def _rows(images: Sequence[Floats]) -> int:
    height = int(images[0].shape[0])
    return ceil(len(images) / _per_row(images)) * (height + 1) - 1


def _corners(images: Sequence[Floats]) -> list[tuple[int, int]]:
    height, width = images[0].shape
    rows_and_columns = (divmod(i, _per_row(images)) for i in range(len(images)))
    return [(column * (width + 1), row * (height + 1)) for row, column in rows_and_columns]


def _draw_cells(
    axes: Axes,
    shares: Floats,
    corner: tuple[int, int],
    colours: tuple[str, str],
    deepest: float = DEEPEST,
) -> None:
    """Squares for numbers from -1 to 1, as one path for each step of depth: small files."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    steps = np.rint(np.clip(shares, -1, 1) * DEPTHS).astype(int)
    for step in np.unique(steps[steps != 0]).tolist():
        centres = np.argwhere(steps == step)[:, ::-1] + corner  # (cells, 2), as x and y
        outline = centres[:, None] + _SQUARE  # (cells, 5, 2)
        codes = np.tile([Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY], len(centres))
        path = Path(outline.reshape(-1, 2), codes)
        fill: Any = (colours[step > 0], deepest * abs(step) / DEPTHS)
        axes.add_patch(
            PathPatch(path, facecolor=fill, edgecolor="none", linewidth=0, antialiased=False)
        )


_SQUARE = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5], [-0.5, -0.5]])


def _draw_frame(axes: Axes, image: Floats, corner: tuple[int, int], colour: str) -> None:
    from matplotlib.patches import Rectangle

    left, top = corner[0] - 0.5, corner[1] - 0.5
    height, width = image.shape
    axes.add_patch(Rectangle((left, top), width, height, fill=False, edgecolor=colour, lw=0.6))
