"""The limit: training written out for one network, by hand, in numpy and nothing else.

Buffers are made where that pays, the rate is folded into the last delta, and each layer has its own
lines. Nothing is checked. A loop that is much faster than this one would have to leave numpy.
"""

import numpy as np


def one_hidden_layer(weights, biases, x, y, rate, batch_size, orders):
    """Train a relu layer and a softmax layer in place; the mean loss of the last epoch."""
    (W_0, W_1), (b_0, b_1) = weights, biases
    gradient_0, gradient_1 = np.empty_like(W_0), np.empty_like(W_1)
    rows = np.arange(batch_size)
    for order in orders:
        total = 0.0
        for start in range(0, len(x), batch_size):
            batch = order[start : start + batch_size]
            n = len(batch)
            inputs, labels, row = x[batch], y[batch], rows[:n]

            hidden = inputs @ W_0  # (n, hidden)
            hidden += b_0
            np.maximum(hidden, 0, out=hidden)
            delta = hidden @ W_1  # (n, classes)
            delta += b_1

            delta -= delta.max(axis=1, keepdims=True)
            np.exp(delta, out=delta)
            delta /= delta.sum(axis=1, keepdims=True)
            total -= np.log(delta[row, labels]).sum()
            delta[row, labels] -= 1
            delta *= rate / n

            delta_0 = delta @ W_1.T  # (n, hidden)
            delta_0 *= hidden > 0
            W_1 -= np.matmul(hidden.T, delta, out=gradient_1)
            b_1 -= delta.sum(axis=0)
            W_0 -= np.matmul(inputs.T, delta_0, out=gradient_0)
            b_0 -= delta_0.sum(axis=0)
    return total / len(x)


def two_hidden_layers(weights, biases, x, y, rate, batch_size, orders):
    """Train two relu layers and a softmax layer in place; the mean loss of the last epoch."""
    (W_0, W_1, W_2), (b_0, b_1, b_2) = weights, biases
    gradient_0, gradient_1, gradient_2 = (np.empty_like(W) for W in weights)
    rows = np.arange(batch_size)
    for order in orders:
        total = 0.0
        for start in range(0, len(x), batch_size):
            batch = order[start : start + batch_size]
            n = len(batch)
            inputs, labels, row = x[batch], y[batch], rows[:n]

            first = inputs @ W_0  # (n, first)
            first += b_0
            np.maximum(first, 0, out=first)
            second = first @ W_1  # (n, second)
            second += b_1
            np.maximum(second, 0, out=second)
            delta = second @ W_2  # (n, classes)
            delta += b_2

            delta -= delta.max(axis=1, keepdims=True)
            np.exp(delta, out=delta)
            delta /= delta.sum(axis=1, keepdims=True)
            total -= np.log(delta[row, labels]).sum()
            delta[row, labels] -= 1
            delta *= rate / n

            delta_1 = delta @ W_2.T  # (n, second)
            delta_1 *= second > 0
            delta_0 = delta_1 @ W_1.T  # (n, first)
            delta_0 *= first > 0
            W_2 -= np.matmul(second.T, delta, out=gradient_2)
            b_2 -= delta.sum(axis=0)
            W_1 -= np.matmul(first.T, delta_1, out=gradient_1)
            b_1 -= delta_1.sum(axis=0)
            W_0 -= np.matmul(inputs.T, delta_0, out=gradient_0)
            b_0 -= delta_0.sum(axis=0)
    return total / len(x)
