"""The articles as they were read: of each its traits, and its layers where somebody asks for them.

`Fresh` reads the articles now, and holds on to what was read. `Kept` takes from the store what was read before, traits
first: layers are large, and only circles that changed need them. What has been read is not read again.

An article is known by its text and all its metadata as they were resolved, its path aside, and what was read is used
only where the same maker made it. Articles with problems are not kept: they are read anew, and told of, each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from dragoman.engine.maker import ROOMS_OF_LAYERS, ROOMS_OF_TRAITS, maker_of
from dragoman.engine.workers import annotate_all, annotate_safely
from dragoman.link.traits import Traits, traits_of
from dragoman.model.flow import Annotated
from dragoman.model.identity import digest
from dragoman.model.text import Article
from dragoman.store.database import writing
from dragoman.store.packed import Damaged, packed_fast, unpacked_fast
from dragoman.store.sources import keep_layers, keep_traits, layers_of, traits_kept

Place = Path | str
BARE = Article(id="", path="", text="", sha256="", paragraphs=())
Value = TypeVar("Value", Annotated, Traits)
AT_ONCE = 50
"""Articles after which what was read is kept: a run that is cut off goes on from there."""


class Readings(Protocol):
    """Articles that are read, in an order of their own."""

    def traits(self) -> Iterator[Traits]:
        """The traits of each article, in order, as soon as it is read."""

    def layers(self, articles: Iterable[Article]) -> Mapping[str, Annotated]:
        """Some of the articles with their layers, by their ids."""


class Fresh:
    """Articles that are read now."""

    def __init__(self, articles: Sequence[Article], *, jobs: int | None) -> None:
        self.articles, self.jobs = articles, jobs
        self.read: dict[str, Annotated] = {}

    def traits(self) -> Iterator[Traits]:
        for annotated in annotate_all(self.articles, jobs=self.jobs):
            self.read[annotated.article.id] = annotated
            yield traits_of(annotated)

    def layers(self, articles: Iterable[Article]) -> Mapping[str, Annotated]:
        return {article.id: self.read[article.id] for article in articles}


class Kept:
    """Articles of which some were read before, with the store that says so."""

    def __init__(self, articles: Sequence[Article], place: Place, *, jobs: int | None) -> None:
        self.articles, self.place, self.jobs = articles, place, jobs
        self.keys = {article.id: key_of(article) for article in articles}
        self.read: dict[str, Annotated] = {}
        self.new_layers: dict[str, bytes] = {}
        self.new_traits: dict[str, bytes] = {}

    def traits(self) -> Iterator[Traits]:
        known = self.known_traits()
        self.read = dict(self.known_layers(article for article in self.articles if article.id not in known))
        unread = [article for article in self.articles if article.id not in known and article.id not in self.read]
        fresh = annotate_all(unread, jobs=self.jobs)
        try:
            for article in self.articles:
                if article.id in known:
                    yield known.pop(article.id)
                    continue
                if article.id not in self.read:
                    self.read[article.id] = next(fresh)
                    self.note(self.new_layers, article, self.read[article.id])
                traits = traits_of(self.read[article.id])
                self.note(self.new_traits, article, traits)
                yield traits
        finally:
            self.keep()

    def layers(self, articles: Iterable[Article]) -> Mapping[str, Annotated]:
        """The same; what cannot be taken up again is read once more."""
        wanted = list(articles)
        known = self.read | dict(self.known_layers(article for article in wanted if article.id not in self.read))
        return {article.id: known.get(article.id) or annotate_safely(article) for article in wanted}

    def known_traits(self) -> dict[str, Traits]:
        with writing(self.place) as db:
            found = traits_kept(db, list(self.keys.values()), maker=maker_of(*ROOMS_OF_TRAITS))
        return dict(self.taken_up(self.articles, found, decoder_of_traits()))

    def known_layers(self, articles: Iterable[Article]) -> Iterator[tuple[str, Annotated]]:
        wanted = list(articles)
        if not wanted:
            return iter(())
        with writing(self.place) as db:
            found = layers_of(db, [self.keys[article.id] for article in wanted], maker=maker_of(*ROOMS_OF_LAYERS))
        return self.taken_up(wanted, found, decoder_of_layers())

    def taken_up(
        self, articles: Iterable[Article], found: Mapping[str, bytes], decoder: msgspec.msgpack.Decoder[Value]
    ) -> Iterator[tuple[str, Value]]:
        """What was kept of these articles, each put back into it; what is damaged was not kept."""
        for article in articles:
            if (content := found.get(self.keys[article.id])) is not None:
                with suppress(Damaged):
                    yield article.id, replace(unpacked_fast(content, decoder), article=article)

    def note(self, new: dict[str, bytes], article: Article, value: Annotated | Traits) -> None:
        """Have something kept of an article soon, where nothing is wrong with it."""
        if not value.problems and (content := packed_fast(replace(value, article=BARE))):
            new[self.keys[article.id]] = content
        if len(new) >= AT_ONCE:
            self.keep()

    def keep(self) -> None:
        """Keep what is new."""
        if self.new_layers or self.new_traits:
            with writing(self.place) as db:
                keep_layers(db, self.new_layers, maker=maker_of(*ROOMS_OF_LAYERS))
                keep_traits(db, self.new_traits, maker=maker_of(*ROOMS_OF_TRAITS))
            self.new_layers.clear()
            self.new_traits.clear()


@cache
def decoder_of_layers() -> msgspec.msgpack.Decoder[Annotated]:
    return msgspec.msgpack.Decoder(Annotated)


@cache
def decoder_of_traits() -> msgspec.msgpack.Decoder[Traits]:
    return msgspec.msgpack.Decoder(Traits)


def key_of(article: Article) -> str:
    """What was read in an article depends on: its text and metadata, not where its file lies."""
    return digest(repr(msgspec.to_builtins(replace(article, path=""))))
