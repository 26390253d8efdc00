"""The top of the page: which story, which days, who was read, and how much was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.show.brief import SAID, days
from dragoman.show.lookup import Lookup, accounts, outlets
from dragoman.show.report.parts import Chip, chips
from dragoman.show.wording import count


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts; `section` is the anchor of where they stand."""

    number: int
    name: str
    section: str


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    said: str
    notes: tuple[str, ...]
    chips: tuple[Chip, ...]
    figures: tuple[Figure, ...]


def heading(lookup: Lookup) -> Heading:
    stories = lookup.record.stories
    return Heading(
        stories[0].label if len(stories) == 1 else f"{len(stories):,} stories" if stories else "The record",
        SAID,
        tuple(notes(lookup)),
        chips((article.id for article in lookup.in_order()), lookup),
        tuple(figures(lookup)),
    )


def notes(lookup: Lookup) -> Iterator[str]:
    """When the articles appeared, and what the numbers leave out."""
    articles = lookup.record.articles
    unknown = sum(article.outlet is None for article in articles)
    copies = sum(article.copy_of is not None for article in articles)
    yield days(articles)
    if unknown:
        yield f"{count(unknown, 'article')} of unknown outlet"
    if copies:
        yield f"{count(copies, 'copy', 'copies')} counted once"


def figures(lookup: Lookup) -> Iterator[Figure]:
    """How many of each, those that are none left out; copies and one wire's reprints are one account."""
    record = lookup.record
    numbers = (
        (len(record.articles), "article", "articles", "articles"),
        (len(outlets(record.articles)), "outlet", "outlets", "framing"),
        (accounts(record.articles), "independent account", "independent accounts", "articles"),
        (len(record.meetings), "meeting", "meetings", "meetings"),
        (len(record.proposals), "proposal", "proposals", "offers"),
        (sum(len(row.responses) for row in record.proposals), "answer", "answers", "offers"),
        (len(record.disagreements), "disagreement", "disagreements", "disagreements"),
        (len(record.claims), "claim", "claims", "claims"),
        (len(record.statements), "statement", "statements", "actors"),
        (len(record.gaps), "gap", "gaps", "gaps"),
    )
    yield from (Figure(number, one if number == 1 else many, where) for number, one, many, where in numbers if number)
