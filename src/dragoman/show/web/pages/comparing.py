"""Two outlets or two articles side by side, as `dragoman compare` has them, with both sides in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from dragoman.model.problem import NothingFound, UsageError
from dragoman.model.record import ClaimRow, FramingRow
from dragoman.show.comparison import Comparison, Difference, Pair, Side, compare
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Words, supported, voice, words
from dragoman.show.views.comparison import VOICES, told_of
from dragoman.show.web.asked import Name
from dragoman.show.web.office import Office
from dragoman.show.web.pages.frame import framed
from dragoman.show.web.pages.lists import Wanted
from dragoman.show.web.pages.made import page
from dragoman.show.web.shelf import Held

MOST = 30
"""Rows of each part on the page; the command tells all."""


class Sides(Wanted):
    """The two that are laid side by side."""

    a: Name = Field(None, description="An outlet, or an article by its label, path or id.")
    b: Name = Field(None, description="The other one.")


@dataclass(frozen=True, slots=True)
class Beside:
    """One row with the words of either side; where only one tells, the other has none."""

    id: str
    heading: str
    on: str
    left: tuple[Words, ...]
    right: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What is shown of a part of the comparison, and how many there are."""

    title: str
    shown: tuple[Beside, ...]
    all: int


router = APIRouter(include_in_schema=False)


@router.get("/compare")
async def compared(request: Request, asked: Annotated[Sides, Query()]) -> Response:
    return await page(request, asked, lambda office, held, _: side_by_side(office, held, asked))


def side_by_side(office: Office, held: Held, asked: Sides) -> str:
    found, why = looked_for(held.lookup, asked)
    values: dict[str, object] = {
        "found": found,
        "why": why,
        "labels": sorted({row.label for row in held.lookup.record.articles}),
    }
    if found:
        values |= {
            "heads": [(side.name, told_of(side, held.lookup)) for side in (found.left, found.right)],
            "rows": [rows for rows in parts(found, held.lookup) if rows.all],
            "voices": found.voices[:VOICES],
            "chosen": chosen(found, held.lookup),
        }
    return framed("compare.html", office, held=held, asked=asked, here="compare", path="/compare", **values)


def looked_for(lookup: Lookup, asked: Sides) -> tuple[Comparison | None, str]:
    """The comparison; and why there is none, where there is none."""
    if not (asked.a and asked.b):
        return None, "Choose two outlets, or two articles by label, path or id."
    try:
        return compare(asked.a, asked.b, lookup), ""
    except (NothingFound, UsageError) as error:
        return None, str(error).partition(" `dragoman")[0]


def parts(found: Comparison, lookup: Lookup) -> list[Rows]:
    """Where they differ, what both tell, what one of them leaves out."""
    left, right = found.left, found.right
    return [
        of_pairs("They differ", found.differing, lookup),
        of_pairs("Both tell", found.shared, lookup),
        left_out(f"{left.name} tells, {right.name} is silent", found.only_left, left, lookup),
        left_out(f"{right.name} tells, {left.name} is silent", found.only_right, right, lookup),
    ]


def of_pairs(title: str, rows: Sequence[Pair], lookup: Lookup) -> Rows:
    return Rows(title, tuple(beside(row, lookup) for row in rows[:MOST]), len(rows))


def beside(row: Pair, lookup: Lookup) -> Beside:
    heading, on = (row.question, row.on) if isinstance(row, Difference) else ("", "")
    return Beside(row.id, heading, on, supported(row.left, lookup), supported(row.right, lookup))


def left_out(title: str, rows: Sequence[ClaimRow], side: Side, lookup: Lookup) -> Rows:
    """Claims of one side, each by its first place there."""
    shown = tuple(Beside(row.id, "", row.standing, (own_words(row, side, lookup),), ()) for row in rows[:MOST])
    return Rows(title, shown, len(rows))


def own_words(row: ClaimRow, side: Side, lookup: Lookup) -> Words:
    own = next(support for support in row.support if support.article in side.articles)
    return words(own.evidence, lookup, whose=voice(own.statement, lookup))


def chosen(found: Comparison, lookup: Lookup) -> list[tuple[str, list[tuple[FramingRow, str]]]]:
    """The words that each side chooses in its own voice, and of whom."""
    return [
        (side.name, [(row, lookup.name(row.target) or "") for row in found.framing if row.article in side.articles])
        for side in (found.left, found.right)
    ]
