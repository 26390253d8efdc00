"""Who answered a proposal, how, and what became of it.

An answer is a move on the matter by a party; a signature is an acceptance. Outcomes follow from the moves by one
rule for each, named in `why`; an alleged breach stays an allegation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.negotiation import MoveKind
from dragoman.model.record import Outcome, OutcomeRow, ResponseRow, Stance, ViolationRow
from dragoman.reconstruct.matching import Exchange
from dragoman.reconstruct.statements import entity_of
from dragoman.reconstruct.times import date_of
from dragoman.reconstruct.turns import Turn

STANCES: Mapping[MoveKind, Stance] = {
    MoveKind.ACCEPT: "accept",
    MoveKind.SIGN: "accept",
    MoveKind.REJECT: "reject",
    MoveKind.CONDITIONAL: "conditional",
    MoveKind.COUNTER: "counter",
    MoveKind.DEFER: "defer",
}
FATES: Mapping[MoveKind, tuple[Outcome, str]] = {
    MoveKind.LAPSE: ("lapsed", "a source says that it ended"),
    MoveKind.BREAK: ("broken", "a source says that it was broken"),
    MoveKind.FAIL: ("superseded", "a source says that it came to nothing"),
    MoveKind.IN_FORCE: ("in force", "a source says that it began or is held to"),
    MoveKind.SIGN: ("accepted", "a source says that it was signed or reached"),
}
Told = Mapping[tuple[str, int], str]


def responses(exchange: Exchange, annotated: Mapping[str, Annotated], told: Told) -> tuple[ResponseRow, ...]:
    """Every answer, in the order of the articles and of the text."""
    rows: dict[tuple[str, Stance, Evidence], ResponseRow] = {}
    for turn in exchange.turns:
        stance = STANCES.get(turn.move.kind)
        if stance is None:
            continue
        article = annotated[turn.article].article
        evidence = Evidence.of(article, turn.move.span)
        for party in turn.by:
            rows[party, stance, evidence] = ResponseRow(
                by=party,
                stance=stance,
                date=date_of(article, turn.move.date) if turn.move.date else None,
                statement=statement_of(turn, told),
                evidence=(evidence,),
            )
    return tuple(rows.values())


def statement_of(turn: Turn, told: Told) -> str | None:
    place = turn.move.statement
    return told.get((turn.article, place)) if place is not None else None


def outcomes(exchange: Exchange, annotated: Mapping[str, Annotated]) -> tuple[OutcomeRow, ...]:
    """What became of it as each article has it."""
    by_article: dict[str, list[Turn]] = {}
    for turn in exchange.turns:
        by_article.setdefault(turn.article, []).append(turn)
    rows = []
    for article, turns in by_article.items():
        outcome, _, turn = outcome_of(turns)
        evidence = Evidence.of(annotated[article].article, turn.move.span)
        rows.append(OutcomeRow(article=article, outcome=outcome, evidence=evidence))
    return tuple(rows)


def outcome_of(turns: Sequence[Turn]) -> tuple[Outcome, str, Turn]:
    """The outcome of some moves, the rule, and the move it rests on. What is told last weighs most."""
    for turn in reversed(turns):
        if turn.move.kind in FATES:
            outcome, why = FATES[turn.move.kind]
            return outcome, why, turn
    answers = [turn for turn in turns if turn.answers]
    rejected = [turn for turn in answers if turn.move.kind is MoveKind.REJECT]
    accepted = [turn for turn in answers if turn.move.kind is MoveKind.ACCEPT]
    if rejected:
        return "rejected", "a party it was put to refused it", rejected[-1]
    if accepted and len(accepted) == len(answers):
        return "accepted", "every party that answered accepted it", accepted[-1]
    return "open", "no answer settles it", turns[-1]


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
            alleged_by=entity_of(home, linked, source),
            date=date_of(home.article, turn.move.date) if turn.move.date else None,
            statement=statement_of(turn, told),
            evidence=(Evidence.of(home.article, turn.move.span),),
        )
