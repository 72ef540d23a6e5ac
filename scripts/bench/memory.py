"""How much memory training needs at its peak, beside what the issue allows it."""

import tracemalloc

import nnnotes as nn
from scripts.bench.contestants import Task

ALLOWED = 1.5  # times what training cannot do without
ADAM_STATE = 2  # numbers for each parameter: the mean of gradients, and that of their squares


def measure(task: Task) -> tuple[float, float]:
    """Bytes at the peak, and bytes that training needs: Adam, with validation and patience."""
    net = task.network()
    validation = task.x.copy(), task.y.copy()
    held = 2 * (task.x.nbytes + task.y.nbytes) + _parameters(net)
    tracemalloc.start()
    try:
        nn.train(
            net, task.x, task.y, loss="cross_entropy", optimizer=nn.Adam(), epochs=task.epochs,
            batch_size=task.batch_size, validation=validation, patience=task.epochs, rng=0,
        )  # fmt: skip
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return held + peak, held + needed(net, task.batch_size)


def needed(net: nn.Network, batch_size: int) -> int:
    """Gradients, optimizer state, the best weights' copy, and one batch's activations."""
    activations = batch_size * sum(net.sizes) * net.weights[0].itemsize
    return (1 + ADAM_STATE + 1) * _parameters(net) + activations


def _parameters(net: nn.Network) -> int:
    return sum(array.nbytes for array in (*net.weights, *net.biases))
