"""The record as Python users hold it: the record of `model` with methods, and with rows that a notebook can show.

Such a record equals the bare one and stands wherever that can. Does nothing that the other files of this room do not
do; `model` knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from dragoman.model import record as model
from dragoman.show.explain import Explained
from dragoman.show.lookup import Lookup

if TYPE_CHECKING:
    from pandas import DataFrame


class Proposal(model.ProposalRow):
    """A line of the exchange ledger that knows its record, so that a notebook shows it with names."""

    __slots__ = ("_lookup",)
    _lookup: Lookup

    def _repr_html_(self) -> str | None:
        """As the report shows it; None for a row that was taken out of its record by `replace`."""
        from dragoman.show.report.alone import proposal_alone

        lookup: Lookup | None = getattr(self, "_lookup", None)
        return proposal_alone(self, lookup) if lookup else None


class Disagreement(model.DisagreementRow):
    """A disagreement that knows its record, so that a notebook shows the sentences side by side."""

    __slots__ = ("_lookup",)
    _lookup: Lookup

    def _repr_html_(self) -> str | None:
        """As the report shows it; None for a row that was taken out of its record by `replace`."""
        from dragoman.show.report.alone import disagreement_alone

        lookup: Lookup | None = getattr(self, "_lookup", None)
        return disagreement_alone(self, lookup) if lookup else None


class Reason(Explained):
    """What a row rests on; printed, it is what `dragoman why` shows."""

    __slots__ = ()

    def __str__(self) -> str:
        from dragoman.show.reasons import plain

        return plain(self)

    def _repr_html_(self) -> str:
        from dragoman.show.report.alone import explained_alone

        return explained_alone(self)


class Record(model.Record):
    """The whole record, with what people ask of it."""

    __slots__ = ()
    proposals: tuple[Proposal, ...]
    disagreements: tuple[Disagreement, ...]

    def __eq__(self, other: object) -> bool:
        """Whether the other, this kind of record or the bare one, holds the same."""
        if not isinstance(other, model.Record):
            return NotImplemented
        return all(bare(getattr(self, f.name)) == bare(getattr(other, f.name)) for f in fields(model.Record))

    __hash__ = model.Record.__hash__

    def __reduce__(self) -> tuple[Callable[[model.Record], Record], tuple[model.Record]]:
        """Pickled as the bare record, so that the rows of what is taken up again know it."""
        values = values_of(self) | {
            "proposals": tuple(model.ProposalRow(**values_of(row)) for row in self.proposals),
            "disagreements": tuple(model.DisagreementRow(**values_of(row)) for row in self.disagreements),
        }
        return displayed, (model.Record(**values),)

    def why(self, identifier: str) -> Reason:
        """What a row rests on: its sentences in context, and the rules. Raises NothingFound for an unknown id."""
        from dragoman.show.by_id import explained

        found = explained(identifier, Lookup.of(self))
        return Reason(**{f.name: getattr(found, f.name) for f in fields(found)})

    def to_pandas(self, what: str) -> DataFrame:
        """One table, with typed columns. Raises UsageError for a table there is not."""
        from dragoman.show.export.frames import frame

        return frame(self, what)

    def table(self, what: str) -> list[dict[str, str]]:
        """One list as flat rows of words. Raises UsageError for a list that is not shown."""
        from dragoman.show.flat import table

        return table(self, what)

    def report(self) -> str:
        """The whole report as one HTML page."""
        from dragoman.show.report import page

        return page(self)

    def _repr_html_(self) -> str:
        from dragoman.show.report.alone import record_alone

        return record_alone(Lookup.of(self))


def displayed(record: model.Record) -> Record:
    """The record with its methods, its rows knowing it."""
    lookup = Lookup.of(record)
    proposals = tuple(Proposal(**values_of(row)) for row in record.proposals)
    disagreements = tuple(Disagreement(**values_of(row)) for row in record.disagreements)
    for row in (*proposals, *disagreements):
        object.__setattr__(row, "_lookup", lookup)
    return Record(**values_of(record) | {"proposals": proposals, "disagreements": disagreements})


def values_of(row: Any) -> dict[str, Any]:
    return {f.name: getattr(row, f.name) for f in fields(row)}


def bare(value: Any) -> Any:
    """A list of rows with those that a notebook can show as plain values, to be compared with bare ones."""
    shown = (Proposal, Disagreement, model.ProposalRow, model.DisagreementRow)
    return (
        [values_of(row) for row in value]
        if value and isinstance(value, tuple) and isinstance(value[0], shown)
        else value
    )
