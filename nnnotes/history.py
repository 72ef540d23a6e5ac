"""What training leaves behind: the loss of each epoch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass
class History:
    """The losses of a training run, epoch by epoch; the first epoch is number 1.

    Attributes:
        training: mean loss over the training examples, one number for each epoch. It is taken
            batch by batch while the weights change (and with dropout, if any); penalties on the
            weights are not in it, so that it compares with ``validation``.
        validation: loss on the validation examples after each epoch; empty without any.

    Examples:
        >>> history = History(training=[0.9, 0.5, 0.3], validation=[0.8, 0.6, 0.7])
        >>> history
        History(3 epochs, training 0.3, validation 0.7, best epoch 2)
        >>> history.best_epoch
        2
    """

    training: list[float] = field(default_factory=list)
    validation: list[float] = field(default_factory=list)

    @property
    def epochs(self) -> int:
        """How many epochs were finished."""
        return len(self.training)

    @property
    def best_epoch(self) -> int:
        """Number of the epoch with the lowest validation loss, or training loss without any.

        The first of them, if there are several; 0 before the first epoch is finished.
        """
        losses = self.validation or self.training
        return losses.index(min(losses)) + 1 if losses else 0

    def plot(self, axes: Axes | None = None) -> Axes:
        """Draw the losses over the epochs: ``nnnotes.plots.history``.

        Args:
            axes: matplotlib axes to draw on; None makes new ones.

        Returns:
            The axes, for titles and ``axes.figure.savefig``.

        Raises:
            ImportError: matplotlib is not installed.
            ValueError: there is no finished epoch to draw.

        Examples:
            >>> axes = History([0.9, 0.5, 0.3], [0.8, 0.6, 0.7]).plot()
            >>> axes.get_xlabel(), axes.get_ylabel()
            ('epoch', 'loss')
        """
        from nnnotes import plots  # not needed to train

        return plots.history(self, axes=axes)

    def __repr__(self) -> str:
        parts = [f"{self.epochs} epoch{'' if self.epochs == 1 else 's'}"]
        if self.training:
            parts.append(f"training {self.training[-1]:.4g}")
        if self.validation:
            parts.append(f"validation {self.validation[-1]:.4g}")
        if self.training:
            parts.append(f"best epoch {self.best_epoch}")
        return f"History({', '.join(parts)})"
