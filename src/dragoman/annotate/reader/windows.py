"""Windows: stretches of words short enough for the network, cut where sentences or lines end.

Windows overlap, and every word is read off the window in which it stands most in the middle. The cuts are a
guess from punctuation and lines, good enough to keep sentences whole; where sentences begin is for the
network to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.annotate.reader.pieces import SHAPES, Words

MOST = 254
OVERLAP = 64
ENDS = frozenset(".!?\u2026")
CLOSES = frozenset("\"'\u201d\u2019\u00bb)]")
LOWER = SHAPES.index("lower")


@dataclass(frozen=True, slots=True)
class Window:
    """Words `begin` to `end`; the words `own_begin` to `own_end` are read off this window."""

    begin: int
    end: int
    own_begin: int
    own_end: int


def after_ends(words: Words, strings: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which words follow a full stop, a question mark or the like, and look like a beginning."""
    after = np.zeros(len(words), np.bool_)
    ended = False
    for i, word in enumerate(strings):
        if ended and word not in CLOSES and word not in ENDS:
            after[i] = words.shapes[i] != LOWER
        ended = word in ENDS or (ended and word in CLOSES)
    return after


def windows(words: Words, cut: npt.NDArray[np.bool_], most: int = MOST, overlap: int = OVERLAP) -> list[Window]:
    """Cover the words with overlapping windows of at most `most` pieces, which begin where `cut` says they may."""
    count = len(words)
    bounds: list[tuple[int, int]] = []
    begin = 0
    places = np.flatnonzero(cut)
    while begin < count:
        limit = int(np.searchsorted(words.first, words.first[begin] + most, side="right")) - 1
        end = count if limit >= count else _last_cut(places, begin + (limit - begin) // 2, limit)
        bounds.append((begin, end))
        if end == count:
            break
        back = int(np.searchsorted(words.first, words.first[end] - overlap))
        begin = max(begin + 1, _first_cut(places, back, end))
    return _with_owners(bounds)


def _last_cut(places: npt.NDArray[np.int64], lowest: int, limit: int) -> int:
    at = int(np.searchsorted(places, limit, side="right")) - 1
    return int(places[at]) if at >= 0 and places[at] > lowest else limit


def _first_cut(places: npt.NDArray[np.int64], lowest: int, end: int) -> int:
    at = int(np.searchsorted(places, lowest))
    return int(places[at]) if at < len(places) and places[at] < end else lowest


def _with_owners(bounds: list[tuple[int, int]]) -> list[Window]:
    found: list[Window] = []
    own_begin = 0
    for i, (begin, end) in enumerate(bounds):
        own_end = end if i + 1 == len(bounds) else (bounds[i + 1][0] + end + 1) // 2
        found.append(Window(begin, end, own_begin, own_end))
        own_begin = own_end
    return found
