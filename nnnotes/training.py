"""Training: small steps against the gradient of the loss, batch by batch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from nnnotes.examples import Examples, checked_examples, checked_validation
from nnnotes.history import History
from nnnotes.losses import Loss, checked_loss
from nnnotes.network import Network
from nnnotes.optimizers import Optimizer, checked_optimizer
from nnnotes.progress import numbered
from nnnotes.ranges import checked_count, checked_share, checked_strength
from nnnotes.stopping import Best
from nnnotes.trainer import Trainer
from nnnotes.validation import checked_generator

Callback = Callable[[Network, History], object]


def train(
    net: Network,
    x: ArrayLike,
    y: ArrayLike,
    *,
    loss: str | Loss,
    optimizer: str | Optimizer,
    epochs: int,
    batch_size: int,
    validation: tuple[ArrayLike, ArrayLike] | None = None,
    patience: int | None = None,
    rng: np.random.Generator | int | None = None,
    progress: bool = False,
    callback: Callback | None = None,
    dropout: float = 0.0,
    l1: float = 0.0,
    l2: float = 0.0,
) -> History:
    """Change the weights and biases of a network, in place, so that the loss becomes small.

    Args:
        net: the network; its arrays are rewritten at the end of each epoch.
        x: examples as rows, (n, n_in); finite numbers.
        y: their targets, n of them, as the loss takes them.
        loss: its name (mse, binary_cross_entropy, cross_entropy), or a loss itself.
        optimizer: its name (sgd, rmsprop, adam), or one with settings, such as ``SGD(lr=0.5)``.
        epochs: how often all examples are seen, at least 1.
        batch_size: examples for one step, at least 1; the last batch of an epoch may be smaller.
        validation: examples and targets, ``(x, y)``, that are judged after each epoch and never
            learned from.
        patience: stop after so many epochs in a row without a lower validation loss, at least 1,
            and in any case keep the weights of the best epoch; None goes on to the last.
        rng: shuffles the examples in each epoch, and draws what is dropped: a numpy Generator, or
            a whole-number seed, which gives the same numbers each time.
        progress: whether to show a bar; needs tqdm.
        callback: called as ``callback(net, history)`` at the end of each epoch.
        dropout: chance with which each hidden node is silenced in each step, from 0 to below 1.
        l1: strength of the penalty l1 Σ|w| on weights (not on biases), 0 or more.
        l2: strength of the penalty l2 / 2 Σw² on weights (not on biases), 0 or more.

    Returns:
        The losses, epoch by epoch.

    Raises:
        ValueError: numbers out of range, x and y that differ in length or do not fit the network,
            NaN in the data, an unknown name, a loss that does not fit the last activation, patience
            without validation, dropout without hidden layers, or a layer that fires in steps.
        TypeError: something of another kind.
        FloatingPointError: the loss or the weights are no longer finite; the network keeps what it
            had at the end of the epoch before.
        ImportError: ``progress=True`` without tqdm.

    Bad input changes nothing. Ctrl-C leaves the network as of the last finished epoch.

    Examples:
        >>> x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
        >>> net = Network([2, 4, 1], ["tanh", "sigmoid"], rng=1)
        >>> settings = {"loss": "binary_cross_entropy", "optimizer": "adam", "batch_size": 4}
        >>> history = train(net, x, [0, 1, 1, 0], epochs=2000, rng=0, **settings)
        >>> net.forward(x).round().ravel().tolist()
        [0.0, 1.0, 1.0, 0.0]

    Source: Goodfellow, Bengio and Courville (2016), Deep Learning, algorithms 7.1 and 8.1.
    """
    loss, optimizer = checked_loss(loss), checked_optimizer(optimizer)
    examples = checked_examples(net, x, y, loss)
    held_out = None if validation is None else checked_validation(net, validation, loss)
    patience = None if patience is None else _checked_patience(patience, held_out)
    epochs, batch_size = checked_count(epochs, "epochs"), checked_count(batch_size, "batch_size")
    callback = _checked_callback(callback)
    trainer = Trainer(
        net,
        examples,
        loss,
        optimizer,
        batch_size=min(batch_size, len(examples.x)),
        rng=checked_generator(rng),
        dropout=_checked_dropout(dropout, net),
        l1=checked_strength(l1, "l1"),
        l2=checked_strength(l2, "l2"),
    )
    return _learn(trainer, held_out, epochs, patience, progress, callback)


def _learn(
    trainer: Trainer,
    held_out: Examples | None,
    epochs: int,
    patience: int | None,
    progress: bool,
    callback: Callback,
) -> History:
    history = History()
    best = None if patience is None else Best(trainer.parameters.vector, patience)
    for epoch in numbered(epochs, history) if progress else range(epochs):
        _run_epoch(trainer, epoch, held_out, history)
        callback(trainer.net, history)
        if best is not None and best.is_past(history.validation[-1]):
            break
    if best is not None:
        best.restore()
        trainer.store()
    return history


def _run_epoch(trainer: Trainer, epoch: int, held_out: Examples | None, history: History) -> None:
    """Learn and judge; only what is still finite is given to the network."""
    training = trainer.run_epoch(epoch)
    validation = None if held_out is None else trainer.evaluate(held_out)
    trainer.check_finite(epoch, training, validation)
    history.training.append(training)
    if validation is not None:
        history.validation.append(validation)
    trainer.store()


def _checked_patience(patience: int, held_out: Examples | None) -> int:
    if held_out is None:
        raise ValueError(
            f"patience={patience} came without validation, whose loss it waits for; "
            "give validation=(x, y), of examples that are not trained on"
        )
    return checked_count(patience, "patience")


def _checked_dropout(dropout: float, net: Network) -> float:
    chance = checked_share(dropout, "dropout")
    if chance and len(net.weights) == 1:
        raise ValueError(
            f"dropout={dropout} silences hidden nodes, but {net!r} has no hidden layer; "
            "add one, or leave dropout=0"
        )
    return chance


def _checked_callback(callback: Callback | None) -> Callback:
    if callback is None:
        return lambda _net, _history: None
    if not callable(callback):
        raise TypeError(f"callback must be a function, callback(net, history); {callback!r} came")
    return callback
