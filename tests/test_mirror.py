"""Both sides are treated alike: with the names of the two sides swapped, the example gives the same kinds of rows.

Leaders, demonyms and capitals change places in every article; each row of claims, disagreements and framing should
then have its twin: of the same kind, from the same articles, and of framing with the same words. Words that differ in
spelling and length leave readings a little different, so that a share is asked for and not all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from dragoman.engine.build import record_from
from dragoman.model.record import Record
from dragoman.model.text import Article
from dragoman.read import read
from tests.newspaper import article as article_of

PAIRS = (
    ("Volodymyr Zelenskyy", "Vladimir Putin"),
    ("Volodymyr Zelensky", "Vladimir Putin"),
    ("Zelenskyy", "Putin"),
    ("Zelensky", "Putin"),
    ("Ukraine", "Russia"),
    ("Ukrainian", "Russian"),
    ("Ukrainians", "Russians"),
    ("Kyiv", "Moscow"),
    ("Kiev", "Moscow"),
)
SWAP = dict(PAIRS) | {b: a for a, b in reversed(PAIRS)}
WORDS = re.compile(r"\b(" + "|".join(sorted(map(re.escape, SWAP), key=len, reverse=True)) + r")\b")
LEAST = 0.7


def swapped(text: str) -> str:
    return WORDS.sub(lambda found: SWAP[found.group()], text)


def mirrored(article: Article) -> Article:
    """The article with the sides swapped, its own paragraphs only, so that both versions are read alike."""
    made = plain(article)
    text = swapped(made.text)
    return article_of(text, id=article.id, path=article.path, outlet=article.outlet, published=article.published)


def plain(article: Article) -> Article:
    text = "\n".join(article.quote(span) for span in article.paragraphs)
    return article_of(text, id=article.id, path=article.path, outlet=article.outlet, published=article.published)


def shared(here: Iterable[object], there: Iterable[object]) -> float:
    """The share of rows that have a twin."""
    left, right = Counter(here), Counter(there)
    return 2 * sum((left & right).values()) / max(1, sum(left.values()) + sum(right.values()))


@pytest.fixture(scope="module")
def records(example: Path) -> tuple[Record, Record]:
    found = [item for item in read([str(example)]) if isinstance(item, Article)]
    return record_from([plain(a) for a in found], jobs=1), record_from([mirrored(a) for a in found], jobs=1)


def test_framing_has_its_twins(records: tuple[Record, Record]) -> None:
    here, there = (
        [(row.article, row.kind, swapped(row.evidence.quote) if n else row.evidence.quote) for row in record.framing]
        for n, record in enumerate(records)
    )
    assert here
    assert shared(here, there) >= LEAST


def test_disagreements_have_their_twins(records: tuple[Record, Record]) -> None:
    here, there = (
        [(row.on, tuple(sorted({s.article for p in row.positions for s in p.support}))) for row in record.disagreements]
        for record in records
    )
    assert here
    assert shared(here, there) >= LEAST


def test_claims_have_their_twins(records: tuple[Record, Record]) -> None:
    here, there = ([tuple(sorted({s.article for s in row.support})) for row in record.claims] for record in records)
    assert shared(here, there) >= LEAST
