"""No page makes a request to another host; a link that a reader may follow is none."""

import re

import pytest
from bs4 import BeautifulSoup
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scripts.pages.render import html_of
from scripts.pages.source import DOCS, ROOT, all_pages

FOREIGN = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
IN_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\"')\s]+)", re.IGNORECASE)
ATTRIBUTES = ("src", "srcset", "href", "data", "poster", "action", "background", "xlink:href")
LABS = sorted((DOCS / "labs").glob("*.py"))
PICTURES = sorted(path for path in DOCS.rglob("*.svg") if "overrides" not in path.parts)


def fetched(html: str) -> list[str]:
    """The foreign addresses that a browser would ask for when it shows the HTML."""
    soup = BeautifulSoup(html, "lxml")
    tags = [tag for tag in soup.find_all(True) if tag.name not in ("a", "code")]
    values = [str(tag[name]) for tag in tags for name in ATTRIBUTES if tag.has_attr(name)]
    styles = [str(tag.get("style", "")) for tag in tags] + [t.get_text() for t in soup("style")]
    scripts = re.findall(r"[\"'](https?://[^\"']+)", " ".join(t.get_text() for t in soup("script")))
    in_styles = [address for style in styles for address in IN_STYLE.findall(style)]
    return [value for value in values if FOREIGN.match(value)] + in_styles + scripts


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://example.org/a.png">',
        '<img src="//example.org/a.png">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        "<style>@import 'https://example.org/a.css'</style>",
        '<p style="background: url(https://example.org/a.png)">words</p>',
        '<script>fetch("https://example.org/a")</script>',
        '<svg><image xlink:href="https://example.org/a.png"/></svg>',
    ],
)
def test_a_request_is_found(html):
    assert len(fetched(html)) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">a link</a>',
        '<img src="a.png">',
        "<pre><code>https://example.org/</code></pre>",
        '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>',
    ],
)
def test_what_asks_for_nothing_is_left_alone(html):
    assert fetched(html) == []


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.name)
def test_a_page_asks_no_other_host(page):
    found = fetched(html_of(page))
    line = page.line_at(max(page.text.find(found[0]), 0)) if found else 0
    assert not found, f"{page.at(line)}: a browser would ask another host for {found[0]}"


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.stem)
def test_the_prose_of_a_lab_asks_no_other_host(lab):
    for number, line in enumerate(lab.read_text(encoding="utf-8").splitlines(), start=1):
        images = re.findall(r"!\[[^\]]*\]\(\s*((?:https?:)?//[^)\s]+)", line)
        found = images + (fetched(line) if line.startswith("#") else [])
        assert not found, f"docs/labs/{lab.name}:{number}: asks another host for {found[0]}"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_a_picture_asks_no_other_host(picture):
    found = fetched(picture.read_text(encoding="utf-8"))
    name = picture.relative_to(ROOT).as_posix()
    assert not found, f"{name}: a browser would ask another host for {found[0]}"


def test_the_settings_load_nothing_from_another_host():
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file, get_yaml_loader())
    loaded = [*settings.get("extra_css", []), *settings.get("extra_javascript", [])]
    paths = [entry["path"] if isinstance(entry, dict) else entry for entry in loaded]
    assert [path for path in paths if FOREIGN.match(path)] == []
    assert settings["theme"]["font"] is False
