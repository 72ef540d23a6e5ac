"""Networks as .npz files: arrays alone, never a pickle."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from nnnotes.validation import checked_biases, checked_weights

if TYPE_CHECKING:
    from nnnotes.layers import Layers

Arrays = dict[str, NDArray[Any]]
Net = TypeVar("Net", bound="Layers")
FORMAT = 1
MARK = "nnnotes_format"
ZIP_START = b"PK\x03\x04"


def save(net: Layers, path: str | os.PathLike[str]) -> None:
    """Write a network to a file, whole or not at all; see ``Network.save``."""
    arrays, path = _to_arrays(net), Path(path)
    if not path.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {path.parent} to save in; make it first")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]  # its one option is not among them
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def load(kind: type[Net], path: str | os.PathLike[str]) -> Net:
    """Read a network from a file; see ``Network.load``."""
    path = Path(path)
    if not path.exists():
        raise FileNotFoundError(f"there is no file {path}; save a network there first")
    arrays = _read(path)
    _check_format(path, arrays.get(MARK))
    try:
        return _network(kind, arrays)
    except (LookupError, TypeError, ValueError) as error:
        raise ValueError(f"{path.name} is not a saved network: {error}") from error


def _to_arrays(net: Layers) -> Arrays:
    dtype = net.weights[0].dtype
    weights = checked_weights(net.weights, dtype)
    biases = checked_biases(net.biases, weights, dtype) if net.biases else []
    arrays: Arrays = {MARK: np.array(FORMAT), "activations": np.array(net.activations)}
    arrays |= {f"weights_{i}": W for i, W in enumerate(weights)}
    arrays |= {f"biases_{i}": b for i, b in enumerate(biases)}
    return arrays


def _read(path: Path) -> Arrays:
    """Every array of the file, so that damage anywhere in it shows before any is used."""
    with path.open("rb") as file:
        if file.read(len(ZIP_START)) != ZIP_START:
            raise ValueError(f"{path.name} is not a saved network; give a file that net.save wrote")
        file.seek(0)
        try:
            with np.load(file, allow_pickle=False) as saved:
                return {name: saved[name] for name in saved.files}
        except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
            raise ValueError(
                f"{path.name} is truncated or damaged ({error}); save the network again"
            ) from error
        except ValueError as error:
            raise ValueError(f"{path.name} is not a saved network: {error}") from error


def _check_format(path: Path, came: object) -> None:
    if not (isinstance(came, np.ndarray) and came.shape == () and came.dtype.kind in "iu"):
        raise ValueError(f"{path.name} is not a saved network: it holds no {MARK} number")
    if came > FORMAT:
        raise ValueError(
            f"{path.name} is of format {came}, but this nnnotes reads formats up to {FORMAT}; "
            "update nnnotes, or save the network again with this one"
        )


def _network(kind: type[Net], arrays: Arrays) -> Net:
    weights, biases = _numbered(arrays, "weights"), _numbered(arrays, "biases")
    activations = arrays["activations"].tolist()
    return kind.of(weights, biases or None, activations, dtype=weights[0].dtype)


def _numbered(arrays: Arrays, kind: str) -> list[NDArray[Any]]:
    count = sum(name.startswith(f"{kind}_") for name in arrays)
    return [arrays[f"{kind}_{i}"] for i in range(count)]
