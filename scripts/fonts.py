"""Cut the text fonts down to what the pages use: docs/assets/fonts/*.woff2, the maths font apart.

    python -m scripts.fonts SOURCE_SERIF SOURCE_SANS SOURCE_CODE

Each argument is the folder of an unpacked npm package: @fontsource-variable/source-serif-4
(5.3.1), @fontsource-variable/source-sans-3 (5.3.0), @fontsource-variable/source-code-pro (5.3.0).
The same packages give the same bytes. The maths font follows the pages: `make refresh` cuts it.
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
]


def cut(face: Face, font: TTFont) -> TTFont:
    """The face's characters, features and weights, without hinting, which screens no longer use."""
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


def main(packages: list[Path]) -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        target = FONTS / f"{face.name}.woff2"
        source = TTFont(find(face.source, packages), recalcTimestamp=False)
        cut(face, source).save(target)
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
