"""Corrections: listed, made, and taken back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman.model.problem import UsageError
from dragoman.model.record import CorrectionRow
from dragoman.show.web.api.plain import answered, plain
from dragoman.show.web.api.shapes import Problem
from dragoman.show.web.asked import LONGEST, Asked
from dragoman.show.web.office import Office, office_of
from dragoman.show.web.pages.correcting import renew
from dragoman.store.corrections.correction import What
from dragoman.store.corrections.making import correct, undo

router = APIRouter(prefix="/corrections", tags=["corrections"])
Id = Annotated[str, Field(min_length=1, max_length=LONGEST)]
REFUSED: dict[str, Any] = {
    "model": Problem,
    "description": "It would change nothing, or says the contrary of another.",
    "content": {"application/problem+json": {}},
}


class Corrections(BaseModel):
    corrections: list[CorrectionRow]


class Wanted(BaseModel):
    """`same`: the rows are one. `different`: in the `article` the row is another. `wrong`: it should not be there."""

    model_config = ConfigDict(extra="forbid")
    what: What
    ids: list[Id] = Field(min_length=1, max_length=50)
    article: Id | None = None
    note: str | None = Field(None, max_length=5_000)
    by: str | None = Field(None, max_length=200)


class TakenBack(BaseModel):
    id: str
    what: What


@router.get("", response_model=Corrections, summary="What was corrected, and whether it is applied")
async def corrections(request: Request) -> Response:
    held = await run_in_threadpool(office_of(request).held, Asked())
    return answered({"corrections": [plain(row) for row in held.lookup.record.corrections]})


@router.post(
    "",
    response_model=CorrectionRow,
    status_code=201,
    summary="Correct some rows of the last run",
    responses={409: REFUSED},
)
async def add(request: Request, wanted: Wanted) -> Response:
    """A correction that would change nothing is refused."""
    return answered(plain(await run_in_threadpool(kept, office_of(request), wanted)), 201)


def kept(office: Office, wanted: Wanted) -> Any:
    given = {"article": wanted.article, "note": wanted.note, "by": wanted.by, "store": office.settings.store}
    try:
        made = correct(office.settings.folder, wanted.what, wanted.ids, **given)
    except UsageError as error:
        raise HTTPException(409, str(error)) from error
    renew(office)
    return made


@router.delete("/{id}", response_model=TakenBack, summary="Take a correction back")
async def take_back(request: Request, id: str) -> Response:  # noqa: A002 - the name in the address
    office = office_of(request)
    found = await run_in_threadpool(undo, office.settings.folder, id)
    renew(office)
    return answered({"id": found.id, "what": found.what})
