"""Clips are drawn frame by frame, encoded whole or not at all, and the same each time."""

import subprocess
import sys

import numpy as np
import pytest

import nnnotes as nn
from nnnotes.clips import encoded, ffmpeg
from nnnotes.palette import DARK

SMALL = (64, 48)


def sweep(figure, n):
    """A block of the accent colour that moves to the right."""
    figure.add_axes((n / 8, 0.25, 0.25, 0.5), facecolor=DARK["accent"], xticks=[], yticks=[])


def decoded(path):
    command = [ffmpeg(), "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run(command, check=True, capture_output=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, SMALL[1], SMALL[0], 3).astype(int)


def test_frames_are_returned_and_each_is_drawn_anew():
    frames = nn.clips.animate(sweep, 4, size=SMALL)
    assert (frames.shape, frames.dtype) == ((4, 48, 64, 3), np.uint8)
    ground = [int(DARK["ground"][i : i + 2], 16) for i in (1, 3, 5)]
    accent = [int(DARK["accent"][i : i + 2], 16) for i in (1, 3, 5)]
    for n, frame in enumerate(frames):
        assert frame[24, 8 * n + 8].tolist() == accent
        assert frame[24, 8 * n + 24].tolist() == ground
    assert frames[3][24, 8].tolist() == ground


def test_what_was_drawn_can_be_kept():
    frames = nn.clips.animate(sweep, 3, size=SMALL, clear=False, dark=False)
    assert frames[2][24, 4].tolist() == frames[0][24, 8].tolist()


def test_videos_show_the_frames_and_are_the_same_each_time(tmp_path):
    frames = nn.clips.animate(sweep, 4, size=SMALL)
    paths = nn.clips.animate(sweep, 4, tmp_path / "spin", 12, size=SMALL)
    assert [path.name for path in paths] == ["spin.av1.mp4", "spin.h264.mp4"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["spin.av1.mp4", "spin.h264.mp4"]
    for path in paths:
        shown = decoded(path)
        assert shown.shape == frames.shape
        assert np.abs(shown - frames).mean() < 6
    again = [path.read_bytes() for path in paths]
    nn.clips.animate(sweep, 4, tmp_path / "spin", 12, size=SMALL)
    assert again == [path.read_bytes() for path in paths]


def test_a_drawing_that_fails_leaves_the_old_clip(tmp_path):
    def broken(figure, n):
        if n == 2:
            raise RuntimeError("no ink")

    old = tmp_path / "spin.av1.mp4"
    old.write_bytes(b"old")
    with pytest.raises(RuntimeError, match="no ink"):
        nn.clips.animate(broken, 4, tmp_path / "spin", size=SMALL)
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
    assert old.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("frames", "rate", "size", "words"),
    [(0, 30, SMALL, "frames=0"), (1, 0, SMALL, "rate=0"), (1, 30, (65, 48), "take 66 x 48"),
     (1, 30, (64, 0), "take 64 x 2")],
)  # fmt: skip
def test_clips_that_are_none(frames, rate, size, words):
    with pytest.raises(ValueError, match=words):
        nn.clips.animate(sweep, frames, rate=rate, size=size)


def test_frames_of_two_sizes_are_no_clip():
    with pytest.raises(ValueError, match="one size"):
        encoded([np.zeros((4, 4, 3), np.uint8), np.zeros((4, 6, 3), np.uint8)], 30, ".av1.mp4")
    with pytest.raises(ValueError, match="frames=0"):
        encoded([], 30, ".av1.mp4")


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError, match="make it first"):
        nn.clips.animate(sweep, 1, tmp_path / "none" / "spin", size=SMALL)


def test_without_ffmpeg_it_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    assert nn.clips.animate(sweep, 1, size=SMALL).shape == (1, 48, 64, 3)
    with pytest.raises(ImportError, match=r"nnnotes\[clips\]"):
        nn.clips.animate(sweep, 1, tmp_path / "spin", size=SMALL)
