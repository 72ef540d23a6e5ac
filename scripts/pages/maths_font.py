"""The maths font, cut down to the signs that the pages use: docs/assets/fonts/math.woff2.

STIX Two Math comes with the package ziamath. Braces and brackets stretch with its MATH table.
"""

import io
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from scripts.fonts import PROSE, Face, cut
from scripts.pages.files import write
from scripts.pages.lock import digest
from scripts.pages.render import html_of
from scripts.pages.source import DOCS, all_pages

FONT = DOCS / "assets" / "fonts" / "math.woff2"
FACE = Face("math", "fonts/STIXTwoMath-Regular.ttf", set(), ())
# What any formula may need, so that the file does not change with every page.
ALWAYS = {*range(0x20, 0x7F), *map(ord, "−±×·÷≈≠≤≥∑∂√∞′→\u2061\u2062\u2063")}
# Letters whose italic twin stands elsewhere: Unicode had a Planck constant before it had italics.
TWINS = {"h": 0x210E, "∂": 0x1D715, "∇": 0x1D6FB, "ϵ": 0x1D716, "ϑ": 0x1D717, "ϕ": 0x1D719}
SIZES = (0, 1, 3, 6, 12)
PRIMES = {0x2032: "minute.ssty", 0x2033: "second.ssty", 0x2034: "uni2034.ssty"}


def wanted() -> set[int]:
    """The code points that the font must draw for the pages as they are."""
    found = set(ALWAYS)
    for page in all_pages():
        soup = BeautifulSoup(html_of(page), "lxml")
        formulas = "".join(element.get_text() for element in soup.select("math"))
        names = [e.get_text() for e in soup.select("math mi") if len(e.get_text()) == 1]
        found |= {ord(sign) for sign in formulas} | {italic(ord(name)) for name in names}
        found |= {ord(sign) for sign in soup.get_text()} - PROSE
    return found & _drawable()


def italic(letter: int) -> int:
    """MathML writes a one-letter name as the letter; browsers draw its italic twin."""
    for first, last, start in (
        (0x41, 0x5A, 0x1D434),
        (0x61, 0x7A, 0x1D44E),
        (0x391, 0x3A9, 0x1D6E2),
        (0x3B1, 0x3C9, 0x1D6FC),
    ):
        if first <= letter <= last:
            return TWINS.get(chr(letter), start + letter - first)
    return TWINS.get(chr(letter), letter)


def refresh() -> bool:
    """Cut the font anew where the pages' signs have changed; True if its file did."""
    return write(FONT, font_of(wanted()))


def font_of(characters: set[int]) -> bytes:
    """The font's file, for these code points alone."""
    source = _source()
    _thin_out_sizes(source)
    _raise_primes(source)
    written = io.BytesIO()
    cut(Face(FACE.name, FACE.source, characters, FACE.features), source).save(written)
    return written.getvalue()


def state() -> str:
    """The hash of all that the font is cut from and for."""
    cutters = (Path(__file__), Path(__file__).parents[1] / "fonts.py")
    texts = [page.text for page in all_pages()]
    font = FONT.read_bytes() if FONT.is_file() else b""
    return digest(*texts, font, *(path.read_bytes() for path in cutters))


def _source() -> TTFont:
    package = Path(find_spec("ziamath").origin).parent
    return TTFont(package / FACE.source, recalcTimestamp=False)


@cache
def _drawable() -> frozenset[int]:
    return frozenset(_source().getBestCmap())


def _thin_out_sizes(font: TTFont) -> None:
    """Keep 5 of the 13 sizes of a bracket; what is taller is put together from parts."""
    variants = font["MATH"].table.MathVariants
    for construction in variants.VertGlyphConstruction + variants.HorizGlyphConstruction:
        sizes = construction.MathGlyphVariantRecord
        construction.MathGlyphVariantRecord = [sizes[i] for i in SIZES if i < len(sizes)]
        construction.VariantCount = len(construction.MathGlyphVariantRecord)


def _raise_primes(font: TTFont) -> None:
    """Draw primes in the form meant for a superscript, which not every browser asks for (ssty)."""
    for table in font["cmap"].tables:
        for prime, glyph in PRIMES.items():
            if prime in table.cmap:
                table.cmap[prime] = glyph
