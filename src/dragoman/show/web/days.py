"""Runs as they stood on earlier days: worked out when first asked for, in a process of their own, and held a while."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from datetime import date
from pathlib import Path

from dragoman.model.problem import DragomanError, NothingFound
from dragoman.model.record import Record
from dragoman.show.web.intake.order import AsOf
from dragoman.show.web.intake.work import Job, Work
from dragoman.show.web.shelf import Held
from dragoman.store.folder import with_corrections

HELD = 4
PATIENCE = 1.5
"""Seconds that one waits for it before the wait itself is shown."""

Key = tuple[str, date]


class StillAtWork(DragomanError):  # noqa: N818 - it is what goes on
    """The record of a day is being worked out; `job` tells how far."""

    def __init__(self, day: date, job: Job) -> None:
        super().__init__(f"The record as it stood on {day} is being worked out; {job.told or 'ask again'}")
        self.day, self.job = day, job


class Days:
    """The days at hand of the runs of one store."""

    def __init__(self, place: Path | str, folder: Path, work: Work | None = None) -> None:
        self.place, self.folder = place, folder
        self.work = work or Work()
        self.work.on_record = self.take
        self.records: OrderedDict[Key, Record] = OrderedDict()
        self.held_days: dict[Key, Held] = {}
        self.jobs: dict[Key, str] = {}
        self.lock = threading.Lock()

    def stop(self) -> None:
        self.work.stop()

    def held(self, whole: Held, day: date) -> Held:
        """A run as it stood on a day. Raises NothingFound where it had not begun, StillAtWork while it is made."""
        published = [article.published for article in whole.lookup.record.articles]
        if all(one is None or one <= day for one in published):
            return whole
        if all(one is not None and one > day for one in published):
            raise NothingFound(f"Every article was published after {day}: choose a later day.")
        day = max((one for one in published if one and one <= day), default=day)
        job = self.begun((whole.id, day))
        end = time.monotonic() + PATIENCE
        while True:
            if (whole.id, day) in self.records:
                return self.edited((whole.id, day), whole)
            job = self.work.jobs.get(job.id, job)
            if job.state == "failed":
                self.jobs.pop((whole.id, day), None)
                raise NothingFound(job.told)
            if time.monotonic() > end:
                raise StillAtWork(day, job)
            time.sleep(0.05)

    def edited(self, key: Key, whole: Held) -> Held:
        """A day that was worked out, as people corrected it."""
        with self.lock:
            found = self.held_days.get(key)
            if found is None or found.edition != whole.edition:
                record = with_corrections(self.records[key], self.folder)
                found = self.held_days[key] = Held(f"{whole.id}-{key[1]}", whole.number, record, whole.edition)
            self.records.move_to_end(key)
        return found

    def begun(self, key: Key) -> Job:
        """The job that works a day out, begun where it has not been."""
        with self.lock:
            known = self.work.jobs.get(self.jobs.get(key, ""))
            if known is not None and (not known.is_over or key in self.records):
                return known
            job = self.work.take(AsOf(place=self.place, run=key[0], day=key[1]))
            if job is None:
                raise NothingFound("Too many days are being worked out: try again when some are done.")
            self.jobs[key] = job.id
            return job

    def take(self, order: AsOf, record: Record) -> None:
        """Keep what was worked out, the longest unused going first."""
        with self.lock:
            self.records[order.run, order.day] = record
            while len(self.records) > HELD:
                key, _ = self.records.popitem(last=False)
                self.jobs.pop(key, None)
                self.held_days.pop(key, None)
