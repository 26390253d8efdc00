"""The proposals found so far, each where those of later articles that may be the same can be found again.

A later one is compared only with those that share its kind and a party, a length, a day or a word of its own; two that
share none of these are never the same. Does not judge: that is for `matching`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from dragoman.reconstruct.ledger.matching import MEETINGS, Exchange, likeness

ACROSS = 0.5  # what two proposals of different articles must agree by, and more
NEWEST = 200  # how many that share one thing are compared


class Shelf:
    """Proposals in the order in which they came, and where each can be found."""

    def __init__(self) -> None:
        self.kept: list[Exchange] = []
        self._places: defaultdict[Hashable, dict[int, None]] = defaultdict(dict)

    def put(self, exchange: Exchange) -> Exchange:
        """The proposal of earlier articles that this one is, grown by its turns; else this one, kept."""
        place = self._home(exchange)
        if place is None:
            place = len(self.kept)
            self.kept.append(exchange)
        else:
            home = self.kept[place]
            home.turns += exchange.turns
            home.counters += exchange.counters
            home.countered += exchange.countered
        for key in keys(exchange):
            self._places[key][place] = None
        return self.kept[place]

    def _home(self, exchange: Exchange) -> int | None:
        near = {place for key in keys(exchange) for place in list(self._places.get(key, ()))[-NEWEST:]}
        scored = [(likeness(exchange, self.kept[place]).value, -place) for place in sorted(near)]
        score, place = max(scored, default=(0.0, 0))
        return -place if score > ACROSS else None


def keys(exchange: Exchange) -> Iterator[Hashable]:
    """By what a proposal can be found."""
    kind = "meeting" if exchange.kind in MEETINGS else exchange.kind.value
    for side in sorted(exchange.sides):
        yield kind, "side", side
    for word in sorted(exchange.own_words):
        yield kind, "word", word
    if exchange.duration:
        yield kind, "length", exchange.duration
    if exchange.start:
        yield kind, "day", exchange.start.start
