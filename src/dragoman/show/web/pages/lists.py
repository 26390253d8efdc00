"""The whole record on one page, the first rows of each section; and each section on pages of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from dragoman.model.problem import NothingFound
from dragoman.show.report.heading import heading
from dragoman.show.web.asked import MOST, Asked
from dragoman.show.web.listing import Listing, listing
from dragoman.show.web.office import Office, office_of
from dragoman.show.web.pages.choices import choices, told
from dragoman.show.web.pages.frame import BAR, framed
from dragoman.show.web.pages.made import page
from dragoman.show.web.pages.outlets import outlets
from dragoman.show.web.pages.pieces import PARTS, Part, piece
from dragoman.show.web.shelf import Held

CHIPS = 40
"""Articles that the top of the page names; where there are more, their number has to do."""
SECTIONS = "|".join(PARTS)
WHOLE = Part("", "", "", "rows", 0)


class Wanted(Asked):
    """What a page asks for; what it does not know, it leaves."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    per_page: int = Field(25, ge=1, le=MOST)


Query_ = Annotated[Wanted, Query()]
router = APIRouter(include_in_schema=False)


@router.get("/")
async def home(request: Request, asked: Query_) -> Response:
    if office_of(request).shelf.stamp() is None:
        return RedirectResponse("/add", 303)
    return await page(request, asked, whole)


def whole(office: Office, held: Held, asked: Asked) -> str:
    """The record as the report has it, section by section."""
    why, pieces = "", []
    for part in BAR:
        found, why_not = rows_of(held, part, asked.model_copy(update={"page": 1, "per_page": part.first, "kind": None}))
        why = why or why_not
        if found and found.rows:
            pieces.append((part, found, piece(held, part.anchor, found.rows)))
    top = held.made("heading", lambda: heading(held.lookup))
    return framed(
        "home.html", office, held=held, asked=asked, pieces=pieces,
        heading=top if len(top.chips) <= CHIPS else replace(top, chips=()),
        whole=WHOLE, why=why,
        options=choices(held, "claims", is_whole=True), told=told(held, asked),
    )  # fmt: skip


@router.get("/{anchor}")
async def section(request: Request, anchor: str, asked: Query_) -> Response:
    part = PARTS.get(anchor)
    if part is None:
        raise NothingFound(f"Nothing of the record is called {anchor}. It has: {', '.join(PARTS)}.")
    return await page(request, asked, lambda office, held, wanted: one(office, held, wanted, part))


def one(office: Office, held: Held, asked: Asked, part: Part) -> str:
    """One page of one section."""
    path = f"/{part.anchor}"
    sized = asked if "per_page" in asked.model_fields_set else asked.model_copy(update={"per_page": part.size})
    found, why = rows_of(held, part, sized)
    html = piece(held, part.anchor, found.rows) if found else ""
    return framed(
        "list.html", office, held=held, asked=asked, here=part.anchor, path=path, part=part, found=found, why=why,
        html=html, tally=tally(found, part, sized), options=choices(held, part.anchor), told=told(held, asked),
    )  # fmt: skip


def rows_of(held: Held, part: Part, asked: Asked) -> tuple[Listing | None, str]:
    """The rows that match; and why there are none, where there are none."""
    try:
        found = outlets(held, asked) if part.anchor == "framing" else listing(held, part.anchor, asked)
    except NothingFound as error:
        return None, str(error).partition(" `dragoman")[0]
    if found.rows:
        return found, ""
    if not found.all:
        return found, f"This record has no {part.noun}."
    if found.total:
        return found, f"There are only {found.pages} pages of {part.noun}."
    unknown = f" {found.undated} have no day that is known." if found.undated else ""
    return found, f"None of {found.all:,} {part.noun} matches what is set.{unknown}"


def tally(found: Listing | None, part: Part, asked: Asked) -> str:
    """How many of how many rows, and which of them are here."""
    if found is None or not found.rows:
        return ""
    first = (asked.page - 1) * asked.per_page + 1
    shown = f"{first:,} to {first + len(found.rows) - 1:,} of " if found.pages > 1 else ""
    whole = "" if found.total == found.all else f" (of {found.all:,} in all)"
    return f"{shown}{found.total:,} {part.noun}{whole}"
