"""What a network is to answer, checked once and laid out as rows that losses can use."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from nnnotes.validation import as_numbers

Floats = NDArray[np.floating[Any]]


def rows_of_outputs(y: ArrayLike, n_out: int, dtype: DTypeLike) -> Floats:
    """Targets (batch, n_out); for a single output, (batch,) will do."""
    rows = as_numbers(y, "y", dtype)
    if rows.ndim == 1 and n_out == 1:
        rows = rows[:, None]
    if rows.ndim != 2 or rows.shape[1] != n_out:
        or_flat = " or (batch,)" if n_out == 1 else ""
        raise ValueError(
            f"y has shape {rows.shape}, but this loss takes (batch, {n_out}){or_flat}: "
            "one row for each example, one column for each output"
        )
    return _not_empty(rows)


def rows_of_chances(y: ArrayLike, n_out: int, dtype: DTypeLike) -> Floats:
    """Targets (batch, n_out) from 0 to 1: whether, or how probably, each output is on."""
    rows = rows_of_outputs(y, n_out, dtype)
    if rows.min() < 0 or rows.max() > 1:
        bad = rows[(rows < 0) | (rows > 1)][0]
        raise ValueError(
            f"y holds {bad:g}, but binary targets are 0 or 1, or between; rescale them"
        )
    return rows


def one_hot(y: ArrayLike, n_out: int, dtype: DTypeLike) -> Floats:
    """Labels from 0, (batch,), or rows with a single 1, (batch, n_out), as such rows."""
    labels = as_numbers(y, "y", float)
    if labels.ndim == 2 and labels.shape[1] == n_out:
        return _checked_one_hot(_not_empty(labels)).astype(dtype)
    if labels.ndim != 1:
        raise ValueError(
            f"y has shape {labels.shape}, but this loss takes labels, (batch,), "
            f"or one-hot rows, (batch, {n_out})"
        )
    return _rows_from(_not_empty(labels), n_out, dtype)


def _rows_from(labels: Floats, n_out: int, dtype: DTypeLike) -> Floats:
    wrong = (labels < 0) | (labels >= n_out) | (labels != np.floor(labels))
    if np.any(wrong):
        raise ValueError(
            f"y holds {labels[wrong][0]:g}, but the labels of {n_out} classes are "
            f"whole numbers from 0 to {n_out - 1}"
        )
    rows = np.zeros((len(labels), n_out), dtype)
    rows[np.arange(len(labels)), labels.astype(int)] = 1
    return rows


def _checked_one_hot(rows: Floats) -> Floats:
    wrong = ((rows != 0) & (rows != 1)).any(axis=1) | (rows.sum(axis=1) != 1)
    if np.any(wrong):
        first = int(np.argmax(wrong))
        raise ValueError(
            f"row {first} of y is {rows[first].tolist()}, but a one-hot row has a single 1, "
            "in the column of its class, and 0 elsewhere; or give the labels themselves"
        )
    return rows


def _not_empty(rows: Floats) -> Floats:
    if len(rows) == 0:
        raise ValueError(f"y has shape {rows.shape}: there is no target in it; give at least one")
    return rows


def check_pairs(x: Floats, y: Floats) -> None:
    """Examples and targets, row by row, belong together."""
    if len(x) != len(y):
        raise ValueError(
            f"x has shape {x.shape} and y {y.shape}: {len(x)} examples and {len(y)} targets; "
            "give one target for each example"
        )
