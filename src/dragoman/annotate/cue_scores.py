"""From the reader's probabilities to the cue scores of a `Reading`, the unlikely left out.

Turns arrays into plain values and decides nothing: which words make a statement is for `attribution`.
"""

from __future__ import annotations

from dragoman.annotate.reader.layers import Layers
from dragoman.annotate.reader.network import Floats
from dragoman.model.reading import CueScores, Likely

LEAST = 0.1  # probability below which a word is left out


def cue_scores(layers: Layers, *, base: int = 0) -> tuple[CueScores, ...]:
    """What the reader makes of each word that may begin a cue; word i of the layers is token `base` + i."""
    return tuple(
        CueScores(
            first=base + int(links.first),
            score=float(layers.cue[links.first, 1]),
            cue=_likely(base + int(links.begin), links.cue),
            source=_likely(base + int(links.begin), links.source),
            content=_likely(base + int(links.begin), links.content),
        )
        for links in layers.links
    )


def _likely(first: int, probabilities: Floats) -> Likely:
    return tuple((first + at, float(p)) for at, p in enumerate(probabilities) if p >= LEAST)
