"""How plots look: sizes, type, and colours that suit the ground they are drawn on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nnnotes.palette import CLASSES_DARK, CLASSES_LIGHT, DARK, LIGHT, contrast

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, TYPE = 400, 13  # points, so that a plot reads on a phone
MARKERS = "os^DvPX<>*"  # of the classes, in order
Colours = dict[str, str]


def settings(colours: Colours = LIGHT) -> dict[Any, Any]:
    """Settings of matplotlib for new figures: type of 13 points, thin axes, no box."""
    named = {"ink": ("axes.labelcolor", "axes.titlecolor", "text.color"),
             "muted": ("axes.edgecolor", "xtick.color", "ytick.color")}  # fmt: skip
    sized = ("font.size", "axes.titlesize", "axes.labelsize", "xtick.labelsize", "ytick.labelsize")
    return {
        **dict.fromkeys(sized, TYPE),
        **{key: colours[name] for name, keys in named.items() for key in keys},
        "font.family": "sans-serif",
        "mathtext.fontset": "dejavuserif",
        "axes.linewidth": 0.8,
        "xtick.major.width": 0.8,
        "ytick.major.width": 0.8,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.facecolor": "none",
        "figure.facecolor": "none" if colours is LIGHT else colours["ground"],
        "lines.linewidth": 2,
        "lines.solid_capstyle": "round",
    }


def require_matplotlib() -> None:
    """Say what to install where matplotlib is missing."""
    try:
        import matplotlib.pyplot  # noqa: F401 - only whether it is there
    except ImportError:
        raise ImportError(
            'a plot needs matplotlib: python -m pip install "nnnotes[plots]"'
        ) from None


def prepared(axes: Axes | None, height: float = 280) -> tuple[Axes, Colours]:
    """The axes, or new ones 400 points wide, and the colours for their ground."""
    require_matplotlib()
    from matplotlib import pyplot

    if axes is None:
        with pyplot.rc_context(settings()):
            size = WIDTH / 72, height / 72
            axes = pyplot.subplots(figsize=size, layout="constrained")[1]
    return axes, colours_on(axes)


def colours_on(axes: Axes) -> Colours:
    """The dark colours on a dark figure, else the light ones; classes included."""
    from matplotlib.colors import to_hex, to_rgba

    ground = axes.get_figure(root=True).get_facecolor()  # type: ignore[union-attr]  # drawn on
    seen = to_rgba(ground)[3] > 0
    if seen and contrast(to_hex(ground), "#ffffff") > contrast(to_hex(ground), "#000000"):
        return DARK | CLASSES_DARK
    return LIGHT | CLASSES_LIGHT


def colour_of_class(colours: Colours, label: int) -> str:
    """The colour of a class; after the fifth they come again, with other markers."""
    return colours[f"class-{label % len(CLASSES_LIGHT)}"]


def name_beside(axes: Axes, x: float, y: float, text: str, colour: str, **place: Any) -> None:
    """Words beside the thing that they name."""
    usual = {"xytext": (5, 0), "va": "center", "size": TYPE}
    axes.annotate(
        text, (x, y), textcoords="offset points", color=colour, annotation_clip=False,
        **{**usual, **place},
    )  # fmt: skip
