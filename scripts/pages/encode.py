"""From what a figure's function returns to the bytes of its files.

A matplotlib Figure or SVG text becomes one SVG with both palettes in it; a Clip becomes a still
and two videos.
"""

import io
import re

from nnnotes import palette
from nnnotes.clips import CODECS, encoded

SANS = "system-ui, sans-serif"
SERIF = "Georgia, serif"
NUMBER = re.compile(r"-?\d+\.\d{3,}")


def files_of(result) -> dict[str, bytes]:
    """The files of a drawing, by suffix."""
    if isinstance(result, str):
        return {".svg": result.encode()}
    if hasattr(result, "savefig"):
        return {".svg": svg_of(result).encode()}
    if hasattr(result, "frames"):
        return clip_files(result)
    raise TypeError(
        "a figure's function must return a matplotlib Figure, SVG text or a Clip, "
        f"not {type(result).__name__}"
    )


def svg_of(figure) -> str:
    """SVG text of a matplotlib figure: no date, two decimals, colours that follow the scheme."""
    from matplotlib import pyplot, rc_context

    written = io.StringIO()
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with rc_context({"svg.hashsalt": "nnnotes", "svg.fonttype": "none"}):
        figure.savefig(written, format="svg", metadata=nothing, transparent=True)
    pyplot.close(figure)
    return finished(written.getvalue())


def finished(svg: str) -> str:
    """The SVG without matplotlib's preamble, sized in plain units, in the palette's variables."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r'(width|height)="([\d.]+)pt"', r'\1="\2"', body)
    body = re.sub(r"<metadata>.*?</metadata>\s*", "", body, flags=re.DOTALL)
    body = re.sub(r"<[^>]*>", lambda tag: NUMBER.sub(_shortened, tag[0]), body)
    classes = any(colour in body for colour in palette.CLASSES_LIGHT.values())
    for name, colour in (palette.LIGHT | palette.CLASSES_LIGHT).items():
        body = body.replace(colour, f"var(--{name})")
    body = re.sub(r"font: italic ([\d.]+px)[^;\"]*", rf"font: italic \1 {SERIF}", body)
    body = re.sub(r"font: (\d[\d.]*px)[^;\"]*", rf"font: \1 {SANS}", body)
    style = f"<style>{palette.as_variables(classes=classes)}</style>"
    return re.sub(r"(<svg[^>]*>)", rf"\1\n{style}", body, count=1)


def _shortened(number: re.Match) -> str:
    """A coordinate to two decimals; words between the tags keep all of theirs."""
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def clip_files(clip) -> dict[str, bytes]:
    """The still (AVIF) and the videos (AV1, H.264) of a clip."""
    from PIL import Image

    frames = list(clip.frames)
    still = io.BytesIO()
    Image.fromarray(frames[clip.still]).save(
        still, format="AVIF", quality=70, speed=4, max_threads=1
    )
    return {
        ".avif": still.getvalue(),
        **{ending: encoded(frames, clip.rate, ending) for ending in CODECS},
    }
