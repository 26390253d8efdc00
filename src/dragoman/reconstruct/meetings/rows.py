"""Meetings: the consultations that have parties, with who led whom, where, when, and whether they were held.

Made from events of type CONSULT. Rows that tell one meeting of one day and the same parties are one; a meeting needs
two parties, or one that visits or confers at a place. Parties and status are weighed in files of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.plover import EventType, Status
from dragoman.model.record import Date, EntityRow, EventMentionRow, EventRow, HeadRow, MeetingRow
from dragoman.reconstruct.events import date_told
from dragoman.reconstruct.meetings.parties import Present, Who, level_of, present_at
from dragoman.reconstruct.meetings.status import Refusals, status_of
from dragoman.reconstruct.statements import entity_of

AT_A_PLACE = ("multilateral", "phone")
NEAR = 1_000  # characters between a meeting and who is told to lead a delegation to it


@dataclass(frozen=True, slots=True)
class Met:
    """One meeting as all its mentions tell it."""

    events: tuple[EventRow, ...]
    mentions: tuple[EventMentionRow, ...]
    present: Present
    date: Date | None
    place: str | None


def meeting_rows(linked: Linked, events: Sequence[EventRow], entities: Sequence[EntityRow]) -> tuple[MeetingRow, ...]:
    """One row for each meeting, in the order of its event."""
    ids, who, refusals = Ids(), Who.of(entities), Refusals(events)
    annotated = {a.article.id: a for a in linked.articles}
    told = [met_in((event,), who) for event in events if event.type is EventType.CONSULT]
    found = [met for met in joined(told, who) if is_meeting(met)]
    return tuple(meeting_row(ids, met, led(met, linked, annotated, who), who, refusals) for met in found)


def met_in(events: tuple[EventRow, ...], who: Who) -> Met:
    mentions = tuple(m for event in events for m in event.mentions)
    place = place_of(mentions, who)
    return Met(events, mentions, present_at(mentions, place, who), date_told(mentions), place)


def place_of(mentions: Sequence[EventMentionRow], who: Who) -> str | None:
    """The place that is told most often, a city before its country."""
    visited = [r for m in mentions if m.mode == "visit" for r in m.recipients if who.is_place(r)]
    told = Counter([*(m.place for m in mentions if m.place and m.place in who.rows), *visited])
    states = set(who.states.values())
    return min(told, key=lambda place: (place in states, -told[place]), default=None)


def joined(told: Sequence[Met], who: Who) -> list[Met]:
    """The meetings, those of one day and the same parties as one; one party's goes to the only one it fits."""
    found: list[Met] = []
    for met in sorted(told, key=lambda m: -len(m.present.parties)):
        fitting = [i for i, other in enumerate(found) if is_same(met, other, who)]
        if fitting and (len(fitting) == 1 or len(met.present.parties) > 1):
            found[fitting[0]] = met_in((*found[fitting[0]].events, *met.events), who)
        else:
            found.append(met)
    order = {event.id: i for i, met in enumerate(told) for event in met.events}
    return sorted(found, key=lambda m: min(order[event.id] for event in m.events))


def is_same(met: Met, other: Met, who: Who) -> bool:
    """Whether two tell one meeting: no other day or place, and the same parties or one of them there."""
    left, right = ({who.side(p) for p in m.present.parties} for m in (met, other))
    if not left or not left <= right or (met.place and other.place and met.place != other.place):
        return False
    if not same_day(met.date, other.date):
        undated = met.date is None or other.date is None
        return undated and set(met.present.parties) == set(other.present.parties) and ways(met) == ways(other)
    return left == right or (met.place is not None and met.place == other.place)


def ways(met: Met) -> tuple[frozenset[str | None], bool]:
    """By what way they meet, and whether they have met."""
    modes = frozenset(m.mode for m in met.mentions if m.mode in ("phone", "visit"))
    return modes, any(m.status is Status.HAPPENED for m in met.mentions)


def same_day(left: Date | None, right: Date | None) -> bool:
    return left is not None and right is not None and (left.start, left.end) == (right.start, right.end)


def is_meeting(met: Met) -> bool:
    """Whether it has two parties; or one that visits, calls or confers, or that meets on a day at a place."""
    if len(met.present.parties) != 1:
        return len(met.present.parties) > 1
    place = met.place if met.place not in met.present.parties else None
    visits = any(m.mode == "visit" for m in met.mentions) and bool(place or met.date)
    confers = any(m.mode in AT_A_PLACE for m in met.mentions) and place is not None
    return visits or confers or (place is not None and met.date is not None)


def meeting_row(
    ids: Ids, met: Met, led: tuple[tuple[HeadRow, ...], list[Evidence]], who: Who, refusals: Refusals
) -> MeetingRow:
    heads, told = led
    evidence = tuple(dict.fromkeys([*(m.evidence for m in met.mentions), *told]))
    return MeetingRow(
        id=ids.new("me", met.events[0].id),
        label=label_of(met, who),
        event=met.events[0].id,
        date=met.date,
        place=met.place,
        parties=met.present.parties,
        heads=heads,
        mediators=met.present.mediators,
        level=level_of(met.present, who),  # type: ignore[arg-type]
        status=status_of(met.mentions, refusals),  # type: ignore[arg-type]
        evidence=evidence,
    )


def label_of(met: Met, who: Who) -> str:
    names = [who.rows[p].name for p in met.present.parties][:4]
    place = f" in {who.rows[met.place].name}" if met.place else ""
    if len(names) == 1:
        visits = any(m.mode == "visit" for m in met.mentions)
        return f"{'Visit' if visits else 'Meeting'} of {names[0]}{place}"
    return f"Meeting of {', '.join(names[:-1])} and {names[-1]}{place}"


def led(
    met: Met, linked: Linked, annotated: Mapping[str, Annotated], who: Who
) -> tuple[tuple[HeadRow, ...], list[Evidence]]:
    """Who headed the parties: officials who came for a state, and who is told near by to lead its delegation."""
    heads = dict.fromkeys(met.present.heads)
    sides = {who.side(p): p for p in met.present.parties}
    evidence = []
    happened = any(m.status is Status.HAPPENED for m in met.mentions)
    for mention in met.mentions if happened or met.date else ():
        for party, head, place in led_near(mention, linked, annotated[mention.article]):
            side = who.side(party or head)
            if side in sides and not who.is_person(sides[side]):
                heads[sides[side], head] = None
                evidence.append(place)
    return tuple(HeadRow(party=party, head=head) for party, head in heads), evidence


def led_near(
    mention: EventMentionRow, linked: Linked, annotated: Annotated
) -> Iterator[tuple[str | None, str, Evidence]]:
    """The delegations of the article, told within a few sentences of the mention."""
    for delegation in annotated.delegations:
        if abs(delegation.span.start - mention.evidence.start) > NEAR:
            continue
        head = entity_of(annotated, linked, delegation.head)
        if head is not None:
            party = entity_of(annotated, linked, delegation.party)
            yield party, head, Evidence.of(annotated.article, delegation.span)
