"""Happenings as rows, each with every place that tells it.

A happening has the type, mode and place that most of its mentions have; its date is the narrowest that is told
most often. Mentions keep their own values: where they differ, that is for `contradict`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from dragoman.model.event import EventMention
from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import Mention
from dragoman.model.plover import Status
from dragoman.model.record import Date, EventMentionRow, EventRow, NumberRow, StatementRow
from dragoman.reconstruct.statements import entity_of
from dragoman.reconstruct.times import date_of

T = TypeVar("T", bound=Hashable)
FIRMEST = (Status.HAPPENED, Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.ALLEGED, Status.DENIED)


def event_rows(linked: Linked, statements: Sequence[StatementRow]) -> tuple[EventRow, ...]:
    """One row for each happening, in the order of its first mention."""
    annotated = {a.article.id: a for a in linked.articles}
    paths = {a.article.id: (a.article.path, a.article.id) for a in linked.articles}
    told = told_statements(linked, statements)
    rows = []
    for event in linked.events:
        places = sorted(event.mentions, key=lambda at: (paths[at.article], at.place))
        mentions = tuple(mention_row(annotated[at.article], linked, at.place, told) for at in places)
        contexts = sorted({c for at in places for c in annotated[at.article].events[at.place].contexts})
        rows.append((paths[places[0].article], places[0].place, event_row(event.id, mentions, tuple(contexts))))
    return tuple(row for _, _, row in sorted(rows, key=lambda item: (item[0], item[1])))


def told_statements(linked: Linked, statements: Sequence[StatementRow]) -> dict[tuple[str, int], str]:
    """The id of each statement by its article and its place there."""
    places: Counter[str] = Counter()
    ids = {}
    for row in statements:
        ids[row.article, places[row.article]] = row.id
        places[row.article] += 1
    return ids


def mention_row(annotated: Annotated, linked: Linked, place: int, told: dict[tuple[str, int], str]) -> EventMentionRow:
    mention: EventMention = annotated.events[place]
    article = annotated.article
    return EventMentionRow(
        article=article.id,
        evidence=Evidence.of(article, mention.span),
        trigger=Evidence.of(article, mention.trigger),
        type=mention.type,
        mode=mention.mode,
        actors=named(annotated, linked, mention.actors),
        recipients=named(annotated, linked, mention.recipients),
        place=entity_of(annotated, linked, mention.place),
        date=date_of(article, mention.date) if mention.date else None,
        status=mention.status,
        numbers=tuple(
            NumberRow(of=n.of, value=n.value, unit=n.unit, evidence=Evidence.of(article, n.span))
            for n in mention.numbers
        ),
        statement=told[article.id, mention.statement] if mention.statement is not None else None,
    )


def named(annotated: Annotated, linked: Linked, mentions: Iterable[Mention]) -> tuple[str, ...]:
    found = (entity_of(annotated, linked, mention) for mention in mentions)
    return tuple(dict.fromkeys(entity for entity in found if entity is not None))


def event_row(row_id: str, mentions: tuple[EventMentionRow, ...], contexts: tuple[object, ...]) -> EventRow:
    actors = tuple(dict.fromkeys(actor for m in mentions for actor in m.actors))
    return EventRow(
        id=row_id,
        type=most([m.type for m in mentions if m.type]),
        mode=most([m.mode for m in mentions if m.mode]),
        contexts=contexts,  # type: ignore[arg-type]
        actors=actors,
        recipients=tuple(dict.fromkeys(r for m in mentions for r in m.recipients if r not in actors)),
        place=most([m.place for m in mentions if m.place]),
        date=date_told(mentions),
        status=min((m.status for m in mentions), key=FIRMEST.index),
        mentions=mentions,
    )


def most(values: Sequence[T]) -> T | None:
    """The commonest value, the first of those equally common."""
    if len(values) < 2:
        return values[0] if values else None
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value])


def date_told(mentions: Sequence[EventMentionRow]) -> Date | None:
    """The date that a happening's mentions come to: of those that tell it as happened, where one of them has a day."""
    happened = [m.date for m in mentions if m.date and m.date.start and m.status is Status.HAPPENED]
    return best_date(happened or [m.date for m in mentions if m.date])


def best_date(dates: Sequence[Date]) -> Date | None:
    """The narrowest date, of those equally narrow the one told most often, then the first."""
    resolved = [date for date in dates if date.start is not None and date.end is not None]
    if len(resolved) < 2:
        return resolved[0] if resolved else dates[0] if dates else None
    counts = Counter((date.start, date.end) for date in resolved)
    return min(
        resolved,
        key=lambda d: ((d.end - d.start).days if d.start and d.end else 0, -counts[d.start, d.end], d.time is None),
    )
