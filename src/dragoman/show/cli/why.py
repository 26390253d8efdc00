"""`dragoman why`: one row of a kept record, and the words it rests on in their sentences.

Does not read the articles again: sentences are shown from the text kept in the record.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.show.cli import output
from dragoman.show.cli.kept import kept_record
from dragoman.show.cli.options import KEPT, AsJson, From

if TYPE_CHECKING:
    from dragoman.show.explain import Explained


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

    found = corrected_away(identifier, source) or explained(identifier, Lookup.of(kept_record(source)))
    if as_json:
        output.data(json.dumps(found.as_json(), ensure_ascii=False, indent=1) + "\n")
        return
    output.show(screen(found, styled=styled()))


def corrected_away(identifier: str, source: Path) -> Explained | None:
    """A row that is not there any more because it was corrected, as it was read; None for every other."""
    from dragoman.store.corrections.file import kept_corrections

    ours = [one for one in kept_corrections(source) if identifier in [pointer.id for pointer in one.rows]]
    if not ours:
        return None
    from dragoman.show.explain import explain
    from dragoman.show.lookup import Lookup
    from dragoman.store.corrections.laying import told
    from dragoman.store.folder import load

    found = explain(identifier, Lookup.of(load(source, corrected=False)))
    if found is None or explain(identifier, Lookup.of(load(source))) is not None:
        return None
    return replace(found, corrections=tuple(f"{one.id}: {told(one)}; shown here as it was read" for one in ours))


def styled() -> bool:
    """Whether marks may be told by style alone: on a terminal, with colour wanted."""
    out = output.console()
    return out.is_terminal and not out.no_color and not out.is_dumb_terminal
