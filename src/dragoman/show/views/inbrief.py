"""In brief: at most ten claims, each in the words of an article, with its outlets and its standing.

First what the accounts contest, then what most of them carry independently. Does not sum anything up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import ClaimRow, SupportRow
from dragoman.show.context import around
from dragoman.show.lookup import Lookup
from dragoman.show.views import claims
from dragoman.show.views.row import Shown, View
from dragoman.show.wording import closed_up, count

LINES = 10
ORDER = ("contested", "corroborated", "single")


def chosen(lookup: Lookup) -> list[ClaimRow]:
    """The claims to begin with: contested before corroborated, more accounts before fewer, else as in the record.

    Of several that one sentence tells most clearly, the first.
    """
    ordered = sorted(lookup.record.claims, key=lambda row: (ORDER.index(row.standing), -row.independent))
    by_sentence: dict[tuple[str, int, int], ClaimRow] = {}
    for row in ordered:
        if len(by_sentence) < LINES:
            by_sentence.setdefault(sentence(row, lookup), row)
    return list(by_sentence.values())


def clearest(row: ClaimRow) -> SupportRow:
    """The support that words the claim as the record does."""
    return next((support for support in row.support if support.evidence.quote == row.text), row.support[0])


def sentence(row: ClaimRow, lookup: Lookup) -> tuple[str, int, int]:
    """The place of the sentence that tells a claim most clearly."""
    place = clearest(row).evidence
    return place.article, *around(lookup.articles[place.article].text, place.start, place.end)


def rows(lookup: Lookup) -> list[Shown]:
    return [claims.shown(row, lookup) for row in chosen(lookup)]


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    for item in shown:
        cells = item.cells
        yield Text(closed_up(cells["text"]))
        told = [f"{stance}: {cells[stance]}" for stance in (*claims.STANCES, "silent") if cells[stance]]
        accounts = count(int(cells["independent"]), "independent account")
        yield Padding(Text(f"{cells['standing']}, {accounts} · {item.id}", style="bold"), (0, 0, 0, 2))
        yield Padding(Text(" · ".join(told), style="dim"), (0, 0, 1, 2))


BRIEF = View(
    key="claims",
    about="at most ten claims, the contested and the best carried first",
    brief=("text", "standing", "independent", "says", "denies", "id"),
    rows=rows,
    screen=screen,
)
