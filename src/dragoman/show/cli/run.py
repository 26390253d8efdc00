"""`dragoman run`: read articles, keep the record and its report, and print one screen.

Does not decide where the articles come from or what they mean: that is for `engine`.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.problem import UsageError
from dragoman.show.cli import output
from dragoman.show.cli.kept import tell_corrections
from dragoman.show.cli.options import KEPT, iso_day
from dragoman.show.cli.runs import Store

if TYPE_CHECKING:
    from dragoman.model.problem import Problem
    from dragoman.model.record import Record

OnProgress = Callable[[str, int, int], None]
SELDOM = (1_000_000, 50, 100)
"""How often Python looks for values that refer in circles: a run makes millions, and next to none of those."""


def run(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders of articles; - is stdin.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="Folder the run is kept in.")] = KEPT,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record on stdout and write nothing.")] = False,
    meta: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="A table with the outlet, day and title of each file."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DAY", help="Leave out what was published after this day (YYYY-MM-DD).")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, metavar="N", help="Processes that read at the same time.")] = None,
    add: Annotated[
        bool, typer.Option("--add", help="Keep all articles of the last run in the folder besides.")
    ] = False,
    store: Store = None,
) -> None:
    """Read articles and record what they say.

    Writes record.json and report.html into the folder named by -o, keeps the run in dragoman.db beside them, and
    prints one screen. What could not be read is told on stderr, and stands among the record's gaps. What was read
    before, in any run of that folder, is not read again; --add makes a run of the last one's articles and these.
    """
    if add and as_json:
        raise UsageError("--add is for kept runs, and --json keeps nothing: leave one of them out")
    place = None if as_json else store or out
    record = built(place, paths, add=add, meta=meta, as_of=iso_day(as_of, "--as-of"), jobs=jobs)
    if as_json:
        from dragoman.store.json import to_json

        output.data(to_json(record))
        return
    record, report = written(record, out)
    from dragoman.show.brief import brief

    output.show(brief(record, report=report))


def built(
    place: Path | str | None, paths: list[str], *, add: bool, meta: Path | None, as_of: date | None, jobs: int | None
) -> Record:
    """The record, kept as a run in a store where one is named."""
    gc.set_threshold(*SELDOM)
    with progress() as on_progress:
        from dragoman.engine.adding import build_kept
        from dragoman.engine.build import build

        making = partial(build_kept, place, add=add) if place is not None else build
        return making(
            paths=paths,
            meta=meta,
            stdin=sys.stdin.buffer,
            as_of=as_of,
            jobs=jobs,
            on_progress=on_progress,
            on_problem=tell,
        )


def written(record: Record, folder: Path) -> tuple[Record, Path]:
    """Write the record as read, and its report as corrected; gives back the record as corrected, and the report."""
    from dragoman.show.report import page
    from dragoman.store.files import write
    from dragoman.store.folder import keep, with_corrections

    keep(record, folder)
    corrected = with_corrections(record, folder)
    tell_corrections(corrected)
    return corrected, write(folder / "report.html", page(corrected))


def tell(problem: Problem) -> None:
    """Name on stderr, by file and line, what could not be read."""
    output.warn(str(problem))


@contextmanager
def progress() -> Iterator[OnProgress | None]:
    """Something to tell progress to, where stderr is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from dragoman.show.cli.rate import Rate

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeElapsedColumn())
    with Progress(*columns, console=output.console(stderr=True), transient=True) as bars:
        tasks = {"": bars.add_task("starting", total=None)}

        def on_progress(step: str, done: int, total: int) -> None:
            if "" in tasks:
                bars.remove_task(tasks.pop(""))
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield on_progress
