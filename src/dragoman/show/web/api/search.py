"""The search through every list, with its facets."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dragoman.show.web import search
from dragoman.show.web.api.lists import LATER, around
from dragoman.show.web.api.plain import answered
from dragoman.show.web.api.shapes import Search
from dragoman.show.web.asked import Asked
from dragoman.show.web.office import Office, office_of

router = APIRouter(tags=["search"])


@router.get("/search", response_model=Search, summary="Rows of every list that match, with facets", responses=LATER)
async def found(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """`kind` is a list here: statements, offers, claims ..."""
    return answered(await run_in_threadpool(looked_for, office_of(request), asked, request.url.path))


def looked_for(office: Office, asked: Asked, path: str) -> dict[str, Any]:
    held = office.held(asked)
    result = search.search(held, asked)
    return {
        "run": held.id,
        "total": result.total,
        "page": asked.page,
        "pages": result.pages,
        **around(asked, path, result.pages),
        "facets": {name: [asdict(value) for value in values] for name, values in result.facets.items()},
        "rows": [hit_of(hit) for hit in result.hits],
    }


def hit_of(hit: search.Hit) -> dict[str, Any]:
    days = sorted({str(day) for day in hit.row.days}) if hit.row.days else []
    text = search.text_of(hit.row)
    return {"kind": hit.kind, "id": hit.row.id, "text": text, "articles": list(hit.row.articles), "days": days}
