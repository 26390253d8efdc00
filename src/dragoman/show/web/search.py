"""Looks through every list at once: the rows that match, best lists first, and how many each further filter leaves.

`kind` is the list here. Does not look through gaps, the timeline or the brief, which repeat other rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.show.views.row import Shown
from dragoman.show.web.asked import Asked
from dragoman.show.web.listing import matching, standings
from dragoman.show.web.shelf import Held

SEARCHED = ("claims", "disagreements", "offers", "answers", "meetings", "statements", "framing", "actors", "articles")
FACETS = ("kind", "outlet", "actor", "day", "standing")
VALUES = 12
"""Values of a facet that are told, the most frequent first."""

TEXT = ("text", "question", "quote", "label", "content", "words", "name", "title")
"""The cells that say what a row is, the first that is there."""


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    row: Shown


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that would leave `rows` rows; `told` is what people read for it."""

    value: str
    told: str
    rows: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what is found, the number of all, and the facets by name."""

    hits: tuple[Hit, ...]
    total: int
    pages: int
    facets: dict[str, tuple[Facet, ...]]


def search(held: Held, asked: Asked) -> Found:
    """What is asked for, in all lists. Raises NothingFound for a name that nobody has."""
    hits, facets = held.made(("search", tuple(sorted(asked.filters.items()))), lambda: looked_for(held, asked))
    first = (asked.page - 1) * asked.per_page
    pages = max(1, -(-len(hits) // asked.per_page))
    return Found(hits[first : first + asked.per_page], len(hits), pages, facets)


def looked_for(held: Held, asked: Asked) -> tuple[tuple[Hit, ...], dict[str, tuple[Facet, ...]]]:
    lists = [name for name in SEARCHED if asked.kind in (None, name)]
    plain = asked.model_copy(update={"kind": None})
    hits = tuple(Hit(name, row) for name in lists for row in matching(held, name, plain)[0])
    return hits, {name: tuple(facet(name, hits, held)) for name in FACETS}


def facet(name: str, hits: Sequence[Hit], held: Held) -> list[Facet]:
    """The values of one facet among the rows: days in order, all else by how many rows they leave."""
    counted = Counter(value for hit in hits for value in values(name, hit, held))
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:VALUES]
    if name == "day":
        ordered.sort()
    lookup = held.lookup
    return [Facet(value, (lookup.name(value) or value) if name == "actor" else value, n) for value, n in ordered]


def values(name: str, hit: Hit, held: Held) -> set[str]:
    """What a row has of one facet."""
    if name == "kind":
        return {hit.kind}
    if name == "outlet":
        return {held.lookup.label(article) for article in hit.row.articles}
    if name == "actor":
        return set(hit.row.actors)
    if name == "standing":
        return standings(held, hit.row)
    return {str(hit.row.days[0])} if hit.row.days and hit.row.days[0] == hit.row.days[1] else set()


def text_of(row: Shown) -> str:
    """What a row is, in words."""
    return next((row.cells[key] for key in TEXT if row.cells.get(key)), row.id)
