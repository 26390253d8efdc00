"""The entrance, where a workspace has a token: whoever shows it gets a cookie, for the pages alone."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dragoman.show.web.guard.tokens import COOKIE, same, session
from dragoman.show.web.office import office_of
from dragoman.show.web.pages.environment import rendered
from dragoman.show.web.pages.frame import BARE

LONGEST = 12 * 3600
"""Seconds until one has to enter again."""

router = APIRouter(include_in_schema=False)


@router.get("/enter")
async def enter(request: Request) -> Response:
    return HTMLResponse(door())


def door(told: str = "") -> str:
    return rendered("enter.html", told=told, **BARE)


@router.post("/enter")
async def entered(request: Request) -> Response:
    token = office_of(request).settings.token
    async with request.form(max_files=0, max_fields=5, max_part_size=10_000) as sent:
        given = str(sent.get("token", ""))
    if token is None:
        return RedirectResponse("/", 303)
    if not same(given, token):
        return HTMLResponse(
            door("That is not the token. It is the text in DRAGOMAN_TOKEN where the workspace runs."), 403
        )
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, session(token), max_age=LONGEST, httponly=True, samesite="strict")
    return answer
