"""Two rows that are one: the first, with all that the second rests on. Names in other rows are for `renaming`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from dragoman.model.plover import Status
from dragoman.model.record import EntityRow, EventRow, ProposalRow

Row = TypeVar("Row")
FIRMEST = (Status.HAPPENED, Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.ALLEGED, Status.DENIED)
Order = Mapping[str, int]
"""The place of each article in the record."""


def merged(one: Row, other: Row, order: Order) -> Row:
    """One row of two of the same kind."""
    made: Any
    if isinstance(one, EntityRow) and isinstance(other, EntityRow):
        made = entity(one, other)
    elif isinstance(one, EventRow) and isinstance(other, EventRow):
        made = event(one, other, order)
    elif isinstance(one, ProposalRow) and isinstance(other, ProposalRow):
        made = proposal(one, other, order)
    else:
        raise TypeError(f"{type(one).__name__} and {type(other).__name__} cannot be one")
    result: Row = made
    return result


def entity(one: EntityRow, other: EntityRow) -> EntityRow:
    sides = [row.side for row in (one, other) if row.side and row.side not in (one.id, other.id)]
    return replace(
        one,
        aliases=tuple(sorted({*one.aliases, *other.aliases})),
        country=one.country or other.country,
        side=sides[0] if sides else None,
        roles=distinct((*one.roles, *other.roles)),
        mentions=tuple(sorted({*one.mentions, *other.mentions}, key=lambda m: (m.article, m.start, m.end))),
        links=tuple(sorted({*one.links, *other.links}, key=lambda link: (link.article, link.reasons))),
    )


def event(one: EventRow, other: EventRow, order: Order) -> EventRow:
    mentions = distinct((*one.mentions, *other.mentions))
    return replace(
        one,
        type=one.type or other.type,
        mode=one.mode or other.mode,
        contexts=tuple(sorted({*one.contexts, *other.contexts})),
        actors=distinct((*one.actors, *other.actors)),
        recipients=tuple(r for r in distinct((*one.recipients, *other.recipients)) if r not in one.actors),
        place=one.place or other.place,
        date=one.date or other.date,
        status=min((one.status, other.status), key=FIRMEST.index),
        mentions=tuple(sorted(mentions, key=lambda m: (order[m.article], m.evidence.start, m.evidence.end))),
    )


def proposal(one: ProposalRow, other: ProposalRow, order: Order) -> ProposalRow:
    """What became of it stays as the first tells it."""
    responses = distinct((*one.responses, *other.responses))
    answered = {row.by for row in responses}
    waiting = distinct((*one.no_answer, *other.no_answer))
    return replace(
        one,
        proposers=distinct((*one.proposers, *other.proposers)),
        to=distinct((*one.to, *other.to)),
        date=one.date or other.date,
        responses=responses,
        outcome_by_article=tuple(
            sorted(distinct((*one.outcome_by_article, *other.outcome_by_article)), key=lambda o: order[o.article])
        ),
        no_answer=tuple(party for party in waiting if party not in answered),
        violations=distinct((*one.violations, *other.violations)),
        supersedes=one.supersedes if one.supersedes != other.id else other.supersedes,
        evidence=distinct((*one.evidence, *other.evidence)),
    )


def distinct(items: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(dict.fromkeys(items))
