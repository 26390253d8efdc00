"""The gaps: what the reader should know is missing, with the mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import GapRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View, published
from dragoman.show.wording import closed_up, count


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in sorted(lookup.record.gaps, key=lambda g: (g.kind, g.path or "", g.line or 0))]


def shown(row: GapRow, lookup: Lookup) -> Shown:
    articles = sorted({evidence.article for evidence in row.evidence} | ({row.ref or ""} & lookup.articles.keys()))
    statement = lookup.statements.get(row.ref or "")
    actors = {row.ref or ""} & lookup.entities.keys() | {statement.source.entity or "" if statement else ""}
    days = [published(lookup, article) for article in articles]
    return Shown(
        id=row.id,
        actors=tuple(sorted(actor for actor in actors if actor)),
        articles=tuple(articles),
        days=next((day for day in days if day), None),
        cells={
            "id": row.id,
            "kind": row.kind,
            "text": row.text,
            "place": place(row),
            "ref": row.ref or "",
            "outlets": "; ".join(lookup.label(article) for article in articles),
            "quote": closed_up(row.evidence[0].quote) if row.evidence else "",
        },
    )


def place(row: GapRow) -> str:
    """The file and line a gap is about, where it is about one."""
    return f"{row.path}:{row.line}" if row.path and row.line else row.path or ""


def screen(rows: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    for kind, group in groupby(rows, key=lambda row: row.cells["kind"]):
        found = list(group)
        yield Text.assemble((kind, "bold"), "  ", count(len(found), "gap"))
        for row in found:
            yield Padding(Text(row.cells["text"]), (0, 0, 0, 2))
            parts = (
                row.cells["place"] or row.cells["outlets"],
                f'"{row.cells["quote"]}"' * bool(row.cells["quote"]),
                row.id,
            )
            yield Padding(Text(" · ".join(part for part in parts if part), style="dim"), (0, 0, 0, 4))
        yield Text()


GAPS = View(
    key="gaps",
    about="what is missing or could not be read",
    brief=("kind", "text", "place", "outlets", "id"),
    rows=rows,
    screen=screen,
)
