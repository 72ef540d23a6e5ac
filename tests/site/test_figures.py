"""Every figure is drawn by a function, shown by a page, and is what its function draws now."""

import pytest

from scripts.pages.draw import comparison
from scripts.pages.drawings import CLIP, FIGURES, STILL, all_drawings
from scripts.pages.figures import shown_on
from scripts.pages.lock import Lock
from scripts.pages.source import DOCS, all_pages

DRAWINGS = all_drawings()
GENERATED = (STILL, *CLIP)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda d: d.key)
def test_stands_in_docs_as_it_was_drawn(drawing):
    lock = Lock()
    assert drawing.key in lock.figures, (
        f"{drawing.where}: {drawing.name!r} was never drawn; run: make refresh"
    )
    altered = [path.relative_to(DOCS).as_posix() for path in lock.altered(drawing)]
    assert not altered, f"docs/{altered[0]} is missing, or is not what was drawn; run: make refresh"


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda d: d.key)
def test_shows_what_its_function_draws_now(drawing):
    if Lock().is_fresh(drawing):
        return  # nothing it is made from has changed; `make check` draws it all the same
    assert not comparison(drawing), "\n".join(comparison(drawing))


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda d: d.key)
def test_is_shown_on_its_page_and_has_a_caption(drawing):
    page = drawing.folder / "index.md"
    assert drawing.name in shown_on(page), f"{drawing.where}: no page shows {drawing.name!r}"
    assert drawing.caption.endswith((".", "?", "!")), (
        f"{drawing.where}: {drawing.name!r} has no caption: write its docstring"
    )


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.name)
def test_pages_show_only_what_a_function_draws(page):
    known = {d.name for d in DRAWINGS if d.article == page.article}
    unknown = sorted(set(shown_on(page.path)) - known)
    assert not unknown, (
        f"{page.name}: no function in scripts/figures/{page.article}.py draws {unknown[0]!r}"
    )


def test_every_generated_file_has_its_function():
    made = {
        d.folder / name for d in DRAWINGS for name in Lock().figures.get(d.key, {}).get("files", {})
    }
    found = {
        p
        for p in DOCS.rglob("*")
        if p.name.endswith(GENERATED) and "assets" not in p.parts and "overrides" not in p.parts
    }
    left = sorted(p.relative_to(DOCS).as_posix() for p in found - made)
    assert not left, (
        f"docs/{left[0]}: no function draws this file; delete it, or write the function"
    )


def test_every_module_of_figures_has_its_article():
    folders = {page.article for page in all_pages()}
    modules = {d.article for d in DRAWINGS}
    assert modules <= folders, (
        f"scripts/figures/ has modules without an article: {modules - folders}"
    )
    assert (FIGURES / "style.py").is_file()
