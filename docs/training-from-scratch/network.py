from itertools import pairwise

import numpy as np


def draw(sizes, rng):
    """Weights sized for tanh, and biases of 0."""
    weights, biases = [], []
    for n_in, n_out in pairwise(sizes):  # (2, 16), (16, 16), ...
        bound = np.sqrt(6 / (n_in + n_out))
        weights.append(rng.uniform(-bound, bound, (n_in, n_out)))
        biases.append(np.zeros(n_out))
    return weights, biases


def forward(x, weights, biases):
    """What each layer says, from the input to the last sums."""
    a = [x]  # of each layer, (batch, n)
    for layer in range(len(weights) - 1):
        a.append(np.tanh(a[-1] @ weights[layer] + biases[layer]))
    return a, a[-1] @ weights[-1] + biases[-1]


def surprise(z, y):
    """Mean surprise, and its slope: answer minus truth."""
    z = z - z.max(axis=1, keepdims=True)  # lest exp overflow
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    delta = np.exp(log_p)  # (batch, classes)
    delta[rows, y] -= 1  # 1 off at the right class
    return -log_p[rows, y].mean(), delta / len(y)


def backward(delta, a, weights):
    """The slope of the loss in each weight and bias."""
    d_weights, d_biases = [], []
    for layer in reversed(range(len(weights))):
        d_weights.insert(0, a[layer].T @ delta)
        d_biases.insert(0, delta.sum(axis=0))
        if layer > 0:  # through tanh, whose slope is 1 - tanh(z)²
            delta = (delta @ weights[layer].T) * (1 - a[layer] ** 2)
    return d_weights, d_biases


def train(weights, biases, x, y, rate, epochs, batch, rng):
    """Plain gradient descent, in place; the loss of each epoch."""
    order, losses = np.arange(len(x)), []
    for _ in range(epochs):
        rng.shuffle(order)
        total = 0
        for first in range(0, len(x), batch):
            rows = order[first : first + batch]
            a, z = forward(x[rows], weights, biases)
            loss, delta = surprise(z, y[rows])
            d_weights, d_biases = backward(delta, a, weights)
            for layer in range(len(weights)):
                weights[layer] -= rate * d_weights[layer]
                biases[layer] -= rate * d_biases[layer]
            total += loss * len(rows)
        losses.append(float(total / len(x)))
    return losses
