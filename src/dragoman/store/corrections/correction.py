"""A correction, and how it points at rows: by id and, since ids may change between versions, by their words.

Says nothing about files and applies nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import ConfigDict, with_config

from dragoman.model.identity import DIGITS, digest

STRICT = ConfigDict(extra="forbid")
What = Literal["same", "different", "wrong", "note"]


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of an article that is known by the hash of its text."""

    sha256: str
    start: int
    end: int
    quote: str


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A row: its id, its list, what it is called, and some of the places that it rests on."""

    id: str
    list: str
    called: str
    places: tuple[Place, ...] = ()


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class InArticle:
    """An article by the hash of its text; `path` is for people."""

    sha256: str
    path: str


@with_config(STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What somebody corrected.

    `same`: the rows are one. `different`: what the article tells is another than what the row's other articles tell.
    `wrong`: the row should not be there. `note`: something to know about the row.
    """

    what: What
    rows: tuple[Pointer, ...]
    article: InArticle | None = None
    note: str | None = None
    by: str | None = None

    @property
    def id(self) -> str:
        """The same wherever the file lies: it comes from what is corrected and not from where it stands."""
        article = self.article.sha256 if self.article else None
        rows = [(row.list, row.id) for row in self.rows]
        return f"co-{digest(self.what, rows, article, self.note if self.what == 'note' else None)[:DIGITS]}"
