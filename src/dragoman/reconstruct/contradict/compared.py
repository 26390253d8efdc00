"""What cannot all be so: the disagreements of the accounts, and apart from them the refinements.

Each kind of difference has a file of its own in this room and hands in disputes; here they become rows, and
the claims they contest learn of it. Decides no truth and ranks no outlet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.countries import named_country
from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.record import (
    ArticleRow,
    ClaimRow,
    DisagreementRow,
    EntityRow,
    EventRow,
    ProposalRow,
    RefinementRow,
)
from dragoman.model.text import Article
from dragoman.reconstruct.claims.contested import contested
from dragoman.reconstruct.claims.drafts import Dispute, position_row
from dragoman.reconstruct.claims.parts import told_answers, told_heads
from dragoman.reconstruct.claims.rows import claim_rows, claims_of
from dragoman.reconstruct.contradict.polarity import answer_disputes
from dragoman.reconstruct.contradict.story import Memory, Stories
from dragoman.reconstruct.contradict.tolls import toll_disputes
from dragoman.reconstruct.contradict.wording import wording_disputes


@dataclass(frozen=True, slots=True)
class Compared:
    """What the accounts tell together: the claims, where they disagree, and what only looks like it."""

    claims: tuple[ClaimRow, ...]
    disagreements: tuple[DisagreementRow, ...]
    refinements: tuple[RefinementRow, ...]


def compared(
    linked: Linked,
    told: Mapping[tuple[str, int], str],
    articles: Sequence[ArticleRow],
    entities: Sequence[EntityRow],
    events: Sequence[EventRow],
    proposals: Sequence[ProposalRow],
    memory: Memory | None = None,
) -> Compared:
    """The rows that lie in several accounts; `told` gives the id of each statement."""
    texts = {annotated.article.id: annotated.article for annotated in linked.articles}
    names = side_names(entities)
    each = list(Stories(linked, told, names, memory).found())
    denials = {article: held for found in each for article, held in found.denials.items()}

    def of(kind: str) -> Iterator[Dispute]:
        return (dispute for found in each for dispute in found.disputes.get(kind, ()))

    found = [
        *of("meeting"),
        *of("day"),
        *of("postponed"),
        *of("party"),
        *of("head"),
        *of("leaving"),
        *toll_disputes(events, articles),
        *of("length"),
        *of("number"),
        *of("extent"),
        *of("polarity"),
        *(dispute for article in articles for dispute in denials.get(article.id, ())),
        *of("denied"),
        *answer_disputes(proposals, entities),
        *of("role"),
        *of("cause"),
        *of("reason"),
        *of("blame"),
        *of("character"),
        *of("naming"),
        *of("term"),
        *wording_disputes(linked, told),
    ]
    disputes = distinct(found)
    parts = [
        *told_heads(linked),
        *told_answers(proposals, entities),
        *(placing for found in each for placing in found.placings),
    ]
    alike = [*(told for found in each for told in found.clauses), *(told for found in each for told in found.wholes)]
    claims = claim_rows(contested(claims_of(alike, parts, linked, told), disputes), linked, articles, texts)
    return Compared(claims, disagreement_rows(disputes, texts, claims), refinement_rows(disputes, texts))


def distinct(disputes: Sequence[Dispute]) -> list[Dispute]:
    """The disputes without those that hold places apart which an earlier one of the same kind holds apart already."""
    kept: list[Dispute] = []
    for dispute in disputes:
        earlier = (other for other in kept if other.on == dispute.on)
        if not any(holds_apart(other, dispute) for other in earlier):
            kept.append(dispute)
    return kept


def holds_apart(one: Dispute, other: Dispute) -> bool:
    """Whether every two positions of the other rest on places that are of different positions of this one."""
    where = [
        {n for n, held in enumerate(one.positions) for p in held.places if any(p.span.overlaps(q.span) for q in places)}
        for places in (position.places for position in other.positions)
    ]
    return all(a and b and not a & b for i, a in enumerate(where) for b in where[i + 1 :])


def side_names(entities: Sequence[EntityRow]) -> dict[str, str]:
    """What a side is called: the state of that code, else whoever it is."""
    named = {row.id: row.name for row in entities}
    return named | {row.country: row.name for row in entities if row.country and named_country(row.name)}


def disagreement_rows(
    disputes: Sequence[Dispute], articles: Mapping[str, Article], claims: Sequence[ClaimRow]
) -> tuple[DisagreementRow, ...]:
    ids = Ids()
    contests = {
        (s.evidence.article, s.evidence.start, s.evidence.end): row.id
        for row in reversed(claims)
        for s in row.support
        if s.stance != "says"
    }
    return tuple(
        DisagreementRow(
            id=ids.new("di", dispute.on, *places(dispute)),
            question=dispute.question,
            on=dispute.on,
            event=dispute.event,
            claim=next((c for p in spans(dispute) if (c := contests.get(p)) is not None), None),
            positions=tuple(position_row(position, articles) for position in dispute.positions),
            why=dispute.why,
        )
        for dispute in disputes
        if not dispute.refines
    )


def refinement_rows(disputes: Sequence[Dispute], articles: Mapping[str, Article]) -> tuple[RefinementRow, ...]:
    ids = Ids()
    return tuple(
        RefinementRow(
            id=ids.new("re", dispute.on, *places(dispute)),
            on=dispute.on,
            positions=tuple(position_row(position, articles) for position in dispute.positions),
            why=dispute.why,
        )
        for dispute in disputes
        if dispute.refines
    )


def spans(dispute: Dispute) -> Iterator[tuple[str, int, int]]:
    for position in dispute.positions:
        yield from ((p.span.article, p.span.start, p.span.end) for p in position.places)


def places(dispute: Dispute) -> Iterator[str]:
    for position in dispute.positions:
        yield from (str(place.span) for place in position.places)
