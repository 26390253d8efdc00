"""The row that an id names, explained; and what to try where there is none."""

from __future__ import annotations

from dragoman.model.problem import NothingFound
from dragoman.show.explain import Explained, explain
from dragoman.show.lookup import Lookup, rows_of
from dragoman.show.names import near


def explained(identifier: str, lookup: Lookup) -> Explained:
    """What the row rests on. Raises NothingFound, with near ids, where no row has the id."""
    found = explain(identifier, lookup)
    if found is not None:
        return found
    ids = [str(getattr(row, "id", "")) for _, row in rows_of(lookup.record) if hasattr(row, "id")]
    close = near(identifier, ids)
    hint = f" Near ids: {', '.join(close)}." if close else " `dragoman show statements` lists ids."
    raise NothingFound(f"No row has the id {identifier}.{hint}")
