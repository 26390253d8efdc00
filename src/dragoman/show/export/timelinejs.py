"""The timeline as JSON for TimelineJS: what is dated, in the sentence that dates it.

TimelineJS shows the words as HTML, so all signs that mean something there are written out. Rows whose day could not be
resolved are left out.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from html import escape
from typing import Any

from dragoman.model.problem import NothingFound
from dragoman.model.record import Record, TimelineRow
from dragoman.show.export.kind import utf8
from dragoman.show.export.tables import NOTE
from dragoman.show.lookup import Lookup
from dragoman.show.views.timeline import sentence
from dragoman.show.wording import day

TITLE = {"text": {"headline": "What the sources say", "text": escape(NOTE)}}


def files(record: Record) -> Mapping[str, bytes]:
    """One file. Raises NothingFound where nothing is dated, since TimelineJS cannot show an empty line."""
    lookup = Lookup.of(record)
    events = [slide(row, lookup) for row in record.timeline if row.date.start and row.date.end]
    if not events:
        raise NothingFound("This record has no dated row, so there is no timeline to export.")
    line = {"title": TITLE, "events": events}
    return {"timeline.json": utf8(json.dumps(line, ensure_ascii=False, indent=1) + "\n")}


def slide(row: TimelineRow, lookup: Lookup) -> dict[str, Any]:
    """One dated row: its words as written, its sentence, and who reports it."""
    start, end = row.date.start, row.date.end
    place = row.evidence[0]
    return {
        "unique_id": row.id,
        "start_date": parts(start),
        **({"end_date": parts(end)} if end != start else {}),
        "text": {"headline": escape(headline(row, lookup)), "text": text(row, lookup)},
        "group": escape(lookup.label(place.article)),
    }


def headline(row: TimelineRow, lookup: Lookup) -> str:
    """The label of the row that is dated, else the speaker of the statement, else the words that date it."""
    found = lookup.find(row.ref)
    label = getattr(found[1], "label", None) if found else None
    statement = lookup.statements.get(row.ref)
    return str(label or (lookup.speaker(statement.source).name if statement else row.date.text))


def text(row: TimelineRow, lookup: Lookup) -> str:
    place = row.evidence[0]
    reported = f", {day(row.reported)}" if row.reported else ""
    return f"<p>{escape(sentence(row, lookup))}</p><p>{escape(lookup.label(place.article) + reported)}</p>"


def parts(when: dt.date | None) -> dict[str, int]:
    return {"year": when.year, "month": when.month, "day": when.day} if when else {}
