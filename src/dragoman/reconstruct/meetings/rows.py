"""Meetings: the consultations that have parties, with who led whom, where, when, and whether they were held.

Made from events of type CONSULT. Rows that tell one meeting of one day and the same parties are one; a meeting needs
two parties, or one that visits or confers at a place. Parties and status are weighed in files of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import EntityKind
from dragoman.model.plover import EventType, Status
from dragoman.model.record import Date, EntityRow, EventMentionRow, EventRow, HeadRow, MeetingRow
from dragoman.reconstruct.events import date_told
from dragoman.reconstruct.meetings.parties import Present, Who, level_of, present_at, states_of
from dragoman.reconstruct.meetings.status import Refusals, status_of
from dragoman.reconstruct.statements import entity_of

SPELL = re.compile(r"\d+ days (?:up to|from) it|interval")
TALKS = frozenset("talk meeting negotiation summit round meet met conference consultation session convene".split())
FIRM = (Status.HAPPENED, Status.PLANNED)
FEW = 2  # days by which articles may differ on one meeting
LONGEST = 31
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
    whole = (with_senders(met, linked, annotated, who) for met in joined(told, who))
    found = [met for met in whole if is_meeting(met, who)]
    return tuple(meeting_row(ids, met, led(met, linked, annotated, who), who, refusals) for met in found)


def with_senders(met: Met, linked: Linked, annotated: Mapping[str, Annotated], who: Who) -> Met:
    """The meeting; of talks that name fewer than two parties, those whose delegations are told near by are parties."""
    firm = [m for m in met.mentions if m.status in FIRM and is_of_talks(m)]
    if len(met.present.parties) > 1 or not firm or not (met.date or met.place):
        return met
    near = [party for m in firm for party, _, _ in led_near(m, linked, annotated[m.article]) if party in who.rows]
    sent = {who.side(party): state for party in near if party for state in [next(states_of(party, who), party)]}
    if len(sent) < 2:
        return met
    known = {who.side(party) for party in met.present.parties}
    more = tuple(party for side, party in sent.items() if side not in known and party not in met.present.mediators)
    return replace(met, present=replace(met.present, parties=(*met.present.parties, *more)))


def met_in(events: tuple[EventRow, ...], who: Who) -> Met:
    mentions = tuple(m for event in events for m in event.mentions)
    place = place_of(mentions, who)
    return Met(events, mentions, present_at(mentions, place, who), day_of(mentions), place)


def day_of(mentions: Sequence[EventMentionRow]) -> Date | None:
    """When they met: the days that talks are told to have taken, where they hold the day that is told otherwise."""
    told = date_told(mentions)
    if told is None or told.start is None or told.end is None:
        return told
    spells = [m.date for m in mentions if m.date and m.date.start and m.date.end and is_spell(m.date)]
    whole = [d for d in spells if d.start and d.end and d.start <= told.start and told.end <= d.end]
    return max(whole, key=lambda d: (d.end - d.start).days if d.start and d.end else 0, default=told)


def is_spell(date: Date) -> bool:
    """Whether a date is some days in a row, not a week, month or year in which the day lies."""
    return bool(SPELL.match(date.why))


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
    """Whether two tell one meeting: no other day or place, and the same parties or one of them there.

    One that names no party is the same where day and place are, or one of them in the same article.
    """
    if other_place(met, other, who):
        return False
    left, right = ({who.side(p) for p in m.present.parties} for m in (met, other))
    if not left:
        return is_told_again(met, other)
    if not left <= right:
        return False
    if len(left) > 1 and left == right and is_told_otherwise(met, other):
        return True
    if not same_days(met.date, other.date):
        undated = met.date is None or other.date is None
        return undated and set(met.present.parties) == set(other.present.parties) and ways(met) == ways(other)
    here = met.place is not None and met.place == other.place
    return left == right or here or (len(left) == 1 and is_told_again(met, other))


def is_told_again(met: Met, other: Met) -> bool:
    """Whether one without a party tells what the other does."""
    here, then = met.place is not None and met.place == other.place, same_days(met.date, other.date)
    near = {m.article for m in met.mentions} & {m.article for m in other.mentions}
    if here and is_told_otherwise(met, other):
        return True
    undated = met.date is None or other.date is None
    return (here and then) or (bool(near) and ((here and undated) or then) and ways(met)[1] == ways(other)[1])


def is_told_otherwise(met: Met, other: Met) -> bool:
    """Whether two that were held at one place differ by a few days, each as other articles tell it."""
    left, right = met.date, other.date
    if left is None or right is None or not (left.start and left.end and right.start and right.end):
        return False
    apart = max((right.start - left.end).days, (left.start - right.end).days)
    articles = {m.article for m in met.mentions} & {m.article for m in other.mentions}
    held = ways(met)[1] and ways(other)[1]
    days = max((left.end - left.start).days, (right.end - right.start).days) <= LONGEST
    return met.place is not None and met.place == other.place and held and not articles and days and apart <= FEW


def other_place(met: Met, other: Met, who: Who) -> bool:
    """Whether they have places of which neither is the country of the other."""
    if not met.place or not other.place or met.place == other.place:
        return False
    one, two = who.rows[met.place], who.rows[other.place]
    if one.name.split(",")[0] == two.name.split(",")[0]:
        return False
    wide = {met.place, other.place} & set(who.states.values())
    return not (wide and one.country and one.country == two.country)


def ways(met: Met) -> tuple[frozenset[str | None], bool]:
    """By what way they meet, and whether they have met."""
    modes = frozenset(m.mode for m in met.mentions if m.mode in ("phone", "visit"))
    return modes, any(m.status is Status.HAPPENED for m in met.mentions)


def same_days(left: Date | None, right: Date | None) -> bool:
    """Whether two dates are the same days, or one of them a day of a spell that the other tells."""
    if left is None or right is None or not (left.start and left.end and right.start and right.end):
        return False
    if (left.start, left.end) == (right.start, right.end):
        return True
    spells = (one for one in (left, right) if is_spell(one))
    return any(spells) and left.start <= right.end and right.start <= left.end


def is_meeting(met: Met, who: Who) -> bool:
    """Whether it has two parties; or one that visits, calls or confers, or that meets on a day at a place.

    With fewer it is one where a firm word of meeting has a day or a place.
    """
    if len(met.present.parties) > 1:
        return True
    resolved = met.date is not None and met.date.start is not None
    firm = any(m.status in FIRM and m.mode in (None, *AT_A_PLACE) and is_of_talks(m) for m in met.mentions)
    if firm and (resolved or met.place is not None):
        return True
    place = met.place if met.place not in met.present.parties else None
    if not met.present.parties or (any(m.mode == "visit" for m in met.mentions) and not travels(met, who)):
        return False
    visits = any(m.mode == "visit" for m in met.mentions) and bool(place or met.date)
    confers = any(m.mode in AT_A_PLACE for m in met.mentions) and place is not None
    return visits or confers or (place is not None and met.date is not None)


def travels(met: Met, who: Who) -> bool:
    """Whether a visit is one of people, and not to their own country."""
    actors = [who.rows[a] for m in met.mentions if m.mode == "visit" for a in m.actors if a in who.rows]
    to = who.rows[met.place].country if met.place else None
    return any(a.kind is not EntityKind.ORGANIZATION and (to is None or a.country != to) for a in actors)


def is_of_talks(mention: EventMentionRow) -> bool:
    """Whether the words of a mention are of people who sit together, not of contacts and exchanges at large."""
    words = {word.strip(",").removesuffix("s") for word in mention.trigger.quote.casefold().split()}
    return bool(words & TALKS)


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
    if not names:
        return f"Meeting{place}"
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
