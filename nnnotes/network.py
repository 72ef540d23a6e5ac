"""A feed-forward network: layers of weighted sums, each followed by an activation."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnnotes.activations import ACTIVATIONS
from nnnotes.backprop import Backprop, Gradients
from nnnotes.layers import Layers, Trace
from nnnotes.losses import Loss, checked_loss
from nnnotes.targets import check_pairs
from nnnotes.validation import checked_input

Floats = NDArray[np.floating[Any]]


class Network(Layers):
    """Layers that compute ``a = f(x @ W + b)``, one after the other.

    Args:
        sizes: nodes in each layer, the input first, such as ``[2, 3, 1]``; each at least 1.
        activations: one name for all layers after the input, or a list with one each:
            identity, step, sigmoid, tanh, relu, leaky_relu, gelu, softmax.
        bias: whether layers have biases; without them, ``biases`` is an empty list.
        init: how the numbers are drawn. ``"uniform"`` (-1 to 1) and ``"normal"`` (standard
            deviation 1) draw weights and biases alike; ``"xavier"`` and ``"he"`` draw the weights
            and leave the biases 0; with ``"zeros"`` everything is 0.
        rng: a numpy Generator, or a whole-number seed; None draws a different network each time.
        dtype: floating-point type of weights, biases and outputs.

    Attributes:
        sizes: nodes in each layer, as a tuple.
        activations: names, one for each layer after the input, as a tuple.
        weights: one array for each layer after the input, (n_in, n_out).
        biases: one array for each layer after the input, (n_out,); empty without biases.

    The arrays are the network's own: ``net.weights[0][:] = 2`` sets them.

    Raises:
        ValueError: a size below 1, fewer than two sizes, a name that is not known, or activations
            that are too few or too many.
        TypeError: sizes, rng or dtype of another kind.

    Examples:
        >>> net = Network([2, 3, 1], ["tanh", "identity"], rng=0)
        >>> net
        Network(2 → 3 tanh → 1 identity, 13 parameters)
        >>> [W.shape for W in net.weights]
        [(2, 3), (3, 1)]
        >>> net.forward([[0.5, -1.0], [0.0, 2.0]]).shape
        (2, 1)

    Source: Goodfellow, Bengio and Courville (2016), Deep Learning, chapter 6.
    """

    def forward(self, x: ArrayLike) -> Floats:
        """What the network answers.

        Args:
            x: examples as rows, (batch, n_in), or a single one, (n_in,); finite numbers.

        Returns:
            The last layer's activations, (batch, n_out), or (n_out,) for a single example.

        Raises:
            ValueError: x of another width, without rows, or holding NaN or infinity.
            TypeError: x that does not hold real numbers.

        Examples:
            >>> Network.of([[[2.0], [-1.0]]], [[0.5]], "relu").forward([3.0, 1.0]).tolist()
            [5.5]

        Source: Goodfellow, Bengio and Courville (2016), Deep Learning, algorithm 6.3.
        """
        dtype = self.weights[0].dtype
        a = checked_input(x, self.sizes[0], dtype)  # (batch, n_in)
        for layer, W in enumerate(self.weights):
            z = a @ W  # (batch, n_out)
            if self.biases:
                z = z + self.biases[layer]
            a = ACTIVATIONS[self.activations[layer]].function(z)
        return a

    def trace(self, x: ArrayLike) -> Trace:
        """Everything on the way from x to the answer.

        Args:
            x: as for ``forward``.

        Returns:
            An object with ``.z``, the weighted sums, one array for each layer after the input, and
            ``.a``, the activations of every layer, of which the first is x and the last what
            ``forward`` gives: z[i] = a[i] @ weights[i] + biases[i], and a[i + 1] = f(z[i]). Each is
            (batch, n), or (n,) for a single example.

        Raises:
            ValueError, TypeError: as ``forward``.

        Examples:
            >>> trace = Network.of([[[2.0], [-1.0]]], [[0.5]], "tanh").trace([3.0, 5.5])
            >>> [a.tolist() for a in trace.a], [z.tolist() for z in trace.z]
            ([[3.0, 5.5], [0.7615941559557649]], [[1.0]])

        Source: Nielsen (2015), Neural Networks and Deep Learning, chapter 2.
        """
        a: list[Floats] = [checked_input(x, self.sizes[0], self.weights[0].dtype).copy()]
        z: list[Floats] = []
        for layer, W in enumerate(self.weights):
            z.append(a[-1] @ W + self.biases[layer] if self.biases else a[-1] @ W)
            a.append(ACTIVATIONS[self.activations[layer]].function(z[-1]))
        return Trace(z, a)

    def predict(self, x: ArrayLike) -> NDArray[np.intp]:
        """The class the network chooses for each example.

        With several outputs it is the number of the largest one (the first of equal ones). With a
        single output it is 1 where that is above 0.5, or for tanh, whose middle it is, above 0.

        Args:
            x: as for ``forward``.

        Returns:
            Labels from 0, (batch,), or a single one, ().

        Raises:
            ValueError, TypeError: as ``forward``.

        Examples:
            >>> Network.of([[[1.0, -1.0]]], None, "softmax").predict([[2.0], [-2.0]]).tolist()
            [0, 1]
            >>> Network.of([[[1.0]]], None, "sigmoid").predict([[2.0], [-2.0]]).tolist()
            [1, 0]

        Source: Bishop (2006), Pattern Recognition and Machine Learning, section 1.5.1.
        """
        a = self.forward(x)
        if self.sizes[-1] > 1:
            return np.asarray(a.argmax(axis=-1))
        threshold = 0.0 if self.activations[-1] == "tanh" else 0.5
        return np.asarray(a[..., 0] > threshold).astype(np.intp)

    def gradients(self, x: ArrayLike, y: ArrayLike, loss: str | Loss) -> Gradients:
        """How the loss changes with each weight and bias, by backpropagation.

        Args:
            x: examples as rows, (batch, n_in), or a single one, (n_in,).
            y: what they should give: (batch, n_out) numbers, labels (batch,), ...; see each loss.
                For a single example, its target: (n_out,), or one number.
            loss: "mse", "binary_cross_entropy", "cross_entropy", or an object of those classes.

        Returns:
            An object with ``.weights`` and ``.biases``, lists of arrays shaped as the network's,
            and ``.loss``.

        Raises:
            ValueError: x or y of wrong shape, empty, not finite or out of range, not as many of
                the one as of the other; an unknown loss, or one that does not fit the last
                activation; step among the activations.
            TypeError: x or y that does not hold real numbers, or a loss of another kind.

        Examples:
            >>> net = Network.of([[[2.0]]], [[0.0]], "identity")
            >>> net.gradients([[1.0], [2.0]], [[1.0], [4.0]], "mse")
            Gradients(weights=[array([[1.]])], biases=[array([1.])], loss=0.5)

        Source: Rumelhart, Hinton and Williams (1986), Learning representations by
        back-propagating errors.
        """
        loss = checked_loss(loss)
        rows = checked_input(x, self.sizes[0], self.weights[0].dtype)
        if rows.ndim == 1:
            rows, y = rows[None], np.asarray(y)[None]
        answers = loss.prepare(y, self)
        check_pairs(rows, answers)
        engine = Backprop(self.weights, self.biases, self.activations, loss, batch_size=len(rows))
        value = engine.loss_and_gradients(rows, answers)
        return Gradients(engine.weight_gradients, engine.bias_gradients, value)
