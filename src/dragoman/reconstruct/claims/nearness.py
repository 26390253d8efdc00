"""How near the tellings of one story are in meaning, and how much nearer than is usual there.

In a story all speak of the same things, and some sentences are near to everything that is told. So what counts is also
how much nearer two are than either is, on the whole, to what is nearest to it in other articles. Where a story has very
many tellings each is held against some of them, evenly taken, so that the cost grows with the story. The tellings of an
article stand together. All is reckoned in whole numbers, the same on every machine. Knows nothing of what is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.model.gists import THOUSAND, lengths, nearnesses
from dragoman.reconstruct.claims.tellings import Telling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gists = NDArray[np.float64]
    Thousandths = NDArray[np.int64]

EACH = 2  # tellings of each other article that are counted among the nearest
MOST, AT_ONCE = 600, 512  # tellings that each is held against; tellings, and pairs, that are looked at together
SEVERAL = 5  # times that number, up to which the nearest are looked for
FEWEST, OFTEN = 4, 620  # tellings that are counted at least; how near those are taken to be that a story lacks
NEVER = -2 * THOUSAND  # less near than anything is


def how_near(tellings: Sequence[Telling], pairs: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Of each pair, by its places: how much nearer the two are than is usual, and all that stands around them."""
    import numpy as np

    if not pairs:
        return []
    articles = [telling.article for telling in tellings]
    nearer = nearer_than_usual(np.array([telling.gist for telling in tellings]), articles, pairs)
    around = nearer_than_usual(np.array([telling.around for telling in tellings]), articles, pairs)
    return list(zip(nearer, around, strict=True))


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


def nearest(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Those of different articles that are each the nearest in the other's article, by their places, in order.

    Where a story has very many tellings, none: these would have to be held against one another.
    """
    import numpy as np

    if not 1 < len(tellings) <= SEVERAL * MOST:
        return []
    gists = np.array([telling.gist for telling in tellings])
    articles = [telling.article for telling in tellings]
    first = {article: articles.index(article) for article in dict.fromkeys(articles)}
    best: dict[tuple[int, str], int] = {}
    for article, begin in first.items():
        end = begin + articles.count(article)
        for at in range(0, len(gists), AT_ONCE):
            near = nearnesses(gists[at : at + AT_ONCE], gists[begin:end]).argmax(axis=1)
            best |= {(at + place, article): begin + found for place, found in enumerate(near.tolist())}
    found = {(i, j) for (i, _), j in best.items() if articles[i] != articles[j] and best[j, articles[i]] == i}
    return sorted((i, j) for i, j in found if i < j)


def usually(gists: Gists, articles: Sequence[str]) -> Thousandths:
    """How near the nearest of other articles are to each telling, on the mean; of few, as it is in most stories."""
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
