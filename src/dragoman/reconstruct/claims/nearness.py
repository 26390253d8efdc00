"""How near the tellings of one story are in meaning, and how much nearer than is usual there.

The tellings of an article stand together. Knows nothing of what is told; what is usual is reckoned in `model.usual`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.gists import nearnesses
from dragoman.model.usual import AT_ONCE, MOST, nearer_than_usual
from dragoman.reconstruct.claims.tellings import Telling

SEVERAL = 5  # times that number, up to which the nearest are looked for


def how_near(tellings: Sequence[Telling], pairs: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Of each pair, by its places: how much nearer the two are than is usual, and all that stands around them."""
    import numpy as np

    if not pairs:
        return []
    articles = [telling.article for telling in tellings]
    nearer = nearer_than_usual(np.array([telling.gist for telling in tellings]), articles, pairs)
    around = nearer_than_usual(np.array([telling.around for telling in tellings]), articles, pairs)
    return list(zip(nearer, around, strict=True))


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
