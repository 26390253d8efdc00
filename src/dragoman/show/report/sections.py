"""What each section of the report shows, in the order of the page. One template each in `templates/sections`.

A section without rows is left out of the page. Does not write HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dragoman.model.evidence import Evidence
from dragoman.model.record import ArticleRow, StatementRow
from dragoman.show.brief import counted, days
from dragoman.show.lookup import Lookup, Speaker, accounts, outlets
from dragoman.show.report.highlight import Paragraph, paragraphs
from dragoman.show.report.negotiation import disputes, in_brief, ledger, matrix, meetings_told, words_for
from dragoman.show.report.places import places_by_article
from dragoman.show.views import actors, gaps, timeline
from dragoman.show.views.row import Shown
from dragoman.show.views.statements import described, how


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its anchor (also its template), its title, a line that says what it holds, its rows."""

    anchor: str
    title: str
    about: str
    rows: Callable[[Lookup], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Heading:
    span: str
    counts: str
    outlets: tuple[str, ...]
    accounts: int


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as a line under its speaker; `number` is its place in the order of telling."""

    number: int
    row: StatementRow
    article: ArticleRow
    via: tuple[str, ...]
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    speaker: Speaker
    role: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Day:
    heading: str
    rows: tuple[tuple[Shown, Evidence], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    rows: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One article with its text cut into marked paragraphs."""

    row: ArticleRow
    link: str | None
    statements: int
    copy_of: ArticleRow | None
    paragraphs: tuple[Paragraph, ...]


def heading(lookup: Lookup) -> Heading:
    articles = lookup.record.articles
    return Heading(days(articles), counted(articles), tuple(outlets(articles)), accounts(articles))


def numbers(lookup: Lookup) -> dict[str, int]:
    """The number of each statement, counted in the order of telling."""
    ordered = sorted(lookup.record.statements, key=lookup.told)
    return {statement.id: place for place, statement in enumerate(ordered, start=1)}


def voices(lookup: Lookup) -> list[Voice]:
    numbered = numbers(lookup)

    def said(row: StatementRow) -> Said:
        via = tuple(lookup.via(via) for via in row.via)
        return Said(numbered[row.id], row, lookup.articles[row.article], via, tuple(how(row, lookup)))

    groups = lookup.by_speaker(lookup.record.statements)
    return [Voice(speaker, described(speaker), tuple(said(row) for row in rows)) for speaker, rows in groups]


def days_told(lookup: Lookup) -> list[Day]:
    by_id = {row.id: row for row in lookup.record.timeline}
    grouped = groupby(timeline.rows(lookup), key=lambda row: timeline.heading_of(by_id[row.id]))
    return [Day(heading, tuple((row, by_id[row.id].evidence[0]) for row in rows)) for heading, rows in grouped]


def articles_read(lookup: Lookup) -> list[Read]:
    numbered = numbers(lookup)
    places = places_by_article(lookup.record)
    ordered = lookup.in_order()
    by_article: dict[str, list[StatementRow]] = {article.id: [] for article in ordered}
    for statement in lookup.record.statements:
        by_article[statement.article].append(statement)
    return [
        Read(
            article,
            article.url if (article.url or "").lower().startswith(("https://", "http://")) else None,
            len(by_article[article.id]),
            lookup.articles.get(article.copy_of or ""),
            tuple(paragraphs(article, by_article[article.id], numbered, places.get(article.id, ()))),
        )
        for article in ordered
    ]


def kinds_of_gap(lookup: Lookup) -> list[Kind]:
    grouped = groupby(gaps.rows(lookup), key=lambda row: row.cells["kind"])
    return [Kind(kind, tuple(rows)) for kind, rows in grouped]


SECTIONS = (
    Section("brief", "In brief", "The contested and the best carried claims, in the words of an article.", in_brief),
    Section("meetings", "Meetings", "Who met whom, when and where, as the accounts tell it.", meetings_told),
    Section("offers", "Exchange ledger", "Each offer, its terms, each party's answer, and what became of it.", ledger),
    Section("disagreements", "Disagreements", "Where the accounts cannot all be right, side by side.", disputes),
    Section("claims", "Claims by article", "Which article says it, differs, denies it, or is silent.", matrix),
    Section("statements", "Statements", "Who said what, through whom. Each number leads to its place.", voices),
    Section("timeline", "Timeline", "What is dated, by its day; beside it the day it was reported.", days_told),
    Section("framing", "Framing", "The words each article chooses in its own voice.", words_for),
    Section("actors", "Actors", "Who speaks and is named, by every name the articles use.", actors.rows),
    Section("articles", "Articles", "The full text as read, with what was found marked in it.", articles_read),
    Section("gaps", "Gaps", "What is missing, unknown or could not be read.", kinds_of_gap),
)
