"""The limit: training written out for one network, by hand, in numpy and nothing else.

Sums over a batch are products with ones, and the labels are laid out as rows once: the ways that
turned out the fastest. Nothing is checked, and no line is shared between layers.
"""

import numpy as np


def one_hidden_layer(weights, biases, x, y, rate, batch_size, orders):
    """Train a relu layer and a softmax layer in place; the mean loss of the last epoch."""
    (W_0, W_1), (b_0, b_1) = weights, biases
    gradient_0, gradient_1 = np.empty_like(W_0), np.empty_like(W_1)
    ones, y = np.ones(batch_size, x.dtype), np.eye(W_1.shape[1], dtype=x.dtype)[y]
    for order in orders:
        total = 0.0
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            n = len(rows)
            inputs, targets, one = x.take(rows, 0), y.take(rows, 0), ones[:n]

            hidden = np.dot(inputs, W_0)  # (n, hidden)
            hidden += b_0
            np.maximum(hidden, 0, out=hidden)
            z = np.dot(hidden, W_1)  # (n, classes)
            z += b_1

            z -= z.max(axis=1, keepdims=True)
            delta = np.exp(z)
            sums = delta.sum(axis=1, keepdims=True)
            total += np.log(sums).sum() - np.vdot(z, targets)
            delta /= sums
            delta -= targets
            delta *= rate / n

            delta_0 = np.dot(delta, W_1.T)  # (n, hidden)
            delta_0 *= hidden > 0
            W_1 -= np.dot(hidden.T, delta, out=gradient_1)
            b_1 -= np.dot(one, delta)
            W_0 -= np.dot(inputs.T, delta_0, out=gradient_0)
            b_0 -= np.dot(one, delta_0)
    return total / len(x)


def two_hidden_layers(weights, biases, x, y, rate, batch_size, orders):
    """Train two relu layers and a softmax layer in place; the mean loss of the last epoch."""
    (W_0, W_1, W_2), (b_0, b_1, b_2) = weights, biases
    gradient_0, gradient_1, gradient_2 = (np.empty_like(W) for W in weights)
    ones, y = np.ones(batch_size, x.dtype), np.eye(W_2.shape[1], dtype=x.dtype)[y]
    for order in orders:
        total = 0.0
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            n = len(rows)
            inputs, targets, one = x.take(rows, 0), y.take(rows, 0), ones[:n]

            first = np.dot(inputs, W_0)  # (n, first)
            first += b_0
            np.maximum(first, 0, out=first)
            second = np.dot(first, W_1)  # (n, second)
            second += b_1
            np.maximum(second, 0, out=second)
            z = np.dot(second, W_2)  # (n, classes)
            z += b_2

            z -= z.max(axis=1, keepdims=True)
            delta = np.exp(z)
            sums = delta.sum(axis=1, keepdims=True)
            total += np.log(sums).sum() - np.vdot(z, targets)
            delta /= sums
            delta -= targets
            delta *= rate / n

            delta_1 = np.dot(delta, W_2.T)  # (n, second)
            delta_1 *= second > 0
            delta_0 = np.dot(delta_1, W_1.T)  # (n, first)
            delta_0 *= first > 0
            W_2 -= np.dot(second.T, delta, out=gradient_2)
            b_2 -= np.dot(one, delta)
            W_1 -= np.dot(first.T, delta_1, out=gradient_1)
            b_1 -= np.dot(one, delta_1)
            W_0 -= np.dot(inputs.T, delta_0, out=gradient_0)
            b_0 -= np.dot(one, delta_0)
    return total / len(x)
