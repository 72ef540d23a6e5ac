"""Small data sets to learn from: made from a seed, bundled, or read from your files."""

from nnnotes.datasets.bundled import digits
from nnnotes.datasets.idx import mnist
from nnnotes.datasets.points import blobs, circles, moons, spiral
from nnnotes.datasets.splitting import split
from nnnotes.datasets.straight import line
from nnnotes.datasets.tables import logic_gate, street_lights

__all__ = [
    "blobs",
    "circles",
    "digits",
    "line",
    "logic_gate",
    "mnist",
    "moons",
    "spiral",
    "split",
    "street_lights",
]
