"""Which row a pointer means: the one of its id, else the one of its list that shares most of its words.

An id is believed where the row rests on one of the pointer's places, or where none of their articles is in the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from dragoman.model.evidence import Evidence
from dragoman.model.record import ArticleRow, MentionRow
from dragoman.store.corrections.correction import Place, Pointer

Key = tuple[str, int, int]
SHOWN = 5
"""Places that a pointer keeps of a row: enough to find it again."""


def pointer_to(name: str, row: Any, articles: Mapping[str, ArticleRow]) -> Pointer:
    """A pointer to a row of a list."""
    places = tuple(
        Place(sha256=articles[e.article].sha256, start=e.start, end=e.end, quote=e.quote)
        for e in list(dict.fromkeys(places_in(row)))[:SHOWN]
    )
    return Pointer(id=row.id, list=name, called=called(row), places=places)


def called(row: Any) -> str:
    """What people call a row: its name or label, else its words."""
    for key in ("name", "label", "question", "text", "title", "quote"):
        value = getattr(row, key, None)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    words = next(places_in(row), None)
    return " ".join(words.quote.split()) if words else str(row.id)


def places_in(value: Any) -> Iterator[Evidence]:
    """Every place that a row rests on."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, MentionRow):
        yield Evidence(value.article, value.start, value.end, value.quote)
    elif isinstance(value, tuple):
        for item in value:
            yield from places_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from places_in(getattr(value, field.name))


class Finder:
    """Finds rows of some lists; `rows` are those lists as they stand, by name and id."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]], articles: Mapping[str, ArticleRow]) -> None:
        self._rows, self._articles = rows, articles
        self._texts = {article.sha256 for article in articles.values()}

    def find(self, pointer: Pointer, identifier: str) -> Any:
        """The row that a pointer means, if its id now is this one; None where there is none."""
        rows = self._rows.get(pointer.list, {})
        wanted = {(p.sha256, p.start, p.end) for p in pointer.places if p.sha256 in self._texts}
        row = rows.get(identifier)
        if row is not None and (not wanted or self._keys(row) & wanted):
            return row
        return self._by_words(pointer.list, wanted)

    def _by_words(self, name: str, wanted: set[Key]) -> Any:
        """The row that rests on most of these places, and on half of them at least."""
        shared = {identifier: len(self._keys(row) & wanted) for identifier, row in self._rows.get(name, {}).items()}
        best = max(shared, key=lambda identifier: shared[identifier], default=None)
        return self._rows[name][best] if best and shared[best] * 2 >= len(wanted) > 0 else None

    def _keys(self, row: Any) -> set[Key]:
        return {(self._articles[e.article].sha256, e.start, e.end) for e in places_in(row)}
