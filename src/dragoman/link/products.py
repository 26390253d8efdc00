"""How alike texts are by their weighed words: the products of each with all others, added up word by word.

What two texts have in common is never looked for pair by pair: each word of a text is added to all texts that hold it
at once. Sums are those of the words in order, so that they are the same in whatever order the texts come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Vector = Mapping[str, float]
Row = NDArray[np.float64]


class Products:
    """The vectors of some texts, ready to be multiplied; the words of each stand in order."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._vectors = vectors
        places: defaultdict[str, list[int]] = defaultdict(list)
        weights: defaultdict[str, list[float]] = defaultdict(list)
        for place, vector in enumerate(vectors):
            for word, weight in vector.items():
                places[word].append(place)
                weights[word].append(weight)
        self._held = {
            word: (np.array(own), np.array(weights[word])) for word, own in places.items() if len(own) > 1
        }  # fmt: skip

    def of(self, place: int) -> Row:
        """How alike the text at a place is to each; to itself only by the words that it shares with others."""
        row = np.zeros(len(self._vectors))
        for word, weight in self._vectors[place].items():
            if held := self._held.get(word):
                places, weights = held
                row[places] += weight * weights
        return row

    def of_pairs(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], float]]:
        """How alike the two of each pair are, pairs in order."""
        now, row = -1, np.zeros(0)
        for one, other in sorted(set(pairs)):
            if one != now:
                now, row = one, self.of(one)
            yield (one, other), float(row[other])
