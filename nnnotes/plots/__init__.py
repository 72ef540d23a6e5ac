"""What networks compute and learn, as matplotlib plots; matplotlib is imported when one is drawn.

Each function draws on the ``axes`` it is given, or on new ones, and returns them. On a figure with
a dark ground the colours are the palette's dark ones.
"""

from nnnotes.plots.fields import regions, surface
from nnnotes.plots.functions import activation, curve
from nnnotes.plots.learning import history, loss_surface
from nnnotes.plots.maps import diverging, sequential
from nnnotes.plots.tables import confusion, weights

__all__ = [
    "activation",
    "confusion",
    "curve",
    "diverging",
    "history",
    "loss_surface",
    "regions",
    "sequential",
    "surface",
    "weights",
]
