"""The reader: a small network that reads a text for all layers at once.

`read(text)` gives the layers as plain arrays over the words: what the network says (`scored`, the slow half) and what
that comes to (`layers_of`). `attributions(text, layers)` tells who is said to have said what. The network lies in
`weights`, with its card; how it was trained is told in the project's `training` folder. Nothing here knows of
articles, entities across texts, or the rest of the house.
"""

from dragoman.annotate.reader.decode import Attribution, attributions
from dragoman.annotate.reader.layers import CueLinks, Layers, Scored, layers_of, read, scored
from dragoman.annotate.reader.network import Floats
from dragoman.annotate.reader.runs import Run

VERSION = "1.4"

__all__ = [
    "VERSION",
    "Attribution",
    "CueLinks",
    "Floats",
    "Layers",
    "Run",
    "Scored",
    "attributions",
    "layers_of",
    "read",
    "scored",
]
