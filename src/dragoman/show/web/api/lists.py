"""The lists of the record, one address each, and single rows with what they rest on."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dragoman.model.problem import NothingFound
from dragoman.show.explain import explain
from dragoman.show.names import near
from dragoman.show.views import VIEWS
from dragoman.show.web.api.plain import answered, plain, row_of
from dragoman.show.web.api.shapes import LISTS, Explained, Job, Page
from dragoman.show.web.asked import Asked, Name
from dragoman.show.web.listing import listing
from dragoman.show.web.office import office_of
from dragoman.show.web.shelf import Held

LATER: dict[int | str, dict[str, Any]] = {202: {"model": Job, "description": "The day is being worked out: ask again."}}
"""The answer while the record as of a day is not ready."""


def routes() -> APIRouter:
    """An address for each list, so that OpenAPI says what its rows are."""
    router = APIRouter(tags=["lists"])
    for what, view in VIEWS.items():
        shape = Page.__class_getitem__(LISTS[what])
        about = view.about[:1].upper() + view.about[1:]
        router.add_api_route(f"/{what}", rows_of(what), response_model=shape, name=what, summary=about, responses=LATER)
    router.add_api_route("/rows/{id}", one, response_model=Explained, summary="One row and what it rests on")
    return router


def rows_of(what: str) -> Any:
    async def rows(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        office = office_of(request)
        held = await run_in_threadpool(office.held, asked)
        return await run_in_threadpool(page_of, held, what, asked, request.url.path)

    return rows


def page_of(held: Held, what: str, asked: Asked, path: str) -> Response:
    found = listing(held, what, asked)
    told: dict[str, Any] = {"run": held.id, "total": found.total, "undated": found.undated}
    told |= {"page": found.page, "pages": found.pages, **around(asked, path, found.pages)}
    return answered(told | {"rows": [row_of(held, what, row.id) for row in found.rows]})


def around(asked: Asked, path: str, pages: int) -> dict[str, str | None]:
    """The addresses of the pages before and after this one."""
    return {
        "next": asked.address(path, page=asked.page + 1) if asked.page < pages else None,
        "previous": asked.address(path, page=min(asked.page - 1, pages)) if asked.page > 1 else None,
    }


async def one(request: Request, id: str, run: Annotated[Name, Query()] = None) -> Response:  # noqa: A002
    """The row of an id as the record has it, with its sentences in context and the rules that made it."""
    held = await run_in_threadpool(office_of(request).held, Asked(run=run))
    return await run_in_threadpool(explained, held, id)


def explained(held: Held, identifier: str) -> Response:
    found = explain(identifier, held.lookup)
    if found is None:
        close = near(identifier, held.rows)
        hint = f" Near ids: {', '.join(close)}." if close else ""
        raise NothingFound(f"No row of run {held.number} has the id {identifier}.{hint}")
    told = {key: value for key, value in found.as_json().items() if key in Explained.model_fields}
    return answered(told | {"run": held.id, "row": plain(held.rows[identifier][1])})
