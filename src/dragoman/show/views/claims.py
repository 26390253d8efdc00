"""The claims: what is told, by whom, denied by whom, and who is silent. Copies and one wire count once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import ClaimRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View
from dragoman.show.views.support import known, labels, support_lines
from dragoman.show.wording import closed_up, count

STANCES = ("says", "differs", "denies")


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in lookup.record.claims]


def shown(row: ClaimRow, lookup: Lookup) -> Shown:
    statements = [lookup.statements.get(support.statement or "") for support in row.support]
    days = sorted(d for s in row.support if (d := lookup.articles[s.article].published))
    stances = {stance: labels((s.article for s in row.support if s.stance == stance), lookup) for stance in STANCES}
    return Shown(
        id=row.id,
        actors=known(*(statement.source.entity for statement in statements if statement)),
        articles=tuple(sorted({support.article for support in row.support})),
        days=(days[0], days[-1]) if days else None,
        cells={
            "id": row.id,
            "text": closed_up(row.text),
            "standing": row.standing,
            "independent": str(row.independent),
            **stances,
            "silent": labels(row.silent, lookup),
        },
    )


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    by_id = {row.id: row for row in lookup.record.claims}
    for item in shown:
        row = by_id[item.id]
        yield Text(closed_up(row.text), style="bold")
        told = f"{row.standing}, {count(row.independent, 'independent account')} · {row.id}"
        yield Padding(Text(told), (0, 0, 0, 2))
        yield from support_lines(row.support, lookup, indent=4)
        if row.silent:
            yield Padding(Text.assemble(("silent: ", "dim"), item.cells["silent"]), (0, 0, 0, 2))
        yield Text()


CLAIMS = View(
    key="claims",
    about="what is told: who says it, differs, denies it, is silent",
    brief=("text", "standing", "independent", "says", "differs", "denies", "silent", "id"),
    rows=rows,
    screen=screen,
)
