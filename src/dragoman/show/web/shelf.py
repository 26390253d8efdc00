"""The runs at hand: the last one kept, looked at again whenever the store changes, and earlier ones when asked for.

A run never changes, so whatever is made of one is kept under its id until newer ones push it out. Does not write.
"""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from dragoman.model.problem import NothingFound
from dragoman.model.record import Record
from dragoman.show.lookup import Lookup, rows_of
from dragoman.show.views import VIEWS
from dragoman.show.views.row import Shown
from dragoman.store.database import file_of, reading
from dragoman.store.files import corrections_in
from dragoman.store.folder import with_corrections
from dragoman.store.load import record_of, run_called

Made = TypeVar("Made")

RUNS = 3
"""Runs that are held at a time."""
PIECES = 2_000
"""Things made of one run that are held at a time."""
PAGES = 150_000_000
"""Bytes of pages of one run that are held at a time."""
LOOK_AGAIN = 1.0
"""Seconds after which a database that is not a file is asked for its last run again."""


@dataclass(frozen=True, slots=True)
class AtHand(Lookup):
    """Finds every row of a run by its id at once, also where the record is cut to what a page shows."""

    index: Mapping[str, tuple[str, object]] = field(default_factory=dict)

    def find(self, identifier: str) -> tuple[str, object] | None:
        return self.index.get(identifier)


def at_hand(record: Record) -> AtHand:
    whole = Lookup.of(record)
    found: dict[str, Any] = {f.name: getattr(whole, f.name) for f in fields(Lookup) if f.init}
    index = {str(row.id): (key, row) for key, row in rows_of(record) if hasattr(row, "id")}
    return AtHand(**found, index=index)


class Held:
    """One run with its record at hand, as people corrected it, and what has been made of it so far.

    `edition` is another whenever somebody corrected something.
    """

    def __init__(self, name: str, number: int, record: Record, edition: object = None) -> None:
        self.id, self.number, self.edition = name, number, edition
        self.lookup = at_hand(record)
        self.lock = threading.Lock()
        self.pieces: OrderedDict[Hashable, Any] = OrderedDict()
        self.bytes = 0
        self.being_made: dict[Hashable, threading.Lock] = {}

    @property
    def rows(self) -> Mapping[str, tuple[str, object]]:
        """Every row under its id, with the name of its list."""
        return self.lookup.index

    def shown(self, what: str) -> list[Shown]:
        """All rows of one list, as they are shown and filtered."""
        return self.made(("shown", what), lambda: VIEWS[what].rows(self.lookup))

    def made(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made under this key, made now where it is asked for the first time; once, whoever asks."""
        found = self.ready(key)
        if found is not None:
            return found  # type: ignore[no-any-return]
        with self.lock:
            lock = self.being_made.setdefault(key, threading.Lock())
        with lock:
            found = self.ready(key)
            if found is None:
                found = make()
                self.keep(key, found)
        return found  # type: ignore[no-any-return]

    def ready(self, key: Hashable) -> Any:
        """What was made under this key, or None."""
        with self.lock:
            if key in self.pieces:
                self.pieces.move_to_end(key)
            return self.pieces.get(key)

    def keep(self, key: Hashable, value: object) -> None:
        with self.lock:
            self.pieces[key] = value
            self.bytes += weight(value)
            self.being_made.pop(key, None)
            while len(self.pieces) > PIECES or self.bytes > PAGES:
                _, old = self.pieces.popitem(last=False)
                self.bytes -= weight(old)


def weight(value: object) -> int:
    """The bytes of a page or of a row on one; of anything else none, for it is small or needed by every page."""
    if isinstance(value, str):
        return len(value)
    return len(value[0]) if isinstance(value, tuple) and value and isinstance(value[0], bytes) else 0


@dataclass(slots=True)
class Shelf:
    """The runs of one store, with the corrections that stand in a folder."""

    place: Path | str
    folder: Path
    held: OrderedDict[str, Held] = field(default_factory=OrderedDict)
    last: str | None = None
    seen: object = None
    lock: threading.RLock = field(default_factory=threading.RLock)

    def at_hand(self) -> Held | None:
        """The last run, where it is held and the store has not changed since."""
        found = self.held.get(self.last or "")
        return found if found and self.seen == self.stamp() else None

    def run(self, name: str | None = None) -> Held:
        """The run of an id or number, else the last one kept. Raises NothingFound where it is not there."""
        with self.lock:
            return (self.at_hand() if name is None else None) or self.taken(name)

    def taken(self, name: str | None) -> Held:
        """The run, loaded where it is not held."""
        stamp = self.stamp()
        if stamp is None:
            raise NothingFound("No run is kept here yet. Drop articles, or run `dragoman run PATH`.")
        edition = state(corrections_in(self.folder))
        with reading(self.place) as db:
            row = run_called(db, name)
            found = self.held.get(row.id)
            if found is None or found.edition != edition:
                record = with_corrections(record_of(db, row), self.folder)
                found = Held(row.id, row.number, record, edition)
        self.held[row.id] = found
        self.held.move_to_end(row.id)
        if name is None:
            self.last, self.seen = row.id, stamp
        for old in [one for one in self.held if one != self.last][: max(0, len(self.held) - RUNS)]:
            del self.held[old]
        return found

    def stamp(self) -> object:
        """What is other once the store has changed; None where there is no store."""
        file, corrected = file_of(self.place), state(corrections_in(self.folder))
        if not isinstance(file, Path):
            return corrected, int(time.monotonic() / LOOK_AGAIN)
        states = [state(path) for path in (file, file.with_name(f"{file.name}-wal"))]
        return None if states[0] is None else (corrected, *states)


def state(path: Path) -> tuple[int, int, int] | None:
    """Size, time of change and number of a file, None where it is not there."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as Path.stat, but asked for with every page
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
