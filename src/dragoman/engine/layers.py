"""The layers of articles that were read before, from the store: what has been read is not read again.

An article is known by its text and all its metadata as they were resolved, its path aside, and its layers are used
only where the same maker made them. Articles with problems are not kept: they are read anew, and told of, each time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from dragoman.engine.maker import ROOMS_OF_LAYERS, maker_of
from dragoman.engine.workers import annotate_all
from dragoman.model.flow import Annotated
from dragoman.model.identity import digest
from dragoman.model.text import Article
from dragoman.store.database import writing
from dragoman.store.packed import Damaged, packed_fast, unpacked_fast
from dragoman.store.sources import keep_layers, layers_of

Place = Path | str
BARE = Article(id="", path="", text="", sha256="", paragraphs=())
AT_ONCE = 50
"""Articles after which what was read is kept: a run that is cut off goes on from there."""


def annotated_once(articles: Sequence[Article], place: Place, *, jobs: int | None) -> Iterator[Annotated]:
    """The articles with their layers, in the same order; only those that are new are read, and then kept."""
    maker = maker_of(*ROOMS_OF_LAYERS)
    keys = {article.id: key_of(article) for article in articles}
    with writing(place) as db:
        found = layers_of(db, list(keys.values()), maker=maker)
    known = {article.id: layers for article in articles if (layers := taken_up(article, found, keys[article.id]))}
    fresh = annotate_all([article for article in articles if article.id not in known], jobs=jobs)
    new: dict[str, bytes] = {}
    try:
        for article in articles:
            if article.id in known:
                yield known.pop(article.id)
                continue
            annotated = next(fresh)
            if content := None if annotated.problems else packed_fast(replace(annotated, article=BARE)):
                new[keys[article.id]] = content
            if len(new) >= AT_ONCE:
                kept(new, place, maker)
            yield annotated
    finally:
        kept(new, place, maker)


def taken_up(article: Article, found: Mapping[str, bytes], key: str) -> Annotated | None:
    """The article with the layers that were kept, None where there are none or they are damaged."""
    if key not in found:
        return None
    try:
        return replace(unpacked_fast(found[key], decoder()), article=article)
    except Damaged:
        return None


@cache
def decoder() -> msgspec.msgpack.Decoder[Annotated]:
    return msgspec.msgpack.Decoder(Annotated)


def kept(new: dict[str, bytes], place: Place, maker: str) -> None:
    if new:
        with writing(place) as db:
            keep_layers(db, new, maker=maker)
        new.clear()


def key_of(article: Article) -> str:
    """What the layers of an article depend on: its text and metadata, not where its file lies."""
    return digest(repr(msgspec.to_builtins(replace(article, path=""))))
