"""What changed between two runs: rows that are new, changed or gone.

Rows are the same by their id. Ids come from content, so a row whose content changed is found again by the evidence it
shares with a row that is gone: the same places, or the same words where its article was edited (an article by its
path, a story by its articles). A row that only moved, because its article was edited before it, did not change; nor
does the order inside a row count. Does not say why something changed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.model.record import Record
from dragoman.store.json import adapter
from dragoman.store.skeleton import PLACE, taken_apart

Row = dict[str, Any]
Ids = Mapping[str, str]


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
    edited = {was["id"]: row for row, was in paired(old["articles"], new["articles"], {}).items() if was["id"] != row}
    pairs = {name: paired(old[name], new[name], edited) for name in lists}
    ids = {was["id"]: row for found in pairs.values() for row, was in found.items()}
    return [change for name in lists for change in changed(name, old[name], new[name], pairs[name], ids, edited)]


def changed(
    name: str, old: Sequence[Row], new: Sequence[Row], pairs: Mapping[str, Row], ids: Ids, edited: Ids
) -> Iterator[Change]:
    """The changes of one list, whose rows are already paired."""
    for row in new:
        was = pairs.get(row["id"])
        if was is None:
            yield Change(list=name, what="new", id=row["id"], was=None, keys=())
        elif keys := differing(was, row, ids, set(edited.values())):
            yield Change(list=name, what="changed", id=row["id"], was=was["id"], keys=keys)
    found = {row["id"] for row in pairs.values()}
    gone = [row["id"] for row in old if row["id"] not in found]
    yield from (Change(list=name, what="gone", id=identifier, was=identifier, keys=()) for identifier in gone)


def differing(was: Row, row: Row, ids: Ids, moved: set[str]) -> tuple[str, ...]:
    """The keys whose values differ, once both rows name the same things by the same ids."""
    if was == row:
        return ()
    return tuple(key for key in row if settled(was.get(key), ids, moved) != settled(row[key], {}, moved))


def settled(value: Any, ids: Ids, moved: set[str]) -> Any:
    """A value with new ids for old ones, without places in articles that were edited, its lists in one order."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, list):
        return sorted((settled(item, ids, moved) for item in value), key=json.dumps)
    if not isinstance(value, dict):
        return value
    plain = {key: settled(item, ids, moved) for key, item in value.items()}
    loose = plain.keys() >= set(PLACE) and plain["article"] in moved
    return {key: item for key, item in plain.items() if not (loose and key in ("start", "end"))}


def paired(old: Sequence[Row], new: Sequence[Row], edited: Ids) -> dict[str, Row]:
    """The old row of each new one, by id, else by what they share; each old row once."""
    by_id = {row["id"]: row for row in old}
    kept = {row["id"] for row in new} & by_id.keys()
    where = defaultdict(list)
    for row in old:
        for mark in marks(row, edited) if row["id"] not in kept else ():
            where[mark].append(row["id"])
    found, taken = {identifier: by_id[identifier] for identifier in kept}, set()
    for row in new:
        known = marks(row, edited) if row["id"] not in kept else ()
        shared = Counter(identifier for mark in known for identifier in where[mark] if identifier not in taken)
        if shared:
            best = min(shared, key=lambda identifier: (-shared[identifier], identifier))
            taken.add(best)
            found[row["id"]] = by_id[best]
    return found


def marks(row: Row, edited: Ids) -> set[tuple[object, ...]]:
    """What a row is known by, besides its id: its places; in an article that was edited, its longest words."""
    places = [place for _, place in taken_apart(row)[1]]
    if not places:
        return {(edited.get(name, name),) for name in (row.get("articles") or [row.get("path")]) if name}
    moved = {*edited, *edited.values()}
    words: dict[str, str] = {}
    for place in (place for place in places if place["article"] in moved):
        article = edited.get(place["article"], place["article"])
        words[article] = max(words.get(article, ""), place["quote"], key=len)
    fixed = {(place["article"], place["start"], place["end"]) for place in places if place["article"] not in moved}
    return {*fixed, *words.items()}
