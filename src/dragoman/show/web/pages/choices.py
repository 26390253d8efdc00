"""What the filters of a list can be set to: the values its rows have, and how many rows have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.show.web.asked import Asked
from dragoman.show.web.listing import kind_of, standing_of_rows, standings
from dragoman.show.web.search import Facet
from dragoman.show.web.shelf import Held

MOST = 150
"""Values that one filter offers, the most frequent; others can be named in the address."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Values in order of what people read."""

    actor: tuple[Facet, ...]
    outlet: tuple[Facet, ...]
    kind: tuple[Facet, ...]
    standing: tuple[Facet, ...]


def choices(held: Held, what: str, *, is_whole: bool = False) -> Choices:
    return held.made(("choices", what, is_whole), lambda: counted(held, what, is_whole=is_whole))


def counted(held: Held, what: str, *, is_whole: bool) -> Choices:
    """The choices of a list; those of the whole page are counted in statements and claims."""
    lookup = held.lookup
    rows = [*held.shown("statements"), *held.shown("offers")] if is_whole else held.shown(what)
    standing_of_rows(held)
    return Choices(
        values((actor for row in rows for actor in row.actors), lambda one: lookup.name(one) or ""),
        values(label for row in rows for label in {lookup.label(article) for article in row.articles}),
        () if is_whole else values(kind_of(row) for row in rows),
        values(one for row in (held.shown("claims") if is_whole else rows) for one in standings(held, row)),
    )  # fmt: skip


def values(found: Iterable[str], name: object = None) -> tuple[Facet, ...]:
    """Each value with how often it is found, the most frequent, in order of its name."""
    naming = name if callable(name) else str
    most = Counter(value for value in found if value and naming(value)).most_common(MOST)
    return tuple(sorted((Facet(value, naming(value), n) for value, n in most), key=lambda f: (f.told, f.value)))


def told(held: Held, asked: Asked) -> dict[str, str]:
    """What people read for a filter that is set to an id."""
    names = {"actor": held.lookup.name(asked.actor)}
    story = next((row.label for row in held.lookup.record.stories if row.id == asked.story), None)
    return {key: value for key, value in (names | {"story": story}).items() if value}
