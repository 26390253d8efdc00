"""Which of many sets may be much alike, without holding every two against each other.

MinHash with locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*,
ch. 3), by datasketch: sets whose least numbers agree in some band are looked at. The least numbers of a set are kept as
bytes, so that a set need be gone through once only. Takes sets of 32-bit numbers and knows of no texts. Does not
measure: some pairs found are unlike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache

from datasketch import LeanMinHash, MinHash, MinHashLSH

SEED = 1
HASHES = 128
BANDS, ROWS = 64, 2  # finds nine of ten pairs that share a sixth of their numbers, nearly all that share a third


def may_be_alike(sets: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, str]]:
    """Pairs of names whose sets may be much alike by their least numbers; in the order of the sets, then of the names.

    >>> sets = {"a": set(range(40)), "b": set(range(1, 41)), "c": set(range(90, 130))}
    >>> list(may_be_alike((name, least_of(own)) for name, own in sets.items()))
    [('a', 'b')]
    """
    index = MinHashLSH(num_perm=HASHES, params=(BANDS, ROWS))
    hashes = {name: LeanMinHash.deserialize(least) for name, least in sets}
    for name, hashed in hashes.items():
        index.insert(name, hashed, check_duplication=False)
    for name, hashed in hashes.items():
        yield from ((name, other) for other in sorted(index.query(hashed)) if name < other)


def least_of(numbers: Set[int]) -> bytes:
    """The least of the numbers under each shuffling."""
    hashed = shuffled().copy()
    hashed.update_batch(sorted(numbers))
    lean = LeanMinHash(hashed)
    kept = bytearray(lean.bytesize())
    lean.serialize(kept)
    return bytes(kept)


@cache
def shuffled() -> MinHash:
    """Of no numbers yet; its shufflings are drawn once."""
    return MinHash(num_perm=HASHES, seed=SEED, hashfunc=int)
