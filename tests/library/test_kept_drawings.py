"""Drawings stay as they were when somebody last looked at them."""

import pytest

from scripts.pages.same_picture import same_picture
from tests.library.kept import FOLDER, KEPT


@pytest.mark.parametrize("name", KEPT)
def test_is_drawn_as_it_was(name):
    kept = FOLDER / f"{name}.svg"
    assert same_picture(kept.name, kept.read_bytes(), KEPT[name]().encode()), (
        f"{kept.name} is not what is drawn now; if the new drawing is right, "
        "run: python -m tests.library.kept"
    )


def test_every_kept_file_is_drawn():
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(KEPT)
