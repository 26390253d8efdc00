"""The layer of framing: choices of words in an article's own voice. Scores nobody."""

from dragoman.annotate.framing.layer import add_framing

__all__ = ["add_framing"]
