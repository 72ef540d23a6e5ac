# ---
# jupyter:
#   description: >-
#     A notebook to play with. Train networks of your own design on handwritten digits,
#     compare them fairly, look at their weights, and have them read what you draw.
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Train on digits
#
# - **You will** design networks, train each in a blink, and compare them without fooling yourself.
# - **You need** [Handwritten digits](../handwritten-digits/index.md), and a little Python.
# - **It takes** twenty minutes, or an evening if you get carried away.
#
# [Download this notebook (.ipynb)](train-on-digits.ipynb) and open it in Jupyter. In a copy of the
# project, `pip install ".[plots]" jupyterlab` installs what it needs.
#
# First the digits, in the same three piles as in the article. This is a place for choosing, and
# choosing is what validation is for.

# %%
# %matplotlib inline
# %config InlineBackend.figure_formats = ["svg"]
from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np

from nnnotes import Network, accuracy, plots, train
from nnnotes.datasets import digits, split
from nnnotes.optimizers import Adam
from nnnotes.palette import LIGHT

plt.rcParams["font.size"] = 13
STYLES = [("ink", ":"), ("muted", "--"), ("muted", "-"), ("ink", "-"), ("accent", "-")]
parts = split(*digits(), (0.6, 0.2, 0.2), rng=12)
(x_train, y_train), (x_val, y_val), (x_test, y_test) = parts

# %% [markdown]
# ## Which shape reads best?
#
# `attempt` builds a network with any hidden layers, and trains it; `score` says how well it
# reads. Everything that you may want to change is an argument. For each shape the cell prints
# how many weights and biases it has, and how many validation digits it reads.


# %%
def attempt(hidden, activation="relu", lr=0.01, epochs=30, batch_size=32, seed=0, **more):
    """Train a network with these hidden layers; give it back with its history."""
    layers = [activation] * len(hidden) + ["softmax"]
    init = "he" if activation == "relu" else "xavier"
    net = Network([64, *hidden, 10], layers, init=init, rng=seed)
    history = train(
        net,
        x_train,
        y_train,
        loss="cross_entropy",
        optimizer=Adam(lr=lr),
        epochs=epochs,
        batch_size=batch_size,
        validation=(x_val, y_val),
        rng=seed,
        **more,
    )
    return net, history


def score(net):
    """The share of the validation digits that it reads correctly."""
    return accuracy(y_val, net.forward(x_val).argmax(axis=1))


shapes = {"none": [], "4": [4], "32": [32], "32, 32": [32, 32], "128": [128]}
histories = {}
for name, hidden in shapes.items():
    net, histories[name] = attempt(hidden)
    n = sum(W.size + b.size for W, b in zip(net.weights, net.biases, strict=True))
    print(f"hidden {name:6}  {n:5,}  {score(net):.1%}")

# %% [markdown]
# With this seed, two layers of 32 make fewer mistakes than 128 nodes, but surer ones, so their loss
# is higher. Another seed may turn that round. And with none, 30 epochs are not enough: the article
# gave it 100.
#
# The same as curves: how large the validation loss is after each epoch, for each shape.

# %% alt="Five falling curves. The one for four hidden nodes stays far above the others."
figure, axes = plt.subplots(figsize=(5.5, 3.4))
for (name, history), (color, dashes) in zip(histories.items(), cycle(STYLES), strict=False):
    epochs = range(1, len(history.validation) + 1)
    axes.plot(epochs, history.validation, dashes, color=LIGHT[color], label=name)
axes.set(xlabel="epoch", ylabel="validation loss", yscale="log")
axes.set_yticks([0.1, 0.3, 1], ["0.1", "0.3", "1"])
axes.minorticks_off()
axes.legend(frameon=False, ncols=3, title="hidden layers")
axes.set_ylim(0.06, 20)
axes.spines[["top", "right"]].set_visible(False)

# %% [markdown]
# **Try this**
#
# - Give each shape three seeds. Which differences survive, and which were luck?
# - Is `[32, 32]` better than one layer with as many parameters?
# - Say `lr=0.001`, then `lr=0.1`. What does each curve look like, and why?
# - Say `activation="tanh"`, or `"sigmoid"`. Who needs more epochs?
# - Say `epochs=200` for the largest, and watch its validation loss. Then add `dropout=0.2`.
# - Train on `x_train[:100]`. Does the best shape stay the best?
#
# ## What do the hidden nodes look at?
#
# Each hidden node has a weight for each pixel, so its weights are a picture. Blue is where ink
# speaks for it, orange is where ink speaks against it. With eight nodes of tanh there is room
# for all:

# %% alt="Eight pictures of eight by eight blue and orange squares, in blots and strokes."
net, _ = attempt([8], activation="tanh")
figure, axes = plt.subplots(figsize=(5.5, 3.2))
axes.set_title(f"reads {score(net):.1%} of the validation digits", color=LIGHT["accent"])
axes = plots.weights(net, (8, 8), axes=axes)

# %% [markdown]
# Hardly one shows anything that has a name: eight nodes have to tell ten digits apart, so each
# works for several of them.
#
# **Try this**
#
# - Take `"relu"` instead of `"tanh"`. Some pictures stay speckled, as they were drawn at
#   random. What has happened to these nodes?
# - Train again with `l2=0.01`. Weights that do not earn their keep go to zero. Which are they?
# - Look at a network without hidden layers, `attempt([])`. Can you see the ten digits?
#
# ## Can it read yours?
#
# A `#` is ink, a `+` is half ink. Real digits fill their square from top to bottom, and their
# edges are grey.

# %%
mine = [
    "  +##+  ",
    " +#++#+ ",
    "     #+ ",
    "   +##  ",
    "   ++#+ ",
    "     ## ",
    " ++ +#+ ",
    " +###+  ",
]

net, _ = attempt([128])
x = np.array([[" +#".index(dot) / 2 for dot in row] for row in mine]).reshape(64)
outputs = net.forward(x)
for digit in np.argsort(-outputs)[:3]:
    print(f"{digit}: {outputs[digit]:6.1%}")

# %% [markdown]
# **Try this**
#
# - Draw the digit that the network finds hardest. Then draw it so that it is read.
# - Move your digit one column aside. How sure is the network now?
# - What is the smallest change that turns your 3 into something else?
#
# ## When you have chosen
#
# Give the network that you trust most a name, and only then write this, once:
#
# ```
# chosen, _ = attempt([32, 32])  # or whatever you chose
# accuracy(y_test, chosen.forward(x_test).argmax(axis=1))
# ```
#
# If you do not like the answer, you may improve the network. But the test is used up. In truth it
# was before you came: the article has opened this test pile, so its number here is a repetition,
# not a verdict.
