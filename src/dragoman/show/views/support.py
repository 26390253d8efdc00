"""How the words that a row rests on are told: each with its outlet, day and, where it is a statement, its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.evidence import Evidence
from dragoman.model.record import SupportRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import joined
from dragoman.show.wording import closed_up, day


def origin(article: str, lookup: Lookup) -> str:
    """The outlet, and the day it wrote.

    "The Herald, 1 November 1995"
    """
    row = lookup.articles[article]
    return f"{row.label}, {day(row.published)}" if row.published else row.label


def labels(articles: Iterable[str], lookup: Lookup) -> str:
    """The outlets of some articles in one cell, each once."""
    return joined(dict.fromkeys(lookup.label(article) for article in articles))


def said_by(statement: str | None, lookup: Lookup) -> str:
    """Whose words the evidence gives, or nothing where the article speaks in its own voice."""
    row = lookup.statements.get(statement or "")
    return f"according to {lookup.speaker(row.source).name}, " if row else ""


def evidence_lines(evidence: Sequence[Evidence], lookup: Lookup, *, indent: int) -> Iterable[Padding]:
    """Each place on its own lines: the words, then who wrote them."""
    for place in evidence:
        yield Padding(Text(closed_up(place.quote)), (0, 0, 0, indent))
        yield Padding(Text(origin(place.article, lookup), style="dim"), (0, 0, 0, indent + 2))


def support_lines(support: Sequence[SupportRow], lookup: Lookup, *, indent: int) -> Iterable[Padding]:
    for row in support:
        stance = "" if row.stance == "says" else f"{row.stance}: "
        yield Padding(Text.assemble((stance, "bold"), closed_up(row.evidence.quote)), (0, 0, 0, indent))
        told = f"{said_by(row.statement, lookup)}{origin(row.article, lookup)}"
        yield Padding(Text(told, style="dim"), (0, 0, 0, indent + 2))


def names(ids: Iterable[str | None], lookup: Lookup) -> str:
    """Entities in one cell."""
    return joined(lookup.name(identifier) for identifier in ids)


def articles_of(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(sorted({place.article for place in evidence}))


def known(*ids: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identifier for identifier in ids if identifier))
