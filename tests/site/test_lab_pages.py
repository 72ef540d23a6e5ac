"""What a lab becomes: a light, self-contained, linked page, and a notebook to download."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import jupytext
import nbformat
import pytest
from bs4 import BeautifulSoup

from nnnotes.palette import DARK, LIGHT
from scripts.pages.source import DOCS

LABS = sorted((DOCS / "labs").glob("*.py"))
HEAVIEST = 150 * 1024  # bytes of a lab's page


@pytest.fixture(params=LABS, ids=lambda lab: lab.stem)
def lab(request) -> Path:
    return request.param


@pytest.fixture
def raw(lab_site, lab) -> str:
    return (lab_site.site / "labs" / lab.stem / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def page(raw) -> BeautifulSoup:
    return BeautifulSoup(raw, "lxml")


def test_a_page_is_light(raw, lab):
    assert len(raw.encode()) <= HEAVIEST, f"the page of {lab.name} is too heavy"


def test_a_page_loads_nothing_from_another_host(lab_site, raw, page):
    loaded = [tag.get("src") or tag.get("href") for tag in page.select("script, link, img, iframe")]
    foreign = [url for url in loaded if url and urlsplit(url).scheme in ("http", "https")]
    assert [url for url in foreign if not url.startswith(lab_site.url)] == []
    for name in ("require.js", "requirejs", "mathjax", "mermaid", "cdnjs", "jsdelivr", "unpkg"):
        assert name not in raw.lower()


def test_pictures_say_what_they_show_and_have_both_palettes(page, lab):
    pictures = page.select("article img")
    assert pictures
    for picture in pictures:
        assert len(picture["alt"]) > 40
        drawing = unquote(picture["src"])
        body = drawing.partition("</style>")[2]
        assert DARK["ink"] in drawing
        assert "var(--accent)" in body
        assert [colour for colour in LIGHT.values() if colour in body] == []
        assert "<metadata" not in drawing  # matplotlib puts the date there


def test_every_picture_drawn_is_shown(page, lab):
    drawn = [cell for cell in jupytext.read(lab).cells if "plt.subplots" in cell.source]
    assert len(page.select("article img")) == len(drawn)


def test_code_is_shown_as_cells_without_prompts(page, lab):
    shown = [cell.get_text() for cell in page.select(".cell:not(.output-block) code")]
    cells = [cell.source for cell in jupytext.read(lab).cells if cell.cell_type == "code"]
    assert [text.strip() for text in shown] == [source.strip() for source in cells]
    assert not re.search(r"(In|Out)\s*\[", page.select_one("article").get_text())


def test_ids_are_unique_and_headings_in_order(page):
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    levels = [int(tag.name[1]) for tag in page.select("article :is(h1, h2, h3, h4)")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_links_of_a_page_lead_somewhere(lab_site, page, lab):
    here = f"labs/{lab.stem}/"
    for link in page.select("article a[href], .md-nav a[href]"):
        address = urlsplit(urljoin(f"https://site/{here}", link["href"]))
        if urlsplit(link["href"]).scheme:
            continue
        target = lab_site.site / address.path.lstrip("/")
        assert target.exists(), f"{lab.name}: {link['href']}"
        if address.fragment and target == lab_site.site / here:
            assert page.find(id=address.fragment), f"{lab.name}: {link['href']}"


def test_a_page_has_its_own_description(page):
    assert len(page.select_one("meta[name=description]")["content"]) > 50


def test_the_notebook_can_be_downloaded(lab_site, page, lab):
    notebook = nbformat.read(lab_site.site / "labs" / f"{lab.stem}.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    here = jupytext.read(lab)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert code == [cell.source for cell in here.cells if cell.cell_type == "code"]
    prose = "".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(([^)]+)\)", prose)
    assert [link for link in links if not link.startswith("https://")] == []
    link = page.find("a", href=f"../{lab.stem}.ipynb")
    assert "ipynb" in link.get_text()
