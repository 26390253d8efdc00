"""The exchange ledger: each proposal, its terms, from whom to whom, the answers, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import EntityKind
from dragoman.model.negotiation import MatterKind, MoveKind
from dragoman.model.record import Date, EntityRow, ProposalRow, ResponseRow
from dragoman.model.text import Span
from dragoman.reconstruct.ledger.exchange import Exchange
from dragoman.reconstruct.ledger.exchanges import exchanges
from dragoman.reconstruct.ledger.kinds import kind_of
from dragoman.reconstruct.ledger.labels import label_of
from dragoman.reconstruct.ledger.outcomes import outcomes, overall
from dragoman.reconstruct.ledger.responses import Told, responses, violations
from dragoman.reconstruct.ledger.rules import rules_of
from dragoman.reconstruct.ledger.terms import terms_of
from dragoman.reconstruct.ledger.turns import sides_of
from dragoman.reconstruct.times import date_of

SETTLED = frozenset({MatterKind.CEASEFIRE, MatterKind.AGREEMENT})  # a text that was signed was put forward by somebody


def proposal_rows(linked: Linked, entities: Sequence[EntityRow], told: Told) -> tuple[ProposalRow, ...]:
    """One row for each proposal, in the order of the move that opens it."""
    annotated = {a.article.id: a for a in linked.articles}
    who = {row.id: row for row in entities}
    found = [exchange for exchange in exchanges(linked) if is_proposal(exchange)]
    ids = Ids()
    names = {id(exchange): name_of(exchange, ids) for exchange in found}
    sides = sides_of(entities)
    return tuple(proposal_row(exchange, names, linked, annotated, who, sides, told) for exchange in found)


def name_of(exchange: Exchange, ids: Ids) -> str:
    first = exchange.turns[0]
    return ids.new("pr", first.article, first.move.span.start, first.move.span.end, exchange.kind.value)


def is_proposal(exchange: Exchange) -> bool:
    """Somebody put it forward, answered it or signed it."""
    told = (MoveKind.SIGN, MoveKind.IN_FORCE)
    if exchange.kind in SETTLED and any(t.move.kind in told for t in exchange.turns):
        return True
    return any(
        t.proposes or ((t.answers or t.move.kind is MoveKind.SIGN) and (t.known or t.owner)) for t in exchange.turns
    )


def proposal_row(
    exchange: Exchange,
    names: Mapping[int, str],
    linked: Linked,
    annotated: Mapping[str, Annotated],
    who: Mapping[str, EntityRow],
    sides: Mapping[str, str],
    told: Told,
) -> ProposalRow:
    answers = responses(exchange, annotated, told)
    proposers = proposers_of(exchange)
    made = proposers or signers_of(exchange)
    to = recipients_of(exchange, proposers, sides, who)
    by_article = outcomes(exchange, annotated)
    terms = terms_of(exchange, linked, annotated)
    latest = max((a.article.published for a in annotated.values() if a.article.published), default=None)
    outcome, why = overall(exchange, by_article, latest)
    row = ProposalRow(
        id=names[id(exchange)],
        label=label_of(exchange, annotated, who, terms, proposers, to),
        kind=kind_of(exchange).value,
        proposers=made,
        to=to,
        date=date_made(exchange, annotated),
        terms=terms,
        responses=answers,
        outcome=outcome,
        outcome_by_article=by_article,
        no_answer=unanswered(to, answers, sides, own_sides(proposers, sides)),
        violations=tuple(violations(exchange, linked, annotated, told)),
        supersedes=next((names[id(c)] for c in exchange.counters if id(c) in names), None),
        why=why,
        evidence=evidence_of(exchange, annotated),
    )
    return replace(row, rules=rules_of(exchange, row, annotated))


def evidence_of(exchange: Exchange, annotated: Mapping[str, Annotated]) -> tuple[Evidence, ...]:
    """Every place that tells of it, those that put it forward first; of answers only the words that name it."""
    turns = sorted(exchange.turns, key=lambda turn: not turn.proposes)
    naming = [turn for turn in turns if not (turn.answers and turn.matter.anaphoric)] or turns
    made = any(turn.proposes for turn in turns)
    spans = (t.matter.span if t.answers and made else t.matter.span.covering(t.move.span) for t in naming)
    return tuple(Evidence.of(annotated[span.article].article, span) for span in outermost(list(dict.fromkeys(spans))))


def outermost(spans: Sequence[Span]) -> list[Span]:
    """The places that no other of them holds, in their order."""
    kept: set[Span] = set()
    last: Span | None = None
    for span in sorted(spans, key=lambda s: (s.article, s.start, -s.end)):
        if last is None or last.article != span.article or not last.holds(span):
            last = span
            kept.add(span)
    return [span for span in spans if span in kept]


def date_made(exchange: Exchange, annotated: Mapping[str, Annotated]) -> Date | None:
    """When it was put forward, where that is told apart from when it is to begin; no day after it is told of."""
    for turn in exchange.turns:
        date, article = turn.move.date, annotated[turn.article].article
        if not turn.proposes or date is None or date.when is None or date == turn.matter.start:
            continue
        if article.published is None or date.when.start <= article.published:
            return date_of(article, date)
    return None


def proposers_of(exchange: Exchange) -> tuple[str, ...]:
    made = [party for turn in exchange.turns if turn.proposes for party in turn.by]
    owned = [party for turn in exchange.turns for party in turn.owner]
    return tuple(dict.fromkeys((*made, *owned)))


def signers_of(exchange: Exchange) -> tuple[str, ...]:
    """An agreement of which nobody is told to have put it forward is the work of those who signed or reached it."""
    if exchange.kind not in SETTLED:
        return ()
    signed = [party for turn in exchange.turns if turn.move.kind is MoveKind.SIGN for party in turn.by]
    together = [turn for turn in exchange.turns if turn.move.kind is MoveKind.ACCEPT and len(turn.by) > 1]
    return tuple(dict.fromkeys(signed or [party for turn in together for party in turn.by]))


def recipients_of(
    exchange: Exchange, proposers: Sequence[str], sides: Mapping[str, str], who: Mapping[str, EntityRow]
) -> tuple[str, ...]:
    """To whom it was put; nobody puts it to his own country, though he may to others of it."""
    own = own_sides(proposers, sides)
    named = dict.fromkeys(party for turn in exchange.turns if turn.proposes for party in turn.to)
    places = {p for p in named if p in who and who[p].kind is EntityKind.PLACE and sides.get(p, p) in own}
    return tuple(party for party in named if party not in proposers and party not in places)


def own_sides(proposers: Sequence[str], sides: Mapping[str, str]) -> set[str]:
    return {sides.get(party, party) for party in proposers}


def unanswered(
    to: Iterable[str], answers: Sequence[ResponseRow], sides: Mapping[str, str], own: set[str]
) -> tuple[str, ...]:
    """Parties it was put to, of whose side no answer is reported; at home everybody answers for himself."""
    by = {row.by for row in answers if row.by is not None}
    answered = {sides.get(party, party) for party in by} - own
    return tuple(party for party in to if party not in by and sides.get(party, party) not in answered)
