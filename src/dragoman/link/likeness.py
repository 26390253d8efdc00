"""How much of one article stands in another, and whether that makes it a reprint.

Pairs are looked for by `minhash`, so that the cost grows with the copies and not with the square of the collection, and
each pair found is measured exactly. Does not say which of two is the original: that is `reprints`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.link.minhash import may_be_alike
from dragoman.link.shingles import Shingles

COPIED = 0.5  # an article that stands in another to this share reprints it
COPIED_SHORT, SHORT = 0.65, 100  # a text of so few shingles must do so to this share: weekly figures follow a form
FOLLOWS = 0.35  # enough where it also reprints another reprint of the same
FEW = 20  # own shingles below which own words alone decide nothing
WHOLE = 0.9  # the share of all words asked for then


class Likenesses:
    """For each article the share of it that stands in each other one, where there is enough to speak of."""

    def __init__(self, shingles: Mapping[str, Shingles]) -> None:
        self._bars = {article: COPIED if len(s.every) >= SHORT else COPIED_SHORT for article, s in shingles.items()}
        self._shares: dict[str, dict[str, float]] = {}
        for left, right in candidates(shingles):
            there, back = share(shingles[left], shingles[right]), share(shingles[right], shingles[left])
            if max(there, back) >= FOLLOWS:
                self._shares.setdefault(left, {})[right] = there
                self._shares.setdefault(right, {})[left] = back

    def articles(self) -> list[str]:
        """Those that are like another, in order."""
        return sorted(self._shares)

    def like(self, article: str) -> list[str]:
        """Those that an article is like, in order."""
        return sorted(self._shares[article])

    def reprints(self, article: str, other: str) -> bool:
        return self._shares[article].get(other, 0.0) >= self._bars[article]

    def follows(self, article: str, other: str) -> bool:
        return self._shares[article].get(other, 0.0) >= FOLLOWS


def share(part: Shingles, whole: Shingles) -> float:
    """The share of `part` that stands in `whole`: of all its words and, if it has enough of them, of its own."""
    every = len(part.every & whole.every) / max(len(part.every), 1)
    if len(part.own) >= FEW:
        return min(every, len(part.own & whole.own) / len(part.own))
    return every if every >= WHOLE else 0.0


def candidates(shingles: Mapping[str, Shingles]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that may be near copies, each once, in order. Too short ones are in no pair."""
    return may_be_alike((article, own.least) for article, own in sorted(shingles.items()) if own.least)
