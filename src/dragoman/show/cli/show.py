"""`dragoman show`: one list of a kept record, filtered, as a screen or as data.

Does not read articles and does not load the language model; `--as-of` makes the record anew from the layers that the
run kept.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.model.problem import NothingFound, UsageError
from dragoman.show.cli import output
from dragoman.show.cli.kept import kept_record, tell_corrections
from dragoman.show.cli.options import KEPT, AsJson, From, iso_day

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dragoman.model.record import Record
    from dragoman.show.filters import Filter
    from dragoman.show.lookup import Lookup
    from dragoman.show.views.row import Shown, View


class What(StrEnum):
    """The lists that can be shown."""

    BRIEF = "brief"
    ARTICLES = "articles"
    STORIES = "stories"
    MEETINGS = "meetings"
    OFFERS = "offers"
    ANSWERS = "answers"
    STATEMENTS = "statements"
    DISAGREEMENTS = "disagreements"
    CLAIMS = "claims"
    FRAMING = "framing"
    ACTORS = "actors"
    TIMELINE = "timeline"
    GAPS = "gaps"


class Format(StrEnum):
    TABLE = "table"
    MD = "md"
    JSON = "json"
    CSV = "csv"


def show(
    what: Annotated[What, typer.Argument(help="The list to show.")],
    form: Annotated[Format, typer.Option("--format", help="table is for people; csv has every column.")] = Format.TABLE,
    as_json: AsJson = False,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Rows of this actor, by any of its names.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Rows from this outlet.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Rows of this day (YYYY-MM-DD) or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Rows of this day (YYYY-MM-DD) or earlier.")] = None,
    matrix: Annotated[bool, typer.Option("--matrix", help="Claims by article: says, differs, denies, silent.")] = False,
    only_differences: Annotated[
        bool, typer.Option("--only-differences", help="With --matrix: claims that some account differs from or denies.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option(metavar="DAY", help="The record as the articles published up to this day had it.")
    ] = None,
    source: From = KEPT,
) -> None:
    """Show one list of the record.

    Names match without case or accents, on any form the articles use. With --as-of the record is made again from the
    articles of the kept run that were published up to a day: nothing that is known only later is in it.
    """
    days = iso_day(since, "--since"), iso_day(until, "--until")
    day = iso_day(as_of, "--as-of")
    if matrix and what is not What.CLAIMS:
        raise UsageError(f"--matrix is of claims: dragoman show claims --matrix, not {what}")
    if only_differences and not matrix:
        raise UsageError("--only-differences is for the matrix: add --matrix")

    from dragoman.show.filters import Filter
    from dragoman.show.lookup import Lookup
    from dragoman.show.views import VIEWS

    lookup = Lookup.of(record_of(source, day))
    view = VIEWS[what]
    wanted = Filter(actor=actor, outlet=outlet, since=days[0], until=days[1])
    rows = found(what, view.rows(lookup), wanted, lookup)
    form = Format.JSON if as_json else form
    if matrix:
        write_matrix(rows, lookup, form, only_differences=only_differences)
    else:
        write(view, rows, lookup, form)


def record_of(source: Path, day: date | None) -> Record:
    """The kept record; with a day, as it stood then. Corrections are laid over either."""
    if day is None:
        return kept_record(source)
    from dragoman.engine.earlier import record_as_of
    from dragoman.store.folder import with_corrections

    record = with_corrections(record_as_of(source, day), source)
    tell_corrections(record)
    return record


def found(what: str, rows: Sequence[Shown], wanted: Filter, lookup: Lookup) -> tuple[Shown, ...]:
    """The rows that are wanted. Raises NothingFound, saying why, where there are none."""
    from dragoman.show.filters import kept, told

    left = kept(rows, wanted, lookup)
    if not rows:
        raise NothingFound(f"This record has no {what}.")
    if not left.rows:
        unknown = f" ({left.undated} have no day)" if left.undated else ""
        raise NothingFound(
            f"None of {len(rows)} {what} matches {told(wanted)}{unknown}. Leave a filter out to see more."
        )
    if left.undated:
        output.warn(f"{left.undated} {what} without a day are left out")
    return left.rows


def write(view: View, rows: Sequence[Shown], lookup: Lookup, form: Format) -> None:
    if form is Format.JSON:
        output.data(as_json_text(view, rows, lookup.record))
    elif form is Format.CSV:
        output.data(csv_text([row.cells for row in rows]))
    elif form is Format.MD:
        output.data(markdown_text([row.cells for row in rows], view.brief))
    else:
        output.show(view.screen(rows, lookup))


def write_matrix(rows: Sequence[Shown], lookup: Lookup, form: Format, *, only_differences: bool) -> None:
    """The claims as a matrix. Raises NothingFound where none is left."""
    from dragoman.show.matrix import matrix
    from dragoman.show.views import matrix as view

    wanted = {row.id for row in rows}
    claims = [claim for claim in lookup.record.claims if claim.id in wanted]
    made = matrix(lookup, claims, only_differences=only_differences)
    if not made.rows:
        raise NothingFound(f"No account differs from any of {len(claims)} claims. Leave --only-differences out.")
    if form is Format.JSON:
        output.data(json.dumps(made.as_json(), ensure_ascii=False, indent=1) + "\n")
    elif form is Format.TABLE:
        output.show(view.screen(made, lookup))
    else:
        cells = view.cells(made)
        output.data(csv_text(cells) if form is Format.CSV else markdown_text(cells, list(cells[0])))


def as_json_text(view: View, rows: Sequence[Shown], record: Record) -> str:
    """The rows as they stand in the record, in the order shown."""
    from dragoman.store.json import to_json

    places = {row.id: place for place, row in enumerate(rows)}
    empty = {f.name: () for f in fields(record) if f.name not in ("dragoman", view.key)}
    whole = json.loads(to_json(replace(record, **empty)))[view.key]  # type: ignore[arg-type]
    ours = [(name, item) for row in whole for name, item in items(row, view) if name in places]
    ordered = [item for _, item in sorted(ours, key=lambda pair: places[pair[0]])]
    return json.dumps(ordered, ensure_ascii=False, indent=1) + "\n"


def items(row: dict[str, Any], view: View) -> list[tuple[str, dict[str, Any]]]:
    """What a view shows of one row of the record, each with its id: the row, or the items of a list in it."""
    if view.within is None:
        return [(row["id"], row)]
    return [(f"{row['id']}/{place}", {"of": row["id"], **item}) for place, item in enumerate(row[view.within])]


def csv_text(rows: Sequence[Mapping[str, str]]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def markdown_text(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> str:
    """A table of some columns."""
    head = [f"| {' | '.join(cell(column) for column in columns)} |", f"|{' --- |' * len(columns)}"]
    body = [f"| {' | '.join(cell(row[column]) for column in columns)} |" for row in rows]
    return "\n".join([*head, *body]) + "\n"


def cell(text: str) -> str:
    """Strangers' words, so that no sign in them means anything in Markdown or HTML.

    >>> cell("a|b <i>*c*")
    'a\\\\|b &lt;i>\\\\*c\\\\*'
    """
    safe = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    for sign in "\\|*_`[]":
        safe = safe.replace(sign, f"\\{sign}")
    return safe
