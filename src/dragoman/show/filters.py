"""Which rows are wanted: by actor, outlet and day; and a helpful answer where none are.

Names match on any form an article uses. Rows whose day is unknown are left out of a span of days, and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model.problem import NothingFound
from dragoman.model.record import EntityRow
from dragoman.show.lookup import Lookup
from dragoman.show.names import did_you_mean, folded, has_words
from dragoman.show.views.row import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    actor: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows that were wanted, and how many were left out because nobody knows their day."""

    rows: tuple[Shown, ...]
    undated: int = 0


def kept(rows: Sequence[Shown], wanted: Filter, lookup: Lookup) -> Kept:
    """The rows that are wanted. Raises NothingFound, with near matches, for a name that nobody has."""
    if wanted.actor is not None:
        actors = actors_named(wanted.actor, lookup)
        rows = [row for row in rows if actors & set(row.actors)]
    if wanted.outlet is not None:
        articles = articles_of(wanted.outlet, lookup)
        rows = [row for row in rows if articles & set(row.articles)]
    if wanted.since is None and wanted.until is None:
        return Kept(tuple(rows))
    dated = [row for row in rows if row.days is not None]
    return Kept(tuple(row for row in dated if within(row, wanted)), len(rows) - len(dated))


def within(row: Shown, wanted: Filter) -> bool:
    if row.days is None:
        return False
    first, last = row.days
    return (wanted.since is None or last >= wanted.since) and (wanted.until is None or first <= wanted.until)


def actors_named(name: str, lookup: Lookup) -> set[str]:
    """Ids of the entities that a name means: by id or a whole form, else by words in a form."""
    if name in lookup.entities:
        return {name}
    entities, wanted = lookup.record.entities, folded(name)
    found = {e.id for e in entities if any(folded(form) == wanted for form in forms(e))}
    found = found or {e.id for e in entities if any(has_words(form, name) for form in forms(e))}
    if found:
        return found
    near = did_you_mean(name, sorted({entity.name for entity in entities}))
    raise NothingFound(f"No actor is called {name} in this record.{near} `dragoman show actors` lists them all.")


def forms(entity: EntityRow) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def articles_of(outlet: str, lookup: Lookup) -> set[str]:
    """Ids of the articles of an outlet, by its name, else by words in it."""
    articles = lookup.record.articles
    found = {article.id for article in articles if folded(article.label) == folded(outlet)}
    found = found or {article.id for article in articles if has_words(article.label, outlet)}
    if found:
        return found
    near = did_you_mean(outlet, sorted({article.label for article in articles}))
    raise NothingFound(f"No article is from {outlet}.{near} `dragoman show articles` lists them all.")


def told(wanted: Filter) -> str:
    """The filter in words, for an answer that nothing matched.

    >>> told(Filter(actor="Ito", since=date(1995, 11, 1)))
    'actor Ito, since 1995-11-01'
    """
    parts = {"actor": wanted.actor, "outlet": wanted.outlet, "since": wanted.since, "until": wanted.until}
    return ", ".join(f"{key} {value}" for key, value in parts.items() if value is not None)
