"""Which proposals of an article are put against others: counter-offers, in one breath with a refusal or as another bid.

Which turns are one proposal is for `exchanges`; the row of such an answer is for `responses`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.negotiation import MoveKind
from dragoman.reconstruct.ledger.exchange import Exchange
from dragoman.reconstruct.ledger.turns import Turn

REFUSING = frozenset({MoveKind.REJECT, MoveKind.COUNTER})
ONE_BREATH = 200  # characters
SOON = 500  # and within these one bid follows another


def mark_counters(found: Sequence[Exchange]) -> None:
    """Who refuses one proposal and puts forward another in one breath counters the first; so does whoever is asked for
    a thing and soon after puts forward another of the same."""
    refusals = [(turn, other) for other in found for turn in other.turns if turn.move.kind in REFUSING]
    for exchange in found:
        for turn in exchange.turns:
            against = [(refusal, other) for refusal, other in refusals if in_one_breath(turn, refusal, exchange, other)]
            for refusal, other in against:
                exchange.counters.append(other)
                other.countered.append(refusal)
                other.offered.append((refusal, turn))
            if not against and (asked := outbid(turn, exchange, found)) is not None:
                asked.offered.append((None, turn))


def in_one_breath(turn: Turn, refusal: Turn, exchange: Exchange, other: Exchange) -> bool:
    """Whether a turn puts forward another thing right where its maker refuses the first."""
    same = turn.proposes and turn.by_sides & refusal.by_sides and other is not exchange
    first = first_put(other)
    if first is not None and turn.move.span.start < first.move.span.start:
        return False  # put forward before the thing that was refused
    return bool(same) and abs(turn.move.span.start - refusal.move.span.start) <= ONE_BREATH


def outbid(turn: Turn, exchange: Exchange, found: Sequence[Exchange]) -> Exchange | None:
    """The proposal of others, told shortly before, of which somebody offers or wants another measure."""
    if not turn.proposes or not turn.by_sides or turn is not first_put(exchange):
        return None
    words = turn.matter.words
    for other in found:
        first = first_put(other)
        if other is exchange or first is None or first.heading or not other.makers or other.makers & turn.by_sides:
            continue
        distance = turn.move.span.start - first.move.span.start
        if 0 < distance <= SOON and words & other.words and (not other.asked or other.asked & turn.by_sides):
            return other
    return None


def first_put(exchange: Exchange) -> Turn | None:
    """The turn that puts it forward."""
    return next((turn for turn in exchange.turns if turn.proposes), None)
