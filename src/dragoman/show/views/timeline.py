"""The timeline: what is dated, in order of its day, beside the day it was reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import TimelineRow
from dragoman.show.context import around
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View, days_of
from dragoman.show.wording import closed_up, dated, day, weekday


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in lookup.record.timeline]


def shown(row: TimelineRow, lookup: Lookup) -> Shown:
    statement = lookup.statements.get(row.ref)
    speaker = statement.source.entity if statement else None
    articles = tuple(sorted({evidence.article for evidence in row.evidence}))
    return Shown(
        id=row.id,
        actors=(speaker,) if speaker else (),
        articles=articles,
        days=days_of(row.date),
        cells={
            "id": row.id,
            "start": str(row.date.start or ""),
            "end": str(row.date.end or ""),
            "time": row.date.time or "",
            "as_written": closed_up(row.date.text),
            "rule": row.date.why,
            "reported": str(row.reported or ""),
            "outlets": "; ".join(lookup.label(article) for article in articles),
            "ref": row.ref,
            "sentence": sentence(row, lookup),
            "article": row.evidence[0].article,
            "at": str(row.evidence[0].start),
        },
    )


def sentence(row: TimelineRow, lookup: Lookup) -> str:
    """The sentence that the row's first evidence stands in."""
    place = row.evidence[0]
    text = lookup.articles[place.article].text
    low, high = around(text, place.start, place.end)
    return closed_up(text[low:high])


def screen(rows: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    by_id = {row.id: row for row in lookup.record.timeline}
    for heading, group in groupby(rows, key=lambda row: heading_of(by_id[row.id])):
        yield Text(heading, style="bold")
        for row in group:
            yield Padding(Text(row.cells["sentence"]), (0, 0, 0, 2))
            yield Padding(Text(origin(by_id[row.id], row), style="dim"), (0, 0, 0, 4))
        yield Text()


def heading_of(row: TimelineRow) -> str:
    start, end = row.date.start, row.date.end
    return weekday(start) if start and start == end else dated(row.date)


def origin(row: TimelineRow, shown: Shown) -> str:
    """How the day is known, who reports it and when."""
    known = f'"{closed_up(row.date.text)}" → {dated(row.date)} ({row.date.why})'
    reported = f", reported {day(row.reported)}" if row.reported else ""
    return f"{known} · {shown.cells['outlets']}{reported} · {row.id}"


TIMELINE = View(
    key="timeline",
    about="what is dated, in order of its day",
    brief=("start", "time", "as_written", "sentence", "outlets", "reported", "id"),
    rows=rows,
    screen=screen,
)
