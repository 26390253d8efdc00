"""Disks that are full, folders that cannot be written, drives that cannot lock, flaws in files: told, nothing lost."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from dragoman.model.problem import StoreError
from dragoman.model.record import Record
from dragoman.store.database import fault
from dragoman.store.folder import keep
from dragoman.store.folder import load as load_folder
from dragoman.store.load import load
from dragoman.store.save import save

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
NOBODY = 65534


@pytest.fixture
def shared_place() -> Iterator[Path]:
    """A folder that every user of the machine can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def apart(work: Callable[[], object]) -> str:
    """Do some work in a process of its own; gives back the fault it ended with, or nothing."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work()
        except StoreError as error:
            os.write(tell, f"{type(error).__name__}: {error}"[:4000].encode())
        except BaseException as error:  # noqa: BLE001 - a child must end here, whatever happens
            os.write(tell, f"not told: {error!r}"[:4000].encode())
        os._exit(0)
    os.close(tell)
    with os.fdopen(told, "rb") as pipe:
        found = pipe.read().decode()
    os.waitpid(child, 0)
    return found


@needs_fork
@pytest.mark.parametrize("limit", [70_000, 200_000, 300_000])
def test_a_file_that_cannot_grow_leaves_the_runs_before(record: Record, later: Record, place: Path, limit: int) -> None:
    save(record, place)

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for nth in range(200):
            save(replace(later, dragoman=replace(later.dragoman, version=str(nth))), place)

    assert "disk" in (said := apart(full))
    assert said.startswith("StoreError"), said
    assert load(place, "1") == record
    assert sqlite3.connect(place / "dragoman.db").execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    save(later, place)
    assert load(place) == later


def test_a_full_disk_is_told_and_nothing_changes(record: Record, later: Record, place: Path) -> None:
    save(record, place)

    def small(connection: sqlite3.Connection, _: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", small)
    try:
        with pytest.raises(StoreError, match=r"the disk is full; nothing was changed"):
            save(later, place)
    finally:
        event.remove(Engine, "connect", small)
    assert load(place) == record
    save(later, place)
    assert load(place) == later


@needs_fork
def test_a_file_that_is_not_written_whole_is_not_there(record: Record, later: Record, place: Path) -> None:
    keep(record, place)

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
        keep(later, place)

    assert "cannot be written" in apart(full)
    assert load_folder(place) == record
    assert [path.name for path in place.iterdir()] == ["record.json"]


@needs_fork
@pytest.mark.parametrize("shut", ["folder", "file", "both"])
def test_what_cannot_be_written_is_told_and_still_read(
    record: Record, later: Record, shared_place: Path, shut: str
) -> None:
    place = shared_place
    save(record, place)
    keep(record, place)
    place.chmod(0o555 if shut in ("folder", "both") else 0o777)
    (place / "dragoman.db").chmod(0o444 if shut in ("file", "both") else 0o666)

    def as_nobody(work: Callable[[Path], object]) -> str:
        def doing() -> None:
            os.chdir(place)
            if os.geteuid() == 0:
                os.setuid(NOBODY)
            work(Path())

        return apart(doing)

    try:
        said = as_nobody(lambda here: save(later, here))
        assert "check the rights" in said, said
        assert said.startswith("StoreError")
        if shut != "file":
            assert "name another folder" in as_nobody(lambda here: keep(later, here))
        assert as_nobody(lambda here: check(load(here) == record)) == ""
        assert as_nobody(lambda here: check(load_folder(here) == record)) == ""
    finally:
        place.chmod(0o777)
    assert load(place) == record


def check(holds: bool) -> None:
    assert holds


@needs_fork
def test_a_new_folder_that_cannot_be_made_is_told(record: Record, shared_place: Path) -> None:
    (shared_place / "shut").mkdir(mode=0o555)

    def work() -> None:
        os.chdir(shared_place)
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        save(record, Path("shut/talks"))

    said = apart(work)
    assert said.startswith("StoreError")
    assert "ermission denied" in said
    assert "name another folder" in said


@pytest.mark.parametrize(
    ("told", "mend"),
    [
        ("locking protocol", "network drive"),
        ("disk I/O error", "network drive"),
        ("database is locked", "another program"),
        ("attempt to write a readonly database", "check the rights"),
        ("unable to open database file", "check the rights"),
        ("database or disk is full", "free some space"),
        ("database disk image is malformed", "move it away"),
        ("something else", "something else"),
    ],
)
def test_what_a_database_says_is_told_with_the_mend(told: str, mend: str) -> None:
    assert mend in fault(OperationalError("", {}, sqlite3.OperationalError(told)))


def test_the_store_needs_no_memory_shared_between_programs(record: Record, place: Path) -> None:
    save(record, place)
    with sqlite3.connect(place / "dragoman.db") as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in place.iterdir()] == ["dragoman.db"]


@pytest.mark.parametrize("seed", range(40))
def test_flaws_anywhere_in_the_file_are_told_or_harmless(record: Record, place: Path, seed: int) -> None:
    save(record, place)
    file = place / "dragoman.db"
    content = bytearray(file.read_bytes())
    chance = random.Random(seed)
    for _ in range(60):
        content[chance.randrange(100, len(content))] = chance.randrange(256)
    file.write_bytes(content)
    try:
        found = load(place)
    except StoreError:
        return
    assert [a.text for a in found.articles] == [a.text for a in record.articles]
