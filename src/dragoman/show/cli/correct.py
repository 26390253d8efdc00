"""`dragoman correct`: corrections made, listed and taken back.

Says what a correction does; what it does to the record is for `store.corrections`.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.problem import NothingFound, UsageError
from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT, AsJson, From
from dragoman.show.cli.runs import Store

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.model.record import CorrectionRow


class Asked(StrEnum):
    """What can be done."""

    SAME = "same"
    DIFFERENT = "different"
    WRONG = "wrong"
    NOTE = "note"
    LIST = "list"
    UNDO = "undo"


NEEDED = {
    Asked.SAME: (2, "the ids of two rows or more: dragoman correct same en-1a2b3c4d en-5e6f7a8b"),
    Asked.DIFFERENT: (2, "the id of a row and of an article: dragoman correct different en-1a2b3c4d ar-3f9a2c1d"),
    Asked.WRONG: (1, "the id of a row: dragoman correct wrong st-3f9a2c1d"),
    Asked.NOTE: (2, 'the id of a row and the note: dragoman correct note st-3f9a2c1d "seen on the recording"'),
    Asked.LIST: (0, ""),
    Asked.UNDO: (1, "the id of a correction: dragoman correct undo co-9c8d7e6f"),
}
MOST = {Asked.DIFFERENT: 2, Asked.NOTE: 2, Asked.LIST: 0, Asked.UNDO: 1}


def correct(
    what: Annotated[Asked, typer.Argument(help="What to do.")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="Ids of rows; then an article's id, or a note's words.")
    ] = None,
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for those who read the file.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who corrects it.")] = None,
    source: From = KEPT,
    store: Store = None,
    as_json: AsJson = False,
) -> None:
    """Correct the record: lay what you know over what was read.

    same: the persons, events or offers are one. different: in that article it is another than elsewhere. wrong: the row
    should not be there. note: something to know about a row. list: what was corrected. undo: take a correction back.

    Corrections stand in corrections.yaml beside the record, a file to read, version and share. What was read is not
    changed, and show, why, export and the report show what was corrected.
    """
    given = words or []
    least, need = NEEDED[what]
    if not least <= len(given) <= MOST.get(what, len(given)):
        raise UsageError(f"correct {what} takes {need or 'nothing more'}")
    if what is Asked.LIST:
        write(kept(source, store), as_json)
    elif what is Asked.UNDO:
        taken_back(source, given[0])
    else:
        write([made(source, what, given, because, by, store)], as_json)
    if what is not Asked.LIST:
        renew_report(source, store)


def kept(source: Path, store: str | None) -> list[CorrectionRow]:
    """The corrections of a record. Raises NothingFound where there is none."""
    from dragoman.store.folder import load

    found = list(load(source, store=store).corrections)
    if not found:
        raise NothingFound("Nothing is corrected; `dragoman correct --help` says how to.")
    return found


def made(
    source: Path, what: Asked, given: list[str], because: str | None, by: str | None, store: str | None
) -> CorrectionRow:
    """Make and keep a correction. Raises NothingFound, with near ids, for an id that no row has."""
    from dragoman.store.corrections.making import correct as keep

    rows = given if what in (Asked.SAME, Asked.WRONG) else given[:1]
    article = given[1] if what is Asked.DIFFERENT else None
    note = given[1] if what is Asked.NOTE else because
    try:
        return keep(source, what.value, rows, article=article, note=note, by=by, store=store)  # type: ignore[arg-type]
    except NothingFound as error:
        raise NothingFound(f"{error}{hint(source, given, store)}") from error


def hint(source: Path, ids: list[str], store: str | None) -> str:
    """The ids nearest to those that were typed."""
    from dragoman.show.lookup import rows_of
    from dragoman.show.names import near
    from dragoman.store.folder import load

    there = [str(getattr(row, "id", "")) for _, row in rows_of(load(source, store=store))]
    close = [found for identifier in ids if identifier not in there for found in near(identifier, there)]
    return f" Near ids: {', '.join(close)}." if close else ""


def taken_back(source: Path, identifier: str) -> None:
    from dragoman.store.corrections.laying import told
    from dragoman.store.corrections.making import undo

    output.data(f"Taken back: {told(undo(source, identifier))}\n")


def renew_report(source: Path, store: str | None) -> None:
    """Write the report anew, where there is one."""
    from dragoman.store.files import write
    from dragoman.store.folder import load

    report = (source if source.is_dir() else source.parent) / "report.html"
    if report.exists():
        from dragoman.show.report import page

        write(report, page(load(source, store=store)))


def write(rows: list[CorrectionRow], as_json: bool) -> None:
    if as_json:
        plain = [dataclasses.asdict(row) for row in rows]
        output.data(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
    else:
        output.show(line for row in rows for line in lines(row))


def lines(row: CorrectionRow) -> Iterator[Text | Padding]:
    """A correction: its id and what it does; why, by whom, and why it does nothing."""
    from rich.padding import Padding
    from rich.text import Text

    yield Text.assemble((row.id, "bold"), f"  {row.text}")
    reason = row.note if row.what != "note" else None
    more = [reason, f"by {row.by}" if row.by else None, None if row.applied else f"not applied: {row.why}"]
    if any(more):
        yield Padding(Text(" · ".join(part for part in more if part), style="dim"), (0, 0, 0, 2))
