"""`dragoman diff`: what changed between two kept runs, row by row.

Does not say why: a changed article, another version and another option all look the same here.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT, AsJson, From
from dragoman.show.cli.runs import Store

if TYPE_CHECKING:
    from dragoman.model.record import Record


def diff(
    before: Annotated[str, typer.Argument(metavar="RUN", help="The earlier run, by its number or id.")],
    after: Annotated[str, typer.Argument(metavar="RUN", help="The later run, by its number or id.")],
    source: From = KEPT,
    store: Store = None,
    as_json: AsJson = False,
) -> None:
    """Show what is new, changed or gone between two runs.

    Rows are the same by their id; a row whose id changed with its content is found by the evidence it shares. + is
    new, ~ is changed, with the keys that changed, - is gone. `dragoman runs` lists the runs.
    """
    from dragoman.store.load import load

    records = load(store or source, before), load(store or source, after)
    if as_json:
        output.data(as_json_text(*records))
        return
    from dragoman.show.changes import screen

    output.show(screen(*records))


def as_json_text(before: Record, after: Record) -> str:
    from dragoman.store.diff import changes

    found = [dataclasses.asdict(change) for change in changes(before, after)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
