"""The database that runs are kept in, opened for reading or writing: a file `dragoman.db`, or PostgreSQL by its URL.

One `with` is one transaction: what is written in it is kept whole or not at all, also when the program is killed. A
store made by an older version is brought up to date when it is written to; one made by a newer version is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from dragoman.model.problem import StoreError
from dragoman.store.files import DATABASE

HEAD = "0006"
REVISIONS = ("0001", "0002", "0003", "0004", "0005", HEAD)
"""Every revision there has been, the newest last."""
PATIENCE = 30
"""Seconds to wait for another program that writes."""
ONE_WRITER = 1995_11_21
"""The lock that writers of one PostgreSQL database wait for, as those of a SQLite file do."""

DAMAGED = "damaged ({told}); move it away and run `dragoman run` again, record.json still has the last run"
FAULTS = (
    ("not a database", DAMAGED),
    ("malformed", DAMAGED),
    ("is locked", "another program is writing to it; try again when that is done"),
    ("is full", "the disk is full; nothing was changed: free some space and try again"),
    ("No space left", "the disk is full; nothing was changed: free some space and try again"),
    ("readonly", "cannot be written; check the rights of the file and its folder, or name another folder with -o"),
    ("unable to open", "cannot be opened; check the rights of the file and its folder, or name another folder"),
    (
        "locking protocol",
        "cannot be locked, as on some network drives; name a folder on a disk of this machine, or a PostgreSQL address",
    ),
    (
        "disk I/O error",
        "the disk refuses to read or write it; nothing was changed: is it full, or a network drive? name a folder on a "
        "disk of this machine",
    ),
)
"""Signs of a fault in what a database says, and what to tell of it."""


@contextmanager
def writing(place: Path | str) -> Iterator[Connection]:
    """A transaction that may write; the store is made where there is none. Raises StoreError with the mend."""
    with opened(place, write=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")
        brought_up_to_date(connection, place)
        yield connection


@contextmanager
def reading(place: Path | str) -> Iterator[Connection]:
    """A transaction that reads. Raises StoreError where no store is, or where it cannot be used."""
    if isinstance(file := file_of(place), Path) and not file.exists():
        raise StoreError(f"{file}: no run is kept here; make one with `dragoman run PATH`")
    with opened(place, write=False) as connection:
        found = revision(connection)
        if found is None:
            raise StoreError(f"{place}: no run is kept here; make one with `dragoman run PATH`")
        if found != HEAD:
            raise StoreError(newer(place) if found not in REVISIONS else older(place))
        yield connection


@contextmanager
def opened(place: Path | str, *, write: bool) -> Iterator[Connection]:
    try:
        engine = engine_of(place, write=write)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()
    except IntegrityError as error:
        raise StoreError(f"{place}: the run was not kept ({error.orig}); please report it with its articles") from error
    except DatabaseError as error:
        raise StoreError(f"{place}: {fault(error)}") from error
    except (JSONDecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"{place}: {DAMAGED.format(told=error)}") from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"{place}: not a database; name a file or a URL like postgresql://host/name") from error
    except OSError as error:
        raise StoreError(
            f"{place}: cannot be used ({error.strerror}); check the rights, or name another folder"
        ) from error
    except SQLAlchemyError as error:
        raise StoreError(f"{place}: cannot be used ({error})") from error


def fault(error: DatabaseError) -> str:
    """What is wrong with a database, and the mend."""
    told = str(error.orig).strip()
    mend = next((mend for sign, mend in FAULTS if sign in told), None)
    return (mend or "cannot be used ({told}); check the path, the address and the rights").format(told=told)


def file_of(place: Path | str) -> Path | str:
    """The file of a store that is named by its folder or file; a URL as it is."""
    if isinstance(place, str) and "://" in place:
        return place
    path = Path(place)
    if path.suffix == ".db":
        return path
    return (path if path.is_dir() or not path.suffix else path.parent) / DATABASE


def engine_of(place: Path | str, *, write: bool) -> Engine:
    file = file_of(place)
    if isinstance(file, str):
        return postgresql(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    return sqlite(file, begin="BEGIN IMMEDIATE" if write else "BEGIN")


def postgresql(url: str) -> Engine:
    try:
        return create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    except ImportError as error:
        raise StoreError("psycopg is not installed; run `pip install 'dragoman[postgresql]'`") from error


def sqlite(file: Path, *, begin: str) -> Engine:
    """An engine that begins transactions itself, since Python's driver begins none before a table is made."""
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": PATIENCE})

    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def revision(connection: Connection) -> str | None:
    """The revision that a store stands at, None where there is no store yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def brought_up_to_date(connection: Connection, place: Path | str) -> None:
    """Make the tables, or change them to what this version needs, in the same transaction."""
    found = revision(connection)
    if found == HEAD:
        return
    if found is not None and found not in REVISIONS:
        raise StoreError(newer(place))
    from dragoman.store.migrations import upgrade

    upgrade(connection)


def newer(place: Path | str) -> str:
    return f"{place}: made by a newer dragoman; upgrade dragoman, or name another folder with -o"


def older(place: Path | str) -> str:
    return f"{place}: made by an older dragoman; `dragoman run` brings it up to date"
