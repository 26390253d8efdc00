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
from dragoman.model.text import Article
from dragoman.reconstruct.ledger.exchange import Exchange
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
TOGETHER = frozenset({"both", "all", "neither", "none"})


def responses(exchange: Exchange, annotated: Mapping[str, Annotated], told: Told) -> tuple[ResponseRow, ...]:
    """Every answer, in the order of the articles and of the text; that its maker is for it is no answer."""
    rows: dict[tuple[str | None, Evidence | None, Evidence], ResponseRow] = {}
    offered = {id(refusal): put for refusal, put in exchange.offered if refusal is not None}
    bids = {id(put) for refusal, put in exchange.offered if refusal is None}
    for turn in (*exchange.turns, *(put for refusal, put in exchange.offered if refusal is None)):
        stance = "counter" if id(turn) in bids else stance_of(turn, exchange)
        own = bool(exchange.makers) and exchange.makers <= turn.by_sides
        alone = own and not exchange.asked_parties & set(turn.by)
        if (
            stance is None
            or (stance in ("accept", "defer") and alone)
            or (turn.move.kind is MoveKind.SIGN and not turn.known)
        ):
            continue
        article = annotated[turn.article].article
        evidence = Evidence.of(article, turn.move.span)
        for party, named in answerers(turn, exchange, annotated):
            rows[party, named, evidence] = ResponseRow(
                by=party,
                named=named,
                stance=stance,
                date=date_of(article, turn.move.date) if turn.move.date else None,
                statement=statement_of(turn, told),
                evidence=(evidence, *instead(offered.get(id(turn)), evidence, article)),
            )
    return tuple(row for row in rows.values() if not any(told_in(row, other) for other in rows.values()))


def instead(put: Turn | None, refusal: Evidence, article: Article) -> tuple[Evidence, ...]:
    """The words in which whoever refused put forward another thing, where they are others."""
    if put is None or put.move.span.start < refusal.end:
        return ()
    return (Evidence.of(article, put.move.span),)


def told_in(row: ResponseRow, other: ResponseRow) -> bool:
    """Whether another row tells the same answer of the same party in a longer stretch around it."""
    one, longer = row.evidence[0], other.evidence[0]
    same = (row.by, row.stance, one.article) == (other.by, other.stance, longer.article) and row.named == other.named
    return same and one != longer and longer.start <= one.start and one.end <= longer.end


def answerers(
    turn: Turn, exchange: Exchange, annotated: Mapping[str, Annotated]
) -> Iterator[tuple[str | None, Evidence | None]]:
    """Who answers: entities, and in the words of the article those who are none ("voters"); at least nobody named."""
    article = annotated[turn.article].article
    everybody = all_asked(turn, exchange) if in_words(turn, annotated) in TOGETHER else ()
    known = everybody or turn.by or (() if turn.unnamed else only_asked(turn, exchange))
    yield from ((party, None) for party in known)
    named = turn.unnamed or ((turn.move.named,) if turn.move.named and not known else ())
    yield from ((None, Evidence.of(article, span)) for span in named)
    if not known and not named:
        yield None, None


def in_words(turn: Turn, annotated: Mapping[str, Annotated]) -> str:
    return annotated[turn.article].article.quote(turn.move.named).lower() if turn.move.named else ""


def all_asked(turn: Turn, exchange: Exchange) -> tuple[str, ...]:
    """Those that "both" or "all" means: the parties it was put to, where they are several."""
    makers = {party for other in exchange.turns if other.proposes for party in other.by}
    asked = dict.fromkeys(party for other in exchange.turns if other.proposes for party in other.to)
    found = tuple(party for party in asked if party not in makers)
    return found if len(found) > 1 else ()


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
