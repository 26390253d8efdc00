"""`dragoman runs`: the runs that are kept, each with what it was made by and of.

Does not compare runs: see `diff`.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.problem import NothingFound
from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT, AsJson, From

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.store.runs import Run

Store = Annotated[
    str | None,
    typer.Option(metavar="URL", help="The store, where it is not dragoman.db in the folder: postgresql://host/name."),
]
COUNTED = {"statements": "statement", "meetings": "meeting", "proposals": "offer", "disagreements": "disagreement"}


def runs(source: From = KEPT, store: Store = None, as_json: AsJson = False) -> None:
    """List the kept runs, the last one at the end.

    A run that gives the same record as an earlier one is that run. With --json each run has its manifest: versions,
    options, the path and hash of each input, and the number of rows of each list.
    """
    from dragoman.store.database import reading
    from dragoman.store.runs import kept_runs

    with reading(store or source) as db:
        found = kept_runs(db)
    if not found:
        raise NothingFound("No run is kept; make one with `dragoman run PATH`.")
    if as_json:
        plain = [dataclasses.asdict(run) for run in found]
        output.data(json.dumps(plain, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        output.show(line for run in found for line in lines(run))


def lines(run: Run) -> Iterator[Text | Padding]:
    """One run in two lines: its number, id and articles; what is in it, and by what it was made."""
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.show.wording import count, span

    days = span(run.first_day, run.last_day) if run.first_day and run.last_day else "day unknown"
    articles = count(run.rows["articles"], "article")
    yield Text.assemble((f"{run.number}  {run.id}", "bold"), f"  {articles}, {days}")
    rows = ", ".join(count(run.rows[name], one) for name, one in COUNTED.items())
    options = "".join(f", {key} {value}" for key, value in sorted(run.options.items()))
    yield Padding(Text(f"{rows} · version {run.version}{options}", style="dim"), (0, 0, 0, 3))
