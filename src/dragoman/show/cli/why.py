"""`dragoman why`: one row of a kept record, and the words it rests on in their sentences.

Does not read the articles again: sentences are shown from the text kept in the record.
"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.model.problem import NothingFound
from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT, AsJson, From


def why(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id of any row, for example st-3f9a2c1d.")],
    as_json: AsJson = False,
    source: From = KEPT,
) -> None:
    """Show what a row rests on: its sentences in context, its article, character range and rule."""
    from dragoman.show.explain import explain
    from dragoman.show.lookup import Lookup, rows_of
    from dragoman.show.names import near
    from dragoman.show.reasons import screen
    from dragoman.store.folder import load

    lookup = Lookup.of(load(source))
    explained = explain(identifier, lookup)
    if explained is None:
        ids = [str(row.id) for _, row in rows_of(lookup.record) if hasattr(row, "id")]
        close = near(identifier, ids)
        hint = f" Near ids: {', '.join(close)}." if close else " `dragoman show statements` lists ids."
        raise NothingFound(f"No row has the id {identifier}.{hint}")
    if as_json:
        output.data(json.dumps(explained.as_json(), ensure_ascii=False, indent=1) + "\n")
        return
    output.show(screen(explained, styled=styled()))


def styled() -> bool:
    """Whether marks may be told by style alone: on a terminal, with colour wanted."""
    out = output.console()
    return out.is_terminal and not out.no_color and not out.is_dumb_terminal
