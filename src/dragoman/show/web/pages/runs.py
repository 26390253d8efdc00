"""The runs that are kept, and what changed from one to another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from dragoman.show.changes import MARKS, words_of
from dragoman.show.web.asked import Asked, Name
from dragoman.show.web.office import Office, office_of
from dragoman.show.web.pages.addresses import address
from dragoman.show.web.pages.frame import framed
from dragoman.show.web.shelf import Held
from dragoman.store.database import reading
from dragoman.store.diff import Change, changes
from dragoman.store.runs import Run, kept_runs

ROWS = 300
"""Changes of one list that a page shows."""

router = APIRouter(include_in_schema=False)


Run_ = Annotated[Name, Query()]


@router.get("/runs")
async def runs(request: Request, before: Run_ = None, after: Run_ = None) -> Response:
    return HTMLResponse(await run_in_threadpool(listed, office_of(request), before, after))


def listed(office: Office, before: str | None, after: str | None) -> str:
    """The runs, the last one first, and below them what changed between two of them, where two are named."""
    held = office.held(Asked())
    with reading(office.settings.place) as db:
        kept = kept_runs(db)[::-1]
    pair = None if before is None or after is None else (office.shelf.run(before), office.shelf.run(after))
    return framed(
        "runs.html", office, held=held, asked=Asked(), here="runs", path="/runs", runs=kept, pair=pair,
        lists=list(changed(*pair)) if pair else [], before=before or second(kept), after=after or str(held.number),
    )  # fmt: skip


def second(kept: list[Run]) -> str:
    """The run before the last one."""
    return str(kept[min(1, len(kept) - 1)].number)


def changed(before: Held, after: Held) -> Iterator[dict[str, Any]]:
    """List by list what changed: the counts, and each row with its mark, its words and its address."""
    found = before.made(("changes", after.id), lambda: changes(before.lookup.record, after.lookup.record))
    was, now = words_in(before), words_in(after)
    for name, group in groupby(found, key=lambda change: change.list):
        rows = list(group)
        counts = {what: sum(row.what == what for row in rows) for what in MARKS}
        sides = {"gone": (was, before)}
        shown = [line(row, *sides.get(row.what, (now, after))) for row in rows[:ROWS]]
        yield {"name": name, "counts": counts, "rows": shown, "more": max(0, len(rows) - ROWS)}


def words_in(held: Held) -> dict[tuple[str, str], str]:
    return held.made("words", lambda: words_of(held.lookup.record))


def line(row: Change, words: dict[tuple[str, str], str], held: Held) -> dict[str, Any]:
    told = words.get((row.list, row.id)) or row.id
    href = f"{address(row.id)}?run={held.number}"
    return {"mark": MARKS[row.what], "what": row.what, "words": told, "href": href, "keys": row.keys, "id": row.id}
