"""A record at hand of which one list is cut to the rows that a page shows; all else stays to be looked up.

So the sections of the report can be shown row by row, page by page: they take their rows from the record they get.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from dragoman.model.record import Record
from dragoman.show.lookup import Lookup
from dragoman.show.report.places import evidence_in
from dragoman.show.views import VIEWS
from dragoman.show.web.shelf import Held


def cut(held: Held, **lists: tuple[Any, ...]) -> Lookup:
    """The record at hand with some lists replaced."""
    return replace(held.lookup, record=replace(held.lookup.record, **lists))  # type: ignore[arg-type]


def only(held: Held, what: str, ids: Iterable[str]) -> Lookup:
    """The record at hand with the list that is shown cut to the rows of these ids, in their order."""
    names = dict.fromkeys(identifier.partition("/")[0] for identifier in ids)
    return cut(held, **{VIEWS[what].key: tuple(held.rows[name][1] for name in names)})


def about_article(held: Held, article: str) -> Lookup:
    """The record at hand with nothing but one article and what rests on it."""
    resting = resting_rows(held).get(article, {})
    lists = {f.name: tuple(resting.get(f.name, ())) for f in fields(Record) if f.name != "dragoman"}
    whole = held.lookup
    kept = {"articles": (whole.articles[article],), "entities": whole.record.entities, "stories": whole.record.stories}
    return cut(held, **(lists | kept))


def resting_rows(held: Held) -> dict[str, dict[str, list[object]]]:
    """What rests on each article of a run."""
    return held.made("resting", lambda: resting_on(held.lookup.record))


def resting_on(record: Record) -> dict[str, dict[str, list[object]]]:
    """For each article and list the rows that have evidence in it; rows that are one place stand with theirs."""
    found: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for f in fields(Record):
        rows = getattr(record, f.name)
        if f.name in ("dragoman", "articles", "entities", "stories"):
            continue
        for row in rows:
            own = getattr(row, "article", None)
            for article in {own} if own else {place.article for place in evidence_in(row)}:
                found[article][f.name].append(row)
    return found
