"""The record of a kept run as it stood on an earlier day, made again from what its files gave.

The same record, byte for byte, as a run of those files with `as_of`: days, entities and joins are found anew from the
articles published by then, nothing is filtered out of a later record. Layers are taken from the store.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dragoman.engine.adding import last_sources
from dragoman.engine.build import articles_in, chosen, in_order, record_from
from dragoman.engine.options import OnProgress
from dragoman.engine.readings import Kept
from dragoman.model.record import Record
from dragoman.read import finished
from dragoman.store.database import reading
from dragoman.store.load import run_called


def record_as_of(
    place: Path | str, day: date, *, run: str | None = None, on_progress: OnProgress | None = None
) -> Record:
    """The record of a run kept at a folder or store, the last one where none is named, of the articles up to a day.

    Raises StoreError where no run is kept there, and NothingFound where every article is of a later day.
    """
    with reading(place) as db:
        run_called(db, run)
    items = in_order(last_sources(place, run))
    early = chosen(finished(items), [str(place)], day)
    return record_from(
        early,
        as_of=day,
        on_progress=on_progress,
        readings=Kept(articles_in(early), place, jobs=1),
    )
