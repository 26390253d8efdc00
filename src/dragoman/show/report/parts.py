"""The small parts that every section of the report is made of: chips of outlets, words in their sentence, evidence.

They are plain values with nothing left to look up, so that a template, a page of the workspace and a notebook show
them alike. Does not write HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.record import Date, SupportRow
from dragoman.show.context import around
from dragoman.show.lookup import Lookup
from dragoman.show.report.places import anchor
from dragoman.show.wording import closed_up, dated, day


@dataclass(frozen=True, slots=True)
class Chip:
    """An article by its outlet; `known` is false where its label is the name of a file."""

    article: str
    label: str
    day: str
    known: bool
    copy_of: str


@dataclass(frozen=True, slots=True)
class Words:
    """Verbatim words (`quote`) with what stands before and after them in their sentence.

    `whose` is who is reported to say so, empty where the article says it in its own voice; `part` tells what of the
    row the words are for; `start` and `end` are their place in the article's text.
    """

    chip: Chip
    before: str
    quote: str
    after: str
    start: int
    end: int
    anchor: str
    whose: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Drawer:
    """What a row opens: its id, its heading, the words it rests on, and the rules that made it."""

    id: str
    heading: str
    words: tuple[Words, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody by name; `id` is empty for whom the record does not know."""

    id: str
    name: str


def chip(article: str, lookup: Lookup) -> Chip:
    row = lookup.articles[article]
    original = lookup.articles.get(row.copy_of or "")
    return Chip(
        article,
        row.label,
        day(row.published) if row.published else "",
        row.outlet is not None,
        original.label if original else "",
    )


def chips(articles: Iterable[str], lookup: Lookup) -> tuple[Chip, ...]:
    """The articles as chips, each once."""
    return tuple(chip(article, lookup) for article in dict.fromkeys(articles))


def words(place: Evidence, lookup: Lookup, *, statement: str | None = None, part: str = "") -> Words:
    """The words at a place, in their sentence; `statement` is the one they stand in."""
    text = lookup.articles[place.article].text
    low, high = around(text, place.start, place.end)
    before, after = text[low : place.start], text[place.end : high]
    return Words(
        chip(place.article, lookup),
        spaced(before, after=before[-1:].isspace()),
        closed_up(place.quote),
        spaced(after, before=after[:1].isspace()),
        place.start,
        place.end,
        anchor(place),
        whose(statement, lookup),
        part,
    )


def spaced(text: str, *, before: bool = False, after: bool = False) -> str:
    """The text on one line, keeping that it was parted from its neighbour.

    >>> spaced("The  envoy\\n", after=True)
    'The envoy '
    """
    return " " * before + closed_up(text) + " " * (after and bool(text.strip()))


def whose(statement: str | None, lookup: Lookup) -> str:
    """Who is reported to say so, and through whom; empty for the article's own voice."""
    row = lookup.statements.get(statement or "")
    if row is None:
        return ""
    through = ", citing ".join(lookup.via(via) for via in row.via)
    return lookup.speaker(row.source).name + (f", cited by {through}" if through else "")


def every(evidence: Iterable[Evidence], lookup: Lookup, *, part: str = "") -> tuple[Words, ...]:
    """The words at each place."""
    return tuple(words(place, lookup, part=part) for place in dict.fromkeys(evidence))


def supported(support: Sequence[SupportRow], lookup: Lookup, *, part: str | None = None) -> tuple[Words, ...]:
    """The words of each support; where no part is named, its stance."""
    return tuple(
        words(row.evidence, lookup, statement=row.statement, part=row.stance if part is None else part)
        for row in support
    )


def actor(entity: str, lookup: Lookup) -> Actor:
    """Somebody by id, or by the words that stand in place of one."""
    name = lookup.name(entity)
    return Actor(entity, name) if name else Actor("", entity)


def actors(ids: Iterable[str], lookup: Lookup) -> tuple[Actor, ...]:
    return tuple(actor(one, lookup) for one in dict.fromkeys(ids))


def resolved(when: Date) -> str:
    """How an expression of time came to its day.

    “Thursday” → 15 May 2025 (weekday before the day of publication, against published)
    """
    against = f", against {when.anchor}" if when.anchor else ""
    return f"“{closed_up(when.text)}” → {dated(when)} ({when.why}{against})"
