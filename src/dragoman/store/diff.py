"""What changed between two runs: rows that are new, changed or gone.

Rows are the same by their id; ids come from content, so a row whose content changed is found again by the evidence it
shares with a row that is gone (an article by its path, a story by its articles). Does not say why something changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model.record import Record
from dragoman.store.json import adapter
from dragoman.store.skeleton import taken_apart

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that is not as it was. `was` is its id before; `keys` are the keys whose values changed."""

    list: str
    what: Literal["new", "changed", "gone"]
    id: str
    was: str | None
    keys: tuple[str, ...]


def changes(before: Record, after: Record) -> list[Change]:
    """Every change, list by list in the order of the record: what is new or changed, then what is gone."""
    old, new = (adapter().dump_python(record, mode="json") for record in (before, after))
    lists = [name for name, rows in new.items() if isinstance(rows, list)]
    return [change for name in lists for change in changed_rows(name, old[name], new[name])]


def changed_rows(name: str, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Change]:
    by_id = {row["id"]: row for row in old}
    kept = {row["id"] for row in new} & by_id.keys()
    moved = matched([row for row in old if row["id"] not in kept], [row for row in new if row["id"] not in kept])
    for row in new:
        was = by_id[row["id"]] if row["id"] in kept else moved.get(row["id"])
        if was is None:
            yield Change(list=name, what="new", id=row["id"], was=None, keys=())
        elif keys := differing(was, row):
            yield Change(list=name, what="changed", id=row["id"], was=was["id"], keys=keys)
    found = kept | {row["id"] for row in moved.values()}
    gone = [row["id"] for row in old if row["id"] not in found]
    yield from (Change(list=name, what="gone", id=identifier, was=identifier, keys=()) for identifier in gone)


def differing(was: Row, row: Row) -> tuple[str, ...]:
    """The keys whose values differ, the id only where nothing else does."""
    keys = tuple(key for key in row if row[key] != was.get(key))
    return tuple(key for key in keys if key != "id") or keys


def matched(old: Sequence[Row], new: Sequence[Row]) -> dict[str, Row]:
    """New rows and the old rows that share most with them, each old row once."""
    where = defaultdict(list)
    for row in old:
        for mark in marks(row):
            where[mark].append(row["id"])
    by_id, taken, found = {row["id"]: row for row in old}, set(), {}
    for row in new:
        shared = Counter(i for mark in marks(row) for i in where[mark] if i not in taken)
        if shared:
            best = min(shared, key=lambda identifier: (-shared[identifier], identifier))
            taken.add(best)
            found[row["id"]] = by_id[best]
    return found


def marks(row: Row) -> set[tuple[object, ...]]:
    """What a row is known by, besides its id."""
    places: set[tuple[object, ...]] = {
        (place["article"], place["start"], place["end"]) for _, place in taken_apart(row)[1]
    }
    if places:
        return places
    return {(path,) for path in (row.get("articles") or [row.get("path")]) if path}
