"""One network, seen as a picture, as bricks, as numbers, as algebra, as Python and as a graph."""

from nnnotes.views.blocks import bricks
from nnnotes.views.drawing import picture
from nnnotes.views.equations import algebra
from nnnotes.views.fitting import product
from nnnotes.views.flowing import numbers
from nnnotes.views.graphs import graph
from nnnotes.views.source import python

__all__ = ["algebra", "bricks", "graph", "numbers", "picture", "product", "python"]
