"""One network, seen as a picture, as algebra and as a graph."""

from nnnotes.views.drawing import picture
from nnnotes.views.equations import algebra
from nnnotes.views.graphs import graph

__all__ = ["algebra", "graph", "picture"]
