"""What every list that can be shown has in common.

A view takes a record to rows; a row knows what the filters ask (actors, articles, days) and its flat cells for
CSV and Markdown. Does not print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.model.record import Date
from dragoman.show.lookup import Lookup

if TYPE_CHECKING:
    from rich.console import RenderableType


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One row of the record, ready to be filtered and put into a table."""

    id: str
    actors: tuple[str, ...]
    articles: tuple[str, ...]
    days: tuple[date, date] | None
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One list that `dragoman show` can print; `key` is its name in the record.

    `brief` are the columns of the Markdown table; CSV has all of them. `within` names the list inside the
    record's rows whose items are shown, where it is not the rows themselves; their ids are `ROW/PLACE`.
    """

    key: str
    about: str
    brief: tuple[str, ...]
    rows: Callable[[Lookup], list[Shown]]
    screen: Callable[[Sequence[Shown], Lookup], Iterable[RenderableType]]
    within: str | None = None


def published(lookup: Lookup, article: str) -> tuple[date, date] | None:
    """The day an article appeared, as a span of days."""
    day = lookup.articles[article].published
    return (day, day) if day else None


def days_of(when: Date | None) -> tuple[date, date] | None:
    if when is None or when.start is None or when.end is None:
        return None
    return when.start, when.end


def joined(names: Iterable[str | None]) -> str:
    """Names in one cell."""
    return "; ".join(name for name in names if name)
