"""A run that is kept, and articles added to it later.

`build_kept` reads, takes from the store what has been read before, and keeps the run there with what each file gave;
with `add`, all articles of the last kept run stand beside the new ones, and the record is the one that all of them
give at once, byte for byte, in whatever order they came. A file that is read again replaces what it gave before. Where
another program added something meanwhile, that is taken in too, and nothing is read twice for it.
Does not write record.json or the report: `show` does.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from dragoman.engine.build import articles_in, chosen, in_order, parted, record_from
from dragoman.engine.maker import ROOMS_OF_DRAFTS, maker_of
from dragoman.engine.memory import Remembered, remembered
from dragoman.engine.options import Making, Options
from dragoman.engine.readings import Kept
from dragoman.link.traits import Traits
from dragoman.model.problem import NothingFound, Problem
from dragoman.model.record import Record
from dragoman.read import Upload, drafts_of, finished
from dragoman.read.assemble import Draft, draft
from dragoman.read.walk import STDIN
from dragoman.store.database import writing
from dragoman.store.load import run_called
from dragoman.store.packed import Damaged, packed, unpacked
from dragoman.store.save import Overtaken, last_run, save
from dragoman.store.sources import sources_of

Item = Draft | Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a file gave, as it is kept, and by which version of the rooms."""

    maker: str
    draft: Draft | None = None
    problem: Problem | None = None


def build_kept(
    place: Path | str,
    paths: Sequence[str] = (),
    *,
    uploads: Sequence[Upload] = (),
    add: bool = False,
    **options: Unpack[Options],
) -> Record:
    """The record of what these files, folders and uploads say, kept as a run in the store at `place`.

    `place` is a folder, a database file or a URL. What was read before is not read again. With `add`, the articles of
    the last kept run stay. `uploads` are files handed over as bytes. Raises what `build` raises, and StoreError for
    a store that cannot be used, before any text goes to the language model.
    """
    meta, stdin, making = parted(options)
    new = drafts_of(paths, meta=meta, stdin=stdin, uploads=uploads)
    if not any(isinstance(item, Draft) for item in new):
        chosen(finished(new), paths, making.get("as_of"))  # tells why there is none
    while True:
        base = last_number(place) if add else None
        items = in_order(together(last_sources(place), new) if add else new)
        record, memory = record_of(items, place, paths, making)
        maker = maker_of(*ROOMS_OF_DRAFTS)
        with contextlib.suppress(Overtaken):
            save(record, place, sources=[packed(source(item, maker)) for item in items], after=base)
            memory.into(place)
            return record


def record_of(
    items: Sequence[Item], place: Path | str, paths: Sequence[str], making: Making
) -> tuple[Record, Remembered]:
    """The record of what was read, its layers taken from the store or kept there, and what its stories came to."""
    early = chosen(finished(items), paths, making.get("as_of"))
    readings = Kept(articles_in(early), place, jobs=making.get("jobs"))
    held: list[Remembered] = []

    def remember(traits: Sequence[Traits]) -> Remembered:
        held.append(remembered(traits, readings.keys, place))
        return held[0]

    record = record_from(early, readings=readings, remember=remember, **making)
    return record, held[0]


def last_number(place: Path | str) -> int:
    with writing(place) as db:
        return last_run(db)


def last_sources(place: Path | str, run: str | None = None) -> list[Item]:
    """What each file of a kept run gave, the last one where none is named; nothing where no run is kept yet."""
    with writing(place) as db:
        try:
            found = run_called(db, run)
        except NothingFound:
            return []
        contents = sources_of(db, found.number)
    if not contents:
        raise NothingFound(
            f"the articles of run {found.number} cannot be added to, since an older dragoman kept it: "
            "run once with all of them"
        )
    return [item_of(content) for content in contents]


def source(item: Item, maker: str) -> Source:
    return Source(maker=maker, problem=item) if isinstance(item, Problem) else Source(maker=maker, draft=item)


def item_of(content: bytes) -> Item:
    """What a file gave; where another version of the program read it, its page is looked at anew."""
    try:
        kept = unpacked(content, Source)
    except Damaged as error:
        problem = f"what was kept of a file cannot be used ({error}); run once with all articles"
        return Problem(kind="unreadable", text=problem)
    if kept.draft is None:
        return kept.problem or Problem(kind="unreadable", text="nothing was kept of a file")
    return kept.draft if kept.maker == maker_of(*ROOMS_OF_DRAFTS) else draft(kept.draft.page)


def together(before: Iterable[Item], new: Sequence[Item]) -> list[Item]:
    """What was read before and now: a path that is read again gives way, standard input only where it is the same."""
    paths = {path_of(item) for item in new} - {STDIN, None}
    return [*(item for item in before if path_of(item) not in paths and item not in new), *new]


def path_of(item: Item) -> str | None:
    return item.path if isinstance(item, Problem) else item.page.path
