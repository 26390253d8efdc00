"""What is answered where there is no page: a refusal, something that is not there, a fault.

Programs get a problem (RFC 9457), people a page that says what happened and what mends it. Tells nothing of the inside
of the program.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import HTMLResponse, JSONResponse, Response

from dragoman.model.problem import DragomanError, NothingFound, StoreError, UsageError
from dragoman.show.web.head import Head, Refusal

PROBLEM = "application/problem+json"


def answer_to(head: Head, refusal: Refusal) -> Response:
    """The refusal for a program, or for people."""
    if head.wants_json:
        return problem(refusal)
    from dragoman.show.web.pages.frame import trouble

    return HTMLResponse(trouble(refusal), refusal.status, headers=dict(refusal.headers))


def problem(refusal: Refusal, **more: object) -> Response:
    """A problem as RFC 9457 has it: `title` says what happened, `detail` what mends it."""
    told = {"status": refusal.status, "title": refusal.title, "detail": refusal.mend, **more}
    return JSONResponse(told, refusal.status, headers=dict(refusal.headers), media_type=PROBLEM)


def fault_of(error: DragomanError) -> Refusal:
    """A fault in the call as an answer."""
    first, _, rest = str(error).partition("; ")
    if isinstance(error, NothingFound):
        return Refusal(404, "Nothing is found.", str(error))
    if isinstance(error, UsageError):
        return Refusal(422, "This cannot be asked so.", str(error))
    if isinstance(error, StoreError):
        return Refusal(503, "The store cannot be used.", str(error), {"Retry-After": "5"})
    return Refusal(500, first, rest or "Try again.")


def phrase(status: int) -> str:
    """The usual words for a status.

    >>> phrase(404)
    'Not found.'
    """
    try:
        return f"{HTTPStatus(status).phrase.capitalize()}."
    except ValueError:
        return "It cannot be answered."
