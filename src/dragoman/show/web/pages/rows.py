"""One row on a page of its own, its permanent address: the row as its section shows it, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from dragoman.model.problem import NothingFound
from dragoman.show.context import Piece, pieces
from dragoman.show.explain import Explained, Place, explain
from dragoman.show.names import near
from dragoman.show.web.asked import Asked
from dragoman.show.web.office import Office, office_of
from dragoman.show.web.pages.addresses import address, staying
from dragoman.show.web.pages.correctable import correctable
from dragoman.show.web.pages.cut import about_article, cut
from dragoman.show.web.pages.frame import framed
from dragoman.show.web.pages.lists import Query_
from dragoman.show.web.pages.made import page
from dragoman.show.web.pages.pieces import PARTS, piece, shown
from dragoman.show.web.shelf import Held

PART_OF = {
    "statements": "statements", "meetings": "meetings", "proposals": "offers", "claims": "claims",
    "disagreements": "disagreements", "refinements": "disagreements", "framing": "framing", "timeline": "timeline",
    "entities": "actors", "stories": "stories", "articles": "articles", "gaps": "gaps", "events": "timeline",
    "times": "timeline", "corrections": "gaps",
}  # fmt: skip
"""The section that a row of each list belongs to."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Context:
    """Sentences of an article, cut where marks begin or end; `anchor` is the place of the first mark in the text."""

    place: Place
    pieces: tuple[Piece, ...]
    anchor: str


@router.get("/row/{id:path}")
async def row(request: Request, id: str, asked: Query_) -> Response:  # noqa: A002 - the name in the address
    return await page(request, asked, lambda office, held, wanted: one(office, held, wanted, id))


def one(office: Office, held: Held, asked: Asked, identifier: str) -> str:
    explained = explained_row(held, identifier.partition("/")[0])
    part = PARTS[PART_OF[explained.list]]
    is_last = asked.run is None and asked.as_of is None
    return framed(
        "row.html", office, held=held, asked=asked, here=part.anchor, path=f"/row/{quote(explained.id)}", row=explained,
        part=part, html=as_shown(held, explained), contexts=contexts(explained),
        what=correctable(held, explained.list, explained.id) if is_last else None,
    )  # fmt: skip


def explained_row(held: Held, identifier: str) -> Explained:
    """The row of an id, explained. Raises NothingFound, with near ids, where there is none."""
    found = explain(identifier, held.lookup) if identifier in held.rows else None
    if found is None:
        close = near(identifier, held.rows)
        hint = f" Near ids: {', '.join(close)}." if close else " The ids stand beside the rows."
        raise NothingFound(
            f"No row of run {held.number} has the id {identifier}. A row keeps its id as long as the words it rests on"
            f" stay; it may be of another run.{hint}"
        )
    return found


def as_shown(held: Held, explained: Explained) -> Markup:
    """The row as its section shows it; nothing for a row that no section shows."""
    if explained.list == "refinements":
        return shown("disagreements", cut(held, disagreements=(), refinements=(held.rows[explained.id][1],)))
    anchor = PART_OF[explained.list]
    by_id = held.made(("by id", anchor), lambda: {row.id: row for row in held.shown(anchor)})
    return piece(held, anchor, [by_id[explained.id]] if explained.id in by_id else [])


def contexts(explained: Explained) -> list[Context]:
    return [
        Context(
            place,
            tuple(whole(place)),
            f"e-{place.article}-{place.marks[0].start}-{place.marks[0].end}" if place.marks else place.article,
        )
        for place in explained.places
    ]


def whole(place: Place) -> list[Piece]:
    """The pieces of a place, whose text begins where it stands in the article."""
    padded = " " * place.start + place.text
    return pieces(padded, place.start, place.end, place.marks)


@router.get("/articles/{id}")
async def article(request: Request, id: str, asked: Query_) -> Response:  # noqa: A002
    return await page(request, asked, lambda office, held, wanted: text(office, held, wanted, id))


def text(office: Office, held: Held, asked: Asked, identifier: str) -> str:
    """One article with what was found marked in it."""
    found = held.lookup.articles.get(identifier)
    if found is None:
        raise NothingFound(f"No article of run {held.number} has the id {identifier}. /articles lists them all.")
    html = shown("articles", about_article(held, identifier))
    values = {"article": found, "html": html}
    path = f"/articles/{quote(identifier)}"
    return framed("article.html", office, held=held, asked=asked, here="articles", path=path, **values)


@router.get("/place/{anchor}")
async def place(request: Request, anchor: str, asked: Query_) -> Response:
    """The place of a statement in the text of its article."""
    held = await run_in_threadpool(office_of(request).held, asked)
    found = held.lookup.statements.get(anchor.removeprefix("s-"))
    if found is None:
        raise NothingFound(f"No place of run {held.number} is called {anchor}.")
    with staying(asked):
        return RedirectResponse(f"{address(found.article)}#{quote(anchor)}", 303)
