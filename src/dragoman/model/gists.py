"""What stretches of a text mean, as short vectors that the language model read off its words where they stand.

A text is cut where a clause ends or is broken off, and each piece has one vector of small whole numbers. What a longer
stretch means is the sum of its words', and two stretches are near as far as they point one way. All of it is reckoned
in whole numbers, so that it comes out the same on every machine. Opposites are near to one another ("accept",
"reject"): who asks must tell them apart.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.float64]  # whole numbers, small enough to be exact

SIZE = 64
SCALE = 200  # what a number of a vector is multiplied by to be a byte
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Gists:
    """The pieces of a text: where each begins, by its first token, and SIZE signed bytes for each in `vectors`."""

    firsts: tuple[int, ...] = ()
    vectors: bytes = b""


NOTHING = Gists()


class Meanings:
    """The gists of one text, of so many tokens, ready to be asked."""

    def __init__(self, gists: Gists, tokens: int) -> None:
        import numpy as np

        self._firsts = gists.firsts or (0,)
        self._rows = np.frombuffer(gists.vectors or bytes(SIZE), np.int8).reshape(-1, SIZE).astype(np.float64)
        summed = np.cumsum(self._rows * np.diff(self._firsts, append=tokens)[:, None], axis=0)
        self._before = np.concatenate([np.zeros((1, SIZE)), summed])

    def of(self, first: int, last: int) -> Whole:
        """What the tokens `first` up to, not including, `last` mean together; nought where nothing is known."""
        found: Whole = self._up_to(last) - self._up_to(first)
        return found

    def _up_to(self, token: int) -> Whole:
        place = bisect_right(self._firsts, token) - 1
        found: Whole = self._before[place] + (token - self._firsts[place]) * self._rows[place]
        return found


def nearness(one: Whole, other: Whole) -> float:
    """How near two stretches are in meaning, from -1 to 1 in thousandths; 0 where one has no meaning that is known."""
    return float(nearnesses([one], [other])[0, 0]) / THOUSAND


def nearnesses(some: Sequence[Whole] | Whole, others: Sequence[Whole] | Whole) -> NDArray[np.int64]:
    """How near each of some stretches is to each of others, in thousandths."""
    import numpy as np

    left, right = np.reshape(some, (-1, SIZE)), np.reshape(others, (-1, SIZE))
    cosines = (left @ right.T) / lengths(left)[:, None] / lengths(right)
    found: NDArray[np.int64] = np.rint(cosines * THOUSAND).astype(np.int64)
    return found


def lengths(rows: Whole) -> NDArray[np.float64]:
    """How long each row is; of one without a meaning 1."""
    import numpy as np

    found: NDArray[np.float64] = np.sqrt(np.maximum((rows * rows).sum(axis=1), 1.0))
    return found
