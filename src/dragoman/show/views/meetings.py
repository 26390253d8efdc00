"""The meetings: who met whom, when, where, at what level, under whose roof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import HeadRow, MeetingRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View, days_of, joined
from dragoman.show.views.support import articles_of, evidence_lines, known, labels, names
from dragoman.show.wording import dated


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in lookup.record.meetings]


def shown(row: MeetingRow, lookup: Lookup) -> Shown:
    articles = articles_of(row.evidence)
    return Shown(
        id=row.id,
        actors=known(*row.parties, *row.mediators, *(h.head for h in row.heads), row.place),
        articles=articles,
        days=days_of(row.date),
        cells={
            "id": row.id,
            "label": row.label,
            "status": row.status,
            "level": row.level,
            "start": str(row.date.start or "") if row.date else "",
            "end": str(row.date.end or "") if row.date else "",
            "place": lookup.name(row.place) or "",
            "parties": names(row.parties, lookup),
            "heads": joined(head(h, lookup) for h in row.heads),
            "mediators": names(row.mediators, lookup),
            "outlets": labels(articles, lookup),
            "quote": row.evidence[0].quote,
            "article": row.evidence[0].article,
            "at": str(row.evidence[0].start),
        },
    )


def head(row: HeadRow, lookup: Lookup) -> str:
    """Who leads a delegation, and whose."""
    party = lookup.name(row.party)
    return f"{lookup.name(row.head) or row.head}" + (f" for {party}" if party else "")


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    by_id = {row.id: row for row in lookup.record.meetings}
    for item in shown:
        row, cells = by_id[item.id], item.cells
        yield Text.assemble((row.label, "bold"), f"  {row.status}, level: {row.level}")
        when = dated(row.date) if row.date else "day unknown"
        yield Padding(Text(f"{when} · {cells['place'] or 'place unknown'} · {row.id}"), (0, 0, 0, 2))
        for word in ("parties", "heads", "mediators"):
            if cells[word]:
                yield Padding(Text.assemble((f"{word}: ", "dim"), cells[word]), (0, 0, 0, 2))
        yield from evidence_lines(row.evidence, lookup, indent=4)
        yield Text()


MEETINGS = View(
    key="meetings",
    about="who met whom, when, where, at what level",
    brief=("label", "status", "level", "start", "place", "parties", "heads", "mediators", "outlets", "id"),
    rows=rows,
    screen=screen,
)
