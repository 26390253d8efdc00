"""Corrections laid over a record, one after the other, each on what those before it made.

One that finds no row, or says the contrary of one before it, changes nothing and says why. Rows become one (`merging`),
are parted (`parting`) or go; at the end all rows name each other by the ids that now stand (`renaming`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import combinations
from typing import Any

from dragoman.model.record import CorrectionRow, Record
from dragoman.store.corrections.correction import Correction
from dragoman.store.corrections.merging import merged
from dragoman.store.corrections.parting import parted
from dragoman.store.corrections.pointing import Finder, called, places_in
from dragoman.store.corrections.renaming import renamed

CAN_BE_ONE = ("entities", "events", "proposals")
SHOWN = 3


class Refused(Exception):  # noqa: N818 - it says what becomes of the correction
    """Why a correction changes nothing."""


def laid_over(record: Record, corrections: Sequence[Correction]) -> Record:
    """The record as corrected, with what was corrected among its rows."""
    if not corrections:
        return record
    desk = Desk(record)
    told = [desk.lay(correction) for correction in corrections]
    lists: Any = {name: tuple(rows.values()) for name, rows in desk.rows.items()}
    if desk.renames():
        kept = {name: [renamed(row, desk.name) for row in rows] for name, rows in lists.items()}
        lists = {name: tuple(row for row in rows if row is not None) for name, rows in kept.items()}
    settled = tuple(replace(row, rows=tuple(desk.name(i, None) or i for i in row.rows)) for row in told)
    return replace(record, **lists, corrections=settled)


class Desk:
    """The rows of a record while they are corrected."""

    def __init__(self, record: Record) -> None:
        names = [f.name for f in fields(record) if f.name not in ("dragoman", "corrections")]
        self.rows: dict[str, dict[str, Any]] = {name: {r.id: r for r in getattr(record, name)} for name in names}
        self._articles = self.rows["articles"]
        self._order = {name: nth for nth, name in enumerate(self._articles)}
        self._finder = Finder(self.rows, self._articles)
        self._now: dict[str, str | None] = {}
        self._in_article: dict[tuple[str, str], str] = {}
        self._apart: dict[frozenset[str], str] = {}
        self._joined: dict[tuple[str, str], str] = {}
        self._gone: dict[str, str] = {}
        self._laid: set[str] = set()

    def renames(self) -> bool:
        return bool(self._now or self._in_article)

    def name(self, identifier: str, article: str | None) -> str | None:
        """The id that now stands for an id, in one article or in none; None where its row is gone."""
        found: str | None = identifier
        while found is not None:
            here = self._in_article.get((article, found)) if article else None
            if here is None and found not in self._now:
                return found
            found = here or self._now[found]
        return None

    def lay(self, correction: Correction) -> CorrectionRow:
        """Apply a correction, and tell what it did, or why it did nothing."""
        rows: list[Any] = []
        why = None
        try:
            if correction.id in self._laid:
                raise Refused("the same correction stands before it")
            rows = self._found(correction)
            self._apply(correction, rows)
            self._laid.add(correction.id)
        except Refused as refused:
            why = str(refused)
        evidence = [place for row in rows for place in list(places_in(row))[:SHOWN]]
        return CorrectionRow(
            id=correction.id,
            what=correction.what,
            rows=tuple(row.id for row in rows) or tuple(pointer.id for pointer in correction.rows),
            text=told(correction),
            note=correction.note,
            by=correction.by,
            applied=why is None,
            why=why,
            evidence=tuple(dict.fromkeys(evidence)),
        )

    def _found(self, correction: Correction) -> list[Any]:
        """The rows that a correction means. Raises Refused where one is not there."""
        rows = []
        for pointer in correction.rows:
            if pointer.id in self._gone:
                raise Refused(f"{self._gone[pointer.id]} took {pointer.called!r} out")
            row = self._finder.find(pointer, self.name(pointer.id, None) or pointer.id)
            if row is None:
                raise Refused(f"this record has no such row as {pointer.called!r} ({pointer.id})")
            rows.append(row)
        return rows

    def _apply(self, correction: Correction, rows: Sequence[Any]) -> None:
        name = correction.rows[0].list if correction.rows else ""
        if {pointer.list for pointer in correction.rows} != {name}:
            raise Refused("rows of different lists cannot be corrected together")
        if correction.what in ("same", "different") and name not in CAN_BE_ONE:
            raise Refused(f"{name} are not joined or parted; only {', '.join(CAN_BE_ONE)} are")
        if correction.what == "same":
            self._join(name, rows, correction.id)
        elif correction.what == "different":
            self._part(name, rows[0], correction)
        elif correction.what == "wrong":
            self._take_out(name, rows, correction.id)

    def _join(self, name: str, rows: Sequence[Any], by: str) -> None:
        if len({row.id for row in rows}) < max(2, len(rows)):
            raise Refused("they are one already" if len(rows) > 1 else "it takes two rows to be the same")
        for pair in combinations([row.id for row in rows], 2):
            if other := self._apart.get(frozenset(pair)):
                raise Refused(f"{other} says that they are not the same")
        first = rows[0]
        for other in rows[1:]:
            self._joined |= {(first.id, place.article): by for place in places_in(other)}
            self._joined |= {(first.id, a): by_whom for (i, a), by_whom in self._joined.items() if i == other.id}
            first = merged(first, other, self._order)
            del self.rows[name][other.id]
            self._now[other.id] = first.id
            moved = {pair: who for pair, who in self._apart.items() if other.id in pair}
            self._apart |= {frozenset([*(pair - {other.id}), first.id]): who for pair, who in moved.items()}
        self.rows[name][first.id] = first

    def _part(self, name: str, row: Any, correction: Correction) -> None:
        article = self._article(correction, row)
        if by := self._joined.get((row.id, article)):
            raise Refused(f"{by} says that what it tells is the same")
        parts = parted(row, article)
        if parts is None:
            raise Refused(f"{called(row)!r} stands in no other article")
        rest, part = parts
        self.rows[name] = {i: r for old in self.rows[name].values() for i, r in placed(old, row, rest, part)}
        self._in_article[article, row.id] = part.id
        self._apart[frozenset([rest.id, part.id])] = correction.id

    def _article(self, correction: Correction, row: Any) -> str:
        """The id of the article that a correction names, one in which the row stands."""
        wanted = correction.article.sha256 if correction.article else None
        ours = [place.article for place in places_in(row)]
        found = next((a for a in ours if self._articles[a].sha256 == wanted), None)
        if found is None:
            raise Refused(f"{called(row)!r} does not stand in the article that is named")
        return found

    def _take_out(self, name: str, rows: Sequence[Any], by: str) -> None:
        if name == "articles":
            raise Refused("an article is not taken out; run again without it")
        for row in rows:
            del self.rows[name][row.id]
            self._now[row.id] = None
            self._gone[row.id] = by


def placed(old: Any, row: Any, rest: Any, part: Any) -> list[tuple[str, Any]]:
    """A row in its place, or its two parts."""
    return [(rest.id, rest), (part.id, part)] if old.id == row.id else [(old.id, old)]


def told(correction: Correction) -> str:
    """What a correction does, in one line."""
    names = [pointer.called for pointer in correction.rows]
    if correction.what == "same":
        return f"{', '.join(names[:-1])} and {names[-1]} are the same"
    where = correction.article.path if correction.article else "?"
    said = {
        "different": f"{names[0]} in {where} is not the {names[0]} of the other articles",
        "wrong": f"{', '.join(names)}: taken out as wrong",
        "note": f"{', '.join(names)}: {correction.note}",
    }
    return said[correction.what]
