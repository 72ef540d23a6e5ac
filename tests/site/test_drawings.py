"""Which figures there are, and what each is drawn from."""

from scripts.pages import drawings
from scripts.pages.lock import made_from


def drawing_in(folder, helper: str):
    """A figure that takes a constant from a helper, which takes it from another."""
    (folder / "_near.py").write_text("from scripts.figures._far import SIZE\n")
    (folder / "_far.py").write_text(helper)
    article = folder / "an-article.py"
    article.write_text(
        "from scripts.figures._near import SIZE\n\n\ndef a_figure():\n    return SIZE\n"
    )
    return drawings.drawings_of(article)[0]


def test_an_edit_of_a_helper_makes_what_it_draws_stale(tmp_path, monkeypatch):
    monkeypatch.setattr(drawings, "FIGURES", tmp_path)
    before = made_from(drawing_in(tmp_path, "SIZE = 1\n"))
    assert made_from(drawing_in(tmp_path, "SIZE = 1\n")) == before
    assert made_from(drawing_in(tmp_path, "SIZE = 2\n")) != before


def test_helpers_draw_no_figures_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setattr(drawings, "FIGURES", tmp_path)
    drawing_in(tmp_path, "def not_a_figure():\n    return 1\n")
    assert [d.key for d in drawings.all_drawings()] == ["an-article/a-figure"]
