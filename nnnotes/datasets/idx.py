"""MNIST, from the four idx files that you have."""

from __future__ import annotations

from math import prod
from os import PathLike
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from nnnotes.checks import Labels
from nnnotes.validation import checked_dtype

if TYPE_CHECKING:
    from pathlib import Path

Floats = NDArray[np.floating[Any]]
Bytes = NDArray[np.uint8]

NAMES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)
MAGIC = {"labels": 0x801, "images": 0x803}  # bytes (8), in one dimension or in three


def mnist(
    folder: str | PathLike[str], *, dtype: DTypeLike = float
) -> tuple[tuple[Floats, Labels], tuple[Floats, Labels]]:
    """Read MNIST, or what is packed like it, from the files that you have.

    The files are train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
    t10k-labels-idx1-ubyte, each plain or packed by gzip, with or without ``.gz`` at its end.

    Args:
        folder: where the four files are.
        dtype: floating-point type of the images. All of MNIST takes 440 MB as float, and half of
            that as float32.

    Returns:
        (x, y) to train with, then (x, y) to test with: x, (n, rows times columns), in [0, 1], row
        after row from the top left; y, (n,), whole numbers from 0 to 9.

    Raises:
        FileNotFoundError: files that are missing, all of them named.
        ValueError: a file that is not idx, is truncated or too long, images and labels that do not
            match in number, labels above 9, or images of two sizes.
        TypeError: a dtype that is not floating-point.

    Examples:
        >>> mnist("no-such-folder")
        Traceback (most recent call last):
        ...
        FileNotFoundError: there is no folder no-such-folder; name the one with the MNIST files

    Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits: the idx format.
    """
    from pathlib import Path  # as with zlib, who reads no files should not wait for it

    dtype = checked_dtype(dtype)
    files = _found(Path(folder))
    train, test = _examples(files[0], files[1], dtype), _examples(files[2], files[3], dtype)
    if train[0].shape[1] != test[0].shape[1]:
        raise ValueError(
            f"{files[0]} has images of {train[0].shape[1]} pixels and {files[2]} of "
            f"{test[0].shape[1]}; they must be of one data set"
        )
    return train, test


def _found(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {folder}; name the one with the MNIST files")
    files = [_existing(folder, name) for name in NAMES]
    if missing := [name for name, file in zip(NAMES, files, strict=True) if file is None]:
        raise FileNotFoundError(
            f"in {folder} there is no {', no '.join(missing)}, plain or with .gz; put it there"
        )
    return [file for file in files if file is not None]


def _existing(folder: Path, name: str) -> Path | None:
    both = (folder / name, folder / f"{name}.gz")
    return next((file for file in both if file.is_file()), None)


def _examples(images: Path, labels: Path, dtype: np.dtype[Any]) -> tuple[Floats, Labels]:
    pixels, y = read_idx(images, "images"), read_idx(labels, "labels")
    if len(pixels) != len(y):
        raise ValueError(
            f"{images} has {len(pixels)} images, but {labels} has {len(y)} labels; "
            "they must be of one data set"
        )
    if np.any(y > 9):
        raise ValueError(f"{labels} has a label {y.max()}, but the digits are 0 to 9")
    x = pixels.reshape(len(pixels), -1).astype(dtype)  # (n, rows times columns)
    x /= 255
    return x, y.astype(np.int64)


def read_idx(file: Path, kind: str) -> Bytes:
    """The images, (n, rows, columns), or labels, (n,), in an idx file, plain or packed."""
    data, whole = _unpacked(file)
    if len(data) >= 4:
        _check_magic(file, kind, int.from_bytes(data[:4], "big"))
    start = 4 + 4 * (MAGIC[kind] & 0xFF)  # the magic number, then the length of each dimension
    shape = [int(length) for length in np.frombuffer(data[4:start], ">u4", len(data[4:start]) // 4)]
    _check_length(file, len(data), start, shape)
    if not whole:
        raise ValueError(f"{file} is truncated: gzip's check at its end is missing; get it again")
    return np.frombuffer(data, np.uint8, offset=start).reshape(shape)


def _check_magic(file: Path, kind: str, came: int) -> None:
    if came != MAGIC[kind]:
        other = next((name for name, magic in MAGIC.items() if magic == came), None)
        raise ValueError(
            f"{file} starts with the magic number {came:#010x}, but {kind} start with "
            f"{MAGIC[kind]:#010x}: it {f'holds {other}' if other else 'is not idx'}; "
            "put the right file there"
        )


def _check_length(file: Path, came: int, start: int, shape: list[int]) -> None:
    if came < start:
        raise ValueError(
            f"{file} is truncated: {came} bytes came, but {start} of header alone were expected; "
            "get it again"
        )
    if came != (expected := start + prod(shape)):
        raise ValueError(
            f"{file} is {'truncated' if came < expected else 'too long'}: {came} bytes came, but "
            f"{expected} were expected, {start} of header and {' × '.join(map(str, shape))} of "
            "data; get it again"
        )
    if 0 in shape:
        raise ValueError(f"{file} is empty: its header says {' × '.join(map(str, shape))}")


def _unpacked(file: Path) -> tuple[bytes, bool]:
    """The file's bytes, and whether all are there; if packed, as far as they can be unpacked."""
    import zlib

    data = file.read_bytes()
    if data[:2] != b"\x1f\x8b":  # what gzip starts with
        return data, True
    unpacker = zlib.decompressobj(wbits=31)  # with gzip's header, and its check at the end
    try:
        return unpacker.decompress(data), unpacker.eof
    except zlib.error as error:
        raise ValueError(f"{file} is damaged: gzip says {error}; get it again") from None
