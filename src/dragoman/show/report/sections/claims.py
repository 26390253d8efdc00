"""The matrix of claims by articles: each says, differs, denies, or is silent.

One matrix for each story, since an article has nothing to say on a story it does not tell. A story of many articles
is told by lists instead of columns. A claim that rests on articles of several stories stands with the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.record import ClaimRow, SupportRow
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Chip, Drawer, chip, chips, supported
from dragoman.show.report.places import anchor
from dragoman.show.wording import closed_up, count

COLUMNS = 16
"""A table of more articles than this is no longer read across."""

STANCES = ("says", "differs", "denies")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has to a claim: its stances with their places, or it is silent, or out of the story."""

    chip: Chip
    stances: tuple[tuple[str, str], ...]
    silent: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One claim: its cells in the order of the columns, or the same as lists of chips and how many are silent."""

    id: str
    text: str
    standing: str
    accounts: str
    differs: bool
    cells: tuple[Cell, ...]
    lists: tuple[tuple[str, tuple[Chip, ...]], ...]
    silent: str
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Matrix:
    """The claims of one story; `columns` is empty where the story has too many articles for columns."""

    story: str
    columns: tuple[Chip, ...]
    lines: tuple[Line, ...]


def view(lookup: Lookup) -> tuple[Matrix, ...] | None:
    stories = {article: story.id for story in lookup.record.stories for article in story.articles}
    by_story: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in lookup.record.claims:
        by_story[stories.get(row.support[0].article, "")].append(row)
    names = {story.id: story.label for story in lookup.record.stories}
    found = [matrix(names.get(story, ""), rows, lookup) for story, rows in by_story.items()]
    return tuple(found) or None


def matrix(story: str, rows: Sequence[ClaimRow], lookup: Lookup) -> Matrix:
    told = {article for row in rows for article in (*row.silent, *(s.article for s in row.support))}
    articles = [article.id for article in lookup.in_order() if article.id in told]
    columns = articles if len(articles) <= COLUMNS else []
    return Matrix(story, chips(columns, lookup), tuple(line(row, columns, lookup) for row in rows))


def line(row: ClaimRow, columns: Sequence[str], lookup: Lookup) -> Line:
    lists = [(stance, chips((s.article for s in row.support if s.stance == stance), lookup)) for stance in STANCES]
    return Line(
        row.id,
        closed_up(row.text),
        row.standing,
        count(row.independent, "account"),
        any(s.stance != "says" for s in row.support),
        tuple(cell(row, article, lookup) for article in columns),
        tuple((stance, found) for stance, found in lists if found),
        count(len(row.silent), "article") if row.silent else "",
        Drawer(row.id, closed_up(row.text), supported(row.support, lookup)),
    )


def cell(row: ClaimRow, article: str, lookup: Lookup) -> Cell:
    """Each stance of an article once, at the first place that takes it."""
    first: dict[str, SupportRow] = {}
    for support in row.support:
        if support.article == article:
            first.setdefault(support.stance, support)
    stances = tuple((stance, anchor(first[stance].evidence)) for stance in STANCES if stance in first)
    return Cell(chip(article, lookup), stances, article in row.silent)
