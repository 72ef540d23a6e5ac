"""A pen that writes a digit on a grid of 32 by 32 dots, of which pixels of 4 by 4 are counted."""

import numpy as np

DOTS, BLOCK, RADIUS = 32, 4, 2.1


def three_to_eight(points: int = 400) -> np.ndarray:
    """The way of a pen that writes a 3 and goes on until it is an 8: (points, 2), in dots."""
    upper, lower = ((16, 9), (6.0, 7.0)), ((16, 23), (6.8, 7.0))  # middles and half axes
    strokes = [
        _arc(*upper, -165, 82), _arc(*lower, -82, 165), _arc(*lower, 165, 278), _arc(*upper, 98, 195)
    ]  # fmt: skip
    way = np.concatenate(strokes)
    lengths = np.append(0, np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1)))
    even = np.linspace(0, lengths[-1], points)
    return np.stack([np.interp(even, lengths, way[:, k]) for k in (0, 1)], axis=1)


def _arc(middle, axes, start: float, stop: float) -> np.ndarray:
    turn = np.radians(np.linspace(start, stop, 200))
    return np.array(middle) + np.array(axes) * np.stack([np.cos(turn), np.sin(turn)], axis=1)


def dots(way: np.ndarray) -> np.ndarray:
    """Which dots the pen has blackened on its way, (32, 32)."""
    centres = np.arange(DOTS) + 0.5
    across, down = way[:, 0, None, None] - centres, way[:, 1, None, None] - centres[:, None]
    return ((across**2 + down**2) < RADIUS**2).any(axis=0)


def pixels(black: np.ndarray) -> np.ndarray:
    """The share of ink in each block, (8, 8), as in the data."""
    side = DOTS // BLOCK
    return black.reshape(side, BLOCK, side, BLOCK).mean(axis=(1, 3))
