"""The sections of the page, each made of the report's own parts from the rows that are asked for.

A piece is made once for each run, filter and page. Does not put the frame around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from dragoman.show.lookup import Lookup
from dragoman.show.report.environment import part_html, section_html
from dragoman.show.report.sections import SECTIONS, actors, offers
from dragoman.show.report.sections.articles import citation
from dragoman.show.views.row import Shown
from dragoman.show.web.pages.addresses import address
from dragoman.show.web.pages.cut import cut, only
from dragoman.show.web.pages.environment import rendered
from dragoman.show.web.pages.outlets import chosen_outlets
from dragoman.show.web.shelf import Held

SAID = 8
"""Statements of one actor that are shown where all actors are; the rest is a page of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the workspace; `noun` is what its rows are.

    `first` is how many of them the page of the whole record shows, `size` how many a page of its own does.
    """

    anchor: str
    title: str
    about: str
    noun: str
    first: int
    size: int = 25


ABOUT = {section.anchor: section for section in SECTIONS}


def part(anchor: str, noun: str, first: int, size: int = 25) -> Part:
    """A section as the report calls it."""
    return Part(anchor, ABOUT[anchor].title, ABOUT[anchor].about, noun, first, size)


PARTS = {
    one.anchor: one
    for one in (
        part("brief", "claims", 10),
        part("meetings", "meetings", 9),
        part("offers", "offers", 6, 10),
        part("disagreements", "disagreements", 6, 12),
        part("claims", "claims", 8),
        Part("statements", "Statements", "Who said what, through whom, in which outlet.", "statements", 0),
        part("timeline", "entries", 16),
        part("framing", "outlets", 4),
        part("actors", "actors", 6, 15),
        Part("articles", "Articles", "What was read; each opens with its full text.", "articles", 20),
        Part("stories", "Stories", "Which articles tell of one and the same.", "stories", 0),
        part("gaps", "gaps", 12),
    )
}


def piece(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """The section with these rows; empty where there are none."""
    if not rows:
        return Markup("")
    return OWN.get(anchor, of_report)(held, anchor, rows)


def of_report(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """A section as the report has it."""
    return shown(anchor, only(held, anchor, (row.id for row in rows)))


def shown(anchor: str, lookup: Lookup) -> Markup:
    view = ABOUT[anchor].view(lookup)
    return Markup("") if view is None else section_html(anchor, view, address=address)


def disputes(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """The disagreements; refinements stand only behind the whole list, for they are no rows of it."""
    chosen = tuple(held.rows[row.id][1] for row in rows)
    is_whole = len(chosen) == len(held.lookup.record.disagreements)
    refinements = held.lookup.record.refinements[:100] if is_whole else ()
    return shown(anchor, cut(held, disagreements=chosen, refinements=refinements))


def ledger(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """The lines of the exchange ledger, which may name offers that are not among them.

    A line is made once: the same offers stand on the pages of all their parties.
    """
    lines = [held.made(("line", row.id, address("")), partial(line, held, row)) for row in rows]
    return part_html("rows/offer.html", "ledger", lines, address=address)


def line(held: Held, row: Shown) -> Markup:
    """One offer with its answers."""
    labels = held.made("labels", lambda: {offer.id: offer.label for offer in held.lookup.record.proposals})
    entry = offers.entry(held.rows[row.id][1], labels, held.lookup)  # type: ignore[arg-type]
    return part_html("rows/offer.html", "entry", entry, address=address)


def timeline(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """The entries of the timeline, beside the rows they tell of and no others."""
    chosen = tuple(held.rows[row.id][1] for row in rows)
    told: dict[str, list[object]] = {name: [] for name in ("statements", "events", "meetings", "proposals")}
    for name, row in (held.rows[row.ref] for row in chosen if row.ref in held.rows):  # type: ignore[attr-defined]
        told.setdefault(name, []).append(row)
    lists = {name: tuple(dict.fromkeys(told[name])) for name in told if name in KNOWN}
    return shown(anchor, cut(held, timeline=chosen, **lists))


def framing(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """The outlets that these choices of words are from; of one that is not whole only the choices."""
    return section_html(anchor, chosen_outlets(held, rows), address=address)


def cast(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """The actors, each with the first of its statements; the counts are of all."""
    said = held.made("said", lambda: {s.key: rows for s, rows in held.lookup.by_speaker(held.lookup.record.statements)})
    moves = held.made("moves", lambda: actors.moves_of(held.lookup.record))
    profiles = [
        replace(
            actors.profile(row.id, said.get(row.id, [])[:SAID], moves, held.lookup),
            counts=counts(row, len(said.get(row.id, []))),
        )
        for row in rows
    ]
    active = [one for one in profiles if one.said or one.moves.offered or one.moves.answered]
    view = actors.Cast(tuple(active), tuple(one for one in profiles if one not in active), ())
    return section_html(anchor, view, address=address)


def counts(row: Shown, said: int) -> str:
    mentions = f"{row.cells['mentions']} mentions in {row.cells['articles']} articles"
    return f"{said} statements, {mentions}" + f"; the first {SAID} are here" * (said > SAID) if said else mentions


def statements(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    """Statements under whoever makes them."""
    wanted = [held.lookup.statements[row.id] for row in rows]
    groups = [(speaker, actors.said(found, held.lookup)) for speaker, found in held.lookup.by_speaker(wanted)]
    return rendered("statements.html", groups=groups)


def articles(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    found = [(row, held.lookup.articles[row.id]) for row in rows]
    return rendered("articles.html", rows=found, lookup=held.lookup, cite=citation)


def stories(held: Held, anchor: str, rows: Sequence[Shown]) -> Markup:
    return rendered("stories.html", rows=rows, lookup=held.lookup)


KNOWN = ("statements", "events", "meetings", "proposals")

OWN: dict[str, Callable[[Held, str, Sequence[Shown]], Markup]] = {
    "offers": ledger,
    "timeline": timeline,
    "disagreements": disputes,
    "framing": framing,
    "actors": cast,
    "statements": statements,
    "articles": articles,
    "stories": stories,
}
