"""What is saved comes back to the last bit; what is no saved network is refused."""

import pickle
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nnnotes as nn
from nnnotes.activations import ACTIVATIONS

NET = nn.Network([2, 3, 1], ["tanh", "sigmoid"], init="normal", rng=0)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "net.npz"


def rewritten(path, **changes):
    """The saved network with some of its arrays replaced, or (None) taken out."""
    NET.save(path)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files} | changes
    np.savez(path, **{name: array for name, array in arrays.items() if array is not None})
    return path


@given(
    sizes=st.lists(st.integers(1, 5), min_size=2, max_size=4),
    name=st.sampled_from(list(ACTIVATIONS)),
    bias=st.booleans(),
    dtype=st.sampled_from(["float16", "float32", "float64"]),
    seed=st.integers(0, 99),
)
def test_what_is_saved_comes_back(tmp_path_factory, sizes, name, bias, dtype, seed):
    net = nn.Network(sizes, name, bias=bias, init="normal", rng=seed, dtype=dtype)
    path = tmp_path_factory.mktemp("saved") / "net"
    net.save(path)
    back = nn.Network.load(path)
    assert back == net
    assert back.weights[0].dtype == dtype
    for mine, its in zip(net.weights + net.biases, back.weights + back.biases, strict=True):
        assert mine.tobytes() == its.tobytes()


def test_more_than_ten_layers_come_back_in_order(path):
    net = nn.Network([2] * 13, "relu", init="normal", rng=0)
    net.save(path)
    assert nn.Network.load(path) == net


def test_path_may_be_text_and_is_taken_as_it_is(path):
    NET.save(str(path.with_suffix("")))
    assert nn.Network.load(str(path.with_suffix(""))) == NET
    assert not path.exists()


def test_saving_again_replaces_and_leaves_nothing_else(path):
    nn.Network([1, 1], "relu").save(path)
    NET.save(path)
    assert nn.Network.load(path) == NET
    assert list(path.parent.iterdir()) == [path]


def test_failing_while_it_writes_leaves_the_old_file(path, monkeypatch):
    NET.save(path)

    def full(file, **arrays):
        file.write(b"half")
        raise OSError("no space left on device")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(OSError, match="no space"):
        nn.Network([1, 1], "relu").save(path)
    assert nn.Network.load(path) == NET
    assert list(path.parent.iterdir()) == [path]


def test_a_subclass_loads_as_itself(path):
    class Mine(nn.Network):
        pass

    NET.save(path)
    assert type(Mine.load(path)) is Mine


def test_nan_is_not_saved(path):
    net = NET.copy()
    net.weights[1][2, 0] = np.nan
    with pytest.raises(ValueError, match=r"weights\[1\] holds NaN.*\[2, 0\]"):
        net.save(path)
    assert not path.exists()


def test_no_folder(path):
    with pytest.raises(FileNotFoundError, match=r"no folder .*nowhere.*make it first"):
        NET.save(path.parent / "nowhere" / "net.npz")


def test_no_file(path):
    with pytest.raises(FileNotFoundError, match=r"no file .*net\.npz"):
        nn.Network.load(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"weights", pickle.dumps([1.0])])
def test_something_else(path, content):
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"net\.npz is not a saved network.*net\.save"):
        nn.Network.load(path)


def test_another_zip(path):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("letter.txt", "weights")
    with pytest.raises(ValueError, match=r"net\.npz is not a saved network"):
        nn.Network.load(path)


def test_other_arrays(path):
    np.savez(path, weights_0=np.ones((1, 1)))
    with pytest.raises(ValueError, match=r"not a saved network.*no nnnotes_format number"):
        nn.Network.load(path)


def test_a_pickle_within_is_never_opened(path):
    rewritten(path, activations=np.array(["tanh", None], object))
    with pytest.raises(ValueError, match=r"not a saved network.*allow_pickle=False"):
        nn.Network.load(path)


def test_cut_off_anywhere_it_is_truncated(path):
    NET.save(path)
    whole = path.read_bytes()
    for size in range(4, len(whole), 97):
        path.write_bytes(whole[:size])
        with pytest.raises(ValueError, match=r"net\.npz is truncated or damaged.*save .* again"):
            nn.Network.load(path)


def test_a_flipped_bit_is_noticed(path):
    NET.save(path)
    whole = bytearray(path.read_bytes())
    at = whole.index(NET.weights[0].tobytes()) + 5
    whole[at] ^= 1
    path.write_bytes(whole)
    with pytest.raises(ValueError, match="truncated or damaged"):
        nn.Network.load(path)


def test_a_newer_format(path):
    with pytest.raises(ValueError, match=r"net\.npz is of format 2.*up to 1.*update nnnotes"):
        nn.Network.load(rewritten(path, nnnotes_format=np.array(2)))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"activations": np.array(["tanh", "swish"])}, "no activation 'swish'"),
        ({"activations": np.array(["tanh"])}, "need 2 activations"),
        ({"activations": None}, "activations"),
        ({"weights_0": None}, "weights_0"),
        ({"weights_0": None, "weights_1": None}, ""),
        ({"weights_1": np.ones((4, 1))}, r"\(2, 3\) and weights\[1\] \(4, 1\)"),
        ({"weights_0": np.ones((2, 3), int)}, "floating-point"),
        ({"biases_1": None}, "biases for 1"),
        ({"biases_0": np.array([1, np.nan, 0])}, r"biases\[0\] holds NaN"),
        ({"nnnotes_format": np.array([1])}, "no nnnotes_format number"),
        ({"nnnotes_format": np.array("1")}, "no nnnotes_format number"),
    ],
)
def test_arrays_that_make_no_network(path, changes, message):
    with pytest.raises(ValueError, match=f"net.npz is not a saved network.*{message}"):
        nn.Network.load(rewritten(path, **changes))
