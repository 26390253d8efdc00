"""`dragoman run`: read articles, keep the record and its report, and print one screen.

Does not decide where the articles come from or what they mean: that is for `engine`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.show.cli import output
from dragoman.show.cli.options import KEPT, iso_day
from dragoman.show.cli.runs import Store

if TYPE_CHECKING:
    from dragoman.model.problem import Problem
    from dragoman.model.record import Record

OnProgress = Callable[[str, int, int], None]


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
    store: Store = None,
) -> None:
    """Read articles and record what they say.

    Writes record.json and report.html into the folder named by -o, keeps the run in dragoman.db beside them, and
    prints one screen. What could not be read is told on stderr, and stands among the record's gaps.
    """
    record = built(paths, meta=meta, as_of=iso_day(as_of, "--as-of"), jobs=jobs)
    if as_json:
        from dragoman.store.json import to_json

        output.data(to_json(record))
        return
    report = kept(record, out, store=store)
    from dragoman.show.brief import brief

    output.show(brief(record, report=report))


def built(paths: list[str], *, meta: Path | None, as_of: date | None, jobs: int | None) -> Record:
    with progress() as on_progress:
        from dragoman.engine.build import build

        return build(
            paths,
            meta=meta,
            stdin=sys.stdin.buffer,
            as_of=as_of,
            jobs=jobs,
            on_progress=on_progress,
            on_problem=tell,
        )


def kept(record: Record, folder: Path, *, store: str | None) -> Path:
    """Write the record and its report, and keep the run among the others; gives back the place of the report."""
    from dragoman.show.report import page
    from dragoman.store.folder import keep, write
    from dragoman.store.save import save

    keep(record, folder)
    report = write(folder / "report.html", page(record))
    save(record, store or folder)
    return report


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
