"""What the language model read in a few articles, kept, so that what is made of it can be compared whole.

Processors round otherwise: on one with other instructions the network's numbers differ in the sixth place, which eight
bits sometimes make a step of. Where a test compares whole records it takes the kept readings, the same on every
machine; `agreement` says how far a reading made here is the kept one. `make golden` keeps readings anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from dragoman import annotate
from dragoman.annotate.language import read_language
from dragoman.model.reading import Reading
from dragoman.model.text import Article
from dragoman.store.packed import packed_fast, unpacked_fast

KEPT = Path(__file__).parent / "golden" / "readings"
DECODER = msgspec.msgpack.Decoder(dict[str, Reading])


def kept(name: str) -> dict[str, Reading]:
    """The kept readings of a cluster, by the hash of each article's text."""
    return unpacked_fast((KEPT / name).read_bytes(), DECODER)


def keep(name: str, articles: list[Article]) -> None:
    """Read the articles of a cluster here and keep that."""
    KEPT.mkdir(parents=True, exist_ok=True)
    packed = packed_fast({article.sha256: read_language(article) for article in articles})
    assert packed is not None
    (KEPT / name).write_bytes(packed)


def use(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the articles of a cluster are read as they were kept."""
    readings = kept(name)

    def read_as_kept(article: Article, said: object = None) -> Reading:
        return readings[article.sha256]

    monkeypatch.setattr(annotate, "read_language", read_as_kept)


def agreement(one: Reading, other: Reading) -> dict[str, float]:
    """The share of words that two readings of one text take alike: as words, by tag, by head; and of names."""

    def share(of: Callable[[Reading], list[object]]) -> float:
        left, right = of(one), of(other)
        return sum(a == b for a, b in zip(left, right, strict=True)) / max(1, len(left))

    names = {*one.names} & {*other.names}
    return {
        "words": float([t.text for t in one.tokens] == [t.text for t in other.tokens]),
        "tags": share(lambda reading: [token.tag for token in reading.tokens]),
        "heads": share(lambda reading: [token.head for token in reading.tokens]),
        "names": 2 * len(names) / max(1, len(one.names) + len(other.names)),
    }
