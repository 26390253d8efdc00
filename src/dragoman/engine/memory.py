"""What circles and their stories came to before, from the store: only those that changed are looked at anew.

What is remembered was made by the same rooms of the program, from the same articles with the same layers, and with the
same people and sides in them. What no run has asked for since is forgotten when a run is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.engine.maker import ROOMS_OF_STORIES, maker_of
from dragoman.link.traits import Traits
from dragoman.model.identity import digest
from dragoman.reconstruct.contradict.story import Found
from dragoman.reconstruct.part import Part
from dragoman.store.database import writing
from dragoman.store.packed import Damaged, packed_fast, unpacked_fast
from dragoman.store.sources import found_before, keep_found

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The part of a circle, with the keys of its stories: what they came to is needed again once the circle changes."""

    part: Part
    stories: tuple[str, ...]


class Remembered:
    """What was found before of the circles and stories of these articles, and what is found now."""

    def __init__(self, prints: Mapping[str, str], known: Mapping[str, bytes]) -> None:
        self.prints = prints
        self.known = known
        self.now: dict[str, bytes | None] = {}
        self.stories: list[str] = []

    def print_of(self, article: str) -> str:
        return self.prints[article]

    def recall(self, key: str) -> Found | None:
        """What was found of a story under this key, None where nothing was or it is damaged."""
        self.stories.append(key)
        return self.taken_up(key, of_stories())

    def keep(self, key: str, found: Found) -> None:
        self.now[key] = packed_fast(found)

    def recall_part(self, key: str) -> Part | None:
        """The same of a circle."""
        self.stories = []
        kept = self.taken_up(key, of_circles())
        if kept is None:
            return None
        self.now |= dict.fromkeys((story for story in kept.stories if story in self.known), None)
        return kept.part

    def keep_part(self, key: str, part: Part) -> None:
        self.now[key] = packed_fast(Kept(part=part, stories=tuple(self.stories)))

    def taken_up(self, key: str, decoder: msgspec.msgpack.Decoder[Value]) -> Value | None:
        """What is known under a key, and from now on asked for."""
        if key not in self.known:
            return None
        try:
            found = unpacked_fast(self.known[key], decoder)
        except Damaged:
            return None
        self.now[key] = None
        return found

    def into(self, place: Path | str) -> None:
        """Keep what is new at a place, and forget what was not asked for."""
        new = {key: content for key, content in self.now.items() if content is not None}
        if new or self.known.keys() != self.now.keys():
            with writing(place) as db:
                keep_found(db, new, asked=self.now.keys(), maker=maker_of(*ROOMS_OF_STORIES))


def remembered(traits: Iterable[Traits], keys: Mapping[str, str], place: Path | str) -> Remembered:
    """What is remembered at a place of articles that were read; `keys` say what was read in each depends on."""
    prints = {one.article.id: print_of(one, keys[one.article.id]) for one in traits}
    with writing(place) as db:
        return Remembered(prints, found_before(db, maker=maker_of(*ROOMS_OF_STORIES)))


def print_of(traits: Traits, key: str) -> str:
    """What a circle depends on of one article: what its layers were made from, and what went wrong."""
    return digest(key, *(problem.text for problem in traits.problems))


@cache
def of_stories() -> msgspec.msgpack.Decoder[Found]:
    return msgspec.msgpack.Decoder(Found)


@cache
def of_circles() -> msgspec.msgpack.Decoder[Kept]:
    return msgspec.msgpack.Decoder(Kept)
