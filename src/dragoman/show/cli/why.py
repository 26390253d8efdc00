"""`dragoman why`: one row of a kept record, and the words it rests on in their sentences.

Does not read the articles again: sentences are shown from the text kept in the record.
"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT, AsJson, From


def why(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id of any row, for example st-3f9a2c1d.")],
    as_json: AsJson = False,
    source: From = KEPT,
) -> None:
    """Show the words that a row rests on.

    Its sentences in context, its article, character range and rule."""
    from dragoman.show.by_id import explained
    from dragoman.show.lookup import Lookup
    from dragoman.show.reasons import screen
    from dragoman.store.folder import load

    found = explained(identifier, Lookup.of(load(source)))
    if as_json:
        output.data(json.dumps(found.as_json(), ensure_ascii=False, indent=1) + "\n")
        return
    output.show(screen(found, styled=styled()))


def styled() -> bool:
    """Whether marks may be told by style alone: on a terminal, with colour wanted."""
    out = output.console()
    return out.is_terminal and not out.no_color and not out.is_dumb_terminal
