"""How near words are in meaning, by short vectors distilled from a sentence encoder (training/meanings.py).

Opposites are near to one another in such vectors ("accept", "reject"): who asks must tell them apart. Words that the
table lacks are near to none but themselves. Does not know sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

CHUNK = 512  # words compared with all others, or texts added up, at once
TABLE = Path(__file__).parent / "meanings.npz"


@lru_cache(maxsize=200_000)
def nearness(one: str, other: str) -> float:
    """How near two words are, up to 1 for the same.

    >>> nearness("truce", "ceasefire") > 0.5 > nearness("truce", "harvest")
    True
    """
    if one == other:
        return 1.0
    left, right = vector(one), vector(other)
    return 0.0 if left is None or right is None else round(float(left @ right), 3)


def neighbours(words: Iterable[str], least: float) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each of some words those others of them that are at least so near, in order; one without any is left out."""
    import numpy as np

    places, vectors = _table()
    known = sorted({word for word in words if word in places})
    rows = vectors[[places[word] for word in known]]
    found: dict[str, list[tuple[str, float]]] = {}
    for first in range(0, len(known), CHUNK):
        scores = rows[first : first + CHUNK] @ rows.T
        scores[np.arange(len(scores)), np.arange(first, first + len(scores))] = -1  # no word is near to itself
        for at, i in np.argwhere(scores >= least).tolist():
            found.setdefault(known[first + at], []).append((known[i], round(float(scores[at, i]), 3)))
    return {word: tuple(near) for word, near in found.items()}


def meaning(words: Mapping[str, float]) -> Vectors:
    """The direction, of length one, in which some words point together, each with its weight; nought for unknown ones.

    >>> rows = [meaning({"truce": 1.0, "hold": 0.5}), meaning({"ceasefire": 1.0, "hold": 0.5}), meaning({"harvest": 1})]
    >>> bool(rows[0] @ rows[1] > 0.6 > rows[0] @ rows[2])
    True
    """
    row: Vectors = meanings([words])[0]
    return row


def meanings(told: Sequence[Mapping[str, float]]) -> Vectors:
    """The same of several, one row for each."""
    import numpy as np

    places, vectors = _table()
    rows = np.zeros((len(told), vectors.shape[1]), np.float32)
    for first in range(0, len(told), CHUNK):
        chunk = told[first : first + CHUNK]
        known = [[(places[word], weight) for word, weight in words.items() if word in places] for words in chunk]
        full = [row for row, words in enumerate(known) if words]
        flat = [item for words in known for item in words]
        if not full:
            continue
        weights = np.array([weight for _, weight in flat], np.float32)[:, None]
        starts = np.cumsum([0, *(len(known[row]) for row in full[:-1])])
        summed = np.add.reduceat(weights * vectors[[place for place, _ in flat]], starts, axis=0)
        for row in summed:
            length = np.sqrt(row @ row)
            row /= length or np.float32(1)
        rows[np.add(full, first)] = summed
    return rows


def vector(word: str) -> Vectors | None:
    """The vector of a word, of length one."""
    places, vectors = _table()
    place = places.get(word)
    return None if place is None else vectors[place]


@cache
def _table() -> tuple[dict[str, int], Vectors]:
    import numpy as np

    with np.load(TABLE) as held:
        words = held["words"].tobytes().decode().split("\n")
        vectors = held["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {word: place for place, word in enumerate(words)}, vectors
