"""How a job goes, told as server-sent events until it is over: one `job` event for every change."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict

from starlette.responses import StreamingResponse

from dragoman.show.web.intake.work import Work

LOOK = 0.2
ALIVE = 15.0
"""Seconds after which something is sent although nothing happened, so that no proxy hangs up."""
LONGEST = 3600.0


def events(work: Work, identifier: str) -> StreamingResponse:
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(told(work, identifier), media_type="text/event-stream", headers=headers)


async def told(work: Work, identifier: str) -> AsyncIterator[str]:
    last, quiet, open_for = None, 0.0, 0.0
    while open_for < LONGEST:
        job = work.jobs.get(identifier)
        if job is None:
            return
        if job is not last:
            yield f"event: job\ndata: {json.dumps(asdict(job))}\n\n"
            last, quiet = job, 0.0
        if job.is_over:
            return
        if quiet >= ALIVE:
            yield ": still at work\n\n"
            quiet = 0.0
        await asyncio.sleep(LOOK)
        quiet, open_for = quiet + LOOK, open_for + LOOK
