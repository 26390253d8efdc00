"""The runs that are kept, and what changed from one to another."""

from __future__ import annotations

import dataclasses
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dragoman.show.web.api.plain import answered, plain
from dragoman.show.web.api.shapes import Changes, Run, Runs
from dragoman.show.web.office import Office, office_of
from dragoman.store.database import reading
from dragoman.store.diff import changes
from dragoman.store.runs import kept_runs

router = APIRouter(prefix="/runs", tags=["runs"])


@router.get("", response_model=Runs, summary="The kept runs, the last one at the end")
async def runs(request: Request) -> Response:
    found = await run_in_threadpool(all_runs, office_of(request))
    return answered({"runs": found})


def all_runs(office: Office) -> list[Any]:
    if office.shelf.stamp() is None:
        return []
    with reading(office.settings.place) as db:
        return [plain(run) for run in kept_runs(db)]


@router.get("/{run}", response_model=Run, summary="One run: by what it was made, and of what")
async def run(request: Request, run: str) -> Response:
    return answered(await run_in_threadpool(one_run, office_of(request), run))


def one_run(office: Office, name: str) -> Any:
    held = office.shelf.run(name)
    return next(run for run in all_runs(office) if run["id"] == held.id)


@router.get("/{before}/changes/{after}", response_model=Changes, summary="What changed from one run to another")
async def changed(request: Request, before: str, after: str) -> Response:
    """Rows are the same by their id; else by the evidence they share."""
    return answered(await run_in_threadpool(differing, office_of(request), before, after))


def differing(office: Office, before: str, after: str) -> dict[str, Any]:
    was, now = office.shelf.run(before), office.shelf.run(after)
    found = was.made(("changes", now.id), lambda: changes(was.lookup.record, now.lookup.record))
    plainly = [dataclasses.asdict(change) for change in found]
    return {"before": was.id, "after": now.id, "changes": plainly}
