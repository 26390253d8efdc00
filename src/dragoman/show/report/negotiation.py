"""What the sections on the negotiation show: meetings, the exchange ledger, claims by article, words chosen.

Does not write HTML, and finds nothing that is not in the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dragoman.model.record import (
    ArticleRow,
    ClaimRow,
    DisagreementRow,
    FramingRow,
    MeetingRow,
    ProposalRow,
    SupportRow,
)
from dragoman.show.lookup import Lookup
from dragoman.show.views import framing, inbrief, meetings, offers
from dragoman.show.views.row import Shown


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has to a claim: places that support or deny it; or it is silent, or tells another story."""

    support: tuple[SupportRow, ...]
    silent: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One claim across all articles, in their order."""

    row: ClaimRow
    articles: tuple[ArticleRow, ...]
    cells: tuple[Cell, ...]


def meetings_told(lookup: Lookup) -> list[tuple[Shown, MeetingRow, list[DisagreementRow]]]:
    """Each meeting with the disagreements about it."""
    by_id = {row.id: row for row in lookup.record.meetings}
    told = lookup.record.disagreements
    return [
        (item, by_id[item.id], [d for d in told if d.event and d.event in (item.id, by_id[item.id].event)])
        for item in meetings.rows(lookup)
    ]


def ledger(lookup: Lookup) -> list[tuple[Shown, ProposalRow]]:
    by_id = {row.id: row for row in lookup.record.proposals}
    return [(item, by_id[item.id]) for item in offers.rows(lookup)]


def disputes(lookup: Lookup) -> tuple[DisagreementRow, ...]:
    return lookup.record.disagreements


def matrix(lookup: Lookup) -> list[Line]:
    """Claim by article: says, differs, denies, is silent."""
    return lines(lookup.record.claims, lookup)


def in_brief(lookup: Lookup) -> list[Line]:
    """The few claims to begin with."""
    return lines(inbrief.chosen(lookup), lookup)


def lines(rows: Sequence[ClaimRow], lookup: Lookup) -> list[Line]:
    articles = tuple(lookup.in_order())
    return [Line(row, articles, tuple(cell(row, article) for article in articles)) for row in rows]


def cell(row: ClaimRow, article: ArticleRow) -> Cell:
    return Cell(tuple(s for s in row.support if s.article == article.id), article.id in row.silent)


def words_for(lookup: Lookup) -> list[tuple[str, list[FramingRow]]]:
    """The words chosen for each target, by target, kind and place."""

    def target(row: FramingRow) -> str:
        return lookup.name(row.target) or framing.NOBODY

    ordered = sorted(lookup.record.framing, key=lambda row: (target(row), row.kind, row.evidence))
    return [(name, list(rows)) for name, rows in groupby(ordered, key=target)]
