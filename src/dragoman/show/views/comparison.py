"""Two accounts side by side on a screen of 80 columns: two columns where both tell, one where one is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.model.record import ClaimRow, SupportRow
from dragoman.show.comparison import Comparison, Difference, Pair, Side
from dragoman.show.lookup import Lookup
from dragoman.show.views.support import said_by
from dragoman.show.wording import closed_up, count, day

VOICES = 8
Part = Text | Padding | Table


def screen(found: Comparison, lookup: Lookup) -> Iterable[Part]:
    """Where they differ, what both tell, what one leaves out, whose voices they carry, which words they choose."""
    yield heads(found, lookup)
    if found.copied:
        yield Padding(Text("One of them is a copy of the other, or both are of one report."), (1, 0, 0, 0))
    yield from titled("They differ", [part for row in found.differing for part in difference(row, lookup)])
    if not found.differing and not found.shared:
        yield Padding(Text("Nothing that both tell was found."), (1, 0, 0, 0))
    yield from titled("Both tell", [part for row in found.shared for part in pair(row, lookup)])
    for side, other, rows in (
        (found.left, found.right, found.only_left),
        (found.right, found.left, found.only_right),
    ):
        yield from titled(f"{side.name} tells, {other.name} is silent", list(left_out(rows, side, lookup)))
    yield from titled("Voices carried", voices(found))
    yield from titled("Words chosen in their own voice", list(words(found, lookup)))


def titled(title: str, parts: Sequence[Part]) -> Iterator[Part]:
    if parts:
        yield Text()
        yield Text(title, style="bold")
        yield from parts


def heads(found: Comparison, lookup: Lookup) -> Table:
    table = columns()
    table.add_row(*(Text(side.name, style="bold") for side in (found.left, found.right)))
    table.add_row(*(Text(told_of(side, lookup), style="dim") for side in (found.left, found.right)))
    return table


def columns() -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    return table


def told_of(side: Side, lookup: Lookup) -> str:
    days = sorted({d for article in side.articles if (d := lookup.articles[article].published)})
    return ", ".join([count(len(side.articles), "article"), *(day(value) for value in days)])


def difference(row: Difference, lookup: Lookup) -> Iterator[Part]:
    yield Padding(Text.assemble(closed_up(row.question), (f"  {row.on} · {row.id}", "dim")), (0, 0, 0, 2))
    yield Padding(in_columns(row, lookup), (0, 0, 1, 4))


def pair(row: Pair, lookup: Lookup) -> Iterator[Part]:
    yield Padding(in_columns(row, lookup), (0, 0, 0, 2))
    yield Padding(Text(row.id, style="dim"), (0, 0, 1, 2))


def in_columns(row: Pair, lookup: Lookup) -> Table:
    table = columns()
    table.add_row(*(Text("\n".join(told(support, lookup) for support in part)) for part in (row.left, row.right)))
    return table


def told(support: SupportRow, lookup: Lookup) -> str:
    """The words of one place, and whose they are."""
    stance = "" if support.stance == "says" else f"{support.stance}: "
    voice = said_by(support.statement, lookup).rstrip(", ")
    return f"{stance}{closed_up(support.evidence.quote)}" + (f" ({voice})" if voice else "")


def left_out(rows: Sequence[ClaimRow], side: Side, lookup: Lookup) -> Iterator[Part]:
    for row in rows:
        own = next(support for support in row.support if support.article in side.articles)
        yield Padding(Text.assemble(told(own, lookup), (f"  {row.standing} · {row.id}", "dim")), (0, 0, 0, 2))


def voices(found: Comparison) -> list[Part]:
    """The voices carried most unequally, with the number of statements on either side."""
    if not found.voices:
        return []
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for voice in found.voices[:VOICES]:
        table.add_row(str(voice.left), str(voice.right), voice.speaker.name)
    if len(found.voices) > VOICES:
        table.add_row("", "", f"and {count(len(found.voices) - VOICES, 'voice')} more")
    return [Padding(table, (0, 0, 0, 2))]


def words(found: Comparison, lookup: Lookup) -> Iterator[Part]:
    for row in found.framing:
        side = found.left if row.article in found.left.articles else found.right
        target = lookup.name(row.target)
        told = f"{side.name}: {closed_up(row.evidence.quote)}  ({row.kind}{f', of {target}' if target else ''})"
        yield Padding(Text.assemble(told, (f" · {row.id}", "dim")), (0, 0, 0, 2))


def as_json(found: Comparison) -> dict[str, Any]:
    """The comparison as plain values: ids of rows, and the places of either side."""
    return {
        "left": {"name": found.left.name, "articles": list(found.left.articles)},
        "right": {"name": found.right.name, "articles": list(found.right.articles)},
        "copied": found.copied,
        "differing": [{**of_pair(row), "question": row.question, "on": row.on} for row in found.differing],
        "shared": [of_pair(row) for row in found.shared],
        "only_left": [row.id for row in found.only_left],
        "only_right": [row.id for row in found.only_right],
        "voices": [
            {"name": v.speaker.name, "entity": v.speaker.key, "left": v.left, "right": v.right} for v in found.voices
        ],
        "framing": [row.id for row in found.framing],
    }


def of_pair(row: Pair) -> dict[str, Any]:
    return {"id": row.id, "left": [place(s) for s in row.left], "right": [place(s) for s in row.right]}


def place(support: SupportRow) -> dict[str, Any]:
    e = support.evidence
    where = {"article": e.article, "start": e.start, "end": e.end, "quote": e.quote}
    return {"evidence": where, "statement": support.statement, "stance": support.stance}
