"""Cut the site's fonts down to what a page uses: docs/assets/fonts/*.woff2.

    python scripts/fonts.py SOURCE_SERIF SOURCE_SANS SOURCE_CODE ZIAMATH

Each argument is the folder of an unpacked package: from npm @fontsource-variable/source-serif-4
(5.3.1), @fontsource-variable/source-sans-3 (5.3.0), @fontsource-variable/source-code-pro (5.3.0),
and from PyPI the wheel ziamath (0.13). The same packages give the same bytes. (npm's own
@fontsource/stix-two-math has lost the glyphs for the primes of f′.)
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "docs/assets/fonts"

ASCII = range(0x20, 0x7F)
PROSE = {*ASCII, *map(ord, "\u00a0§©°±²×·–—‘’“”…−éèëçäöüï")}
CODE = {*ASCII, *map(ord, "\u00a0…→−×·°²")}

# MathML writes a one-letter name as the letter itself; the browser asks for its italic twin.
ITALIC = {*range(0x1D434, 0x1D468), *range(0x1D6FC, 0x1D71C), ord("ℎ")}
BOLD = {*range(0x1D400, 0x1D434)}
GREEK = {*range(0x391, 0x3AA), *range(0x3B1, 0x3CA), *map(ord, "ϵϑϕ")} - {0x3A2}
LETTERLIKE = "ℓℝℕℤ𝔼ℙℒ𝒩𝟏ıȷ𝚤𝚥"
OPERATORS = "−±∓×÷·∘∗⋆⊙⊗⊕∑∏∫∂∇√∞∝¬∧∨∩∪∖"
RELATIONS = "≠≈≡≤≥≪≫∼≃≅∈∉⊂⊆∀∃∅⊤⊥∣∥∶≔"
ARROWS = "←→↑↓↔⇒⇔↦⟶⟵⟹"
BRACKETS = "⟨⟩⌊⌋⌈⌉‖⏞⏟⎴⎵"
DOTS_AND_SPACES = "…⋯⋮⋱′″‴\u2032\u2057 \u00a0\u2009\u200a\u2002\u2003\u2061\u2062\u2063"
ACCENTS = "^~¯ˆˇ˘˙˜´`→\u0302\u0303\u0304\u0305\u0307\u0308\u030c\u20d7\u203e"
MATHS = {
    *ASCII,
    *ITALIC,
    *BOLD,
    *GREEK,
    *map(ord, LETTERLIKE + OPERATORS + RELATIONS + ARROWS + BRACKETS + DOTS_AND_SPACES + ACCENTS),
}


SIZES = (0, 1, 3, 6, 12)
PRIMES = {
    0x2032: "minute.ssty",
    0x2033: "second.ssty",
    0x2034: "uni2034.ssty",
    0x2057: "uni2057.ssty",
}


@dataclass(frozen=True)
class Face:
    """One file to write: which of the packages' files it comes from, and what of it is kept."""

    name: str
    source: str
    characters: set[int]
    features: tuple[str, ...] = ("kern", "liga", "mark", "ccmp")
    weights: tuple[float, float] | float | None = None


FACES = [
    Face("serif", "files/source-serif-4-latin-wght-normal.woff2", PROSE, weights=(400, 600)),
    Face("serif-italic", "files/source-serif-4-latin-wght-italic.woff2", PROSE, weights=400),
    Face("sans", "files/source-sans-3-latin-wght-normal.woff2", PROSE, weights=(400, 600)),
    # Ligatures in code would hide what is typed.
    Face("mono", "files/source-code-pro-latin-wght-normal.woff2", CODE, (), weights=400),
    Face("math", "ziamath/fonts/STIXTwoMath-Regular.ttf", MATHS, ()),
]


def cut(face: Face, source: Path) -> TTFont:
    """The face's characters, features and weights, without hinting, which screens no longer use."""
    font = TTFont(source, recalcTimestamp=False)
    if "MATH" in font:
        thin_out_sizes(font)
        raise_primes(font)
    options = Options(layout_features=list(face.features), hinting=False, notdef_outline=True)
    options.drop_tables += ["DSIG", "meta", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    if face.weights is not None:
        font = instantiateVariableFont(font, {"wght": face.weights})
    rename(font, f"nnnotes {face.name}")
    font.flavor = "woff2"
    return font


def rename(font: TTFont, name: str) -> None:
    """A changed font may not carry the name its makers reserved (OFL, condition 3)."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            record.string = name.replace(" ", "-") if record.nameID == 6 else name


def thin_out_sizes(font: TTFont) -> None:
    """Keep 5 of the 13 sizes of a bracket; what is taller is put together from parts."""
    variants = font["MATH"].table.MathVariants
    for construction in variants.VertGlyphConstruction + variants.HorizGlyphConstruction:
        sizes = construction.MathGlyphVariantRecord
        construction.MathGlyphVariantRecord = [sizes[i] for i in SIZES if i < len(sizes)]
        construction.VariantCount = len(construction.MathGlyphVariantRecord)


def raise_primes(font: TTFont) -> None:
    """Draw primes in the form meant for a superscript, which not every browser asks for (ssty)."""
    for table in font["cmap"].tables:
        for prime, glyph in PRIMES.items():
            if prime in table.cmap:
                table.cmap[prime] = glyph


def main(packages: list[Path]) -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        target = FONTS / f"{face.name}.woff2"
        cut(face, find(face.source, packages)).save(target)
        print(f"{target.stat().st_size / 1024:6.1f} KiB  {target.name}")


def find(source: str, packages: list[Path]) -> Path:
    for package in packages:
        if (package / source).is_file():
            return package / source
    sys.exit(
        f"none of the folders given has {source}; look at the packages named above:\n{__doc__}"
    )


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
