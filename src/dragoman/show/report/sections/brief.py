"""In brief: at most ten claims, each a verbatim sentence with its outlets and its standing."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.record import ClaimRow
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Chip, Drawer, Words, chips, supported, voice, words
from dragoman.show.views import inbrief
from dragoman.show.wording import closed_up, count

STANCES = ("says", "differs", "denies")


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in the sentence that tells it most clearly, and who says it, differs, denies it."""

    id: str
    words: Words
    standing: str
    accounts: str
    stances: tuple[tuple[str, tuple[Chip, ...]], ...]
    drawer: Drawer


def view(lookup: Lookup) -> tuple[Line, ...] | None:
    return tuple(line(row, lookup) for row in inbrief.chosen(lookup)) or None


def line(row: ClaimRow, lookup: Lookup) -> Line:
    clearest = inbrief.clearest(row)
    stances = [(stance, chips((s.article for s in row.support if s.stance == stance), lookup)) for stance in STANCES]
    return Line(
        row.id,
        words(clearest.evidence, lookup, whose=voice(clearest.statement, lookup)),
        row.standing,
        count(row.independent, "independent account"),
        tuple((stance, found) for stance, found in stances if found),
        Drawer(row.id, closed_up(row.text), supported(row.support, lookup)),
    )
