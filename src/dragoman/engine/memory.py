"""What stories came to when they were compared before, from the store: only stories that changed are compared anew.

What is remembered was made by the same rooms of the program, from the same articles with the same layers, and with the
same people and sides in them. What no run has asked for since is forgotten when a run is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from dragoman.engine.layers import key_of
from dragoman.engine.maker import ROOMS_OF_STORIES, maker_of
from dragoman.model.flow import Annotated
from dragoman.model.identity import digest
from dragoman.reconstruct.contradict.story import Found
from dragoman.store.database import writing
from dragoman.store.packed import Damaged, packed_fast, unpacked_fast
from dragoman.store.sources import found_before, keep_found


class Remembered:
    """What was found before of the stories of these articles, and what is found now."""

    def __init__(self, annotated: Iterable[Annotated], known: Mapping[str, bytes]) -> None:
        self.prints = {a.article.id: print_of(a) for a in annotated}
        self.known = known
        self.now: dict[str, bytes | None] = {}

    def print_of(self, article: str) -> str:
        return self.prints[article]

    def recall(self, key: str) -> Found | None:
        """What was found for this key, None where nothing was or it is damaged."""
        if key not in self.known:
            return None
        try:
            found = unpacked_fast(self.known[key], decoder())
        except Damaged:
            return None
        self.now[key] = None
        return found

    def keep(self, key: str, found: Found) -> None:
        self.now[key] = packed_fast(found)

    def into(self, place: Path | str) -> None:
        """Keep what is new at a place, and forget what was not asked for."""
        new = {key: content for key, content in self.now.items() if content is not None}
        if new or self.known.keys() != self.now.keys():
            with writing(place) as db:
                keep_found(db, new, asked=self.now.keys(), maker=maker_of(*ROOMS_OF_STORIES))


def remembered(annotated: Iterable[Annotated], place: Path | str) -> Remembered:
    with writing(place) as db:
        return Remembered(annotated, found_before(db, maker=maker_of(*ROOMS_OF_STORIES)))


def print_of(annotated: Annotated) -> str:
    """What a story depends on of one article: what its layers were made from, and what went wrong."""
    return digest(key_of(annotated.article), *(problem.text for problem in annotated.problems))


@cache
def decoder() -> msgspec.msgpack.Decoder[Found]:
    return msgspec.msgpack.Decoder(Found)
