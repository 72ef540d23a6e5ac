"""The looks: colours from the palette, fonts within budget, nothing from another host."""

import re
from io import BytesIO
from pathlib import Path

import material
import pytest
from fontTools.ttLib import TTFont

from nnnotes.palette import CLASSES_DARK, CLASSES_LIGHT, DARK, LIGHT, contrast
from scripts.pages import maths_font

DOCS = Path(__file__).parents[2] / "docs"
CSS = sorted(DOCS.glob("assets/css/*.css"))
FONTS = sorted(DOCS.glob("assets/fonts/*.woff2"))
PALETTE = (DOCS / "assets/css/palette.css").read_text(encoding="utf-8")
COLOURS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", PALETTE)
}


@pytest.mark.parametrize("name", LIGHT | CLASSES_LIGHT)
def test_css_has_the_palettes_colours(name: str) -> None:
    light, dark = LIGHT | CLASSES_LIGHT, DARK | CLASSES_DARK
    assert COLOURS[name] == (light[name], dark[name])


@pytest.mark.parametrize("name", ["ink", "muted", "accent", "string", "positive", "negative"])
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "surface"])
def test_text_stands_out_from_its_ground(name: str, scheme: int, ground: str) -> None:
    assert contrast(COLOURS[name][scheme], COLOURS[ground][scheme]) >= 4.5


def test_fonts_keep_to_their_budget() -> None:
    assert sum(font.stat().st_size for font in FONTS) <= 110 * 1024


def test_every_font_face_has_its_file_and_every_file_its_face() -> None:
    css = (DOCS / "assets/css/type.css").read_text(encoding="utf-8")
    assert set(re.findall(r"fonts/([\w-]+\.woff2)", css)) == {font.name for font in FONTS}


def test_math_font_can_stretch_brackets() -> None:
    font = TTFont(DOCS / "assets/fonts/math.woff2")
    stretchable = font["MATH"].table.MathVariants.VertGlyphCoverage.glyphs
    assert {font.getBestCmap()[ord(bracket)] for bracket in "()[]{}|√"} <= set(stretchable)


def test_math_font_draws_every_sign_that_the_pages_use() -> None:
    missing = maths_font.wanted() - set(TTFont(maths_font.FONT).getBestCmap())
    assert not missing, f"not in math.woff2: {''.join(map(chr, missing))}; run: make refresh"


def test_math_font_can_be_cut_for_what_a_course_writes() -> None:
    course = set(map(ord, "𝑥𝑤𝛼𝜎𝜕𝐰ℝ∑∏∂∇∈≈≤→′ℎ"))
    font = TTFont(BytesIO(maths_font.font_of(course)))
    assert course <= set(font.getBestCmap())


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.name)
def test_fonts_do_not_carry_the_reserved_name(font: Path) -> None:
    assert str(TTFont(font)["name"].getDebugName(1)).startswith("nnnotes")


@pytest.mark.parametrize("sheet", CSS, ids=lambda sheet: sheet.name)
def test_css_fetches_only_files_of_the_site(sheet: Path) -> None:
    css = sheet.read_text(encoding="utf-8")
    assert "@import" not in css
    for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", css):
        assert (sheet.parent / address).is_file(), f"{sheet.name} refers to {address}"


@pytest.mark.parametrize("kind", ["overrides/**/*.html", "assets/*.js"])
def test_templates_and_scripts_name_no_other_host(kind: str) -> None:
    files = list(DOCS.glob(kind))
    assert files
    for file in files:
        assert not re.search(r"(https?:)?//\w+\.", file.read_text(encoding="utf-8")), file


def test_every_stylesheet_is_loaded() -> None:
    loaders = (DOCS.parent / "mkdocs.yml", DOCS / "overrides/main.html")
    loaded = "".join(loader.read_text(encoding="utf-8") for loader in loaders)
    assert set(re.findall(r"assets/css/\w+\.css", loaded)) == {
        f"assets/css/{sheet.name}" for sheet in CSS
    }


def test_material_still_offers_what_the_search_stands_in_for() -> None:
    """docs/assets/search.js speaks to Material, and a new version may change its words."""
    scripts = Path(material.__file__).parent / "templates/assets/javascripts"
    assert 'forms.namedItem("search")' in next(scripts.glob("bundle.*.js")).read_text("utf-8")
    assert len(list(scripts.glob("workers/search.*.min.js"))) == 1


def test_nav_is_still_materials_apart_from_our_lines() -> None:
    """Our nav item stands in for Material's, and has one piece more."""
    name = "partials/nav-item.html"
    theirs = (Path(material.__file__).parent / "templates" / name).read_text(encoding="utf-8")
    ours = (DOCS / "overrides" / name).read_text(encoding="utf-8")
    without = re.sub(r" *\{#- ours:.*?\{#- end of ours -#\}\n", "", ours, flags=re.DOTALL)
    assert without != ours
    assert without == theirs, "Material has another nav item now; copy it, and put our piece back"
