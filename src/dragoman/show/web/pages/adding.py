"""New articles by hand: the form, what is sent with it, and how far the reading is.

Every form carries the secret of this workspace, which no other page can know.
"""

from __future__ import annotations

import hmac
from dataclasses import asdict

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dragoman.model.problem import NothingFound, UsageError
from dragoman.read import Upload
from dragoman.show.web.asked import Asked
from dragoman.show.web.intake.events import events
from dragoman.show.web.intake.order import Order, dropped, pasted
from dragoman.show.web.intake.work import Job
from dragoman.show.web.office import Office, office_of
from dragoman.show.web.pages.frame import framed
from dragoman.show.web.shelf import Held

FILES = 500
KNOWN = ("text", "title", "outlet", "published", "url", "author")
SECRET = "x-dragoman-secret"

router = APIRouter(include_in_schema=False)


@router.get("/add")
async def form(request: Request) -> Response:
    office = office_of(request)
    return HTMLResponse(await run_in_threadpool(form_page, office))


def form_page(office: Office) -> str:
    held = at_hand(office)
    network = office.settings.network
    return framed("add.html", office, held=held, asked=Asked(), here="add", path="/add", network=network)


def at_hand(office: Office) -> Held | None:
    """The last run, None where none is kept yet."""
    try:
        return office.shelf.run()
    except NothingFound:
        return None


@router.post("/articles")
async def add(request: Request) -> Response:
    """Takes files and pasted text, and shows how far they are."""
    office = office_of(request)
    most = office.settings.most_bytes
    async with request.form(max_files=FILES, max_fields=50, max_part_size=most) as sent:
        check_secret(office, request, sent)
        order = Order(
            place=office.settings.place, folder=office.settings.folder,
            uploads=(*[await of_file(one) for one in files(sent)], *of_text(sent)),
            addresses=addresses(office, sent),
        )  # fmt: skip
    if not order.uploads and not order.addresses:
        raise UsageError("nothing was sent: choose files, or paste the text of an article")
    job = office.work.take(order)
    if job is None:
        raise HTTPException(429, "Too many orders wait. Try again when some of them are done.")
    return RedirectResponse(f"/jobs/{job.id}", 303)


def check_secret(office: Office, request: Request, sent: FormData | None = None) -> None:
    """Refuse what was not sent by a form of ours."""
    given = request.headers.get(SECRET) or str(sent.get("secret", "") if sent else "")
    if not hmac.compare_digest(given.encode("utf-8", "replace"), office.secret.encode()):
        raise HTTPException(
            403, "The form is older than the workspace, or not of it. Reload the page and send it again."
        )


def files(sent: FormData) -> list[UploadFile]:
    return [one for one in sent.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]


async def of_file(file: UploadFile) -> Upload:
    return dropped(file.filename or "", await file.read())


def of_text(sent: FormData) -> list[Upload]:
    """The article that was pasted, where there is one."""
    article = {key: value for key in KNOWN if isinstance(value := sent.get(key), str) and value.strip()}
    return [pasted(article)] if "text" in article else []


def addresses(office: Office, sent: FormData) -> tuple[str, ...]:
    """What is to be fetched. Raises UsageError where the workspace may not."""
    lines = sent.get("addresses")
    named = tuple(lines.split()[:50]) if isinstance(lines, str) else ()
    if named and not office.settings.network:
        raise UsageError("this workspace fetches nothing: start it with --network, or save the article and drop it")
    return named


@router.get("/jobs/{id}")
async def job(request: Request, id: str) -> Response:  # noqa: A002 - the name in the address
    office = office_of(request)
    return HTMLResponse(await run_in_threadpool(job_page, office, known_job(office, id)))


def job_page(office: Office, job: Job) -> str:
    return framed(
        "job.html", office, held=at_hand(office), asked=Asked(), here="add", path=f"/jobs/{job.id}", job=asdict(job)
    )


@router.get("/jobs/{id}/events")
async def job_events(request: Request, id: str) -> Response:  # noqa: A002
    office = office_of(request)
    return events(office.work, known_job(office, id).id)


def known_job(office: Office, identifier: str) -> Job:
    found = office.work.jobs.get(identifier)
    if found is None:
        raise NothingFound("There is no such order. Orders are known until the workspace ends; what was read is kept.")
    return found
