"""Whether two files show the same picture, as near as other machines' rounding allows."""

import io
import re
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from lxml import etree

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
COORDINATES_WITHIN = 0.01 + 1e-9
PIXELS_WITHIN = 2.0
# A changed word is lost in the average of a whole clip, but not in that of a few pixels in a row.
RUN, RUN_WITHIN = 64, 24.0


def same_picture(name: str, one: bytes, other: bytes) -> bool:
    """True for equal SVG elements and text with coordinates within 0.01, or pixels within 2/255."""
    if one == other:
        return True
    if name.endswith(".svg"):
        return _same_svg(one, other)
    frames = _still if name.endswith(".avif") else _video
    return _same_pixels(frames(one), frames(other))


def _same_svg(one: bytes, other: bytes) -> bool:
    first, second = (list(etree.fromstring(svg).iter()) for svg in (one, other))
    return len(first) == len(second) and all(map(_same_element, first, second))


def _same_element(one, other) -> bool:
    attributes = dict(one.attrib), dict(other.attrib)
    return (
        one.tag == other.tag
        and (one.text or "").strip() == (other.text or "").strip()
        and (one.tail or "").strip() == (other.tail or "").strip()
        and attributes[0].keys() == attributes[1].keys()
        and all(_same_attribute(attributes[0][key], attributes[1][key]) for key in attributes[0])
    )


def _same_attribute(one: str, other: str) -> bool:
    if NUMBER.sub("n", one) != NUMBER.sub("n", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    return all(abs(float(a) - float(b)) <= COORDINATES_WITHIN for a, b in pairs)


def _same_pixels(one: np.ndarray, other: np.ndarray) -> bool:
    if one.shape != other.shape:
        return False
    difference = np.abs(one - other).ravel()
    runs = difference[: len(difference) // RUN * RUN].reshape(-1, RUN)
    return bool(difference.mean() <= PIXELS_WITHIN and runs.mean(axis=1).max() <= RUN_WITHIN)


def _still(data: bytes) -> np.ndarray:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as still:
        return np.asarray(still.convert("RGB"), dtype=np.int16)


def _video(data: bytes) -> np.ndarray:
    """All frames, as one flat array of grey levels: a frame more or less changes its length."""
    from imageio_ffmpeg import get_ffmpeg_exe

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp4"
        path.write_bytes(data)
        command = [
            get_ffmpeg_exe(),
            "-v",
            "error",
            "-i",
            str(path),
            "-f",
            "rawvideo",
            "-pix_fmt",
            "gray",
            "-",
        ]
        decoded = subprocess.run(command, check=True, capture_output=True).stdout
    return np.frombuffer(decoded, dtype=np.uint8).astype(np.int16)
