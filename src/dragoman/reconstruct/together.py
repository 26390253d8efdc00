"""The parts of all circles as one record: each list in one order, every id given once.

Lists that follow the text follow the articles of the whole; what is made of several articles stays together, circle by
circle. Where circles gave one id to different things, which hashes do by chance, that of the later circle is numbered,
wherever its rows name it. Decides nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

import msgspec

from dragoman.model.record import ArticleRow, ClaimRow, EntityRow, EventRow, GapRow, Made, Record, StoryRow
from dragoman.reconstruct.part import Part
from dragoman.reconstruct.timeline import order as by_day

Row = TypeVar("Row")
LISTS = (
    "times", "statements", "events", "meetings", "proposals", "claims", "disagreements", "framing", "stories",
    "refinements", "timeline",
)  # fmt: skip


def together(
    parts: Iterable[Part],
    *,
    made: Made,
    articles: tuple[ArticleRow, ...],
    entities: tuple[EntityRow, ...],
    unread: tuple[GapRow, ...],
) -> Record:
    """The record of all parts, in their order; `unread` are the gaps that lie in no article."""
    own = list(with_own_ids(parts, {row.id for row in unread}))
    rank = {row.id: place for place, row in enumerate(articles)}

    def in_text(rows: Callable[[Part], Sequence[Row]], article: Callable[[Row], str]) -> tuple[Row, ...]:
        return tuple(sorted(every(own, rows), key=lambda row: rank[article(row)]))

    def by_accounts(row: ClaimRow) -> tuple[int, int, str]:
        return -row.independent, rank[row.support[0].article], row.id

    def by_size(row: StoryRow) -> tuple[int, int]:
        return -len(row.articles), rank[row.articles[0]]

    return Record(
        dragoman=made,
        articles=articles,
        entities=entities,
        times=in_text(lambda part: part.times, lambda row: row.article),
        statements=in_text(lambda part: part.statements, lambda row: row.article),
        events=in_text(lambda part: part.events, told_first),
        meetings=tuple(every(own, lambda part: part.meetings)),
        proposals=tuple(every(own, lambda part: part.proposals)),
        claims=tuple(sorted(every(own, lambda part: part.claims), key=by_accounts)),
        disagreements=tuple(every(own, lambda part: part.disagreements)),
        framing=in_text(lambda part: part.framing, lambda row: row.article),
        stories=tuple(sorted(every(own, lambda part: part.stories), key=by_size)),
        refinements=tuple(every(own, lambda part: part.refinements)),
        timeline=tuple(sorted(every(own, lambda part: part.timeline), key=by_day)),
        gaps=(*unread, *gaps_of(own)),
    )


def every(parts: Iterable[Part], rows: Callable[[Part], Sequence[Row]]) -> Iterator[Row]:
    """The rows of one list, part by part."""
    return chain.from_iterable(map(rows, parts))


def told_first(row: EventRow) -> str:
    return row.mentions[0].article


def gaps_of(parts: Sequence[Part]) -> Iterator[GapRow]:
    """The gaps of all parts, kind by kind."""
    kinds = zip(*(part.gaps for part in parts), strict=True)
    return chain.from_iterable(chain.from_iterable(of_kind) for of_kind in kinds)


def with_own_ids(parts: Iterable[Part], given: set[str]) -> Iterator[Part]:
    """The parts, no two of which give the same id; ids are taken from `given` on."""
    for part in parts:
        ids = dict.fromkeys(ids_in(part))
        twice = [identifier for identifier in ids if identifier in given]
        if twice:
            other = numbered(twice, given | ids.keys())
            part = renamed(part, other)
            ids = dict.fromkeys(other.get(identifier, identifier) for identifier in ids)
        given |= ids.keys()
        yield part


def ids_in(part: Part) -> Iterator[str]:
    """The ids that a part gives to its rows and wordings."""
    for name in LISTS:
        yield from (row.id for row in getattr(part, name))
    yield from (row.id for of_kind in part.gaps for row in of_kind)
    yield from (row.wording for row in part.statements if row.wording)


def numbered(twice: Iterable[str], given: set[str]) -> Mapping[str, str]:
    """Another id for each, the first number that is free."""
    found: dict[str, str] = {}
    for identifier in twice:
        number = 2
        while (other := f"{identifier}-{number}") in given or other in found.values():
            number += 1
        found[identifier] = other
    return found


def renamed(part: Part, other: Mapping[str, str]) -> Part:
    """A part with other ids in all its rows. No text is touched: an id is the whole of a value."""
    plain = msgspec.to_builtins(part)
    return msgspec.convert(with_names(plain, other), Part)


def with_names(value: object, other: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return other.get(value, value)
    if isinstance(value, dict):
        return {key: with_names(item, other) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [with_names(item, other) for item in value]
    return value
