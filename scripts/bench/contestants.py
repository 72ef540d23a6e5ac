"""Who is measured: each trains the same network on the same batches, by plain SGD.

A contestant is set up outside the clock. What it gives is run under the clock, and returns the mean
loss of its last epoch, so that all can be seen to have done the same work.
"""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

import nnnotes as nn
from scripts.bench import by_hand

RATE = 0.05
CLASSES = 10


@dataclass(frozen=True)
class Task:
    """A network to train: relu layers, then softmax, from weights that the seed gives."""

    sizes: tuple[int, ...]
    batch_size: int
    epochs: int
    x: np.ndarray  # (examples, 64), float32
    y: np.ndarray  # (examples,), whole numbers
    seed: int = 0

    def network(self) -> nn.Network:
        activations = ["relu"] * (len(self.sizes) - 2) + ["softmax"]
        return nn.Network(self.sizes, activations, init="he", rng=self.seed, dtype=np.float32)

    def orders(self) -> Iterator[np.ndarray]:
        """The order of the examples in each epoch, shuffled as ``train`` shuffles."""
        rng, order = np.random.default_rng(self.seed), np.arange(len(self.x))
        for _ in range(self.epochs):
            rng.shuffle(order)
            yield order


def nnnotes(task: Task) -> Callable[[], float]:
    net, optimizer = task.network(), nn.SGD(RATE)

    def run() -> float:
        history = nn.train(
            net, task.x, task.y, loss="cross_entropy", optimizer=optimizer, epochs=task.epochs,
            batch_size=task.batch_size, rng=np.random.default_rng(task.seed),
        )  # fmt: skip
        return float(history.training[-1])

    return run


def numpy_by_hand(task: Task) -> Callable[[], float]:
    net = task.network()
    train = by_hand.one_hidden_layer if len(net.weights) == 2 else by_hand.two_hidden_layers
    rate = np.float32(RATE)
    return lambda: float(
        train(net.weights, net.biases, task.x, task.y, rate, task.batch_size, task.orders())
    )


def pytorch(task: Task) -> Callable[[], float]:
    model = _torch_model(task.network())
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    loss_of = torch.nn.CrossEntropyLoss()
    x, y = torch.from_numpy(task.x), torch.from_numpy(task.y.astype(np.int64))

    def run() -> float:
        for order in map(torch.from_numpy, task.orders()):
            total = 0.0
            for batch in order.split(task.batch_size):
                loss = loss_of(model(x[batch]), y[batch])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                total += loss.item() * len(batch)
        return total / len(x)

    return run


def scikit_learn(task: Task) -> Callable[[], float]:
    model = MLPClassifier(
        task.sizes[1:-1], solver="sgd", alpha=0, batch_size=task.batch_size, momentum=0,
        learning_rate_init=RATE, nesterovs_momentum=False, n_iter_no_change=task.epochs + 1,
        max_iter=task.epochs, warm_start=True, random_state=SameOrders(task),
    )  # fmt: skip
    first = slice(task.batch_size)
    model.partial_fit(task.x[first], task.y[first], classes=np.arange(CLASSES))  # makes its arrays
    net = task.network()
    model.coefs_, model.intercepts_ = net.weights, net.biases
    model.loss_curve_, model.n_iter_ = [], 0

    def run() -> float:
        with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):
            model.fit(task.x, task.y)
        return float(model.loss_curve_[-1])

    return run


class SameOrders(np.random.RandomState):
    """Shuffles as the others do: scikit-learn has no other way to be given an order."""

    def __init__(self, task: Task):
        super().__init__(task.seed)
        self.examples, self.generator = len(task.x), np.random.default_rng(task.seed)

    def shuffle(self, indices: np.ndarray):
        if len(indices) == self.examples:  # not the first batch alone, of the set-up
            self.generator.shuffle(indices)


def _torch_model(net: nn.Network) -> torch.nn.Module:
    """The network up to its last sums: PyTorch's loss takes softmax along."""
    layers: list[torch.nn.Module] = []
    for (n_in, n_out), W, b in zip(pairwise(net.sizes), net.weights, net.biases, strict=True):
        linear = torch.nn.Linear(n_in, n_out)
        linear.weight.data = torch.from_numpy(W.T.copy())
        linear.bias.data = torch.from_numpy(b.copy())
        layers += [linear, torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1])


CONTESTANTS = {
    "nnnotes": nnnotes,
    "by hand": numpy_by_hand,
    "PyTorch": pytorch,
    "scikit-learn": scikit_learn,
}
