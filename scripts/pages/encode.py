"""From what a figure's function returns to the bytes of its files.

A matplotlib Figure or SVG text becomes one SVG with both palettes in it; a Clip becomes a still
and two videos.
"""

import io
import re
import subprocess
import tempfile
from pathlib import Path

from nnnotes import palette

SANS = "system-ui, sans-serif"
SERIF = "Georgia, serif"


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
    body = re.sub(r"-?\d+\.\d{3,}", lambda m: f"{float(m[0]):.2f}".rstrip("0").rstrip("."), body)
    for name, colour in palette.LIGHT.items():
        body = body.replace(colour, f"var(--{name})")
    body = re.sub(r"font: italic ([\d.]+px)[^;\"]*", rf"font: italic \1 {SERIF}", body)
    body = re.sub(r"font: (\d[\d.]*px)[^;\"]*", rf"font: \1 {SANS}", body)
    style = f"<style>{palette.as_variables()}</style>"
    return re.sub(r"(<svg[^>]*>)", rf"\1\n{style}", body, count=1)


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
        ".av1.mp4": _video(frames, clip.rate, AV1),
        ".h264.mp4": _video(frames, clip.rate, H264),
    }


# One thread: the bytes change with the number of threads.
AV1 = ["-c:v", "libaom-av1", "-crf", "38", "-b:v", "0", "-cpu-used", "6", "-row-mt", "0"]
H264 = ["-c:v", "libx264", "-crf", "26", "-preset", "slow", "-bf", "2"]


def _video(frames, rate: int, codec: list[str]) -> bytes:
    from imageio_ffmpeg import get_ffmpeg_exe

    height, width, _ = frames[0].shape
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(rate)]
    plain = [
        "-threads",
        "1",
        "-pix_fmt",
        "yuv420p",
        "-map_metadata",
        "-1",
        "-fflags",
        "+bitexact",
        "-flags:v",
        "+bitexact",
        "-movflags",
        "+faststart",
    ]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "clip.mp4"
        command = [get_ffmpeg_exe(), "-v", "error", *raw, "-i", "-", *codec, *plain, str(target)]
        subprocess.run(command, input=b"".join(f.tobytes() for f in frames), check=True)
        return target.read_bytes()
