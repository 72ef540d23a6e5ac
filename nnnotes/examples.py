"""Examples to learn from, and examples to be judged by: inputs and targets, checked once."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.losses import Loss
from nnnotes.network import Network
from nnnotes.targets import check_pairs
from nnnotes.validation import checked_input

Floats = NDArray[np.floating[Any]]


class Examples(NamedTuple):
    """Rows of the network's own type: x (n, n_in), and y (n, n_out) as the loss wants it."""

    x: Floats
    y: Floats


def checked_examples(net: Network, x: ArrayLike, y: ArrayLike, loss: Loss) -> Examples:
    """The data as rows, without a copy where they are of the network's type already."""
    _check_network(net)
    rows = checked_input(x, net.sizes[0], net.weights[0].dtype)
    if rows.ndim != 2:
        raise ValueError(
            f"x has shape {rows.shape}, but training takes (n, {net.sizes[0]}): "
            "examples are rows; x[None, :] makes a single one a row"
        )
    examples = Examples(rows, loss.prepare(y, net))
    check_pairs(*examples)
    return examples


def checked_validation(
    net: Network, validation: tuple[ArrayLike, ArrayLike], loss: Loss
) -> Examples:
    """The same for the pair (x, y) that training does not see."""
    if not isinstance(validation, (tuple, list)) or len(validation) != 2:
        raise TypeError(
            f"validation must be a pair (x, y), but a {type(validation).__name__} came; "
            "give validation=(x, y)"
        )
    try:
        return checked_examples(net, *validation, loss)
    except (TypeError, ValueError) as error:
        raise type(error)(f"validation: {error}") from None


def _check_network(net: Network) -> None:
    if not isinstance(net, Network):
        raise TypeError(f"train takes a Network, such as Network([2, 1], 'tanh'); {net!r} came")
    for name in ("weights", "biases"):
        for i, array in enumerate(getattr(net, name)):
            if not np.isfinite(array).all():
                raise ValueError(
                    f"{name}[{i}] of the network holds NaN or infinity; start from finite numbers"
                )
