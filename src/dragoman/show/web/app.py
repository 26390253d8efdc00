"""The workspace put together: the wall, the pages, the API, and how faults are answered.

Every way in is listed here. Opens no socket (see `serving`).
"""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from dragoman import __version__
from dragoman.model.problem import DragomanError
from dragoman.show.web.answers import answer_to, fault_of, phrase, problem
from dragoman.show.web.api import articles, corrections, lists, runs, search
from dragoman.show.web.api.shapes import Problem
from dragoman.show.web.days import Days, StillAtWork
from dragoman.show.web.guard import Wall
from dragoman.show.web.head import Head, Refusal
from dragoman.show.web.intake.work import Work
from dragoman.show.web.office import Office
from dragoman.show.web.pages import adding, checking, comparing, correcting, entrance, files, rows
from dragoman.show.web.pages import lists as pages
from dragoman.show.web.pages import runs as page_of_runs
from dragoman.show.web.pages import search as page_of_search
from dragoman.show.web.pages.frame import waiting
from dragoman.show.web.settings import Settings
from dragoman.show.web.shelf import Shelf

API = "/api/v1"
ABOUT = """What the sources say of a negotiation, row by row, each with the words it rests on: the rows of the record,
with the filters that `dragoman show` has. Nothing here says what is true.

Faults are answered as `application/problem+json`. Where the workspace has a token, send it as
`Authorization: Bearer TOKEN`."""
PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem, "description": phrase(code), "content": {"application/problem+json": {}}}
    for code in (400, 401, 403, 404, 413, 421, 422, 429, 503)
}

PAGES = (adding, checking, comparing, correcting, entrance, rows, page_of_search, page_of_runs, pages)
"""In the order in which addresses are looked for; the last ones take any section's name."""


def workspace(settings: Settings, *, work: Work | None = None, days: Days | None = None) -> Wall:
    """The workspace over the store of these settings, behind its wall."""
    return Wall(inside(settings, work=work, days=days), settings)


def inside(settings: Settings, *, work: Work | None = None, days: Days | None = None) -> FastAPI:
    """The pages and the API, with no wall before them."""
    shelf = Shelf(settings.place, settings.folder)
    office = Office(settings, shelf, work or Work(), days or Days(settings.place, settings.folder))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        threading.Thread(target=office.warm, name="dragoman-warm", daemon=True).start()
        office.work.on_done = office.warm
        yield
        office.work.stop()
        office.days.stop()

    app = FastAPI(
        title="Dragoman", version=__version__, description=ABOUT, lifespan=lifespan, docs_url=None, redoc_url=None,
        openapi_url=f"{API}/openapi.json", redirect_slashes=False, separate_input_output_schemas=False,
    )  # fmt: skip
    app.state.office = office
    app.include_router(files.router)
    for router in (lists.routes(), search.router, runs.router, articles.router, corrections.router):
        app.include_router(router, prefix=API, responses=PROBLEMS)
    for page in PAGES:
        app.include_router(page.router)
    for kind, answer in FAULTS.items():
        app.add_exception_handler(kind, answer)
    return app


async def broken_call(request: Request, error: Exception) -> Response:
    """A fault that the program itself names."""
    assert isinstance(error, DragomanError)
    head = Head.of(request.scope)
    if isinstance(error, StillAtWork):
        return still_at_work(head, error)
    return answer_to(head, fault_of(error))


def still_at_work(head: Head, error: StillAtWork) -> Response:
    """What is not ready yet: for programs the job that makes it, for people a page that asks again."""
    headers = {"Cache-Control": "no-store", "Retry-After": "2"}
    if head.wants_json:
        return JSONResponse(asdict(error.job), 202, headers=headers)
    return HTMLResponse(waiting(error), 202, headers=headers)


async def not_so(request: Request, error: Exception) -> Response:
    """A status raised by the framework."""
    assert isinstance(error, HTTPException)
    title = phrase(error.status_code)
    mend = error.detail if error.detail != title.removesuffix(".") else ""
    mends = {404: "The address names nothing here.", 405: "The address is asked in another way."}
    if error.detail.casefold() == title.removesuffix(".").casefold():
        mend = mends.get(error.status_code, "")
    return answer_to(Head.of(request.scope), Refusal(error.status_code, title, mend, dict(error.headers or {})))


async def not_valid(request: Request, error: Exception) -> Response:
    """A query or body that cannot be meant so: each fault by its place."""
    assert isinstance(error, RequestValidationError)
    faults = [{"where": ".".join(str(part) for part in e["loc"]), "what": e["msg"]} for e in error.errors()]
    head = Head.of(request.scope)
    told = "; ".join(f"{fault['where'].partition('.')[2] or fault['where']}: {fault['what']}" for fault in faults)
    refusal = Refusal(422, "This cannot be asked so.", told)
    return problem(refusal, errors=faults) if head.wants_json else answer_to(head, refusal)


async def fault(request: Request, error: Exception) -> Response:
    """Whatever went wrong inside: said without telling the inside."""
    mend = "It is written on the terminal of the workspace; please report it."
    return answer_to(Head.of(request.scope), Refusal(500, "The workspace failed here.", mend))


FAULTS: dict[type[Exception], Callable[[Request, Exception], Any]] = {
    DragomanError: broken_call,
    HTTPException: not_so,
    RequestValidationError: not_valid,
    Exception: fault,
}
