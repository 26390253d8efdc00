"""The rows of one list that are asked for: filtered, counted, and one page of them.

Actor, outlet and days are filtered as `dragoman show` does it; words, kind, standing and story are filtered here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.problem import NothingFound
from dragoman.show.filters import kept
from dragoman.show.names import did_you_mean, folded
from dragoman.show.views.row import Shown
from dragoman.show.web.asked import Asked
from dragoman.show.web.shelf import Held

KINDS = ("kind", "status", "act", "on", "stance")
"""The cells in which a list says of what kind a row is."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the rows that match; `all` is how many the list has, `undated` those left out for want of a day."""

    rows: tuple[Shown, ...]
    total: int
    all: int
    undated: int
    page: int
    pages: int


def listing(held: Held, what: str, asked: Asked) -> Listing:
    """The page that is asked for. Raises NothingFound for a name that nobody has."""
    rows, undated = matching(held, what, asked)
    pages = max(1, -(-len(rows) // asked.per_page))
    first = (asked.page - 1) * asked.per_page
    return Listing(rows[first : first + asked.per_page], len(rows), len(held.shown(what)), undated, asked.page, pages)


def matching(held: Held, what: str, asked: Asked) -> tuple[tuple[Shown, ...], int]:
    """Every row that matches, and how many are left out since nobody knows their day."""
    key = (what, tuple(sorted(asked.filters.items())))
    return held.made(("matching", *key), lambda: chosen(held, what, asked))


def chosen(held: Held, what: str, asked: Asked) -> tuple[tuple[Shown, ...], int]:
    found = kept(held.shown(what), asked.filter, held.lookup)
    rows: Sequence[Shown] = found.rows
    if asked.kind is not None:
        rows = [row for row in rows if kind_of(row) == asked.kind]
    if asked.standing is not None:
        rows = [row for row in rows if asked.standing in standings(held, row)]
    if asked.story is not None:
        told = articles_of_story(held, asked.story)
        rows = [row for row in rows if told & set(row.articles)]
    if asked.q is not None:
        words = folded(asked.q).split()
        texts = texts_of(held, what)
        rows = [row for row in rows if all(word in texts[row.id] for word in words)]
    return tuple(rows), found.undated


def kind_of(row: Shown) -> str:
    """Of what kind a row is, as its list has it; empty where it has none."""
    return next((row.cells[key] for key in KINDS if key in row.cells), "")


def texts_of(held: Held, what: str) -> dict[str, str]:
    """The words of each row, folded, to be looked for in; of an article its whole text."""
    texts = {row.id: row.text for row in held.lookup.record.articles} if what == "articles" else {}

    def words(row: Shown) -> str:
        return folded(" ".join((*row.cells.values(), texts.get(row.id, ""))))

    return held.made(("texts", what), lambda: {row.id: words(row) for row in held.shown(what)})


def standings(held: Held, row: Shown) -> set[str]:
    """The standing of a claim, or of the claims that rest on the same statement or are disagreed on."""
    if "standing" in row.cells:
        return {row.cells["standing"]}
    return standing_of_rows(held).get(row.id, set())


def standing_of_rows(held: Held) -> dict[str, set[str]]:
    """The standings that reach rows through claims: of the statements behind them, of the disagreements about them."""

    def gathered() -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        record = held.lookup.record
        by_claim = {claim.id: claim.standing for claim in record.claims}
        for claim in record.claims:
            for support in claim.support:
                found.setdefault(support.statement or "", set()).add(claim.standing)
        for row in record.disagreements:
            found.setdefault(row.id, set()).add(by_claim.get(row.claim or "", "contested"))
        return found

    return held.made("standings", gathered)


def articles_of_story(held: Held, story: str) -> set[str]:
    """The articles of a story. Raises NothingFound where there is none of this id."""
    for row in held.lookup.record.stories:
        if row.id == story:
            return set(row.articles)
    near = did_you_mean(story, [row.id for row in held.lookup.record.stories])
    raise NothingFound(f"No story has the id {story}.{near} /stories lists them all.")
