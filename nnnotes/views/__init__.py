"""One network, seen as a picture, as algebra and as a graph."""

from nnnotes.views.drawing import picture

__all__ = ["picture"]
