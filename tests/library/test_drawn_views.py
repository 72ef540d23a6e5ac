"""What holds of every drawing that a view returns as SVG text."""

import re
import xml.etree.ElementTree as ET

import pytest

from nnnotes.palette import DARK, LIGHT
from tests.library.kept import KEPT

SVG = "{http://www.w3.org/2000/svg}"


every_view = pytest.mark.parametrize("name", KEPT)


def root_of(name):
    return ET.fromstring(KEPT[name]())


@every_view
def test_says_what_it_is(name):
    root = root_of(name)
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert len(root[0].text) > 5
    assert root[1].text.endswith((".", "fit."))


@every_view
def test_type_is_at_least_13_units(name):
    root = root_of(name)
    sizes = [float(size) for size in re.findall(r"font-size:([\d.]+)px", root[2].text)]
    assert min(sizes) >= 13
    assert not [e for e in root.iter() if "font" in str(e.attrib)]


@every_view
def test_colours_are_the_palette_and_only_by_variable(name):
    drawn = KEPT[name]()
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", drawn)) == {*LIGHT.values(), *DARK.values()}
    assert "prefers-color-scheme:dark" in drawn
    painted = re.findall(r"(?:fill|stroke)[:=]\"?([^;}\"]+)", drawn)
    assert set(painted) <= {"none", *(f"var(--{name})" for name in LIGHT)}
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", drawn)


@every_view
def test_every_class_has_its_style(name):
    root = root_of(name)
    used = {name for e in root.iter() for name in (e.get("class") or "").split()}
    styled = set(re.findall(r"\.([a-z]+)", root[2].text)) | {"operator"}
    assert used <= styled


@every_view
def test_everything_lies_inside_and_it_is_400_wide(name):
    root = root_of(name)
    left, top, width, height = map(float, root.get("viewBox").split())
    assert (left, width) == (0, 400)
    assert (float(root.get("width")), float(root.get("height"))) == (400, height)
    for box in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(box.get(key)) for key in ("x", "y", "width", "height"))
        assert 0 <= x <= x + w <= 400
        assert top <= y <= y + h <= top + height
    for text in root.iter(f"{SVG}text"):
        half = 4 * len("".join(text.itertext()))
        assert top + 10 <= float(text.get("y")) <= top + height - 4
        assert 0 <= float(text.get("x")) - half <= float(text.get("x")) + half <= 400 or half > 100


@every_view
def test_coordinates_have_two_digits_at_most(name):
    drawn = KEPT[name]()
    shapes = re.sub(">[^<]*<", "><", drawn.split("</style>")[1])  # words may hold any number
    assert not re.search(r"\d\.\d{3}|\de[+-]\d|-0\b(?!\.)|nan", shapes)
