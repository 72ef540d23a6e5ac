"""Markdown extension: `![alt](name.svg)` on a line of its own becomes a figure.

The caption is the docstring of the function that draws it, and a fold shows that function. An
image whose name has videos beside it becomes a clip: the videos lie over the still. Several
images in one paragraph become a grid that wraps.
"""

import re
from pathlib import Path
from xml.etree import ElementTree as etree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts.pages import drawings
from scripts.pages.cells import highlighted
from scripts.pages.drawings import CLIP, Drawing
from scripts.pages.markers import readable
from scripts.pages.place import locate, page_path
from scripts.pages.source import Page, PageError

# After the inline patterns (20) made the images, before MkDocs (0) checks their links.
AFTER_INLINE = 12
# A clip's frames are drawn at twice the size they are shown at.
CLIP_SCALE = 2
VIDEO_TYPES = {".av1.mp4": "video/mp4; codecs=av01.0.05M.08", ".h264.mp4": "video/mp4"}


IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)\s]+)\)")


def shown_on(path: Path) -> list[str]:
    """The names of the figures that a page shows, in order."""
    text = readable(path.read_text(encoding="utf-8")) if path.is_file() else ""
    return [match["src"].partition(".")[0] for match in IMAGE.finditer(text)]


class FigureTreeprocessor(Treeprocessor):
    def run(self, root):
        path = page_path(self.md)
        if not path:
            return
        for parent in list(root.iter()):
            for child in list(parent):
                if images := _only_images(child):
                    figures = [self._figure(image, Page(path)) for image in images]
                    parent[list(parent).index(child)] = _framed(figures)

    def _figure(self, image, page: Page):
        file = page.path.parent / image.get("src")
        drawing = self._drawing(image, page, file)
        width, height = _size(file)
        image.tail = None
        image.attrib.update(width=width, height=height, **_loading(page))
        is_clip = file.suffix == CLIP[0]
        figure = etree.Element("figure", {"class": "drawn clip" if is_clip else "drawn"})
        figure.set("id", f"fig-{drawing.name}")
        figure.append(_stage(image, drawing) if is_clip else image)
        etree.SubElement(figure, "figcaption").text = drawing.caption
        figure.append(self._fold(drawing))
        return figure

    def _drawing(self, image, page: Page, file: Path) -> Drawing:
        where = locate(self.md, f"]({image.get('src')})")
        try:
            drawing = drawings.find(page.article, file.name.partition(".")[0])
        except ValueError as error:
            raise PageError(where, str(error)) from None
        if not file.is_file():
            raise PageError(where, f"{file.name} is not drawn yet; run: make refresh")
        return drawing

    def _fold(self, drawing: Drawing):
        # Searching for a word must find the page that explains it, not the code of its pictures.
        fold = etree.Element("details", {"class": "source", "data-search-exclude": ""})
        etree.SubElement(fold, "summary").text = "Show how this is drawn"
        code = highlighted(drawing.source, "python")
        block = f'<div class="cell highlight"><pre><span></span><code>{code}</code></pre></div>'
        etree.SubElement(fold, "div").text = self.md.htmlStash.store(block)
        return fold


def _only_images(element) -> list:
    """The images of a paragraph that holds nothing else."""
    words = [element.text, *(child.tail for child in element)]
    if element.tag != "p" or any((text or "").strip() for text in words):
        return []
    children = list(element)
    return children if all(child.tag == "img" for child in children) else []


def _loading(page: Page) -> dict[str, str]:
    """Pictures wait until they are near the screen; the home page's is what one sees first."""
    if page.article == "home":
        return {"fetchpriority": "high"}
    return {"loading": "lazy", "decoding": "async"}


def _framed(figures: list):
    """One figure as it is, several in a grid."""
    if len(figures) == 1:
        return figures[0]
    grid = etree.Element("div", {"class": "grid"})
    grid.extend(figures)
    return grid


def _size(file: Path) -> tuple[str, str]:
    """Width and height in CSS pixels, as the attributes want them."""
    if file.suffix == ".svg":
        root = re.search(r"<svg[^>]*>", file.read_text(encoding="utf-8"))[0]
        sizes = [re.search(rf'\b{side}="([\d.]+)"', root)[1] for side in ("width", "height")]
        return tuple(f"{float(size):.0f}" for size in sizes)
    from PIL import Image

    with Image.open(file) as still:
        return tuple(str(side // CLIP_SCALE) for side in still.size)


def _stage(still, drawing: Drawing):
    """The still with the videos over it: until one plays, and in print, the still is seen."""
    stage = etree.Element("div", {"class": "stage"})
    stage.append(still)
    video = etree.SubElement(stage, "video")
    video.attrib.update(controls="", muted="", loop="", playsinline="", preload="none")
    video.attrib.update({"aria-label": f"Clip: {still.get('alt')}"})
    video.attrib.update(width=still.get("width"), height=still.get("height"))
    for suffix, kind in VIDEO_TYPES.items():
        etree.SubElement(video, "source", {"src": drawing.name + suffix, "type": kind})
    return stage


class FigureExtension(Extension):
    def extendMarkdown(self, md):
        md.treeprocessors.register(FigureTreeprocessor(md), "figures", AFTER_INLINE)


def makeExtension(**settings):
    return FigureExtension(**settings)
