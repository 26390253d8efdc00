"""The proposals found so far, each where those of later articles that may be the same can be found again.

A later one is compared only with those that share its kind and a party, a length, a day or a word of its own; two that
share none of these are never the same. Does not judge: that is for `matching`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from dragoman.model.meanings import nearness
from dragoman.model.mention import Score
from dragoman.model.negotiation import MatterKind
from dragoman.reconstruct.ledger.exchange import Exchange, bare
from dragoman.reconstruct.ledger.matching import ENOUGH_WORDS, MEETINGS, content, likeness, one_day

AKIN = 0.65  # in meaning
ACROSS = 0.5  # what two proposals of different articles must agree by, and more
BESIDE = 30  # how many that an article does not tell an answer of it may be about
NEWEST = 200  # how many that share one thing are compared


DEALS = frozenset({MatterKind.AGREEMENT, MatterKind.CEASEFIRE})
NOTHING = Score(())
Found = tuple[int, str]  # where a proposal stands, and why it is the same


class Shelf:
    """Proposals in the order in which they came, and where each can be found."""

    def __init__(self, stories: Sequence[Sequence[str]] = ()) -> None:
        self.kept: list[Exchange] = []
        self._story = {article: place for place, story in enumerate(stories) for article in story}
        self._told: defaultdict[int, list[int]] = defaultdict(list)
        self._places: defaultdict[Hashable, dict[int, None]] = defaultdict(dict)

    def put(self, exchange: Exchange) -> Exchange:
        """The proposal of earlier articles that this one is, grown by its turns; else this one, kept."""
        found = self._home(exchange)
        if found is None:
            place = len(self.kept)
            self.kept.append(exchange)
            self._told[self._story.get(exchange.turns[0].article, -1)].append(place)
        else:
            place = self._grow(exchange, *found)
        for key in keys(exchange):
            self._places[key][place] = None
        return self.kept[place]

    def join(self, exchange: Exchange) -> bool:
        """One that its own article only speaks of goes to the proposal that it is; False where there is none."""
        found = self._home(exchange)
        if found is None and all(bare(matter) for matter in exchange.matters):
            found = self._deal(exchange)
        if found is not None:
            self._grow(exchange, *found)
        return found is not None

    def near(self, article: str) -> list[Exchange]:
        """The proposals that an answer of an article may be about: those that it tells, and of its story's others the
        latest."""
        found = [self.kept[place] for place in self._told.get(self._story.get(article, -1), ())]
        own = [exchange for exchange in found if any(turn.article == article for turn in exchange.turns)]
        known = {id(exchange) for exchange in own}
        return [*own, *[exchange for exchange in found if id(exchange) not in known][-BESIDE:]]

    def answer(self, exchange: Exchange) -> bool:
        """One that holds only answers in words of their own goes to what others put forward in the same story."""
        if not all(turn.answers for turn in exchange.turns):
            return False
        story = self._story.get(exchange.turns[0].article, -1)
        near = [place for place in self._told[story][-NEWEST:] if not exchange.sides <= self.kept[place].makers]
        shared = [(overlapping(exchange, self.kept[place]), -place) for place in near]
        best, place = max(shared, default=(0.0, 0))
        if best < ENOUGH_WORDS:
            return False
        self._grow(exchange, -place, "the same words, in the same story")
        return True

    def _grow(self, exchange: Exchange, place: int, why: str) -> int:
        home = self.kept[place]
        home.turns += exchange.turns
        home.counters += exchange.counters
        home.countered += exchange.countered
        home.offered += exchange.offered
        home.joined += [(exchange.turns[0].article, why), *exchange.joined]
        return place

    def _deal(self, exchange: Exchange) -> Found | None:
        """What "the deal" is in a story: the agreement that it speaks of most."""
        story = self._told.get(self._story.get(exchange.turns[0].article, -1), ())
        deals = [(len(self.kept[place].turns), -place) for place in story if self.kept[place].agreed]
        return (-max(deals)[1], "the agreement that the story speaks of most") if deals else None

    def _home(self, exchange: Exchange) -> Found | None:
        near = sorted({place for key in keys(exchange) for place in list(self._places.get(key, ()))[-NEWEST:]})
        scored = [(likeness(exchange, self.kept[place]), -place) for place in near]
        score, place = max(scored, default=(NOTHING, 0), key=lambda pair: (pair[0].value, pair[1]))
        if score.value > ACROSS:
            return -place, str(score)
        settled = exchange.agreed or exchange.kind is MatterKind.LEGISLATION
        beside = self._told.get(self._story.get(exchange.turns[0].article, -1), ()) if settled else ()
        return self._agreement(exchange, sorted({*near, *beside[-NEWEST:]}))

    def _agreement(self, exchange: Exchange, near: Sequence[int]) -> Found | None:
        """The agreement of one story that two articles tell in other words: the same sides, on the same days."""
        story = self._story.get(exchange.turns[0].article)
        for place in near:
            kept = self.kept[place]
            same = self._story.get(kept.turns[0].article) == story
            why = one_bill(kept, exchange) if same else None
            why = why or (one_deal(kept, exchange) if same and kept.agreed and exchange.agreed else None)
            if why is not None:
                return place, why
        return None


def overlapping(answer: Exchange, other: Exchange) -> float:
    """The share of the words of an answer that a proposal has."""
    words = content(answer.words)
    if not words or not other.makers or not words & other.words:
        return 0.0
    near = [word for word in words - other.words if any(nearness(word, known) >= AKIN for known in other.words)]
    return (len(words & other.words) + len(near)) / len(words)


def one_bill(one: Exchange, other: Exchange) -> str | None:
    """Why two bills of one story are one: the same noun ("the budget"), and no other sides."""
    heads = {m.head for m in one.matters} & {m.head for m in other.matters}
    if not one.kind is other.kind is MatterKind.LEGISLATION or not heads:
        return None
    open_to_both = bool(one.sides & other.sides) or not one.makers or not other.makers
    return f"a {min(heads)} of the same story" if open_to_both and not apart(one, other) else None


def apart(one: Exchange, other: Exchange) -> bool:
    """Whether each is told by words that the other lacks."""
    return bool(one.own_words and other.own_words) and not one.own_words & other.own_words


def one_deal(one: Exchange, other: Exchange) -> str | None:
    """Why two agreements of one story are one, told in other words; None where they need not be."""
    if not {one.kind, other.kind} <= DEALS or not one_day(one.settled_on, other.settled_on):
        return None
    together = bool(one.sides & other.sides)
    if one.kind is other.kind is MatterKind.AGREEMENT and together:
        return "an agreement of the same sides, in the same story, on no other day"
    dated = one.settled_on and other.settled_on
    open_to_both = together or not one.sides or not other.sides
    return "agreed on the same day, in the same story" if dated and open_to_both else None


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
