"""When a redrawn clip or still counts as the one that stands."""

import io

import numpy as np
from PIL import Image, ImageDraw

from nnnotes.clips import encoded
from scripts.pages.same_picture import same_picture


def frame(word: str) -> np.ndarray:
    """A dark picture with one small word in a corner."""
    image = Image.new("RGB", (800, 400), "#16181d")
    ImageDraw.Draw(image).text((20, 20), word, fill="#e6e4df", font_size=26)
    return np.asarray(image)


def still(picture: np.ndarray) -> bytes:
    written = io.BytesIO()
    Image.fromarray(picture).save(written, format="AVIF", quality=70, speed=4, max_threads=1)
    return written.getvalue()


def rounded_otherwise(picture: np.ndarray) -> np.ndarray:
    noise = np.random.default_rng(0).integers(-1, 2, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def test_another_machines_rounding_is_the_same_picture():
    picture = frame("epoch 40")
    assert same_picture("a.avif", still(picture), still(rounded_otherwise(picture)))


def test_one_changed_word_is_another_still():
    assert not same_picture("a.avif", still(frame("epoch 40")), still(frame("epoch 17")))


def test_one_changed_word_is_another_clip():
    clips = [encoded([frame(word)] * 4, 30, ".av1.mp4") for word in ("epoch 40", "epoch 17")]
    assert not same_picture("a.av1.mp4", *clips)


def test_another_machines_rounding_is_the_same_clip():
    picture = frame("epoch 40")
    clips = [encoded([p] * 4, 30, ".av1.mp4") for p in (picture, rounded_otherwise(picture))]
    assert same_picture("a.av1.mp4", *clips)
