# ---
# jupyter:
#   description: >-
#     A notebook to play with. Draw random lines and random curves from small networks,
#     look, change something, and look again.
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Random networks
#
# - **You will** draw networks at random, look at what they answer, change one thing, look again.
# - **You need** [A line as a network](../line-as-a-network/index.md), and a little Python.
# - **It takes** ten minutes, or an evening if you get carried away.
#
# Reading is good, fiddling is better.
# [Download this notebook (.ipynb)](random-networks.ipynb) and open it in Jupyter. In a copy of the
# project, `pip install ".[plots]" jupyterlab` installs what it needs.
#
# First, two tools. `x` holds the points we ask every network about, one to a row. `look` draws
# what the networks answer there: all of them faint, the last one picked out, so that your eye
# has something to follow.

# %%
# %matplotlib inline
# %config InlineBackend.figure_formats = ["svg"]
import matplotlib.pyplot as plt
import numpy as np

from nnnotes import Network
from nnnotes.palette import LIGHT

np.set_printoptions(precision=2)
plt.rcParams["font.size"] = 13
FAINT = {"color": LIGHT["muted"], "alpha": 0.4, "linewidth": 1}
PICKED = {"color": LIGHT["accent"], "linewidth": 2.5}

x = np.linspace(-3, 3, 301).reshape(-1, 1)  # (301, 1)


def look(networks, axes):
    """Draw what each network answers over x."""
    for net in networks:
        axes.plot(x, net.forward(x), **FAINT)
    axes.plot(x, networks[-1].forward(x), **PICKED)
    axes.set(xlabel="x", ylabel="answer", xlim=(-3, 3))
    axes.spines[["top", "right"]].set_visible(False)


# %% [markdown]
# ## What does a network know before it learns?
#
# Take the smallest network there is: one number in, one number out. It holds two numbers of its
# own, a weight and a bias. Nobody has told it anything yet, so both are drawn at random. Do that
# forty times:

# %% alt="Forty faint straight lines, rising and falling, at many heights; one is picked out."
rng = np.random.default_rng(4)


def random_line():
    return Network([1, 1], "identity", init="normal", rng=rng)


lines = [random_line() for _ in range(40)]

figure, axes = plt.subplots(figsize=(5.5, 3.4))
look(lines, axes)

# %% [markdown]
# Every network is a line, and no line is better than another: there is no data here to be right
# about. These are the two numbers that make the one picked out:

# %%
picked = lines[-1]
print(picked)
print("weight:", *picked.weights)
print("bias:  ", *picked.biases)

# %% [markdown]
# Find both in the picture. The weight says how far the line climbs for each step to the right (it
# falls where the weight is negative). The bias is the line's height where `x` is zero.
#
# **Try this**
#
# - Run the drawing again with another seed in `default_rng`. Which things change, and which never
#   do?
# - Say `bias=False`. There is now one point that no line can avoid. Which one, and why?
# - Say `init="uniform"`. Do the steepest lines get steeper, or flatter?
# - Ask for `[1, 8, 1]`, still `"identity"`. There are eight nodes in the middle now. Does it help
#   any line to bend?

# %% [markdown]
# ## What if a layer in the middle can bend?
#
# The last question above has a short answer: no. Lines put through lines are lines.
# So let the eight nodes in the middle squash what they are given, with `tanh`, and look again.
# Then change one thing: take *the same* networks with the weights and biases of their
# first layer four times as large.


# %%
def draw(hidden, scale=1.0):
    """Thirty random networks with these hidden layers."""
    rng = np.random.default_rng(4)
    sizes = [1, *hidden, 1]
    activations = ["tanh"] * len(hidden) + ["identity"]
    networks = []
    for _ in range(30):
        net = Network(sizes, activations, init="normal", rng=rng)
        net.weights[0] *= scale
        net.biases[0] *= scale
        networks.append(net)
    return networks


# %% alt="Thirty faint curves, twice, one picked out: gentle as drawn, sharp turns when scaled."
figure, (above, below) = plt.subplots(2, figsize=(5.5, 5.6), sharey=True)
look(draw([8]), above)
look(draw([8], scale=4), below)
above.set(title="as drawn", xlabel="")
below.set(title="first layer × 4")
figure.tight_layout()

# %% [markdown]
# Still nothing has been learned, and yet you can already tell the two apart.
# With small numbers in front of it a `tanh` works near its middle, where it is almost a line.
# With large ones it is pushed to its flat ends, and goes from one to the other in a hurry: hence
# the sharp turns.
#
# How sharp are they? Measure the steepest place of each picture:

# %%
for scale in (1, 4):
    answers = [net.forward(x) for net in draw([8], scale)]
    rise = np.diff(np.hstack(answers), axis=0)  # (300, 30)
    steepest = np.abs(rise / np.diff(x, axis=0)).max()
    print(f"first layer × {scale}: steepest slope {steepest:.1f}")

# %% [markdown]
# **Try this**
#
# - *Width.* Draw `[2]`, then `[100]`. The answers of wide networks grow tall. What would you
#   divide by to keep them in the picture?
# - *Scale.* Go the other way, `scale=0.1`. What have your curves turned back into?
# - *Depth.* Draw `[8, 8, 8, 8]`. Are deep networks wilder than one wide layer with as many nodes?
# - *Another bend.* Put `"relu"`, `"sigmoid"` or `"step"` where `draw` says `"tanh"`. Could you
#   tell, from a picture alone, which one it was?
#
# ## What to take with you
#
# - Where a network starts is a matter of chance; the *kind* of answer it can give is not. That
#   was settled when you chose its layers and its bend.
# - Learning will arrive at a curve of this kind. It can never be one that no choice of the
#   numbers would draw.
# - The scale of the first random numbers matters before any learning has begun.
