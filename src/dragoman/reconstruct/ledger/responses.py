"""Who answered a proposal and how, and who is said to have broken it.

An answer is a move on the matter by a party; a signature is an acceptance. An alleged breach stays an allegation. What
became of the proposal is for `outcomes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.negotiation import MoveKind
from dragoman.model.record import ResponseRow, Stance, ViolationRow
from dragoman.reconstruct.ledger.matching import Exchange
from dragoman.reconstruct.ledger.turns import Turn
from dragoman.reconstruct.statements import entity_of
from dragoman.reconstruct.times import date_of

STANCES: Mapping[MoveKind, Stance] = {
    MoveKind.ACCEPT: "accept",
    MoveKind.SIGN: "accept",
    MoveKind.REJECT: "reject",
    MoveKind.CONDITIONAL: "conditional",
    MoveKind.COUNTER: "counter",
    MoveKind.DEFER: "defer",
}
Told = Mapping[tuple[str, int], str]


def responses(exchange: Exchange, annotated: Mapping[str, Annotated], told: Told) -> tuple[ResponseRow, ...]:
    """Every answer, in the order of the articles and of the text; that its maker is for it is no answer."""
    rows: dict[tuple[str | None, Evidence], ResponseRow] = {}
    for turn in exchange.turns:
        stance = stance_of(turn, exchange)
        alone = bool(exchange.makers) and exchange.makers <= turn.by_sides
        if stance is None or (stance == "accept" and alone):
            continue
        article = annotated[turn.article].article
        evidence = Evidence.of(article, turn.move.span)
        for party in turn.by or only_asked(turn, exchange) or (None,):
            rows[party, evidence] = ResponseRow(
                by=party,
                named=words_for(turn, annotated) if party is None else None,
                stance=stance,
                date=date_of(article, turn.move.date) if turn.move.date else None,
                statement=statement_of(turn, told),
                evidence=(evidence,),
            )
    return tuple(rows.values())


def words_for(turn: Turn, annotated: Mapping[str, Annotated]) -> Evidence | None:
    """What the text calls somebody who is no entity of the record: "voters", "the finance ministers"."""
    return Evidence.of(annotated[turn.article].article, turn.move.named) if turn.move.named else None


def only_asked(turn: Turn, exchange: Exchange) -> tuple[str, ...]:
    """Whoever answered where it is only told that it "was rejected": the party it was put to, if there is but one."""
    if turn.move.named is not None:
        return ()
    asked = dict.fromkeys(party for other in exchange.turns if other.proposes for party in other.to)
    asked = {party: None for party in asked if party not in {p for t in exchange.turns if t.proposes for p in t.by}}
    return tuple(asked) if len(asked) == 1 and turn.answers else ()


def stance_of(turn: Turn, exchange: Exchange) -> Stance | None:
    """How a turn answers; who refuses and offers something else in one breath counters."""
    if turn in exchange.countered:
        return "counter"
    return STANCES.get(turn.move.kind)


def statement_of(turn: Turn, told: Told) -> str | None:
    place = turn.move.statement
    return told.get((turn.article, place)) if place is not None else None


def violations(
    exchange: Exchange, linked: Linked, annotated: Mapping[str, Annotated], told: Told
) -> Iterator[ViolationRow]:
    """Breaches that somebody alleges: of whom, by whom."""
    for turn in exchange.turns:
        if turn.move.kind is not MoveKind.VIOLATE:
            continue
        home = annotated[turn.article]
        place = turn.move.statement
        source = home.statements[place].source.mention if place is not None else None
        yield ViolationRow(
            of=turn.by[0] if turn.by else None,
            alleged_by=turn.alleged_by or entity_of(home, linked, source),
            date=date_of(home.article, turn.move.date) if turn.move.date else None,
            statement=statement_of(turn, told),
            evidence=(Evidence.of(home.article, turn.move.span),),
        )
