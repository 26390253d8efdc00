"""What keeps a run from being made anew: layers and traits of its texts, what its circles came to, what its files gave.

Contents are bytes that `engine` makes and reads; here they only have keys. What another maker made (another version of
the program or its model) is never given out, and goes when something new is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert, select

from dragoman.model.identity import digest
from dragoman.store import schema

AT_ONCE = 500


def layers_of(db: Connection, keys: Sequence[str], *, maker: str) -> dict[str, bytes]:
    """The layers of those articles that this maker has read before, by their keys."""
    return read_before(db, schema.layers, keys, maker)


def keep_layers(db: Connection, layers: Mapping[str, bytes], *, maker: str) -> None:
    """Keep what this maker read; what other makers read goes."""
    keep_read(db, schema.layers, layers, maker)


def traits_kept(db: Connection, keys: Sequence[str], *, maker: str) -> dict[str, bytes]:
    """The same of traits."""
    return read_before(db, schema.traits, keys, maker)


def keep_traits(db: Connection, traits: Mapping[str, bytes], *, maker: str) -> None:
    """The same of traits."""
    keep_read(db, schema.traits, traits, maker)


def read_before(db: Connection, table: Table, keys: Sequence[str], maker: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for some in portions(sorted(set(keys))):
        asked = select(table.c.key, table.c.content).where(table.c.maker == maker, table.c.key.in_(some))
        found |= {key: bytes(content) for key, content in db.execute(asked)}
    return found


def keep_read(db: Connection, table: Table, new: Mapping[str, bytes], maker: str) -> None:
    db.execute(delete(table).where(table.c.maker != maker))
    for some in portions(sorted(new)):
        db.execute(delete(table).where(table.c.key.in_(some)))
        db.execute(insert(table), [{"key": key, "maker": maker, "content": new[key]} for key in some])


def found_before(db: Connection, *, maker: str) -> dict[str, bytes]:
    """What stories came to when this maker compared them, by their keys."""
    table = schema.compared
    asked = select(table.c.key, table.c.content).where(table.c.maker == maker)
    return {key: bytes(content) for key, content in db.execute(asked)}


def keep_found(db: Connection, new: Mapping[str, bytes], *, asked: Collection[str], maker: str) -> None:
    """Keep what stories came to; what was not asked for now, or another maker made, goes."""
    table = schema.compared
    for some in portions(sorted(set(db.scalars(select(table.c.key))) - set(asked))):
        db.execute(delete(table).where(table.c.key.in_(some)))
    for some in portions(sorted(new)):
        db.execute(delete(table).where(table.c.key.in_(some)))
        db.execute(insert(table), [{"key": key, "maker": maker, "content": new[key]} for key in some])
    db.execute(delete(table).where(table.c.maker != maker))


def sources_of(db: Connection, run: int) -> list[bytes]:
    """What each file of a run gave, in order; empty for a run that was kept without."""
    table, source = schema.run_source, schema.source
    asked = select(source.c.content).join(table, table.c.source == source.c.number)
    return [bytes(content) for (content,) in db.execute(asked.where(table.c.run == run).order_by(table.c.nth))]


def keep_sources(db: Connection, run: int, contents: Sequence[bytes]) -> None:
    """Keep what each file of a run gave; runs share what they have in common."""
    digests = [digest(content.hex()) for content in contents]
    source, table = schema.source, schema.run_source
    known = numbers_of(db, digests)
    new = {name: content for name, content in zip(digests, contents, strict=True) if name not in known}
    if new:
        db.execute(insert(source), [{"digest": name, "content": content} for name, content in new.items()])
        known |= numbers_of(db, list(new))
    db.execute(delete(table).where(table.c.run == run))
    if digests:
        db.execute(insert(table), [{"run": run, "nth": n, "source": known[name]} for n, name in enumerate(digests)])


def numbers_of(db: Connection, digests: Sequence[str]) -> dict[str, int]:
    source = schema.source
    asked = (select(source.c.digest, source.c.number).where(source.c.digest.in_(some)) for some in portions(digests))
    return {name: number for one in asked for name, number in db.execute(one)}


def portions(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), AT_ONCE):
        yield items[start : start + AT_ONCE]
