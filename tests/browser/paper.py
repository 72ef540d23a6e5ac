"""Read a printed page back: its look, the colours of its letters, the pictures it names."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_uint, create_string_buffer
from functools import cache

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nnnotes.palette import contrast


def rendered(sheet: pdfium.PdfPage) -> np.ndarray:
    """A sheet of paper as numbers from 0 to 255, four points a pixel."""
    return sheet.render(scale=0.25).to_numpy()[..., :3].astype(int)  # (height, width, 3)


def faint_letters(sheet: pdfium.PdfPage) -> str:
    """The letters whose ink has less than 4.5 to 1 on white paper."""
    text = sheet.get_textpage()
    letters = text.get_text_range()
    return "".join(
        letter
        for place, letter in enumerate(letters)
        if letter.strip() and _on_white(_ink(text, place)) < 4.5
    )


@cache
def _on_white(ink: str) -> float:
    return contrast(ink, "#ffffff")


def _ink(text: pdfium.PdfTextPage, place: int) -> str:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    raw.FPDFText_GetFillColor(text, place, red, green, blue, alpha)
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"


def alternatives(sheet: pdfium.PdfPage) -> list[str]:
    """What is said, for who cannot see them, of the pictures on a sheet of tagged PDF."""
    tree = raw.FPDF_StructTree_GetForPage(sheet)
    tops = (
        raw.FPDF_StructTree_GetChildAtIndex(tree, i)
        for i in range(raw.FPDF_StructTree_CountChildren(tree))
    )
    return [words for top in tops for words in _said(top)]


def _said(element: raw.FPDF_STRUCTELEMENT) -> Iterator[str]:
    size = raw.FPDF_StructElement_GetAltText(element, None, 0)
    if size > 2:
        words = create_string_buffer(size)
        raw.FPDF_StructElement_GetAltText(element, words, size)
        yield words.raw.decode("utf-16-le").rstrip("\0")
    for i in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, i)
        if child:
            yield from _said(child)
