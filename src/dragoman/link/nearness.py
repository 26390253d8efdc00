"""How near two articles of a pile stand, by the rare words that they share: 1 for those nearest to each other.

Speaks of articles only; whether two tell one happening is weighed elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

from dragoman.link.products import Products, Vector
from dragoman.model.flow import Annotated

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM"})


class Nearness:
    """Answers for pairs of articles that were named beforehand; an article is wholly near to itself."""

    def __init__(self, articles: Iterable[Annotated], pairs: Iterable[tuple[str, str]]) -> None:
        found = vectors(articles)
        ids = sorted(found)
        places = {article: place for place, article in enumerate(ids)}
        named = (sorted((places[left], places[right])) for left, right in pairs)
        products = Products([found[article] for article in ids]).of_pairs((one, other) for one, other in named)
        self._alike = {(ids[left], ids[right]): value for (left, right), value in products}
        self._best: dict[str, float] = {}
        for pair, value in self._alike.items():
            for article in pair:
                self._best[article] = max(value, self._best.get(article, 0.0))

    def of(self, left: str, right: str) -> float:
        """How near two articles are, as a share of how near each has another."""
        if left == right:
            return 1.0
        pair = (left, right) if left < right else (right, left)
        best = (self._best.get(left, 0.0) + self._best.get(right, 0.0)) / 2
        return min(1.0, self._alike.get(pair, 0.0) / best) if best else 0.0


def vectors(articles: Iterable[Annotated]) -> dict[str, Vector]:
    """The words of each article, rare ones weighing more, to the length of one."""
    counts = {a.article.id: Counter(t.lemma.lower() for t in a.reading.tokens if t.tag in CONTENT) for a in articles}
    shared = Counter(word for words in counts.values() for word in words)
    found: dict[str, Vector] = {}
    for article, words in counts.items():
        raw = {w: (1 + log(n)) * log(1 + len(counts) / shared[w]) for w, n in sorted(words.items())}
        length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        found[article] = {word: weight / length for word, weight in raw.items()}
    return found
