"""On which day, and at what hour, the parties met: one meeting that articles date differently.

Articles tell one meeting where they tell of the same states or of "the delegations" and no other place, and their
days lie close; "on Thursday" in an undated article can still be held against a dated Friday. A day that is planned,
supposed or denied is no day of a meeting here. Morning and 10 a.m. are one time told less and more precisely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.countries import adjective_country, countries_of_place, fold_place, is_large_city, named_country
from dragoman.model.mention import EntityKind
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention, When
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import NEGATIONS, SUPPOSED
from dragoman.reconstruct.contradict.zones import IN_ZONES, minute_of, one_moment

MEET = frozenset({"meet", "convene", "gather", "assemble", "confer", "sit"})
BEGIN = frozenset({"begin", "start", "open", "commence", "hold", "resume", "launch", "take", "kick"})
TALKS = frozenset(
    {"talk", "talks", "negotiation", "negotiations", "meeting", "summit", "session", "round", "conference"}
)
AHEAD = frozenset({"will", "would", "shall", "may", "might", "could", "should", "must", "to"})
EVERYBODY = frozenset({"delegation", "side", "team", "negotiator"})
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PARTS = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (19, 24)}
FAR = ("since", "for", "until", "after", "before")  # before a time that is not the meeting's
ZONE = 16  # characters after an hour in which its zone stands
CLOSE = 3  # days between tellings of one meeting


@dataclass(frozen=True, slots=True)
class Met:
    """One place that tells a meeting as held: who, where, and the time it gives; `clock` has the zone of its hour."""

    place: Place
    parties: frozenset[str]
    everybody: bool
    where: str | None
    time: TimeMention
    words: str
    clock: str
    published: date | None

    @property
    def weekday(self) -> int | None:
        if self.time.when is not None:
            return self.time.when.start.weekday() if self.time.when.is_day else None
        return next((n for n, name in enumerate(DAYS) if name in self.words.casefold()), None)


def meeting_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], stories: Sequence[Sequence[str]]
) -> Iterator[Dispute]:
    """On the day and on the hour of each meeting that several articles of a story tell."""
    for story in stories:
        told = [met for article in sorted(story) if article in pages for met in meetings_in(pages[article], statements)]
        for group in grouped(told):
            yield from on_day(group)
            yield from on_hour(group)


def grouped(told: Sequence[Met]) -> list[list[Met]]:
    """Tellings of one meeting together. Those that name most parties open groups."""
    groups: list[list[Met]] = []
    for met in sorted(told, key=lambda m: (-len(m.parties), -bool(m.where), m.place)):
        group = next((g for g in groups if all(may_be_one(met, other) for other in g)), None)
        if group is None:
            groups.append([met])
        else:
            group.append(met)
    return [group for group in groups if len({m.place.span.article for m in group}) > 1]


def may_be_one(one: Met, other: Met) -> bool:
    if one.where and other.where and one.where != other.where:
        return False
    if one.time.when and other.time.when and abs((one.time.when.start - other.time.when.start).days) > CLOSE:
        return False
    shared = one.parties & other.parties
    same = len(shared) > 1 and (shared == one.parties or shared == other.parties)
    return same or (one.everybody and other.everybody and not (one.parties and other.parties))


def on_day(group: Sequence[Met]) -> Iterator[Dispute]:
    held: defaultdict[int, list[Met]] = defaultdict(list)
    for met in group:
        if met.weekday is not None:
            held[met.weekday].append(met)
    if len(held) < 2 or len({m.place.span.article for mets in held.values() for m in mets}) < 2:
        return
    if any(within_one(mets, group, held) for mets in held.values()):
        return
    positions = [Position(day_told(mets), tuple(m.place for m in mets)) for _, mets in sorted(held.items())]
    yield Dispute(
        on="date",
        question="On which day did they meet?",
        why="one meeting, told of different days",
        positions=tuple(sorted(positions, key=lambda p: min(p.places))),
    )


def within_one(mets: Sequence[Met], group: Sequence[Met], held: Mapping[int, Sequence[Met]]) -> bool:
    """Whether an article that tells this day tells another day too: then there may have been two meetings."""
    here = {m.place.span.article for m in mets}
    return any(m.place.span.article in here for others in held.values() if others is not mets for m in others)


def day_told(mets: Sequence[Met]) -> str:
    dated = next((m.time.when for m in mets if m.time.when), None)
    return f"{dated.start:%A} {dated.start.day} {dated.start:%B %Y}" if dated else mets[0].words


def on_hour(group: Sequence[Met]) -> Iterator[Dispute]:
    timed = [m for m in group if m.time.when and m.time.when.time]
    timed.sort(key=lambda m: (":" not in hour_told(m), m.place))
    for one in timed:
        apart = [m for m in timed if m.place.span.article != one.place.span.article and hours_apart(one, m)]
        if not apart:
            continue
        same = [m for m in timed if not hours_apart(one, m)]
        zones = all(in_two_zones(one, m) for m in apart)
        held = (Position(hour_told(same[0]), tuple(m.place for m in same)),)
        other = (Position(hour_told(apart[0]), tuple(m.place for m in apart)),)
        yield Dispute(
            on="date",
            question="At what time of the day did they meet?",
            why=IN_ZONES if zones else "one meeting on one day, told of hours that do not overlap",
            positions=(*held, *other),
            refines=zones,
        )
        return


def in_two_zones(one: Met, other: Met) -> bool:
    """Whether two hours by the clock may be one moment in two zones."""
    left, right = hour_told(one), hour_told(other)
    if ":" not in left or ":" not in right:
        return False
    return one_moment((one.clock, minute_of(left)), (other.clock, minute_of(right)))


def hour_told(met: Met) -> str:
    return met.time.when.time or "" if met.time.when else ""


def hours_apart(one: Met, other: Met) -> bool:
    left, right = hours(one.time.when), hours(other.time.when)
    same_day = one.weekday == other.weekday
    return bool(same_day and left and right and (left[1] <= right[0] or right[1] <= left[0]))


def hours(when: When | None) -> tuple[float, float] | None:
    """From when to when of the day: an hour to either side of a time by the clock."""
    if when is None or when.time is None:
        return None
    if when.time in PARTS:
        return PARTS[when.time]
    hour, minute = when.time.split(":")
    at = int(hour) + int(minute) / 60
    return at - 1, at + 1


def meetings_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Met]:
    """Each clause of an article that tells a meeting as held, with a time."""
    for head in page.own_tokens:
        if head.index not in page.heads or head.tag != "VERB" or head.lemma not in MEET | BEGIN:
            continue
        own = with_noun(page, head)
        if not is_held(page, head, own):
            continue
        for time in times_of(page, own):
            yield met_at(page, head, own, time, statements)
            break


def with_noun(page: Page, head: Token) -> list[Token]:
    """The words of a clause, and of the noun it hangs on up to the next verb: parsers take verbs for participles."""
    top = page.tokens[head.head]
    while top.tag in ("NOUN", "PROPN") and top.head != top.index and page.tokens[top.head].tag in ("NOUN", "PROPN"):
        top = page.tokens[top.head]
    above = page.clause(top) if head.relation == "acl" and top.tag != "VERB" else []
    own = {t.index: t for t in [*page.clause(head), *above]}
    return [own[i] for i in sorted(own)]


def is_held(page: Page, head: Token, own: Sequence[Token]) -> bool:
    """Whether the clause says that somebody met: no plan, no supposition, no denial."""
    near = page.children[head.index]
    subject = any(t.lemma in TALKS and t.relation not in ("obj", "obl") for t in own if t.index < head.index)
    thing = any(t.lemma in TALKS for t in near if t.relation == "obj")
    meets = head.lemma in MEET or (head.lemma in BEGIN and (subject or (thing and head.lemma == "hold")))
    supposed = any(t.lemma in SUPPOSED | AHEAD | NEGATIONS for t in near if t.relation != "obl")
    return meets and head.tag == "VERB" and not supposed and head.fine != "VB"


def times_of(page: Page, own: Sequence[Token]) -> Iterator[TimeMention]:
    """The days and hours in the clause itself, by the clock first; "since 2022" and "in three years" are none."""
    starts = {t.start: t for t in own}
    inside = [time for time in page.annotated.times if time.span.start in starts]
    for time in sorted(inside, key=lambda t: (t.when is None or t.when.time is None, t.span)):
        before = page.tokens[max(0, starts[time.span.start].index - 1)].lemma
        words = page.annotated.article.quote(time.span).casefold()
        day = (time.when is not None and time.when.is_day) or any(name in words for name in DAYS)
        clock = time.when is not None and time.when.time is not None and ":" in time.when.time
        if day and (clock or before not in FAR):
            yield time


def met_at(
    page: Page, head: Token, own: Sequence[Token], time: TimeMention, statements: Mapping[tuple[str, int], str]
) -> Met:
    article = page.annotated.article
    where = place_in(page, own)
    hosts = {code for t in own if where and t.text[:1].isupper() for code in countries_of_place(t.text)}
    codes = {code for t in own if (code := country_at(t) or person_at(page, t)) is not None}
    inside = page.statement_at(head)
    return Met(
        place=Place(
            Span(article.id, own[0].start, own[-1].end),
            statements.get((article.id, inside), "") if inside is not None else "",
        ),
        parties=frozenset(codes - hosts if len(codes - hosts) > 1 else codes),
        everybody=any(t.lemma in EVERYBODY | TALKS for t in own),
        where=where,
        time=time,
        words=article.quote(time.span),
        clock=article.text[time.span.start : time.span.end + ZONE],
        published=article.published,
    )


def place_in(page: Page, own: Sequence[Token]) -> str | None:
    """The city it is said to be in; a building may stand in any."""
    for token in own:
        named = page.who.get(token.index)
        inside = any(t.lemma in ("in", "at") for t in page.children[token.index])
        if inside and named and named[1] is EntityKind.PLACE and is_large_city(token.text):
            return fold_place(token.text)
    return None


def person_at(page: Page, token: Token) -> str | None:
    """The side of a person who is named or meant there."""
    named = page.who.get(token.index)
    return page.sides.get(named[0]) if named and named[1] is EntityKind.PERSON else None


def country_at(token: Token) -> str | None:
    if not token.text[:1].isupper():
        return None
    return named_country(token.text) or adjective_country(token.text)
