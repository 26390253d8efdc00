"""How a page is answered: made once for each run and address, kept as bytes, and not sent again to who has it."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dragoman.show.web.asked import Asked
from dragoman.show.web.office import Office, office_of
from dragoman.show.web.pages.addresses import staying
from dragoman.show.web.shelf import Held

Make = Callable[[Office, Held, Asked], str]


async def page(request: Request, asked: Asked, make: Make) -> Response:
    """The page that `make` makes of the run that is asked for."""
    office = office_of(request)
    held = office.ready(asked)
    if held is None:
        held = await run_in_threadpool(office.held, asked)
    key = ("page", request.url.path, asked)
    found = held.ready(key) or await run_in_threadpool(made, office, held, asked, make, key)
    content, tag = found
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "private, no-cache"})
    return Response(content, media_type="text/html", headers={"ETag": tag, "Cache-Control": "private, no-cache"})


def made(office: Office, held: Held, asked: Asked, make: Make, key: tuple[object, ...]) -> tuple[bytes, str]:
    def fresh() -> tuple[bytes, str]:
        with staying(asked):
            content = make(office, held, asked).encode("utf-8", "replace")
        return content, f'"{held.id}-{zlib.crc32(content):08x}"'

    return held.made(key, fresh)
