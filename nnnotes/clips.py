"""Short silent videos, drawn frame by frame with matplotlib, written with ffmpeg."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nnnotes.palette import DARK, LIGHT
from nnnotes.plots.style import require_matplotlib, settings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Frames = NDArray[np.uint8]
PIXELS_PER_INCH = 144  # twice the size that a frame is shown at: 800 pixels for 400 units

# One thread: the bytes change with the number of threads.
AV1 = ("-c:v", "libaom-av1", "-crf", "38", "-b:v", "0", "-cpu-used", "6", "-row-mt", "0")
H264 = ("-c:v", "libx264", "-crf", "26", "-preset", "slow", "-bf", "2")
CODECS = {".av1.mp4": AV1, ".h264.mp4": H264}
PLAIN = ("-threads", "1", "-pix_fmt", "yuv420p", "-map_metadata", "-1", "-fflags", "+bitexact",
         "-flags:v", "+bitexact", "-movflags", "+faststart")  # fmt: skip


def animate(
    draw: Callable[[Figure, int], object],
    frames: int,
    path: str | PathLike[str] | None = None,
    rate: int = 30,
    *,
    size: tuple[int, int] = (800, 500),
    dark: bool = True,
    clear: bool = True,
) -> Frames | list[Path]:
    """Draw frame after frame, and write them as two videos, AV1 and H.264, or return them.

    A browser takes the AV1, which is smaller, or else the H.264. Both are written whole, or
    neither.

    Args:
        draw: called as ``draw(figure, n)`` for n = 0, 1, … up to frames - 1.
        frames: how many, at least 1.
        path: where the videos belong, without ending: ``"spin"`` gives spin.av1.mp4 and
            spin.h264.mp4. None returns the frames instead.
        rate: frames in a second, at least 1.
        size: width and height in pixels, even numbers; 800 pixels hold 400 points.
        dark: whether the figure has the palette's dark ground, which suits light pages too.
        clear: whether the figure is emptied before each frame; if not, ``draw`` moves what it drew.

    Returns:
        The paths of the two videos, or the frames, (frames, height, width, 3), of bytes.

    Raises:
        ValueError: no frames, a rate below 1, or a size that is odd or too small.
        ImportError: matplotlib is not installed, or, with a path, imageio-ffmpeg.
        FileNotFoundError: the folder of the path is not there.

    Examples:
        >>> def grow(figure, n):
        ...     figure.subplots().plot([0, n], [0, n])
        >>> animate(grow, 2, size=(160, 120)).shape
        (2, 120, 160, 3)
    """
    _check(frames, rate, size)
    require_matplotlib()
    if path is None:
        return np.stack(list(_drawn(draw, frames, size, dark, clear)))
    folder = Path(path).absolute().parent
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {folder} to write clips to; make it first")
    ffmpeg()
    pictures = list(_drawn(draw, frames, size, dark, clear))
    return _write(Path(path), {end: encoded(pictures, rate, end) for end in CODECS})


def encoded(frames: Sequence[Frames], rate: int, ending: str) -> bytes:
    """One video file of frames, (height, width, 3) each, of bytes and of even sizes.

    Args:
        frames: at least one.
        rate: frames in a second.
        ending: ``".av1.mp4"`` or ``".h264.mp4"``.

    Raises:
        ValueError: no frames, frames of another shape, or an odd size.
        ImportError: imageio-ffmpeg is not installed.
    """
    _check(len(frames), rate, (frames[0].shape[1], frames[0].shape[0]) if len(frames) else (2, 2))
    height, width, _ = frames[0].shape
    if {(frame.shape, frame.dtype.str) for frame in frames} != {((height, width, 3), "|u1")}:
        raise ValueError("frames must all be of bytes, (height, width, 3), and of one size")
    import subprocess  # here, since they take longer to import than all of nnnotes
    from tempfile import TemporaryDirectory

    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(rate)]
    with TemporaryDirectory() as folder:
        target = Path(folder) / "clip.mp4"
        command = [ffmpeg(), "-v", "error", *raw, "-i", "-", *CODECS[ending], *PLAIN, str(target)]
        subprocess.run(command, input=b"".join(f.tobytes() for f in frames), check=True)
        return target.read_bytes()


def ffmpeg() -> str:
    """Path of the ffmpeg that imageio-ffmpeg brings."""
    try:
        from imageio_ffmpeg import get_ffmpeg_exe  # type: ignore  # untyped, and may be absent
    except ImportError:
        raise ImportError(
            'clips need imageio-ffmpeg: python -m pip install "nnnotes[clips]"'
        ) from None
    return str(get_ffmpeg_exe())


def _check(frames: int, rate: int, size: tuple[int, int]) -> None:
    if frames < 1 or rate < 1:
        raise ValueError(
            f"a clip needs a frame and a rate of 1 or more; {frames=} and {rate=} came"
        )
    if min(size) < 2 or any(side % 2 for side in size):
        raise ValueError(
            f"a video's sides are even numbers of pixels; {size[0]} x {size[1]} came: "
            f"take {_even(size[0])} x {_even(size[1])}"
        )


def _even(side: int) -> int:
    return max(2, side + side % 2)


def _drawn(
    draw: Callable[[Figure, int], object],
    frames: int,
    size: tuple[int, int],
    dark: bool,
    clear: bool,
) -> Iterator[Frames]:
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    colours = DARK if dark else LIGHT
    with rc_context(settings(colours)):
        inches = (size[0] / PIXELS_PER_INCH, size[1] / PIXELS_PER_INCH)
        figure = Figure(figsize=inches, dpi=PIXELS_PER_INCH)
        figure.set_facecolor(colours["ground"])
        canvas: Any = FigureCanvasAgg(figure)  # its methods have no types
        for n in range(frames):
            if clear:
                figure.clear()
            draw(figure, n)
            in_grid = any(axes.get_subplotspec() for axes in figure.axes)
            figure.set_layout_engine("constrained" if in_grid else "none")
            canvas.draw()
            yield np.asarray(canvas.buffer_rgba())[..., :3].copy()


def _write(path: Path, files: dict[str, bytes]) -> list[Path]:
    """All files, first beside their places and then, when all are there, in them."""
    from tempfile import TemporaryDirectory

    targets = [path.with_name(path.name + ending) for ending in files]
    with TemporaryDirectory(dir=path.absolute().parent) as folder:
        written = [Path(folder) / target.name for target in targets]
        for place, data in zip(written, files.values(), strict=True):
            place.write_bytes(data)
        for place, target in zip(written, targets, strict=True):
            place.replace(target)
    return targets
