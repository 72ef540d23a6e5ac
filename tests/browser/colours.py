"""What colours are on the screen, and whether they are the palette's."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import Image, ImageColor
from playwright.sync_api import Locator, Page

from nnnotes.palette import DARK, LIGHT

PALETTES = {"light": LIGHT, "dark": DARK}


def pixels(png: bytes) -> np.ndarray:
    """A screenshot as numbers from 0 to 255."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)  # (height, width, 3)


def near(picture: np.ndarray, colour: str, tolerance: int = 16) -> np.ndarray:
    """Which pixels are a colour, give or take ``tolerance`` in each channel."""
    distance = np.abs(picture - ImageColor.getrgb(colour)).max(axis=-1)  # (height, width)
    return distance <= tolerance


def is_dark(page: Page) -> bool:
    """Whether the page's ground, half-way down its left edge, is dark."""
    height = page.viewport_size["height"]
    spot = page.screenshot(clip={"x": 1, "y": height // 2, "width": 2, "height": 2})
    return bool(pixels(spot).mean() < 128)


def wear(page: Page, scheme: str) -> None:
    """Press the header's palette button until the page is light, or dark, as asked."""
    button = page.locator("[data-md-component=palette] label:visible")
    for _ in range(3):
        if is_dark(page) == (scheme == "dark"):
            return
        button.click()
    raise AssertionError(f"{page.url}: three presses of the palette button never made it {scheme}")


def some(figures: list[Any]) -> list[Any]:
    """The first two and the last, of figures that carry both palettes in the same way."""
    return figures if len(figures) < 4 else [*figures[:2], figures[-1]]


def follows(figure: Locator, scheme: str, paper: str | None = None) -> bool:
    """Whether a figure is drawn in a scheme's colours, on that scheme's ground or on ``paper``."""
    picture = pixels(figure.screenshot())
    ground = near(picture, paper or PALETTES[scheme]["ground"]).mean()
    inks = [colour for name, colour in PALETTES[scheme].items() if name != "ground"]
    return bool(ground > 0.05 and max(near(picture, ink).sum() for ink in inks) > 20)
