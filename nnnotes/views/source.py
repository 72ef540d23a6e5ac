"""The network as Python source that runs without nnnotes."""

from collections.abc import Iterator

import numpy as np

from nnnotes.network import Floats, Network
from nnnotes.views.names import check_network

FUNCTIONS = {  # as in nnnotes.activations, operation by operation, so that every bit is the same
    "step": "    return np.heaviside(z, 0)",
    "sigmoid": """\
    with np.errstate(over="ignore"):  # where exp(-z) is infinite, the sigmoid is 0
        return 1 / (1 + np.exp(-z))""",
    "tanh": "    return np.tanh(z)",
    "relu": "    return np.maximum(z, 0)",
    "leaky_relu": "    return np.maximum(z, 0.01 * z)",
    "gelu": """\
    with np.errstate(over="ignore"):  # where z² is infinite, so may u be
        u = math.sqrt(2 / math.pi) * z * (1 + 0.044715 * z * z)
        return z * (1 / (1 + np.exp(-2 * u)))""",
    "softmax": """\
    e = np.exp(z - z.max(axis=-1, keepdims=True))  # of at most 0: no overflow
    return e / e.sum(axis=-1, keepdims=True)""",
}


def python(net: Network) -> str:
    """Write a network as Python source: its arrays, and ``forward(x)``, with numpy alone.

    Executed, its ``forward`` gives the very numbers of ``net.forward``, to the last bit: floats are
    written with as many digits as they need. A large network makes a long text, about 20 letters
    for each parameter; ``net.save(path)`` is for those.

    Args:
        net: any network of float16, float32 or float64.

    Returns:
        The source, ending in a line break.

    Raises:
        ValueError: a network of longer floats, which Python cannot write as literals.
        TypeError: something else than a network.

    Examples:
        >>> line = Network.of([[[0.8]]], [[0.3]], "identity")
        >>> print(python(line))
        import numpy as np
        <BLANKLINE>
        weights_0_1 = np.array([
            [0.8],
        ])
        biases_1 = np.array([0.3])
        <BLANKLINE>
        <BLANKLINE>
        def forward(x):
            layer_0 = np.asarray(x, dtype="float64")
            layer_1 = layer_0 @ weights_0_1 + biases_1
            return layer_1
        <BLANKLINE>
    """
    check_network(net)
    dtype = net.weights[0].dtype
    if dtype.itemsize > 8:
        raise ValueError(f"Python writes floats of 64 bits, but this network holds {dtype}")
    imports = "import math\n\n" if "gelu" in net.activations else ""
    top = f"{imports}import numpy as np\n\n{''.join(_arrays(net))}"
    return "\n\n".join([top, *_functions(net), _forward(net)])


def _arrays(net: Network) -> Iterator[str]:
    dtype = net.weights[0].dtype
    kind = "" if dtype == np.float64 else f', dtype="{dtype}"'
    for layer, W in enumerate(net.weights):
        rows = "".join(f"    {_listed(row)},\n" for row in W)
        yield f"weights_{layer}_{layer + 1} = np.array([\n{rows}]{kind})\n"
        if net.biases:
            yield f"biases_{layer + 1} = np.array({_listed(net.biases[layer])}{kind})\n"


def _listed(row: Floats) -> str:
    return f"[{', '.join(repr(float(value)) for value in row)}]"


def _functions(net: Network) -> Iterator[str]:
    for name in dict.fromkeys(net.activations):
        if name != "identity":
            yield f"def {name}(z):\n{FUNCTIONS[name]}\n"


def _forward(net: Network) -> str:
    lines = [f'    layer_0 = np.asarray(x, dtype="{net.weights[0].dtype}")']
    for layer, activation in enumerate(net.activations):
        z = f"layer_{layer} @ weights_{layer}_{layer + 1}"
        z += f" + biases_{layer + 1}" if net.biases else ""
        a = z if activation == "identity" else f"{activation}({z})"
        lines.append(f"    layer_{layer + 1} = {a}")
    lines.append(f"    return layer_{len(net.weights)}")
    return "def forward(x):\n" + "\n".join(lines) + "\n"
