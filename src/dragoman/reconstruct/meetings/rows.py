"""Meetings: the consultations that have parties, with who led whom, where, when, and whether they were held.

Made from events of type CONSULT, whose mentions are parted and joined anew: what tells one happening as a whole may
hold several meetings. A meeting needs two parties, or one that visits or confers at a place. Parties, heads and status
are weighed in files of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import EntityKind
from dragoman.model.plover import Status
from dragoman.model.record import Date, EntityRow, EventMentionRow, EventRow, HeadRow, MeetingRow, ProposalRow
from dragoman.reconstruct.events import date_told
from dragoman.reconstruct.meetings.bargainers import Pair, bargainers
from dragoman.reconstruct.meetings.grounds import Grounds
from dragoman.reconstruct.meetings.heads import Leading, led, sent
from dragoman.reconstruct.meetings.joining import joined
from dragoman.reconstruct.meetings.parties import Present, Who, is_where, level_of, present_at, without_doubles
from dragoman.reconstruct.meetings.sameness import LONGEST, Part, gap, is_spell, length
from dragoman.reconstruct.meetings.status import Refusals, is_declined, status_of
from dragoman.reconstruct.meetings.tellings import Telling, has_day, is_invitation, is_of_talks, tellings
from dragoman.reconstruct.stories import story_of

FIRM = (Status.HAPPENED, Status.PLANNED)
AT_A_PLACE = ("multilateral",)
CALLS = ("phone",)
OWN_DAY = re.compile(r"\w[’']s?\s+(?:\w+\s+)?$")
MEETS = frozenset("meet meets met meeting receive receives received receiving saw spoke sat".split())
OTHERS = re.compile(
    r"(?:\s+(?:down\s+)?with)?\s+(?!(?:in|on|at|for|by|to|after|before|but|while)\b)"
    r"(?:(?!(?:and|but|from|by|over|about|for|at|in|on)\b)[\w’'-]+\s+){0,4}?"
    r"(?:leaders|ministers|officials|delegations?|envoys?|representatives|negotiators|delegates|executives|commanders"
    r"|chiefs|governors|ambassadors|mediators?|sides|parties|counterparts?)\b",
    re.IGNORECASE,
)
VISITS = frozenset({"visit", "trip", "stopover", "tour"})


@dataclass(frozen=True, slots=True)
class Met:
    """One meeting as all its mentions tell it."""

    told: tuple[Telling, ...]
    mentions: tuple[EventMentionRow, ...]
    present: Present
    date: Date | None
    place: str | None
    leaders: tuple[Leading, ...]


def meeting_rows(
    linked: Linked, events: Sequence[EventRow], entities: Sequence[EntityRow], proposals: Sequence[ProposalRow] = ()
) -> tuple[MeetingRow, ...]:
    """One row for each meeting, in the order of what tells it first; `proposals` show who deals with whom."""
    ids, who, refusals = Ids(), Who.of(entities), Refusals(events)
    articles = {a.article.id: a for a in linked.articles}
    told, stories = tellings(events, articles, who), story_of(linked)
    sides = bargainers(told, proposals, who, stories)
    parts = joined(told, who, stories, sides)
    grounds = Grounds(parts, articles, who)
    sure = [is_meeting(met_in(part, (), who, grounds), who) for part in parts]
    leaders = led(parts, sure, linked, who)
    all_met = (met_in(part, tuple(leaders.get(i, ())), who, grounds) for i, part in enumerate(parts))
    meetings = (met for met in all_met if is_meeting(met, who))
    filled = (between_sides(met, sides.get(stories[met.mentions[0].article]), who) for met in meetings)
    return tuple(meeting_row(ids, met, who, refusals) for met in filled)


def met_in(part: Part, leaders: tuple[Leading, ...], who: Who, grounds: Grounds) -> Met:
    mentions = tuple(t.mention for t in part.told)
    place = place_of(mentions, who) or grounds.place_of(part)
    present = present_at([m for t in part.told for m in t.parted], place, who)
    parties = without_doubles((*standing_for(present.parties, leaders, who), *sent(part, leaders, who)), who)
    present = replace(present, parties=tuple(parties))
    return Met(part.told, mentions, present, day_of(mentions), place, leaders)


def between_sides(met: Met, sides: Pair | None, who: Who) -> Met:
    """Talks that name fewer than two parties, with the two sides of their story where they name nobody else."""
    parties = met.present.parties
    if sides is None or len(parties) > 1 or not {who.side(p) for p in parties} <= {who.side(s) for s in sides}:
        return met
    if any(m.mode in ("visit", *CALLS) for m in met.mentions) or not is_of_sides(met.told):
        return met
    both = without_doubles((*parties, *sides), who)
    return replace(met, present=replace(met.present, parties=tuple(both)))


def is_of_sides(told: Sequence[Telling]) -> bool:
    """Whether it is told as talks of the two sides: by "talks", a round counted, or "the two sides"."""
    return any(t.calls == "sides" or t.more or t.ordinal or is_negotiating(t.mention) for t in told)


def standing_for(parties: Sequence[str], leaders: Sequence[Leading], who: Who) -> Iterator[str]:
    """The parties; for somebody who leads the delegation of another, that one."""
    stands = {leading.head: leading.party for leading in leaders if leading.party in who.rows}
    for party in parties:
        yield stands.get(party) or party


def day_of(mentions: Sequence[EventMentionRow]) -> Date | None:
    """When they met: the days that talks are told to have taken, where they hold the day that is told otherwise.

    A day that the story happened to be at counts only where no other is told.
    """
    own = [m for m in mentions if has_day(m)]
    told = date_told(own or mentions)
    if told is None or told.start is None or told.end is None:
        return told
    days = [m.date for m in own if m.date]
    spells = [d for d in days if is_spell(d) and length(d) <= LONGEST]
    return max(spells, key=lambda d: (sum(gap(d, day) == 0 for day in days), length(d)), default=told)


def place_of(mentions: Sequence[EventMentionRow], who: Who) -> str | None:
    """The place that is told most often, a city before its country; else the state that hosts."""
    visited = [r for m in mentions if m.mode == "visit" for r in m.recipients if who.is_place(r)]
    told = Counter([*(m.place for m in mentions if m.place and m.place in who.rows), *visited])
    states = set(who.states.values())
    if not told:
        named = [(e, m) for m in mentions for e in (*m.actors, *m.recipients) if who.is_place(e) and e not in states]
        told = Counter(e for e, m in named if is_where(who.rows[e], m))
    hosts = [a for m in mentions if m.trigger.quote.casefold().startswith("host") for a in m.actors if a in states]
    return min(told, key=lambda place: (place in states, -told[place]), default=next(iter(hosts), None))


def is_meeting(met: Met, who: Who) -> bool:
    """Whether it has two parties; or one that visits or confers at a place; or whether it is told with its day."""
    if all(m.mode == "third-party" for m in met.mentions):
        return False
    if len(met.present.parties) > 1:
        return True
    visits = [m for m in met.mentions if m.mode == "visit"]
    if len(visits) == len(met.mentions):
        return is_visit(met, who)
    if any(map(is_invitation, met.mentions)):
        return True
    if any(m.mode == "phone" for m in met.mentions):
        return False
    firm, dated = any(map(is_firm, met.mentions)), any(map(has_day, met.mentions))
    place = met.place is not None and met.place not in met.present.parties
    if not met.present.parties:
        return firm and is_of_the_talks(met)
    if any(map(meets_others, met.mentions)) or any(is_declined(m) and (m.place or has_day(m)) for m in met.mentions):
        return True
    if not place and who.is_person(met.present.parties[0]):
        return any(map(is_announced, met.mentions))
    return firm and (place or dated)


def is_of_the_talks(met: Met) -> bool:
    """Whether what nobody is named for is a meeting of the parties, not the sitting of some other body.

    It has its day or its place and is told by sides, talks or one more round, or twice, or as still to come or called
    off; what is only told as held has both.
    """
    dated, place = any(map(is_announced, met.mentions)), met.place is not None
    told = any(t.calls or t.more or t.ordinal or t.off or owned_by_day(t.mention) for t in met.told)
    told = told or any(map(is_negotiating, met.mentions))
    twice = len({m.article for m in met.mentions}) > 1
    ahead = all(m.status is Status.PLANNED for m in met.mentions)
    return (dated or place) if told or twice or ahead else dated and place


def owned_by_day(mention: EventMentionRow) -> bool:
    """Whether nothing but its day says which meeting it is: "Tuesday's meeting", not "a session of a court"."""
    if mention.date is None:
        return False
    before = mention.evidence.quote[: mention.trigger.start - mention.evidence.start]
    after = mention.evidence.quote[mention.trigger.end - mention.evidence.start :]
    return OWN_DAY.search(before) is not None and not after.startswith(" of ")


def is_negotiating(mention: EventMentionRow) -> bool:
    """Whether the word of meeting is one that only those use who deal with one another."""
    return any(word in mention.trigger.quote.casefold() for word in ("talks", "negotiat", "round"))


def is_firm(mention: EventMentionRow) -> bool:
    """Whether a word of meeting says that it was held or will be; or names a place and a day for it, come what may."""
    told = mention.status in FIRM or (mention.place is not None and has_day(mention))
    return told and mention.mode in (None, *AT_A_PLACE, *CALLS) and is_of_talks(mention)


def meets_others(mention: EventMentionRow) -> bool:
    """Whether those who are met are told by their office alone: "will meet party leaders", "spoke with an envoy"."""
    after = mention.evidence.quote[mention.trigger.end - mention.evidence.start :]
    return mention.status in FIRM and mention.trigger.quote.split()[0].casefold() in MEETS and bool(OTHERS.match(after))


def is_announced(mention: EventMentionRow) -> bool:
    """Whether a meeting, were it of people without a name, is told with its day: "Tuesday's session ended early"."""
    return is_firm(mention) and has_day(mention) and mention.date is not None and length(mention.date) <= LONGEST


def is_visit(met: Met, who: Who) -> bool:
    """Whether a visit is one of people to a country that is not their own; who only travels has met nobody yet."""
    words = {word.casefold() for m in met.mentions for word in m.trigger.quote.split()}
    stays = any(word.startswith(visit) for word in words for visit in VISITS)
    country = who.rows[met.place].country if met.place else None
    return stays and country is not None and travels(met, country, who)


def travels(met: Met, country: str, who: Who) -> bool:
    actors = [who.rows[a] for m in met.mentions if m.mode == "visit" for a in m.actors if a in who.rows]
    return any(a.kind is not EntityKind.ORGANIZATION and a.country != country for a in actors)


def meeting_row(ids: Ids, met: Met, who: Who, refusals: Refusals) -> MeetingRow:
    heads, told = heads_of(met, who)
    evidence = tuple(dict.fromkeys([*(m.evidence for m in met.mentions), *days_told(met.mentions), *told]))
    return MeetingRow(
        id=ids.new("me", met.mentions[0].article, met.mentions[0].trigger.start),
        label=label_of(met, who),
        event=met.told[0].event,
        date=met.date,
        place=met.place,
        parties=met.present.parties,
        heads=heads,
        mediators=met.present.mediators,
        level=level_of(met.present, who),  # type: ignore[arg-type]
        status=status_of(met.told, refusals),  # type: ignore[arg-type]
        evidence=evidence,
    )


def days_told(mentions: Sequence[EventMentionRow]) -> Iterator[Evidence]:
    """The words of the days, where they stand outside the clauses that tell it: "The end came on Monday, when ..."."""
    for mention in mentions:
        date, told = mention.date, mention.evidence
        if date is not None and has_day(mention) and not (told.start <= date.evidence.start < told.end):
            yield date.evidence


def label_of(met: Met, who: Who) -> str:
    names = [who.rows[p].name for p in met.present.parties][:4]
    place = f" in {who.rows[met.place].name}" if met.place else ""
    if not names:
        return f"Meeting{place}"
    if len(names) == 1:
        visits = any(m.mode == "visit" for m in met.mentions)
        return f"{'Visit' if visits else 'Meeting'} of {names[0]}{place}"
    return f"Meeting of {', '.join(names[:-1])} and {names[-1]}{place}"


def heads_of(met: Met, who: Who) -> tuple[tuple[HeadRow, ...], list[Evidence]]:
    """Who headed the parties: officials who came for a state, and who is told to lead its delegation."""
    heads = dict.fromkeys(met.present.heads)
    sides = {who.side(p): p for p in met.present.parties}
    evidence = []
    for leading in met.leaders:
        side = who.side(leading.party or leading.head)
        if side in sides and not who.is_person(sides[side]):
            heads[sides[side], leading.head] = None
            evidence.append(leading.evidence)
    return tuple(HeadRow(party=party, head=head) for party, head in heads), evidence
