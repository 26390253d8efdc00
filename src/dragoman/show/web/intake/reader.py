"""Works an order off, in a process of its own: reads the articles, adds them to the store, writes the report anew.

Tells through a pipe how far it is, what could not be read, and how it ended.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

from dragoman.model.problem import DragomanError, Problem
from dragoman.read import Upload
from dragoman.show.web.intake.fetch import NotFetched, fetched
from dragoman.show.web.intake.order import AnyOrder, AsOf, Order, Renew

OnProgress = Callable[[str, int, int], None]
OnProblem = Callable[[Problem], None]


def work_off(order: AnyOrder, pipe: Connection) -> None:
    """Do what is ordered; the last news is `done` with the run, or `failed` with the reason."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(("done", *done(order, pipe)))
    except DragomanError as error:
        pipe.send(("failed", str(error)))
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001 - whatever it was, people must be told, and the workspace goes on
        pipe.send(("failed", f"Reading failed ({type(error).__name__}: {error}); please report it with the articles."))


def done(order: AnyOrder, pipe: Connection) -> tuple[str | None, str]:
    """Do what is ordered; gives back the run that came of it, and what there is to tell."""
    if isinstance(order, AsOf):
        return seen(order, pipe)
    return renewed(order) if isinstance(order, Renew) else added(order, pipe)


def renewed(order: Renew) -> tuple[None, str]:
    """Writes the report of a folder anew, where there is one."""
    from dragoman.show.report import page
    from dragoman.store.files import write
    from dragoman.store.folder import load

    report = order.folder / "report.html"
    if report.exists():
        write(report, page(load(order.folder, store=order.store)))
    return None, "The report shows what was corrected."


def added(order: Order, pipe: Connection) -> tuple[str, str]:
    """The id of the run that the articles became part of, and what there is to tell."""
    from dragoman.engine.adding import build_kept
    from dragoman.show.report import page
    from dragoman.show.wording import count
    from dragoman.store.database import reading
    from dragoman.store.files import write
    from dragoman.store.folder import keep, with_corrections
    from dragoman.store.load import run_called

    def on_progress(step: str, done: int, total: int) -> None:
        pipe.send(("step", step, done, total))

    def on_problem(problem: Problem) -> None:
        pipe.send(("problem", str(problem)))

    uploads = (*order.uploads, *fetched_all(order, on_progress, on_problem))
    record = build_kept(order.place, uploads=uploads, add=True, on_progress=on_progress, on_problem=on_problem)
    on_progress("report", 0, 1)
    keep(record, order.folder)
    write(order.folder / "report.html", page(with_corrections(record, order.folder)))
    with reading(order.place) as db:
        identifier = str(run_called(db, None).id)
    return identifier, f"Done: {count(len(record.articles), 'article')} in all."


def seen(order: AsOf, pipe: Connection) -> tuple[str, str]:
    """Sends the record of a run as it stood on a day."""
    from dragoman.engine.earlier import record_as_of

    def on_progress(step: str, done: int, total: int) -> None:
        pipe.send(("step", step, done, total))

    pipe.send(("record", record_as_of(order.place, order.day, run=order.run, on_progress=on_progress)))
    return order.run, f"The record as it stood on {order.day}."


def fetched_all(order: Order, on_progress: OnProgress, on_problem: OnProblem) -> Iterator[Upload]:
    """What is at the addresses of an order; what cannot be fetched is a problem, and the rest is read."""
    for done, address in enumerate(order.addresses, start=1):
        try:
            yield fetched(address)
        except NotFetched as error:
            on_problem(Problem(kind="unreadable", text=str(error)))
        on_progress("fetch", done, len(order.addresses))
