"""Which of many sets may be much alike, without holding every two against each other.

MinHash with locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*,
ch. 3): the least numbers of a set, under many shufflings of all numbers, are those of another as often as the two are
alike; sets with the same ones in some band are looked at. Takes sets of 32-bit numbers and knows of no texts. Does not
measure: some pairs found are unlike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import cache

import numpy as np
from numpy.typing import NDArray

SEED = 1
BANDS, ROWS = 64, 2  # finds nine of ten pairs that share a sixth of their numbers, nearly all that share a third

Numbers = NDArray[np.uint32]


def may_be_alike(sets: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, str]]:
    """Pairs of names whose sets may be much alike by their least numbers; in the order of the sets, then of the names.

    >>> sets = {"a": set(range(40)), "b": set(range(1, 41)), "c": set(range(90, 130))}
    >>> list(may_be_alike((name, least_of(own)) for name, own in sets.items()))
    [('a', 'b')]
    """
    bands = {name: bands_of(least) for name, least in sets}
    holders: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    for name, own_bands in bands.items():
        for band in own_bands:
            holders[band].append(name)
    for name, own_bands in bands.items():
        yield from ((name, other) for other in sorted({o for b in own_bands for o in holders[b]}) if name < other)


def least_of(numbers: Set[int]) -> bytes:
    """The least of the numbers under each shuffling."""
    factors, addends = shufflings()
    least: Numbers = (mixed(np.array(list(numbers), np.uint32))[:, None] * factors + addends).min(axis=0)
    return least.tobytes()


def bands_of(least: bytes) -> list[tuple[int, bytes]]:
    """The least numbers of a set, band by band."""
    size = len(least) // BANDS
    return [(band, least[band * size : (band + 1) * size]) for band in range(BANDS)]


@cache
def shufflings() -> tuple[Numbers, Numbers]:
    """The factors (odd, so that no two numbers fall together) and addends that shuffle all numbers of 32 bits."""
    chance = np.random.RandomState(SEED)
    factors = chance.randint(0, 1 << 31, BANDS * ROWS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, chance.randint(0, 1 << 32, BANDS * ROWS, dtype=np.uint32)


def mixed(numbers: Numbers) -> Numbers:
    """The numbers with their bits mixed well, none falling together with another (MurmurHash3's last step)."""
    numbers = (numbers ^ (numbers >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    numbers = (numbers ^ (numbers >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return numbers ^ (numbers >> np.uint32(16))
