"""How much nearer in meaning two stretches of a story's articles are than is usual there.

In a story all speak of the same things, and some sentences are near to everything that is told. So what counts is how
much nearer two are than either is, on the whole, to what is nearest to it in other articles. Where a story has very
many stretches each is held against some of them, evenly taken, so that the cost grows with the story. All is reckoned
in whole numbers, the same on every machine. Knows nothing of what is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.model.gists import THOUSAND, lengths, nearnesses

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gists = NDArray[np.float64]
    Thousandths = NDArray[np.int64]

EACH = 2  # stretches of each other article that are counted among the nearest
MOST, AT_ONCE = 600, 512  # stretches that each is held against; stretches, and pairs, that are looked at together
FEWEST, OFTEN = 4, 620  # stretches that are counted at least; how near those are taken to be that a story lacks
NEVER = -2 * THOUSAND  # less near than anything is


def nearer_than_usual(gists: Gists, articles: Sequence[str], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """How much nearer the two of each pair are than the nearest of either are, on the mean."""
    import numpy as np

    long, usual = lengths(gists), usually(gists, articles)
    found: list[float] = []
    for first in range(0, len(pairs), AT_ONCE):
        left, right = np.array(pairs[first : first + AT_ONCE]).T
        near = np.rint((gists[left] * gists[right]).sum(axis=1) / long[left] / long[right] * THOUSAND)
        found += ((near - (usual[left] + usual[right]) / 2) / THOUSAND).tolist()
    return found


def all_nearer_than_usual(gists: Gists, articles: Sequence[str]) -> Iterator[NDArray[np.float64]]:
    """Of each stretch in turn, how much nearer to each of all it is than the nearest of either are."""
    usual = usually(gists, articles)
    for first in range(0, len(gists), AT_ONCE):
        near = nearnesses(gists[first : first + AT_ONCE], gists)
        yield from (near - (usual[first : first + AT_ONCE, None] + usual) / 2) / THOUSAND


def usually(gists: Gists, articles: Sequence[str]) -> Thousandths:
    """How near the nearest of other articles are to each stretch, on the mean; of few, as it is in most stories."""
    import numpy as np

    places = {article: place for place, article in enumerate(sorted(set(articles)))}
    of = np.array([places[article] for article in articles])
    step = max(1.0, len(gists) / MOST)
    others = np.unique((np.arange(0, len(gists), step)).astype(np.int64))
    most = max(1, round(EACH * (len(places) - 1) * len(others) / len(gists)))
    found = np.zeros(len(gists), np.int64)
    for first in range(0, len(gists), AT_ONCE):
        near = nearnesses(gists[first : first + AT_ONCE], gists[others])
        near[of[first : first + AT_ONCE, None] == of[others]] = NEVER
        nearest = np.sort(near, axis=1)[:, -most:]
        counted = nearest > NEVER
        lacking = np.maximum(FEWEST - counted.sum(axis=1), 0)
        summed = np.where(counted, nearest, 0).sum(axis=1) + lacking * OFTEN
        found[first : first + AT_ONCE] = summed // (counted.sum(axis=1) + lacking)
    return found
