"""The work in hand: one order after the other, each in a process of its own, with what is told of it.

A process that fails, or is killed, leaves the store as it was and the workspace at work. Does not read articles itself
(see `reader`).
"""

from __future__ import annotations

import itertools
import multiprocessing
import queue
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import Literal

from dragoman.model.record import Record
from dragoman.show.web.intake.order import AnyOrder, AsOf
from dragoman.show.web.intake.reader import work_off

WAITING = 50
"""Orders that may wait."""
REMEMBERED = 200
PROBLEMS = 200
"""Problems that are told of one order; all stand among the gaps of the record."""

State = Literal["waiting", "working", "done", "failed"]
Worker = Callable[[AnyOrder, Connection], None]
OnRecord = Callable[[AsOf, Record], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An order on its way. `told` is one line for people; `run` is the run it became."""

    id: str
    state: State = "waiting"
    step: str = ""
    done: int = 0
    total: int = 0
    problems: tuple[str, ...] = ()
    run: str | None = None
    told: str = "Waiting for what came before."

    @property
    def is_over(self) -> bool:
        return self.state in ("done", "failed")


class Work:
    """Orders in the order in which they came, and the jobs they are."""

    def __init__(self, worker: Worker = work_off) -> None:
        self.worker = worker
        self.on_record: OnRecord | None = None
        self.on_done: Callable[[], None] | None = None
        self.orders: queue.Queue[tuple[str, AnyOrder]] = queue.Queue()
        self.jobs: OrderedDict[str, Job] = OrderedDict()
        self.numbers = itertools.count(1)
        self.lock = threading.Lock()
        self.starting = threading.Lock()  # no process is ended while it is being started
        self.thread: threading.Thread | None = None  # started with the first order
        self.process: multiprocessing.process.BaseProcess | None = None
        self.stopped = False

    def take(self, order: AnyOrder) -> Job | None:
        """Begin work on an order as soon as can be; None where too many wait."""
        with self.lock:
            if sum(not job.is_over for job in self.jobs.values()) >= WAITING:
                return None
            job = Job(id=f"jo-{next(self.numbers)}")
            self.jobs[job.id] = job
            while len(self.jobs) > REMEMBERED:
                self.jobs.popitem(last=False)
            if self.thread is None:
                self.thread = threading.Thread(target=self.work, name="dragoman-work", daemon=True)
                self.thread.start()
        self.orders.put((job.id, order))
        return job

    def stop(self) -> None:
        """End the work: what is not kept yet will not be."""
        with self.starting:
            self.stopped = True
            if self.process is not None:
                self.process.terminate()

    def work(self) -> None:
        while not self.stopped:
            identifier, order = self.orders.get()
            self.change(identifier, state="working", told="Starting to read.")
            self.work_on(identifier, order)
            if self.on_done is not None:
                self.on_done()

    def work_on(self, identifier: str, order: AnyOrder) -> None:
        """One order in a process of its own, until that has ended."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=self.worker, args=(order, theirs), daemon=False)
        with self.starting:
            if self.stopped:
                return
            process.start()
            self.process = process
        theirs.close()
        while (news := received(ours)) is not None:
            if news[0] == "record" and self.on_record and isinstance(order, AsOf) and isinstance(news[1], Record):
                self.on_record(order, news[1])
            else:
                self.hear(identifier, news)
        process.join()
        if not self.jobs[identifier].is_over:
            told = f"The reader ended before it was done (code {process.exitcode}): try fewer articles at once."
            self.change(identifier, state="failed", told=told)

    def hear(self, identifier: str, news: tuple[object, ...]) -> None:
        """Take down what the process tells."""
        kind, *rest = news
        job = self.jobs[identifier]
        if kind == "step":
            step, done, total = rest
            self.change(identifier, step=str(step), done=done, total=total, told=f"{step}: {done} of {total}")
        elif kind == "problem":
            self.change(identifier, problems=(*job.problems, str(rest[0]))[:PROBLEMS])
        elif kind == "done":
            self.change(identifier, state="done", run=rest[0], told=str(rest[1]))
        else:
            self.change(identifier, state="failed", told=str(rest[0]))

    def change(self, identifier: str, **changes: object) -> None:
        with self.lock:
            if identifier in self.jobs:
                self.jobs[identifier] = replace(self.jobs[identifier], **changes)  # type: ignore[arg-type]


def received(pipe: Connection) -> tuple[object, ...] | None:
    """The next news, None where there will be no more."""
    try:
        news: tuple[object, ...] = pipe.recv()
    except (EOFError, OSError):
        return None
    return news
