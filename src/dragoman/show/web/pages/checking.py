"""What the record holds of a claim in the user's own words, as `dragoman check` has it; the claim is in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from dragoman.model.problem import NothingFound
from dragoman.show.asked import Answer, Found, check
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Words, chips, voice, words
from dragoman.show.views.answer import TITLES, counted
from dragoman.show.web.asked import Name
from dragoman.show.web.office import Office
from dragoman.show.web.pages.frame import framed
from dragoman.show.web.pages.lists import Wanted
from dragoman.show.web.pages.made import page
from dragoman.show.web.shelf import Held

MOST = 30
"""Places of each stance on the page; the command tells all."""


class Claimed(Wanted):
    """The claim that is looked for."""

    claim: Name = Field(None, description="A claim in your own words.")


@dataclass(frozen=True, slots=True)
class Place:
    """Words that answer, the row they are of, and the words of the claim that they have not."""

    words: Words
    ref: str
    missing: tuple[str, ...]


router = APIRouter(include_in_schema=False)


@router.get("/check")
async def checked(request: Request, asked: Annotated[Claimed, Query()]) -> Response:
    return await page(request, asked, lambda office, held, _: answered(office, held, asked))


def answered(office: Office, held: Held, asked: Claimed) -> str:
    found, why = looked_for(held.lookup, asked)
    values: dict[str, object] = {"found": found, "why": why}
    if found:
        values |= {
            "told": counted(found, held.lookup),
            "stances": [
                (stance, title, places([r for r in found.found if r.stance == stance], held.lookup))
                for stance, title in TITLES
            ],
            "silent": chips(found.silent, held.lookup),
        }
    return framed("check.html", office, held=held, asked=asked, here="check", path="/check", **values)


def looked_for(lookup: Lookup, asked: Claimed) -> tuple[Answer | None, str]:
    """The answer; and why there is none, where there is none."""
    if not (asked.claim and asked.claim.strip()):
        return None, "Type a claim in your own words: who did, said or offered what, and when."
    try:
        return check(asked.claim, lookup), ""
    except NothingFound as error:
        return None, str(error)


def of(stance: str, answer: Answer) -> list[Found]:
    return [row for row in answer.found if row.stance == stance]


def places(found: Sequence[Found], lookup: Lookup) -> tuple[list[Place], int]:
    """The first places, and how many there are."""
    shown = [
        Place(words(row.evidence, lookup, whose=voice(row.statement, lookup)), row.ref, row.missing)
        for row in found[:MOST]
    ]
    return shown, len(found)
