"""Corrections by hand: of one row, listed, and taken back. What a correction does is for the store.

They stand in corrections.yaml beside the record; what was read is not changed.
"""

from __future__ import annotations

from typing import cast
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dragoman.model.problem import UsageError
from dragoman.model.record import CorrectionRow
from dragoman.show.web.asked import Asked
from dragoman.show.web.intake.order import Renew
from dragoman.show.web.office import Office, office_of
from dragoman.show.web.pages.adding import at_hand, check_secret
from dragoman.show.web.pages.correctable import correctable
from dragoman.show.web.pages.frame import framed
from dragoman.show.web.pages.rows import explained_row
from dragoman.store.corrections.correction import What
from dragoman.store.corrections.making import correct, undo

LONGEST = 5_000

router = APIRouter(include_in_schema=False)


@router.get("/corrections")
async def corrections(request: Request) -> Response:
    office = office_of(request)
    return HTMLResponse(await run_in_threadpool(listed, office), headers={"Cache-Control": "no-store"})


def listed(office: Office) -> str:
    held = at_hand(office)
    rows = held.lookup.record.corrections if held else ()
    return framed(
        "corrections.html", office, held=held, asked=Asked(), here="corrections", path="/corrections", rows=rows
    )


@router.get("/correct/{id}")
async def form(request: Request, id: str) -> Response:  # noqa: A002 - the name in the address
    return HTMLResponse(await run_in_threadpool(form_page, office_of(request), id))


def form_page(office: Office, identifier: str) -> str:
    held = office.held(Asked())
    row = explained_row(held, identifier)
    what = correctable(held, row.list, row.id)
    return framed(
        "correct.html", office, held=held, asked=Asked(), path=f"/correct/{quote(row.id)}", row=row, what=what
    )


@router.post("/corrections")
async def add(request: Request) -> Response:
    """Keeps a correction, and shows the row again, where it still is."""
    office = office_of(request)
    async with request.form(max_files=0, max_fields=20, max_part_size=LONGEST * 4) as sent:
        check_secret(office, request, sent)
        given = {key: str(value).strip()[:LONGEST] for key, value in sent.items() if str(value).strip()}
    if given.get("what") not in ("same", "different", "wrong", "note") or "id" not in given:
        raise UsageError("say what is corrected: same, different, wrong or note, and the id of the row")
    await run_in_threadpool(kept, office, given)
    held = await run_in_threadpool(office.held, Asked())
    return RedirectResponse(f"/row/{quote(given['id'])}" if given["id"] in held.rows else "/corrections", 303)


def kept(office: Office, given: dict[str, str]) -> CorrectionRow:
    what = cast(What, given["what"])
    ids = [given["id"], *([given["other"]] if what == "same" and "other" in given else [])]
    if what == "same" and len(ids) < 2:
        raise UsageError("choose the row that it is the same as")
    article = given.get("article") if what == "different" else None
    made = correct(
        office.settings.folder, what, ids,
        article=article, note=given.get("note"), by=given.get("by"), store=office.settings.store,
    )  # fmt: skip
    renew(office)
    return made


def renew(office: Office) -> None:
    """Have the report written anew in the background."""
    office.work.take(Renew(folder=office.settings.folder, store=office.settings.store))


@router.post("/corrections/{id}/undo")
async def take_back(request: Request, id: str) -> Response:  # noqa: A002
    office = office_of(request)
    async with request.form(max_files=0, max_fields=5, max_part_size=10_000) as sent:
        check_secret(office, request, sent)
    await run_in_threadpool(undo, office.settings.folder, id)
    renew(office)
    return RedirectResponse("/corrections", 303)
