"""What changed between two runs, as a screen: list by list, each row with its mark, its words and its id.

Does not find the changes: that is for `store`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from dragoman.model.evidence import Evidence
from dragoman.model.record import Record
from dragoman.show.explain import heading
from dragoman.show.export.places import first_place
from dragoman.show.lookup import Lookup, rows_of
from dragoman.show.wording import closed_up
from dragoman.store.diff import Change, changes

MARKS = {"new": "+", "changed": "~", "gone": "-"}


def screen(before: Record, after: Record) -> Iterator[Text | Padding]:
    """Every list in which something changed, with its counts and rows."""
    found = changes(before, after)
    if not found:
        yield Text("Nothing changed.")
        return
    was, now = words_of(before), words_of(after)
    for name, group in groupby(found, key=lambda change: change.list):
        rows = list(group)
        yield Text.assemble((name, "bold"), f"  {counted(rows)}")
        for row in rows:
            yield Padding(line(row, (was if row.what == "gone" else now)[name, row.id]), (0, 0, 0, 2))
        yield Text()


def counted(rows: Sequence[Change]) -> str:
    """How many of each kind, those that are none left out."""
    numbers: Counter[str] = Counter(row.what for row in rows)
    return ", ".join(f"{numbers[what]} {what}" for what in MARKS if numbers[what])


def line(row: Change, words: str) -> Text:
    """The mark of a change, the words of the row, which keys changed, and its id."""
    was = f", was {row.was}" if row.what == "changed" and row.was != row.id else ""
    keys = f" ({', '.join(row.keys)}{was})" if row.keys else ""
    return Text.assemble(f"{MARKS[row.what]} {words}", (f"{keys} · {row.id}", "dim"))


def words_of(record: Record) -> dict[tuple[str, str], str]:
    """What each row is, in one line: its heading, else the first words it rests on."""
    lookup = Lookup.of(record)
    return {
        (name, str(getattr(row, "id", ""))): heading(row, lookup) or words_at(first_place(row))
        for name, row in rows_of(record)
    }


def words_at(place: Evidence | None) -> str:
    return closed_up(place.quote) if place else ""
