"""A program that is killed while it keeps a run leaves the store as it was before, or as it is after."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from dragoman.model.problem import StoreError
from dragoman.model.record import Record
from dragoman.store.database import reading
from dragoman.store.load import load
from dragoman.store.runs import kept_runs
from dragoman.store.save import save

MOMENTS = sorted(random.Random(1995).sample(range(1, 45), 6))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


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
