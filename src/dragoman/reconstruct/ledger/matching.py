"""Whether two groups of moves are about one proposal, with the reasons.

Kind, length, days, place, makers and words are compared; a conflict of terms speaks against. Nothing is joined on the
name of a kind alone across articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.mention import Reason, Score
from dragoman.model.negotiation import MatterKind, MoveKind
from dragoman.model.when import When
from dragoman.reconstruct.ledger.exchange import Exchange
from dragoman.reconstruct.ledger.turns import Turn

MEETINGS = frozenset({MatterKind.TALKS, MatterKind.SUMMIT})
KINDRED = (frozenset({MatterKind.TALKS, MatterKind.SUMMIT}),)
AGAINST = -2.0
ENOUGH_WORDS = 0.5  # of the shorter of two wordings
AMOUNTS = frozenset("hundred thousand million billion trillion euro dollar pound yen franc peso percent".split())
SHORT = 7  # days within which a start is told exactly enough to tell two proposals apart


def likeness(left: Exchange, right: Exchange) -> Score:
    """How well two agree: above 0 they may be one, higher is surer."""
    return Score(tuple(reasons(left, right)))


def reasons(left: Exchange, right: Exchange) -> Iterator[Reason]:
    kind = left.kind
    yield of_kind(left, right)
    if wished_by_others(left, right):
        yield Reason("others wish for it", AGAINST)
    if kind in MEETINGS:
        yield from of_parties(left, right)
        if left.places and right.places:
            yield Reason("same place", 0.4) if left.places & right.places else Reason("another place", -0.4)
    elif kind is not MatterKind.OTHER and left.own_words and right.own_words:
        yield from of_words(left, overlap(left, right))
    if (one := left.duration) and (other := right.duration):
        yield from of_areas(left, right)
        yield Reason("same length", 1.0) if one == other else Reason("another length", AGAINST)
    if (begun := left.start) and (other_start := right.start) and max(begun.days, other_start.days) <= SHORT:
        yield Reason("same days", 0.75) if begun.overlaps(other_start) else Reason("other days", -0.5)
    if kind is right.kind is MatterKind.AGREEMENT and not one_day(left.settled_on, right.settled_on):
        yield Reason("agreed on other days", -0.75)
    yield from of_makers(left, right)
    yield Reason("often spoken of", 0.02 * min(len(right.turns), 5))


def one_day(one: Sequence[When], other: Sequence[When]) -> bool:
    """Whether two can be of one day; a day that is not told is none against it."""
    return not one or not other or any(a.overlaps(b) for a in one for b in other)


def of_kind(left: Exchange, right: Exchange) -> Reason:
    one, other = left.kind, right.kind
    if one is other and one is not MatterKind.OTHER:
        return Reason("same kind", 0.5 if one is MatterKind.CEASEFIRE else 0.3)
    if any(one in kinds and other in kinds for kinds in KINDRED):
        return Reason("kindred kinds", -0.3)
    if one is other and overlap(left, right) >= ENOUGH_WORDS:
        return Reason("same words", 0.6)
    return Reason("another kind", AGAINST)


def of_words(left: Exchange, alike: float) -> Iterator[Reason]:
    if alike >= ENOUGH_WORDS:
        yield Reason("same words", 0.25)
    elif left.kind is not MatterKind.CEASEFIRE:
        yield Reason("other words", -0.4)
    elif not alike and not any(m.definite for m in left.matters) and len(left.own_words) > 1:
        yield Reason("told as a new one", -0.6)
    elif not alike:
        yield Reason("other words", -0.3)


def of_parties(left: Exchange, right: Exchange) -> Iterator[Reason]:
    """Meetings are told apart by who is to meet."""
    one, other = left.participants, right.participants
    if len(one) > 1 and len(other) > 1:
        same = one <= other or other <= one
        yield Reason("the same are to meet", 0.4) if same else Reason("others are to meet", -0.75)


def of_areas(left: Exchange, right: Exchange) -> Iterator[Reason]:
    """A halt of strikes on power stations is not the halt of a war, where both are told to last so long."""
    one, other = left.areas, right.areas
    if one != other and not one & other:
        yield Reason("another scope", -2.5)


def overlap(left: Exchange, right: Exchange) -> float:
    """The share of words of content that the shorter has with the other; one word alone says nothing."""
    one, other = (left.words, right.words) if left.kind is MatterKind.OTHER else (left.own_words, right.own_words)
    shared = one & other
    enough = len(shared) > (1 if left.kind is MatterKind.OTHER else 0)
    shorter = min(len(content(one)), len(content(other)))  # an amount told once is no other wording
    return (
        min(len(shared) / max(1, shorter), 1.0) if enough and content(shared) & (content(one) | content(other)) else 0.0
    )


def content(words: frozenset[str]) -> frozenset[str]:
    """The words that tell one thing from another: no amounts, which many things have, where there is anything else."""
    return frozenset(word for word in words - AMOUNTS if not word[:1].isdigit()) or words


def of_makers(left: Exchange, right: Exchange) -> Iterator[Reason]:
    one, other = left.makers, right.makers
    if one and other:
        yield Reason("same makers", 0.5) if one & other else Reason("other makers", -0.75)
        if left.asked & other - one or right.asked & one - other:
            yield Reason("its maker is asked for it", -0.5)
    elif left.asked & other or right.asked & one:
        yield Reason("its maker is asked for it", -0.75)
    elif left.sides & right.sides:
        yield Reason("same parties", 0.25)


def opens(turn: Turn) -> bool:
    """Whether a turn can put a proposal on the ledger: it is made, or a party answers or signs a thing of a kind."""
    if turn.matter.anaphoric:
        return False
    if turn.proposes:
        return True
    if not turn.move.firm:
        return False
    if turn.move.kind is MoveKind.ACCEPT or (turn.answers and (turn.owner or turn.matter.put)):
        return True
    if turn.move.kind is MoveKind.IN_FORCE:
        return turn.matter.kind is MatterKind.CEASEFIRE
    if turn.move.kind is MoveKind.SIGN:
        return turn.known or not turn.matter.definite
    return turn.matter.kind is not MatterKind.OTHER and turn.answers


def tentative(exchange: Exchange) -> bool:
    """Whether it is only wished for."""
    put = [turn for turn in exchange.turns if turn.proposes]
    return bool(put) and all(turn.move.tentative for turn in put)


def wished_by_others(left: Exchange, right: Exchange) -> bool:
    """Whether one is only wished for, and not by those who are known to have made the other."""
    return (
        (tentative(left) or tentative(right)) and bool(left.makers or right.makers) and not left.makers & right.makers
    )
