"""The digits that come with the library are the published ones, whole, and in the wheel."""

import gzip
import shutil
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from hatchling.builders.wheel import WheelBuilder

from nnnotes.datasets import bundled, digits
from scripts.digits import pack

ROOT = Path(__file__).parents[2]


def test_shapes_ranges_and_how_many_there_are_of_each():
    x, y = digits()
    assert (x.shape, x.dtype, y.shape, y.dtype) == ((1797, 64), float, (1797,), np.int64)
    assert (x.min(), x.max()) == (0, 1)
    assert np.array_equal(x * 16, np.round(x * 16))
    # As UCI's own description of the test set counts them.
    assert np.bincount(y).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_they_look_like_digits():
    x, y = digits()
    means = np.array([x[:900][y[:900] == digit].mean(axis=0) for digit in range(10)])
    nearest = np.linalg.norm(x[900:, np.newaxis] - means, axis=2).argmin(axis=1)
    assert np.mean(nearest == y[900:]) > 0.85


def test_what_comes_is_yours_to_change():
    x, y = digits()
    x[:], y[:] = 0, 0
    assert digits()[0].max() == 1
    assert digits()[1].max() == 9


def test_the_script_packs_the_same_without_a_date():
    x, y = digits()
    packed = pack(x * 16, y)
    published = Path(bundled.__file__).with_name(bundled.FILE).read_bytes()
    assert gzip.decompress(packed) == gzip.decompress(published)
    assert published[4:8] == packed[4:8] == bytes(4)
    assert len(published) <= 100 * 1024


def test_the_script_packs_no_fractions():
    with pytest.raises(ValueError, match="whole numbers from 0 to 255"):
        pack(np.array([[0.5]]), np.array([1]))


def test_a_changed_file_is_refused(tmp_path, monkeypatch):
    data = bytearray(Path(bundled.__file__).with_name(bundled.FILE).read_bytes())
    data[-9] ^= 1
    damaged = tmp_path / "digits.gz"
    damaged.write_bytes(data)
    monkeypatch.setattr(bundled, "FILE", damaged)
    with pytest.raises(ValueError, match=r"digits\.gz is damaged.*must be [0-9a-f]{64}; install"):
        digits()


def test_the_wheel_holds_the_library_its_data_and_its_types_alone(tmp_path):
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    for folder in ("nnnotes", "scripts", "tests/library"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (wheel,) = WheelBuilder(str(tmp_path)).build(versions=["standard"])
    names = ZipFile(wheel).namelist()
    library = {name for name in names if not name.startswith("nnnotes-0")}
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "nnnotes").rglob("*.py")}
    assert library == sources | {"nnnotes/datasets/digits.gz", "nnnotes/py.typed"}
