"""What importing the package costs and brings."""

import subprocess
import sys
from pathlib import Path

import pytest

import nnnotes as nn

HEAVY = ("matplotlib", "networkx", "tqdm", "scipy", "imageio_ffmpeg", "PIL")
TIMED = """
import sys, time
now = time.thread_time  # OpenBLAS's threads, which numpy starts, do not count
start = now()
import numpy
numpys = now()
import nnnotes
print(numpys - start, now() - numpys, *sys.modules)
"""


def imported():
    run = subprocess.run([sys.executable, "-c", TIMED], capture_output=True, text=True, check=True)
    numpys, ours, *modules = run.stdout.split()
    return float(numpys), float(ours), modules


def test_import_is_light():
    runs = [imported() for _ in range(8)]
    numpys, ours, modules = zip(*runs, strict=True)
    assert not {module.partition(".")[0] for module in modules[0]} & set(HEAVY)
    # That is 30 ms where numpy takes 60; on a busy machine both take longer.
    assert min(ours) <= min(numpys) / 2


def test_views_plots_and_clips_import_matplotlib_when_called_only():
    names = "nn.views, nn.plots, nn.clips, nn.datasets"
    code = f"import sys, nnnotes as nn; {names}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = {module.partition(".")[0] for module in run.stdout.split()}
    assert "nnnotes.plots.fields" in run.stdout.split()
    assert not modules & set(HEAVY)


def test_a_name_that_is_not_there_is_said():
    with pytest.raises(AttributeError, match="no attribute 'network_of'"):
        nn.network_of  # noqa: B018 - to read it is to raise


def test_public_names_are_there_and_documented():
    for name in nn.__all__:
        assert getattr(nn, name).__doc__
    assert {"Network", "derivative", "identity", "relu", "sigmoid", "step", "tanh"} <= set(
        nn.__all__
    )


def test_types_are_marked():
    assert Path(nn.__file__).with_name("py.typed").exists()
