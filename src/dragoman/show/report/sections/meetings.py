"""The meetings as cards: delegations and their heads, level, host, and what the accounts tell differently of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.record import DisagreementRow, MeetingRow
from dragoman.show.headlines import most_told
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Actor, Chip, Drawer, actor, actors, chips, every, resolved
from dragoman.show.wording import dated


@dataclass(frozen=True, slots=True)
class Delegation:
    """A party and whoever leads it there; `party` is None for a head of nobody knows which party."""

    party: Actor | None
    heads: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One meeting; `disputes` are the questions on which accounts differ, with id and values."""

    id: str
    label: str
    status: str
    level: str
    when: str
    resolved: str
    place: str
    delegations: tuple[Delegation, ...]
    mediators: tuple[Actor, ...]
    chips: tuple[Chip, ...]
    disputes: tuple[tuple[str, str, tuple[tuple[str, tuple[Chip, ...]], ...]], ...]
    drawer: Drawer


def view(lookup: Lookup) -> tuple[Card, ...] | None:
    about: dict[str, list[DisagreementRow]] = defaultdict(list)
    for row in lookup.record.disagreements:
        about[row.event or ""].append(row)
    rows = most_told(lookup.record.meetings)
    return tuple(card(row, [*about[row.id], *(about[row.event] if row.event else [])], lookup) for row in rows) or None


def card(row: MeetingRow, about: Sequence[DisagreementRow], lookup: Lookup) -> Card:
    rules = (resolved(row.date),) if row.date else ()
    return Card(
        row.id,
        row.label,
        row.status,
        row.level,
        dated(row.date) if row.date else "",
        resolved(row.date) if row.date else "",
        lookup.name(row.place) or "",
        tuple(delegations(row, lookup)),
        actors(row.mediators, lookup),
        chips((place.article for place in row.evidence), lookup),
        tuple(dispute(d, lookup) for d in about),
        Drawer(row.id, row.label, every(row.evidence, lookup, part="meeting"), rules),
    )


def delegations(row: MeetingRow, lookup: Lookup) -> list[Delegation]:
    """Each party with its heads, then the heads whose party is not told."""
    parties = [
        Delegation(actor(party, lookup), actors((h.head for h in row.heads if h.party == party), lookup))
        for party in row.parties
    ]
    others = [h for h in row.heads if h.party not in row.parties]
    return parties + [Delegation(actor(h.party, lookup) if h.party else None, (actor(h.head, lookup),)) for h in others]


def dispute(row: DisagreementRow, lookup: Lookup) -> tuple[str, str, tuple[tuple[str, tuple[Chip, ...]], ...]]:
    values = tuple((p.value, chips((s.article for s in p.support), lookup)) for p in row.positions)
    return row.id, row.question, values
