"""The matrix of claims by article on a screen of 80 columns, and as a table with a column for each article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from dragoman.model.record import ArticleRow
from dragoman.show.lookup import Lookup
from dragoman.show.matrix import CELLS, SIGNS, Matrix
from dragoman.show.views.support import origin
from dragoman.show.wording import closed_up

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WIDE = 24
"""Articles that stand side by side; more of them go on below, with the claims repeated."""


def letter(place: int) -> str:
    """The name of a column.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return LETTERS[place] if place < len(LETTERS) else letter(place // len(LETTERS) - 1) + LETTERS[place % len(LETTERS)]


def screen(found: Matrix, lookup: Lookup) -> Iterable[Text | Table]:
    """What the signs and letters stand for, then a line of signs for each claim."""
    yield Text("  ".join([*(f"{SIGNS[cell]} {cell}" for cell in CELLS), "(empty: another story)"]), style="dim")
    yield Text()
    for place, article in enumerate(found.articles):
        copied = f", a copy of {lookup.label(article.copy_of)}" if article.copy_of else ""
        yield Text(f"{letter(place):>2}  {origin(article.id, lookup)}{copied}")
    for first in range(0, len(found.articles), WIDE):
        yield Text()
        yield part(found, range(first, min(first + WIDE, len(found.articles))))


def part(found: Matrix, columns: range) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for place in columns:
        table.add_column(letter(place), no_wrap=True)
    table.add_column("", overflow="fold", ratio=1)
    for row in found.rows:
        signs = row.signs()
        claim = Text.assemble(closed_up(row.claim.text), (f"  {row.claim.standing} · {row.claim.id}", "dim"))
        table.add_row(*(Text(signs[place]) for place in columns), claim)
    return table


def cells(found: Matrix) -> list[dict[str, str]]:
    """A flat row for each claim, one column for each article, named by its label and, where two share it, its id."""
    names = columns(found.articles)
    return [
        {"id": row.claim.id, "text": closed_up(row.claim.text), "standing": row.claim.standing}
        | {name: "; ".join(cell) for name, cell in zip(names, row.cells, strict=True)}
        for row in found.rows
    ]


def columns(articles: Sequence[ArticleRow]) -> list[str]:
    labels = [article.label for article in articles]
    return [a.label if labels.count(a.label) == 1 else f"{a.label} ({a.id})" for a in articles]
