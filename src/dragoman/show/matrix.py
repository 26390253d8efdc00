"""Claims by article: who says each, differs, denies it, and who tells the story and is silent.

The matrix is read off the claims alone. An article that carries both a claim and its denial has both stances. Does not
put anything on a screen or page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.model.record import ArticleRow, ClaimRow
from dragoman.show.lookup import Lookup

Cell = Literal["says", "differs", "denies", "silent"]
CELLS: tuple[Cell, ...] = ("says", "differs", "denies", "silent")
SIGNS: dict[Cell, str] = {"says": "+", "differs": "~", "denies": "-", "silent": "."}
"""One sign for each, which no colour and no font is needed to read."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One claim; a cell for each article of the matrix, empty where the article tells another story."""

    claim: ClaimRow
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def differs(self) -> bool:
        """Whether any account differs from the claim or denies it."""
        return any(support.stance != "says" for support in self.claim.support)

    def signs(self) -> list[str]:
        return ["".join(SIGNS[cell] for cell in cells) for cells in self.cells]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The articles in order of day and label, and the claims in the order of the record."""

    articles: tuple[ArticleRow, ...]
    rows: tuple[MatrixRow, ...]

    def as_json(self) -> list[dict[str, object]]:
        """A row for each claim; `articles` gives the stances under the ids of the articles."""
        ids = [article.id for article in self.articles]
        return [
            {"id": row.claim.id, "text": row.claim.text, "standing": row.claim.standing}
            | {"articles": {name: list(cell) for name, cell in zip(ids, row.cells, strict=True) if cell}}
            for row in self.rows
        ]


def matrix(lookup: Lookup, claims: Sequence[ClaimRow], *, only_differences: bool = False) -> Matrix:
    """The matrix of some claims; its articles are those that tell, or are silent of, any of them."""
    named = {article for claim in claims for article in (*claim.silent, *(s.article for s in claim.support))}
    articles = tuple(article for article in lookup.in_order() if article.id in named)
    rows = (MatrixRow(claim, tuple(stances(claim, article.id) for article in articles)) for claim in claims)
    return Matrix(articles, tuple(row for row in rows if row.differs or not only_differences))


def stances(claim: ClaimRow, article: str) -> tuple[Cell, ...]:
    """What one article holds of a claim, in the order of `CELLS`."""
    held = {support.stance for support in claim.support if support.article == article}
    if held:
        return tuple(cell for cell in CELLS if cell in held)
    return ("silent",) if article in claim.silent else ()
