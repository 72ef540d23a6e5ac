"""What networks accept: every error says what came, what was expected, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import isfinite
from operator import index
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

Entry = TypeVar("Entry")
Floats = NDArray[np.floating[Any]]


def look_up(table: Mapping[str, Entry], name: str, kind: str) -> Entry:
    """The entry of that name; an unknown one is answered with those there are."""
    if not isinstance(name, str):
        raise TypeError(f"{kind} must be a name, such as {next(iter(table))!r}, but {name!r} came")
    if name not in table:
        raise ValueError(f"there is no {kind} {name!r}; there are: {', '.join(table)}")
    return table[name]


def checked_sizes(sizes: Sequence[int]) -> tuple[int, ...]:
    """Widths of the layers, input first: at least two of them, each at least 1."""
    if isinstance(sizes, (str, bytes, int)):
        raise TypeError(f"sizes must be a list of layer widths, such as [2, 3, 1]; {sizes!r} came")
    try:
        checked = tuple(index(size) for size in sizes)
    except TypeError:
        raise TypeError(f"sizes must be whole numbers, such as [2, 3, 1]; {sizes!r} came") from None
    if len(checked) < 2:
        raise ValueError(f"a network has at least an input and an output layer; sizes={sizes!r}")
    if min(checked) < 1:
        raise ValueError(f"each layer needs at least one node; sizes={list(checked)} came")
    return checked


def checked_activations(
    activations: str | Sequence[str], n_layers: int, table: Mapping[str, object]
) -> tuple[str, ...]:
    """One name for each layer after the input; a single name stands for all of them."""
    if not isinstance(activations, (str, list, tuple)):
        raise TypeError(f"activations must be a name or a list of names; {activations!r} came")
    names = (activations,) * n_layers if isinstance(activations, str) else tuple(activations)
    for name in names:
        look_up(table, name, "activation")
    if len(names) != n_layers:
        raise ValueError(
            f"{n_layers} layers after the input need {n_layers} activations, "
            f"but {len(names)} came: {list(names)}; give one each, or one name for all"
        )
    return names


def checked_generator(rng: np.random.Generator | int | None) -> np.random.Generator:
    """The generator itself, or one grown from a whole-number seed, or (None) a fresh one."""
    if not (rng is None or isinstance(rng, (int, np.integer, np.random.Generator))):
        raise TypeError(f"rng must be a numpy Generator or a whole-number seed; {rng!r} came")
    if isinstance(rng, (int, np.integer)) and rng < 0:
        raise ValueError(f"a seed must be 0 or more; rng={rng} came")
    return np.random.default_rng(rng)


def checked_dtype(dtype: DTypeLike) -> np.dtype[Any]:
    """A floating-point type; whole numbers can't hold weights."""
    try:
        checked = np.dtype(dtype)
    except TypeError:
        checked = None
    if checked is None or not np.issubdtype(checked, np.floating):
        raise TypeError(f"dtype must be a floating-point type, such as float; {dtype!r} came")
    return checked


def as_numbers(values: ArrayLike, name: str, dtype: DTypeLike) -> Floats:
    """An array of finite real numbers, or an error that names it."""
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(f"the rows of {name} differ in length; make them equally long") from None
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name} must hold real numbers, but {array.dtype} came; convert it first")
    low, high = (float(array.min()), float(array.max())) if array.size else (0.0, 0.0)
    if not (isfinite(low) and isfinite(high)):  # either is NaN where the array holds one
        bad = np.argwhere(~np.isfinite(array))[0].tolist()
        raise ValueError(f"{name} holds NaN or infinity, first at {bad}; drop or repair such rows")
    if max(high, -low) > float(np.finfo(np.dtype(dtype)).max):
        raise ValueError(f"{name} holds numbers too large for {np.dtype(dtype)}; scale them down")
    return array.astype(dtype, copy=False)


def _check_list(arrays: object, name: str) -> None:
    if not isinstance(arrays, Sequence) or isinstance(arrays, (str, bytes)):
        raise TypeError(f"{name} must be a list with one array for each layer; {arrays!r} came")


def checked_weights(weights: Sequence[ArrayLike], dtype: DTypeLike) -> list[Floats]:
    """Copies of the matrices, (n_in, n_out) each, when every one fits the one that follows."""
    _check_list(weights, "weights")
    if len(weights) == 0:
        raise ValueError("weights is empty; give one matrix for each layer after the input")
    matrices = [as_numbers(W, f"weights[{i}]", dtype).copy() for i, W in enumerate(weights)]
    for i, W in enumerate(matrices):
        if W.ndim != 2 or W.size == 0:
            raise ValueError(f"weights[{i}] has shape {W.shape}, but must be (n_in, n_out)")
    for i, (W, following) in enumerate(pairwise(matrices)):
        if W.shape[1] != following.shape[0]:
            raise ValueError(
                f"weights[{i}] has shape {W.shape} and weights[{i + 1}] {following.shape}: "
                f"the {W.shape[1]} columns of the one must meet as many rows of the other"
            )
    return matrices


def checked_biases(
    biases: Sequence[ArrayLike], matrices: Sequence[Floats], dtype: DTypeLike
) -> list[Floats]:
    """Copies of the vectors, (n_out,) each, when every one fits its matrix of weights."""
    _check_list(biases, "biases")
    if len(biases) != len(matrices):
        raise ValueError(
            f"weights for {len(matrices)} layers came, but biases for {len(biases)}; "
            "give one vector of biases for each layer, or biases=None"
        )
    vectors = [as_numbers(b, f"biases[{i}]", dtype).copy() for i, b in enumerate(biases)]
    for i, (b, W) in enumerate(zip(vectors, matrices, strict=True)):
        if b.shape != W.shape[1:]:
            raise ValueError(
                f"biases[{i}] has shape {b.shape}, but weights[{i}] of shape {W.shape} needs "
                f"{W.shape[1:]}: one bias for each column"
            )
    return vectors


def checked_input(x: ArrayLike, n_in: int, dtype: DTypeLike) -> Floats:
    """Examples as rows, (batch, n_in), or a single one, (n_in,)."""
    rows = as_numbers(x, "x", dtype)
    if rows.ndim not in (1, 2) or rows.shape[-1] != n_in:
        raise ValueError(
            f"x has shape {rows.shape}, but this network takes (batch, {n_in}) or ({n_in},); "
            "examples are rows, with one column for each input"
        )
    if len(rows) == 0:
        raise ValueError(f"x has shape {rows.shape}: there is no example in it; give at least one")
    return rows
