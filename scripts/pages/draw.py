"""Run a figure's function, and hold what it draws against the file that stands in docs/."""

import importlib.util
import traceback
from functools import cache
from pathlib import Path
from types import ModuleType

from scripts.pages.drawings import Drawing
from scripts.pages.encode import files_of
from scripts.pages.same_picture import same_picture
from scripts.pages.source import DOCS


class DrawingError(Exception):
    """A figure's function raised; says where."""


def draw(drawing: Drawing) -> dict[str, bytes]:
    """The files of a figure, by name.

    Raises:
        DrawingError: the function raised, with the figure's name, file and line.
    """
    try:
        result = getattr(_module(drawing.module), drawing.function)()
        return {drawing.name + suffix: data for suffix, data in files_of(result).items()}
    except Exception as error:
        raise DrawingError(_complaint(drawing, error)) from error


@cache
def _module(path: Path) -> ModuleType:
    """The article's figures; loaded by path, since an article's name may hold hyphens."""
    spec = importlib.util.spec_from_file_location(f"figures_of_{path.stem.replace('-', '_')}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _complaint(drawing: Drawing, error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f.lineno for f in frames if f.filename == str(drawing.module)]
    line = lines[-1] if lines else drawing.line
    return (
        f"scripts/figures/{drawing.article}.py:{line}: the figure {drawing.name!r} raised "
        f"{type(error).__name__}: {error}. Its files in docs/ are left as they were."
    )


def comparison(drawing: Drawing) -> list[str]:
    """Draw a figure again, and say which of its files in docs/ show something else."""
    try:
        files = draw(drawing)
    except DrawingError as error:
        return [str(error)]
    return [
        f"{drawing.where}: what {drawing.name!r} draws is not what stands in "
        f"docs/{(drawing.folder / name).relative_to(DOCS).as_posix()}; run: make refresh"
        for name, data in files.items()
        if not stands(drawing.folder / name, data)
    ]


def stands(path: Path, data: bytes) -> bool:
    """Whether the file shows that picture already, as near as other machines' rounding allows."""
    return path.is_file() and same_picture(path.name, path.read_bytes(), data)
