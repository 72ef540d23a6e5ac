"""Which figures there are, and what each is drawn from."""

import ast

import pytest

from scripts.pages import drawings
from scripts.pages.lock import made_from

WAYS = {
    "from scripts.figures._near import SIZE": "SIZE",
    "from scripts.figures import _near": "_near.SIZE",
    "import scripts.figures._near as near": "near.SIZE",
}


def drawing_in(folder, helper: str, way: str = next(iter(WAYS))):
    """A figure that takes a constant from a helper, which takes it from another."""
    (folder / "_near.py").write_text("from scripts.figures._far import SIZE\n")
    (folder / "_far.py").write_text(helper)
    article = folder / "an-article.py"
    article.write_text(f"{way}\n\n\ndef a_figure():\n    return {WAYS[way]}\n")
    return drawings.drawings_of(article)[0]


@pytest.mark.parametrize("way", WAYS)
def test_an_edit_of_a_helper_makes_what_it_draws_stale(tmp_path, monkeypatch, way):
    monkeypatch.setattr(drawings, "FIGURES", tmp_path)
    before = made_from(drawing_in(tmp_path, "SIZE = 1\n", way))
    assert made_from(drawing_in(tmp_path, "SIZE = 1\n", way)) == before
    assert made_from(drawing_in(tmp_path, "SIZE = 2\n", way)) != before


def test_helpers_draw_no_figures_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setattr(drawings, "FIGURES", tmp_path)
    drawing_in(tmp_path, "def not_a_figure():\n    return 1\n")
    assert [d.key for d in drawings.all_drawings()] == ["an-article/a-figure"]


def test_a_figures_source_is_what_python_says_it_is():
    path = drawings.FIGURES / "line-as-a-network.py"
    source = path.read_text(encoding="utf-8")
    functions = {n.name: n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef)}
    for drawing in drawings.drawings_of(path):
        segment = ast.get_source_segment(source, functions[drawing.function])
        assert drawing.source == f"{segment}\n"
