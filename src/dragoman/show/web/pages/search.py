"""The search through every list, with what each further filter would leave."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.model.problem import NothingFound
from dragoman.show.report.parts import chips
from dragoman.show.web.asked import Asked
from dragoman.show.web.office import Office
from dragoman.show.web.pages.choices import told
from dragoman.show.web.pages.frame import framed
from dragoman.show.web.pages.lists import WHOLE, Query_
from dragoman.show.web.pages.made import page
from dragoman.show.web.search import Found, search, text_of
from dragoman.show.web.shelf import Held

router = APIRouter(include_in_schema=False)


@router.get("/search")
async def searched(request: Request, asked: Query_) -> Response:
    return await page(request, asked, results)


def results(office: Office, held: Held, asked: Asked) -> str:
    found, why = looked_for(held, asked)
    hits = [(hit, text_of(hit.row), chips(hit.row.articles, held.lookup)) for hit in found.hits] if found else []
    values = {"found": found, "hits": hits, "why": why, "part": WHOLE, "told": told(held, asked)}
    return framed("search.html", office, held=held, asked=asked, here="search", path="/search", **values)


def looked_for(held: Held, asked: Asked) -> tuple[Found | None, str]:
    """What is found; and why there is nothing, where there is nothing."""
    if not asked.filters:
        return None, "Type words to look for, or choose an actor, an outlet or a day on any list."
    try:
        found = search(held, asked)
    except NothingFound as error:
        return None, str(error).partition(" `dragoman")[0]
    why = "No row of any list matches." if not found.total else f"There are only {found.pages} pages."
    return found, why
