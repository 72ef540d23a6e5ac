"""A bar that shows how far training has come."""

from __future__ import annotations

from collections.abc import Iterator

from nnnotes.history import History


def numbered(epochs: int, history: History) -> Iterator[int]:
    """Count 0, 1, … under a tqdm bar, which shows the latest losses of the history."""
    try:
        from tqdm import tqdm  # type: ignore[import-untyped]  # it has no types
    except ImportError:
        raise ImportError(
            'a progress bar needs tqdm: python -m pip install "nnnotes[progress]", '
            "or train with progress=False"
        ) from None
    with tqdm(range(epochs), unit="epoch") as bar:
        for epoch in bar:
            yield epoch
            bar.set_postfix_str(_latest(history))


def _latest(history: History) -> str:
    validation = f", validation {history.validation[-1]:.4g}" if history.validation else ""
    return f"training {history.training[-1]:.4g}{validation}"
