"""Meetings: the consultations that have parties, with who led whom, where, when, and whether they were held.

Made from events of type CONSULT. A meeting needs two parties, or one and a place or a day; delegations, hosts and
mediators come from the articles that tell of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import EntityKind
from dragoman.model.plover import EventType, Status
from dragoman.model.record import EntityRow, EventMentionRow, EventRow, HeadRow, MeetingRow
from dragoman.reconstruct.statements import entity_of

HELD = {
    Status.HAPPENED: "held",
    Status.ALLEGED: "held",
    Status.PLANNED: "planned",
    Status.PROPOSED: "proposed",
    Status.CONDITIONAL: "proposed",
    Status.DENIED: "cancelled",
}
LEADERS = ("president", "prime minister", "chancellor", "king", "emir", "premier", "head of state", "leader")
MINISTERS = ("minister", "secretary of state", "foreign secretary")


def meeting_rows(linked: Linked, events: Sequence[EventRow], entities: Sequence[EntityRow]) -> tuple[MeetingRow, ...]:
    """One row for each meeting, in the order of its event."""
    ids, who = Ids(), {row.id: row for row in entities}
    annotated = {a.article.id: a for a in linked.articles}
    met = [event for event in events if event.type is EventType.CONSULT and is_meeting(event, who)]
    return tuple(meeting_row(ids, event, linked, annotated, who) for event in met)


def is_meeting(event: EventRow, who: Mapping[str, EntityRow]) -> bool:
    parties = list(parties_of(event, who))
    return len(parties) > 1 or (len(parties) == 1 and (event.place is not None or event.date is not None))


def parties_of(event: EventRow, who: Mapping[str, EntityRow]) -> tuple[str, ...]:
    """Those who met: people, bodies and states; mediators apart."""
    found = (*event.actors, *event.recipients)
    mediators = set(mediators_of(event))
    kinds = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE)
    known = [p for p in found if p in who and who[p].kind in kinds and p not in mediators and p != event.place]
    return tuple(dict.fromkeys(known))


def mediators_of(event: EventRow) -> tuple[str, ...]:
    told = (m for m in event.mentions if m.mode == "third-party")
    return tuple(dict.fromkeys(actor for mention in told for actor in mention.actors))


def meeting_row(
    ids: Ids, event: EventRow, linked: Linked, annotated: Mapping[str, Annotated], who: Mapping[str, EntityRow]
) -> MeetingRow:
    parties = parties_of(event, who)
    heads, told = heads_of(event, parties, linked, annotated, who)
    evidence = tuple(dict.fromkeys([*(m.evidence for m in event.mentions), *told]))
    return MeetingRow(
        id=ids.new("me", event.id),
        label=label_of(event, parties, who),
        event=event.id,
        date=event.date,
        place=event.place,
        parties=parties,
        heads=heads,
        mediators=mediators_of(event),
        level=level_of(parties, heads, who),  # type: ignore[arg-type]
        status=status_of(event),  # type: ignore[arg-type]
        evidence=evidence,
    )


def label_of(event: EventRow, parties: Sequence[str], who: Mapping[str, EntityRow]) -> str:
    names = [who[p].name for p in parties][:4]
    place = f" in {who[event.place].name}" if event.place is not None and event.place in who else ""
    return f"Meeting of {' and '.join(names)}{place}"


def status_of(event: EventRow) -> str:
    return HELD[event.status]


def heads_of(
    event: EventRow,
    parties: Sequence[str],
    linked: Linked,
    annotated: Mapping[str, Annotated],
    who: Mapping[str, EntityRow],
) -> tuple[tuple[HeadRow, ...], list[Evidence]]:
    """Who led the delegations of the parties, as the sentences that tell the meeting, or those next to it, have it."""
    sides = {side_of(p, who): p for p in parties}
    heads: dict[tuple[str | None, str], None] = {}
    evidence = []
    for mention in event.mentions:
        for party, head, place in led_near(mention, linked, annotated[mention.article]):
            side = side_of(party or head, who)
            if side in sides:
                heads[sides[side], head] = None
                evidence.append(place)
    return tuple(HeadRow(party=party, head=head) for party, head in heads), evidence


def led_near(
    mention: EventMentionRow, linked: Linked, annotated: Annotated
) -> Iterator[tuple[str | None, str, Evidence]]:
    """The delegations of the article, told within a few sentences of the mention."""
    for delegation in annotated.delegations:
        if abs(delegation.span.start - mention.evidence.start) > 1_000:
            continue
        head = entity_of(annotated, linked, delegation.head)
        if head is not None:
            party = entity_of(annotated, linked, delegation.party)
            yield party, head, Evidence.of(annotated.article, delegation.span)


def side_of(entity: str | None, who: Mapping[str, EntityRow]) -> str | None:
    """The state or body somebody stands for, by its code where it has one."""
    row = who.get(entity) if entity else None
    return (row.country or row.side or row.id) if row else None


def level_of(parties: Sequence[str], heads: Sequence[HeadRow], who: Mapping[str, EntityRow]) -> str:
    present = [who[p] for p in (*parties, *(h.head for h in heads)) if who[p].kind is EntityKind.PERSON]
    titles = [role.title.casefold() for row in present for role in row.roles]
    if heads or any(who[p].kind is EntityKind.GROUP for p in parties):
        return "delegations"
    if present and all(has_title(row, LEADERS) for row in present):
        return "leaders"
    if any(title_in(title, MINISTERS) for title in titles):
        return "ministers"
    return "unknown"


def has_title(row: EntityRow, words: Sequence[str]) -> bool:
    return any(title_in(role.title.casefold(), words) for role in row.roles)


def title_in(title: str, words: Sequence[str]) -> bool:
    return any(word in title for word in words)
