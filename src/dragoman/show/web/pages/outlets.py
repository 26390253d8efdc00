"""The framing, outlet by outlet: which outlets a page shows, and each as the report has it.

What an outlet calls whom, its verbs and voices are counted once for each run. Where a filter leaves out some of its
choices of words, only those that are left are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.record import ArticleRow
from dragoman.show.report.sections import framing
from dragoman.show.views.row import Shown
from dragoman.show.web.asked import Asked
from dragoman.show.web.listing import Listing, matching
from dragoman.show.web.shelf import Held

AT_ONCE = 6
"""Outlets on a page at most."""


def outlets(held: Held, asked: Asked) -> Listing:
    """One page of the outlets that have rows that match; the rows are their choices of words."""
    rows, undated = matching(held, "framing", asked)
    by_outlet: dict[str, list[Shown]] = defaultdict(list)
    for row in rows:
        by_outlet[held.lookup.label(row.articles[0])].append(row)
    names, size = sorted(by_outlet), min(asked.per_page, AT_ONCE)
    here = names[(asked.page - 1) * size : asked.page * size]
    known = len({held.lookup.label(row.articles[0]) for row in held.shown("framing")})
    chosen = tuple(row for name in here for row in by_outlet[name])
    return Listing(chosen, len(names), known, undated, asked.page, max(1, -(-len(names) // size)))


def chosen_outlets(held: Held, rows: Sequence[Shown]) -> list[framing.Outlet]:
    """The outlets of these choices of words."""
    ids = {row.id for row in rows}
    names = sorted({held.lookup.label(row.articles[0]) for row in rows})
    return [narrowed(outlet(held, name, nth), ids) for nth, name in enumerate(names, start=1)]


def outlet(held: Held, name: str, nth: int) -> framing.Outlet:
    """An outlet as the report has it, its bars measured against those of all outlets."""
    counted = held.made("framing", lambda: framing.counts(held.lookup))
    most = held.made("bars", lambda: [longest(one) for one in framing.bars(counted)])
    articles = held.made("by outlet", lambda: by_label(held))
    return framing.outlet(name, f"outlet-{nth}", articles[name], counted[name], most, held.lookup)


def longest(counters: Sequence[dict[str, int]]) -> int:
    return max((max(one.values(), default=0) for one in counters), default=0)


def by_label(held: Held) -> dict[str, list[ArticleRow]]:
    found: dict[str, list[ArticleRow]] = defaultdict(list)
    for article in held.lookup.in_order():
        found[article.label].append(article)
    return found


def narrowed(whole: framing.Outlet, ids: set[str]) -> framing.Outlet:
    """An outlet with only these choices of words, where they are not all it has."""
    if all(choice.id in ids for called in whole.called for choice in called.choices):
        return whole
    cut = [replace(one, names=(), choices=tuple(c for c in one.choices if c.id in ids)) for one in whole.called]
    return replace(whole, called=tuple(one for one in cut if one.choices))
