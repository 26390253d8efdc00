"""`dragoman show`: one list of a kept record, filtered, as a screen or as data.

Does not read articles and does not load the language model.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.model.problem import NothingFound
from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT, AsJson, From, iso_day

if TYPE_CHECKING:
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
    source: From = KEPT,
) -> None:
    """Show one list of the record.

    Names match without case or accents, on any form the articles use.
    """
    days = iso_day(since, "--since"), iso_day(until, "--until")

    from dragoman.show.filters import Filter
    from dragoman.show.lookup import Lookup
    from dragoman.show.views import VIEWS
    from dragoman.store.folder import load

    lookup = Lookup.of(load(source))
    view = VIEWS[what]
    wanted = Filter(actor=actor, outlet=outlet, since=days[0], until=days[1])
    rows = found(what, view.rows(lookup), wanted, lookup)
    write(view, rows, lookup, Format.JSON if as_json else form)


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
        output.data(as_csv(rows))
    elif form is Format.MD:
        output.data(as_markdown(view, rows))
    else:
        output.show(view.screen(rows, lookup))


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


def as_csv(rows: Sequence[Shown]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, fieldnames=list(rows[0].cells), lineterminator="\n")
    table.writeheader()
    table.writerows(dict(row.cells) for row in rows)
    return text.getvalue()


def as_markdown(view: View, rows: Sequence[Shown]) -> str:
    """A table of the view's main columns."""
    head = [f"| {' | '.join(view.brief)} |", f"|{' --- |' * len(view.brief)}"]
    body = [f"| {' | '.join(cell(row.cells[column]) for column in view.brief)} |" for row in rows]
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
