"""The four idx files are read as they are, or it is said what is wrong with which."""

import gzip
import re
import struct

import numpy as np
import pytest

from nnnotes.datasets import mnist

TRAIN, TRAIN_LABELS = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"
TEST, TEST_LABELS = "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"


def idx(array) -> bytes:
    """As the format's description says: zeros, the type, the dimensions, each length, the data."""
    array = np.asarray(array, np.uint8)
    return (
        bytes([0, 0, 8, array.ndim])
        + struct.pack(f">{array.ndim}I", *array.shape)
        + array.tobytes()
    )


RNG = np.random.default_rng(0)
ARRAYS = {
    TRAIN: RNG.integers(0, 256, (300, 3, 2)),
    TRAIN_LABELS: RNG.integers(0, 10, 300),
    TEST: RNG.integers(0, 256, (5, 3, 2)),
    TEST_LABELS: RNG.integers(0, 10, 5),
}


@pytest.fixture
def folder(tmp_path):
    for name, array in ARRAYS.items():
        (tmp_path / name).write_bytes(idx(array))
    return tmp_path


def check(found):
    (x, y), (x_test, y_test) = found
    np.testing.assert_allclose(x, ARRAYS[TRAIN].reshape(300, 6) / 255, rtol=1e-6)
    np.testing.assert_allclose(x_test, ARRAYS[TEST].reshape(5, 6) / 255, rtol=1e-6)
    assert np.array_equal(y, ARRAYS[TRAIN_LABELS])
    assert np.array_equal(y_test, ARRAYS[TEST_LABELS])
    assert y.dtype == y_test.dtype == np.int64


def test_plain_files(folder):
    found = mnist(folder)
    check(found)
    check(mnist(str(folder)))
    assert found[0][0].dtype == float


def test_packed_files_whatever_they_are_called(folder):
    for name in (TRAIN, TEST_LABELS):
        (folder / f"{name}.gz").write_bytes(gzip.compress((folder / name).read_bytes()))
        (folder / name).unlink()
    (folder / TEST).write_bytes(gzip.compress((folder / TEST).read_bytes()))
    (folder / TRAIN_LABELS).rename(folder / f"{TRAIN_LABELS}.gz")  # unpacked by a browser, say
    check(mnist(folder))


def test_what_comes_is_yours_to_change_and_of_the_type_asked_for(folder):
    (x, y), _ = mnist(folder, dtype=np.float32)
    assert x.dtype == np.float32
    x[:], y[:] = 0, 0
    check(mnist(folder, dtype="float32"))


def test_all_missing_files_are_named(folder):
    (folder / TRAIN).unlink()
    (folder / TEST_LABELS).unlink()
    with pytest.raises(FileNotFoundError, match=f"no {TRAIN}, no {TEST_LABELS}, plain or") as error:
        mnist(folder)
    assert TEST not in str(error.value)


@pytest.mark.parametrize("name", ["nowhere", TRAIN])
def test_no_folder(folder, name):
    with pytest.raises(FileNotFoundError, match=f"no folder .*{name}; name the one"):
        mnist(folder / name)


def test_a_whole_number_type_is_refused(folder):
    with pytest.raises(TypeError, match="floating-point"):
        mnist(folder, dtype=int)


WHOLE = idx(ARRAYS[TEST])  # 16 bytes of header and 30 of data
PACKED = gzip.compress(idx(ARRAYS[TRAIN]))
CASES = {
    "a byte too few": (TEST, WHOLE[:-1], "truncated: 45 bytes.*46 were expected, 16 of.*5 × 3 × 2"),
    "a byte too many": (TEST, WHOLE + b"\0", "too long: 47 bytes came, but 46 were expected"),
    "header alone": (TEST, WHOLE[:16], "truncated: 16 bytes came, but 46 were expected"),
    "half a header": (TEST, WHOLE[:15], "truncated: 15 bytes came, but 16 of header"),
    "magic number alone": (TEST, WHOLE[:4], "truncated: 4 bytes came, but 16 of header"),
    "half a magic number": (TEST, WHOLE[:3], "truncated: 3 bytes came, but 16 of header"),
    "nothing": (TEST_LABELS, b"", "truncated: 0 bytes came, but 8 of header"),
    "short labels": (TEST_LABELS, idx([1] * 5)[:-2], "truncated: 11.*13 were.*5 of data"),
    "promises too much": (TEST, WHOLE[:4] + b"\xff" * 12, "truncated: 16 bytes came"),
    "a web page": (TEST, b"<!DOCTYPE html>", "0x3c21444f, but images.*0x00000803: it is not idx"),
    "labels for images": (TEST, idx([1] * 5), "0x00000801, but.*0x00000803: it holds labels"),
    "images for labels": (TEST_LABELS, WHOLE, "0x00000803, but.*0x00000801: it holds images"),
    "no images": (TEST, idx(np.ones((0, 3, 2))), "empty: its header says 0 × 3 × 2"),
    "no pixels": (TEST, idx(np.ones((5, 0, 2))), "empty: its header says 5 × 0 × 2"),
    "label 10": (TEST_LABELS, idx([1, 2, 10, 0, 9]), "has a label 10, but the digits are 0 to 9"),
    "packed and damaged": (TRAIN, PACKED[:30] + bytes(30) + PACKED[60:], "damaged: gzip says"),
    "packed without its check": (TRAIN, PACKED[:-1], "truncated: gzip's check at its end"),
    "packed header alone": (TRAIN, PACKED[:10], "truncated: 0 bytes came, but 16 of header"),
    "labels of fewer": (TEST_LABELS, idx([1] * 4), "4 labels.*one data set"),
    "images of another size": (TEST, idx(np.ones((5, 3, 3))), "of 9; they must be of one data set"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_file_and_what_is_wrong_are_named(folder, case):
    name, data, message = CASES[case]
    (folder / name).write_bytes(data)
    with pytest.raises(ValueError, match=f"{name}.*{message}"):
        mnist(folder)


def test_a_packed_file_that_breaks_off(folder):
    (folder / TRAIN).write_bytes(PACKED[: len(PACKED) // 2])
    with pytest.raises(ValueError, match=f"{TRAIN} is truncated") as error:
        mnist(folder)
    came, expected = map(int, re.findall(r"(\d+) (?:bytes came|were expected)", str(error.value)))
    assert 0 < came < expected == 16 + 300 * 6


def test_four_bytes_are_enough_to_tell_that_a_file_is_another(folder):
    (folder / TRAIN).write_bytes(idx(ARRAYS[TRAIN_LABELS])[:4])
    with pytest.raises(ValueError, match="starts with the magic number 0x00000801"):
        mnist(folder)
