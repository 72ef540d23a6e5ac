"""Optimizers: how far to move each parameter, given the gradients.

An optimizer holds settings only. What it remembers from one step to the next is made by ``start``,
so one optimizer can train many networks, and starts afresh with each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from nnnotes.ranges import checked_positive, checked_share
from nnnotes.schedules import Schedule, constant
from nnnotes.steps import Adaptive, Floats, Memory, Momentum, Plain, Scaled
from nnnotes.validation import look_up


class Optimizer(Protocol):
    """What ``train`` asks of an optimizer; one of your own that has these will do as well."""

    @property
    def lr(self) -> float:
        """The learning rate, above 0."""

    @property
    def schedule(self) -> Schedule:
        """From the number of finished epochs to a factor of the rate."""

    def start(self, parameters: Floats) -> Memory:
        """A fresh memory for a vector of parameters of this length and type."""


@dataclass(frozen=True)
class SGD:
    """Stochastic gradient descent: move against the gradient, with momentum if you like.

    Args:
        lr: learning rate, above 0.
        momentum: share of its velocity that each step keeps, from 0 to below 1.
        nesterov: whether to look ahead along the velocity; needs a momentum above 0.
        schedule: from the number of finished epochs to a factor of the rate.

    Raises:
        ValueError: a number outside its range.
        TypeError: something that is no number, or a schedule that can't be called.

    Examples:
        >>> parameters = np.array([1.0, -2.0])
        >>> memory = SGD(lr=0.1).start(parameters)
        >>> memory.step(parameters, np.array([10.0, 0.0]), rate=0.1)
        >>> parameters.tolist()
        [0.0, -2.0]

    Source: Sutskever, Martens, Dahl and Hinton (2013), On the importance of initialization and
    momentum in deep learning; in the form of torch.optim.SGD.
    """

    lr: float
    momentum: float = 0.0
    nesterov: bool = False
    schedule: Schedule = field(default=constant(), kw_only=True, repr=False)

    def __post_init__(self) -> None:
        _check(self)
        checked_share(self.momentum, "momentum")
        if self.nesterov and self.momentum == 0:
            raise ValueError(
                "nesterov=True came with momentum=0, so there is no velocity to look ahead along; "
                "give a momentum above 0, such as 0.9"
            )

    def start(self, parameters: Floats) -> Memory:
        """A velocity of 0 for each parameter; without momentum, nothing to remember."""
        if self.momentum == 0:
            return Plain()
        return Momentum(np.zeros_like(parameters), float(self.momentum), self.nesterov)


@dataclass(frozen=True)
class RMSProp:
    """Divide each parameter's gradient by the size it has had of late.

    Args:
        lr: learning rate, above 0.
        decay: share of its mean square that each step keeps, from 0 to below 1.
        epsilon: added to the divisor, so that it is never 0; above 0.
        schedule: from the number of finished epochs to a factor of the rate.

    Raises:
        ValueError: a number outside its range.
        TypeError: something that is no number, or a schedule that can't be called.

    Examples:
        Large or small, a gradient's first step is lr / √(1 - decay) long:

        >>> parameters = np.array([1.0, -2.0])
        >>> memory = RMSProp(lr=0.01).start(parameters)
        >>> memory.step(parameters, np.array([1000.0, -0.5]), rate=0.01)
        >>> parameters.round(6).tolist()
        [0.9, -1.9]

    Source: Tieleman and Hinton (2012), Neural Networks for Machine Learning, lecture 6.5; in the
    form of torch.optim.RMSprop.
    """

    lr: float = 0.01
    decay: float = 0.99
    epsilon: float = 1e-8
    schedule: Schedule = field(default=constant(), kw_only=True, repr=False)

    def __post_init__(self) -> None:
        _check(self)
        checked_share(self.decay, "decay")
        checked_positive(self.epsilon, "epsilon")

    def start(self, parameters: Floats) -> Memory:
        """A mean square of 0 for each parameter."""
        return Scaled(np.zeros_like(parameters), self.decay, self.epsilon)


@dataclass(frozen=True)
class Adam:
    """Momentum, with each parameter's step divided by the size its gradient has had of late.

    Args:
        lr: learning rate, above 0: about the longest step a parameter takes.
        beta1: share of the mean gradient that each step keeps, from 0 to below 1.
        beta2: share of the mean square that each step keeps, from 0 to below 1.
        epsilon: added to the divisor, so that it is never 0; above 0.
        schedule: from the number of finished epochs to a factor of the rate.

    Raises:
        ValueError: a number outside its range.
        TypeError: something that is no number, or a schedule that can't be called.

    Examples:
        Large or small, a gradient's first step is lr long:

        >>> parameters = np.array([1.0, -2.0])
        >>> memory = Adam(lr=0.1).start(parameters)
        >>> memory.step(parameters, np.array([1000.0, -0.5]), rate=0.1)
        >>> parameters.round(6).tolist()
        [0.9, -1.9]

    Source: Kingma and Ba (2015), Adam: a method for stochastic optimization, algorithm 1; in the
    form of torch.optim.Adam.
    """

    lr: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    schedule: Schedule = field(default=constant(), kw_only=True, repr=False)

    def __post_init__(self) -> None:
        _check(self)
        checked_share(self.beta1, "beta1")
        checked_share(self.beta2, "beta2")
        checked_positive(self.epsilon, "epsilon")

    def start(self, parameters: Floats) -> Memory:
        """A mean gradient and a mean square of 0 for each parameter."""
        mean, mean_square = np.zeros_like(parameters), np.zeros_like(parameters)
        return Adaptive(mean, mean_square, self.beta1, self.beta2, self.epsilon)


def _check(optimizer: Optimizer) -> None:
    checked_positive(optimizer.lr, "lr")
    if not callable(optimizer.schedule):
        raise TypeError(
            "schedule must be a function from epoch to factor, such as schedules.cosine(20); "
            f"{optimizer.schedule!r} came"
        )


OPTIMIZERS: dict[str, Optimizer] = {"sgd": SGD(lr=0.1), "rmsprop": RMSProp(), "adam": Adam()}


def checked_optimizer(optimizer: str | Optimizer) -> Optimizer:
    """The optimizer itself, or the one of that name with its usual settings."""
    if isinstance(optimizer, str):
        return look_up(OPTIMIZERS, optimizer, "optimizer")
    if isinstance(optimizer, type) or not callable(getattr(optimizer, "start", None)):
        raise TypeError(
            f"optimizer must be one of {', '.join(OPTIMIZERS)}, or an object such as "
            f"SGD(lr=0.1); {optimizer!r} came"
        )
    return optimizer
