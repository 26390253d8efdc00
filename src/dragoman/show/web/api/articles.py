"""Articles handed over by a program, and how far they are."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.show.web.answers import problem
from dragoman.show.web.api.plain import answered
from dragoman.show.web.api.shapes import Articles, Job, Jobs
from dragoman.show.web.head import Refusal
from dragoman.show.web.intake.events import events
from dragoman.show.web.intake.order import Order, pasted
from dragoman.show.web.office import Office, office_of

router = APIRouter(tags=["articles"])

BUSY = Refusal(429, "Too many orders wait.", "Try again when some of them are done.", {"Retry-After": "30"})


@router.post("/articles", response_model=Job, status_code=202, summary="Add articles, given as text")
async def add(request: Request, given: Articles) -> Response:
    """They are read in the background; the answer is the job. What cannot be read is told there and stops nothing."""
    office = office_of(request)
    uploads = tuple(pasted(article.model_dump(mode="json")) for article in given.articles)
    job = office.work.take(Order(place=office.settings.place, folder=office.settings.folder, uploads=uploads))
    return problem(BUSY) if job is None else answered(asdict(job), 202)


@router.get("/jobs", response_model=Jobs, summary="What is being read, and what was read since the start")
async def jobs(request: Request) -> Response:
    return answered({"jobs": [asdict(job) for job in office_of(request).work.jobs.values()]})


@router.get("/jobs/{id}", response_model=Job, summary="How far one order is")
async def job(request: Request, id: str) -> Response:  # noqa: A002 - the name in the address
    office = office_of(request)
    return answered(asdict(office.work.jobs[id])) if id in office.work.jobs else problem(gone(office))


@router.get("/jobs/{id}/events", summary="The same as server-sent events", response_class=Response)
async def job_events(request: Request, id: str) -> Response:  # noqa: A002
    office = office_of(request)
    return events(office.work, id) if id in office.work.jobs else problem(gone(office))


def gone(office: Office) -> Refusal:
    known = ", ".join(list(office.work.jobs)[-5:]) or "none"
    return Refusal(404, "There is no such job.", f"Jobs are known until the workspace ends; the last are: {known}.")
