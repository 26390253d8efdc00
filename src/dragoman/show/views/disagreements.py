"""The disagreements: one question, the positions that cannot all hold, and the sentences side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import DisagreementRow, PositionRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View, joined
from dragoman.show.views.support import known, labels, support_lines


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in lookup.record.disagreements]


def shown(row: DisagreementRow, lookup: Lookup) -> Shown:
    supports = [support for position in row.positions for support in position.support]
    statements = [lookup.statements.get(support.statement or "") for support in supports]
    days = sorted(d for s in supports if (d := lookup.articles[s.article].published))
    return Shown(
        id=row.id,
        actors=known(*(statement.source.entity for statement in statements if statement)),
        articles=tuple(sorted({support.article for support in supports})),
        days=(days[0], days[-1]) if days else None,
        cells={
            "id": row.id,
            "question": row.question,
            "on": row.on,
            "positions": joined(position(p, lookup) for p in row.positions),
            "about": row.event or row.claim or "",
            "rule": row.why,
            "outlets": labels((support.article for support in supports), lookup),
        },
    )


def position(row: PositionRow, lookup: Lookup) -> str:
    return f"{row.value} ({labels((s.article for s in row.support), lookup)})"


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    by_id = {row.id: row for row in lookup.record.disagreements}
    for item in shown:
        row = by_id[item.id]
        yield Text.assemble((row.question, "bold"), f"  on: {row.on}")
        yield Padding(Text(f"{row.why} · {row.id}", style="dim"), (0, 0, 0, 2))
        for held in row.positions:
            yield Padding(Text(held.value, style="bold"), (0, 0, 0, 2))
            yield from support_lines(held.support, lookup, indent=4)
        yield Text()


DISAGREEMENTS = View(
    key="disagreements",
    about="what the accounts tell differently, with both sentences",
    brief=("question", "on", "positions", "id"),
    rows=rows,
    screen=screen,
)
