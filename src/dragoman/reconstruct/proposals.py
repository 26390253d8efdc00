"""The exchange ledger: each proposal, its terms, from whom to whom, the answers, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import Mention
from dragoman.model.negotiation import MatterKind, MoveKind
from dragoman.model.record import EntityRow, Outcome, OutcomeRow, ProposalRow, ResponseRow, ScopeRow, Terms
from dragoman.reconstruct.exchanges import exchanges
from dragoman.reconstruct.matching import Exchange
from dragoman.reconstruct.responses import Told, outcome_of, outcomes, responses, violations
from dragoman.reconstruct.statements import entity_of
from dragoman.reconstruct.times import date_of

NAMES = {
    MatterKind.TALKS: "Talks",
    MatterKind.CEASEFIRE: "Ceasefire",
    MatterKind.SUMMIT: "Meeting of leaders",
    MatterKind.AGREEMENT: "Agreement",
    MatterKind.EXCHANGE: "Exchange",
    MatterKind.SANCTIONS: "Sanctions",
    MatterKind.LEGISLATION: "Legislation",
    MatterKind.OTHER: "Proposal",
}


def proposal_rows(linked: Linked, entities: Sequence[EntityRow], told: Told) -> tuple[ProposalRow, ...]:
    """One row for each proposal, in the order of the move that opens it."""
    annotated = {a.article.id: a for a in linked.articles}
    ids, who = Ids(), {row.id: row for row in entities}
    return tuple(
        proposal_row(ids, exchange, linked, annotated, who, told)
        for exchange in exchanges(linked)
        if is_proposal(exchange)
    )


def is_proposal(exchange: Exchange) -> bool:
    """Somebody put it forward, answered it or signed it."""
    return any(t.proposes or ((t.answers or t.move.kind is MoveKind.SIGN) and t.by) for t in exchange.turns)


def proposal_row(
    ids: Ids,
    exchange: Exchange,
    linked: Linked,
    annotated: Mapping[str, Annotated],
    who: Mapping[str, EntityRow],
    told: Told,
) -> ProposalRow:
    answers = responses(exchange, annotated, told)
    proposers = proposers_of(exchange)
    to = recipients_of(exchange, proposers)
    first = exchange.turns[0]
    by_article = outcomes(exchange, annotated)
    terms = terms_of(exchange, linked, annotated)
    outcome, why = overall(exchange, by_article)
    dates = [t.move.date for t in exchange.turns if t.proposes and t.move.date]
    return ProposalRow(
        id=ids.new("pr", first.article, first.move.span.start, first.move.span.end, exchange.kind.value),
        label=label_of(exchange, proposers, who),
        kind=exchange.kind.value,
        proposers=proposers,
        to=to,
        date=date_of(annotated[dates[0].span.article].article, dates[0]) if dates else None,
        terms=terms,
        responses=answers,
        outcome=outcome,
        outcome_by_article=by_article,
        no_answer=unanswered(to, answers, who),
        violations=tuple(violations(exchange, linked, annotated, told)),
        supersedes=None,
        why=why,
        evidence=tuple(
            dict.fromkeys(
                Evidence.of(annotated[t.article].article, t.move.matter.span.covering(t.move.span))
                for t in exchange.turns
            )
        ),
    )


def overall(exchange: Exchange, by_article: Sequence[OutcomeRow]) -> tuple[Outcome, str]:
    """The outcome that most articles have; where they are even, the one that all moves together give."""
    counts = Counter(row.outcome for row in by_article)
    (most, number), *rest = counts.most_common()
    outcome, why, _ = outcome_of(exchange.turns)
    if rest and rest[0][1] == number:
        return outcome, why
    return most, why if most == outcome else "most articles have it so"


def proposers_of(exchange: Exchange) -> tuple[str, ...]:
    made = [party for turn in exchange.turns if turn.proposes for party in turn.by]
    owned = [party for turn in exchange.turns for party in turn.owner]
    return tuple(dict.fromkeys((*made, *owned)))


def recipients_of(exchange: Exchange, proposers: Sequence[str]) -> tuple[str, ...]:
    named = [party for turn in exchange.turns if turn.proposes for party in turn.to]
    return tuple(dict.fromkeys(party for party in named if party not in proposers))


def unanswered(to: Iterable[str], answers: Sequence[ResponseRow], who: Mapping[str, EntityRow]) -> tuple[str, ...]:
    """Parties it was put to, of whose side no answer is reported."""
    answered = {side(row.by, who) for row in answers}
    return tuple(party for party in to if side(party, who) not in answered)


def side(entity: str, who: Mapping[str, EntityRow]) -> str:
    row = who.get(entity)
    return (row.side or row.country or row.id) if row else entity


def terms_of(exchange: Exchange, linked: Linked, annotated: Mapping[str, Annotated]) -> Terms:
    """The terms as the moves tell them, each from the first that does."""
    matters = [(annotated[turn.article], turn.move.matter) for turn in exchange.turns]
    start = next(((a, m.start) for a, m in matters if m.start), None)
    end = next(((a, m.end) for a, m in matters if m.end), None)
    scope = next(((a, m.scope) for a, m in matters if m.scope), None)
    bound = [(a, c) for a, m in matters for c in m.conditions]
    return Terms(
        start=date_of(start[0].article, start[1]) if start else None,
        end=date_of(end[0].article, end[1]) if end else None,
        duration_days=exchange.duration,
        place=next((p for p in (place_of(a, linked, m.place) for a, m in matters) if p), None),
        scope=scope[0].article.quote(scope[1]) if scope else None,
        conditions=tuple(dict.fromkeys(Evidence.of(a.article, c.span) for a, c in bound)),
        further=tuple(ScopeRow(name=c.name, evidence=Evidence.of(a.article, c.span)) for a, c in bound),
    )


def place_of(annotated: Annotated, linked: Linked, mention: Mention | None) -> str | None:
    return entity_of(annotated, linked, mention)


def label_of(exchange: Exchange, proposers: Sequence[str], who: Mapping[str, EntityRow]) -> str:
    """Kind, length and those who made it, in a few words."""
    length = f", {exchange.duration} days" if exchange.duration else ""
    names = " and ".join(who[p].name for p in proposers[:2] if p in who)
    return f"{NAMES[exchange.kind]}{length}" + (f", proposed by {names}" if names else "")
