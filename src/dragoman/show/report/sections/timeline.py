"""The timeline: what is dated, under the day it happened, with the day it was reported and how the day was resolved.

A sentence that tells of several dated things of one day stands once, and so does one that copies carry. Does not
say what happened: that is what the sentence does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.record import TimelineRow
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Actor, Chip, Drawer, Words, chips, every, marked_in, resolved
from dragoman.show.report.strip import Bar, Strip, strip
from dragoman.show.views.timeline import heading_of
from dragoman.show.wording import closed_up, dated, day


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence under a day; `ids` are its rows, `written` and `day` how the day was told and what it came to.

    `is_marked` is whether the words that tell the day stand in the sentence, and are its marked words.
    """

    id: str
    ids: tuple[str, ...]
    words: Words
    is_marked: bool
    written: str
    day: str
    reported: tuple[str, ...]
    chips: tuple[Chip, ...]
    involved: tuple[str, ...]
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Day:
    anchor: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    days: tuple[Day, ...]
    actors: tuple[Actor, ...]
    strip: Strip


def view(lookup: Lookup) -> Timeline | None:
    acting = acting_in(lookup)
    grouped: dict[tuple[date | None, date | None], list[TimelineRow]] = defaultdict(list)
    for row in lookup.record.timeline:
        grouped[row.date.start, row.date.end].append(row)
    days = tuple(one_day(rows, acting, lookup) for rows in grouped.values())
    if not days:
        return None
    involved = {one for d in days for entry in d.entries for one in entry.involved}
    named = sorted((Actor(one, lookup.entities[one].name) for one in involved), key=lambda a: (a.name, a.id))
    bars = [
        Bar(d.anchor, d.heading, len(d.entries), rows[0].date.start)
        for d, rows in zip(days, grouped.values(), strict=True)
    ]
    return Timeline(days, tuple(named), strip(bars))


def one_day(rows: Sequence[TimelineRow], acting: Mapping[str, tuple[str, ...]], lookup: Lookup) -> Day:
    """The entries of one day, or of one span of days, whatever the hour."""
    start, end = rows[0].date.start, rows[0].date.end
    heading = heading_of(replace(rows[0], date=replace(rows[0].date, time=None)))
    anchor = f"day-{start}" if start == end else f"day-{start}-{end}"
    told: dict[str, list[tuple[TimelineRow, Words]]] = {}
    for row in rows:
        shown = marked_in(row.evidence[0], row.date.evidence, lookup)
        told.setdefault(f"{shown.before}{shown.quote}{shown.after}", []).append((row, shown))
    return Day(anchor, heading, tuple(entry(group, acting, lookup) for group in told.values()))


def entry(group: Sequence[tuple[TimelineRow, Words]], acting: Mapping[str, tuple[str, ...]], lookup: Lookup) -> Entry:
    row, shown = group[0]
    rows = [row for row, _ in group]
    refs = dict.fromkeys(one for row in rows for one in acting.get(row.ref, ()))
    places = [place for row in rows for place in row.evidence]
    articles = sorted({place.article for place in places}, key=lambda one: (str(lookup.articles[one].published), one))
    known = tuple(dict.fromkeys(resolved(row.date) for row in rows))
    return Entry(
        row.id,
        tuple(row.id for row in rows),
        shown,
        shown.start == row.date.evidence.start and shown.end == row.date.evidence.end,
        closed_up(row.date.text),
        dated(row.date),
        tuple(day(one) for one in sorted({row.reported for row in rows if row.reported})),
        chips(articles, lookup),
        tuple(refs),
        Drawer(row.id, heading_of(row), every(places, lookup, part="dated"), known),
    )


def acting_in(lookup: Lookup) -> dict[str, tuple[str, ...]]:
    """For each row that a date may tell of, who takes part in it, as far as the record knows them."""
    record = lookup.record
    found: dict[str, Iterable[str | None]] = {s.id: (s.source.entity, s.addressee) for s in record.statements}
    found |= {e.id: (*e.actors, *e.recipients) for e in record.events}
    found |= {m.id: (*m.parties, *m.mediators, *(h.head for h in m.heads)) for m in record.meetings}
    found |= {p.id: (*p.proposers, *p.to, *(r.by for r in p.responses if r.by)) for p in record.proposals}
    return {key: tuple(one for one in ids if one in lookup.entities and one) for key, ids in found.items()}
