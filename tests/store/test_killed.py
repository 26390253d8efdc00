"""Programs that keep runs and are killed (SIGKILL) at any instant leave whole runs, as they were before or after."""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy import select as sql_select

from dragoman.model.problem import StoreError
from dragoman.model.record import Record
from dragoman.store import schema
from dragoman.store.database import reading
from dragoman.store.load import load
from dragoman.store.runs import kept_runs
from dragoman.store.save import save

CHANCE = random.Random(1995)
MOMENTS = sorted(CHANCE.sample(range(1, 45), 6))
DELAYS = [CHANCE.uniform(0, 0.06) for _ in range(50)]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def version(record: Record, name: str) -> Record:
    """The record as another version would make it: another run."""
    return replace(record, dragoman=replace(record.dragoman, version=name))


def writer(record: Record, place: Path, name: str) -> tuple[int, int]:
    """A process that keeps one run after the other without rest; its id, and a pipe on which it names each it kept."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        for nth in range(10_000):
            run = save(version(record, f"{name}-{nth}"), place)
            os.write(tell, f"{run} {name}-{nth}\n".encode())
        os._exit(0)
    os.close(tell)
    return child, told


def kill(child: int, told: int) -> Iterator[tuple[str, str]]:
    """Kill a writer; gives back the runs that it said were kept."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(told, "rb") as pipe:
        for line in pipe.read().decode().splitlines():
            run, _, name = line.partition(" ")
            yield run, name


def test_two_writers_killed_at_fifty_moments_leave_whole_runs(record: Record, place: Path) -> None:
    known = {save(record, place): record.dragoman.version}
    for nth, delay in enumerate(DELAYS):
        writers = [writer(record, place, f"{side}{nth}") for side in "ab"]
        select.select([told for _, told in writers], [], [], 10)
        time.sleep(delay)
        known |= {run: name for child, told in writers for run, name in kill(child, told)}
        with reading(place) as db:
            kept = {run.id: run.version for run in db.execute(sql_select(schema.run))}
        assert known.items() <= kept.items()
        assert len(kept) - len(known) <= 2
        for run in kept.keys() - known.keys():
            assert load(place, run) == version(record, kept[run])
        known = kept
    assert sqlite3.connect(place / "dragoman.db").execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert len(known) > 50
    for run in CHANCE.sample(sorted(known), 10):
        assert load(place, run) == version(record, known[run])


def killed(work: Callable[[], object], *, before: int) -> bool:
    """Do some work in a process of its own that is killed (SIGKILL) before its nth statement; False if it ended."""
    child = os.fork()
    if child == 0:
        die_before(before)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def die_before(number: int) -> None:
    left = [number]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_run_leaves_the_runs_before_it(record: Record, later: Record, place: Path, moment: int) -> None:
    first = save(record, place)
    died = killed(lambda: save(later, place), before=moment)
    with reading(place) as db:
        assert [run.id for run in kept_runs(db)][:1] == [first]
        assert len(kept_runs(db)) == (1 if died else 2)
    assert load(place) == (record if died else later)
    save(later, place)
    assert load(place) == later
    assert sqlite3.connect(place / "dragoman.db").execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("moment", [3, 40, 90])
def test_a_killed_first_run_leaves_no_store_or_a_whole_one(record: Record, place: Path, moment: int) -> None:
    assert killed(lambda: save(record, place), before=moment)
    with pytest.raises(StoreError, match="no run is kept"):
        load(place)
    save(record, place)
    assert load(place) == record


def test_work_that_is_not_killed_ends(record: Record, place: Path) -> None:
    assert not killed(lambda: save(record, place), before=10_000)
    assert load(place) == record


def test_two_programs_keep_runs_in_one_new_store(record: Record, place: Path) -> None:
    children = []
    for name in "ab":
        child = os.fork()
        if child == 0:
            for nth in range(8):
                save(version(record, f"{name}{nth}"), place)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    with reading(place) as db:
        assert {run.version for run in kept_runs(db)} == {f"{name}{nth}" for name in "ab" for nth in range(8)}
