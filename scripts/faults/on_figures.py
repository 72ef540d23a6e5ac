"""Faults in figures: in their files, in their functions, and in where they are shown."""

import ast
import re
from functools import cache
from random import Random

from scripts.faults.fault import Fault, read
from scripts.faults.places import span_of
from scripts.pages.drawings import CLIP, STILL, Drawing, all_drawings
from scripts.pages.source import ROOT, all_pages

FIGURES = "tests/site/test_figures.py"
SHOWN = re.compile(r"!\[[^\]]+\]\((?P<name>[\w-]+)\.(?:svg|avif)\)")
UNSEEN = ("zorder", "clip_on")  # what a picture may not show
LETTER = re.compile(r"[A-Za-z]")
COORDINATE = re.compile(r'(?<=[ "])\d+\.\d(?=\d*[ "\n])')


def altered_figure(rng: Random) -> list[Fault]:
    """A digit of one coordinate of each SVG."""
    faults = []
    for path in _files(STILL):
        places = [m.start() for m in COORDINATE.finditer(read(ROOT / path))]
        at = rng.choice(places)
        digit = read(ROOT / path)[at]
        other = rng.choice([d for d in "123456789" if d != digit])
        faults.append(Fault(path, at, at + 1, other, (FIGURES,)))
    return faults


def altered_clip(rng: Random) -> list[Fault]:
    """A letter somewhere in each file of each clip."""
    faults = []
    for path in _files(*CLIP):
        text = read(ROOT / path)
        at = rng.randrange(len(text))
        letter = LETTER.search(text, at) or LETTER.search(text)
        new = letter[0].swapcase()
        faults.append(Fault(path, letter.start(), letter.end(), new, (FIGURES,)))
    return faults


def function_changed(rng: Random) -> list[Fault]:
    """A number in each figure's function, made larger; clips take too long to draw."""
    faults = []
    for drawing in all_drawings():
        numbers = _numbers(drawing)
        if numbers and (drawing.folder / f"{drawing.name}{STILL}").is_file():
            number = rng.choice(numbers)
            span = span_of(number, read(drawing.module))
            faults.append(_in_module(drawing, span, repr(2 * number.value + 1)))
    return faults


def function_removed(rng: Random) -> list[Fault]:
    return [
        _in_module(drawing, span_of(_function(drawing), read(drawing.module)), "")
        for drawing in all_drawings()
    ]


def figure_that_no_page_shows(rng: Random) -> list[Fault]:
    """The image is taken off its page; what has to be named is the figure."""
    return [
        Fault(page.name, *image.span(), "", (FIGURES,), names=image["name"])
        for page in all_pages()
        for image in SHOWN.finditer(page.text)
        if page.text.count(f"]({image['name']}.") == 1
    ]


def _files(*suffixes: str) -> list[str]:
    """Generated files, by their path from the root."""
    made = [d.folder / (d.name + suffix) for d in all_drawings() for suffix in suffixes]
    return [path.relative_to(ROOT).as_posix() for path in made if path.is_file()]


def _in_module(drawing: Drawing, span: tuple[int, int], new: str) -> Fault:
    path = drawing.module.relative_to(ROOT).as_posix()
    return Fault(path, *span, new, (FIGURES,))


def _function(drawing: Drawing) -> ast.FunctionDef:
    return _functions(read(drawing.module))[drawing.function]


@cache
def _functions(source: str) -> dict[str, ast.FunctionDef]:
    return {n.name: n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)}


def _numbers(drawing: Drawing) -> list[ast.Constant]:
    """The numbers of a figure's function that must show in the picture."""
    function = _function(drawing)
    keywords = [n for n in ast.walk(function) if isinstance(n, ast.keyword)]
    unseen = {n for k in keywords if k.arg in UNSEEN for n in ast.walk(k)}
    found = [n for n in ast.walk(function) if isinstance(n, ast.Constant) and n not in unseen]
    return [n for n in found if type(n.value) in (int, float)]
