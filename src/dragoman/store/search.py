"""Where words stand in the texts of a run.

With SQLite's full text search case, accents and punctuation between words do not count; without it, and in
PostgreSQL, only case does not. Does not know forms of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, and_, inspect, select, text

from dragoman.model.evidence import Evidence
from dragoman.store import schema
from dragoman.store.odd import as_read

OPEN, CLOSE = "\ue000", "\ue001"
INDEXED = text(
    "SELECT body.number, highlight(body_words, 0, :open, :close) FROM body_words "
    "JOIN body ON body.number = body_words.rowid WHERE body_words MATCH :phrase"
)


def places_of_words(db: Connection, run: int, words: str) -> list[Evidence]:
    """Every place where the words stand in a row, in the order of the articles."""
    if not re.search(r"\w", words):
        return []
    indexed = inspect(db).has_table("body_words")
    where = dict(by_index(db, words) if indexed else by_reading(db, run, words))
    article, body = schema.article, schema.body
    asked = select(article.c.id, body.c.number, body.c.text, body.c.odd).join(body, body.c.number == article.c.body)
    asked = asked.where(article.c.run == run, body.c.number.in_(where)).order_by(article.c.nth)
    return [
        Evidence(identifier, start, end, as_read(whole, odd)[start:end])
        for identifier, number, whole, odd in db.execute(asked)
        for start, end in where[number]
    ]


def by_index(db: Connection, words: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Texts and spans from the index, read off the marks that it puts around what it finds."""
    phrase = '"' + words.replace('"', '""') + '"'
    for number, marked in db.execute(INDEXED, {"open": OPEN, "close": CLOSE, "phrase": phrase}):
        yield number, list(spans(marked))


def spans(marked: str) -> Iterator[tuple[int, int]]:
    r"""
    >>> list(spans("We \ue000will\ue001 not \ue000sign\ue001"))
    [(3, 7), (12, 16)]
    """
    place = 0
    for part in marked.split(OPEN):
        inside, closed, after = part.partition(CLOSE)
        if closed:
            yield place, place + len(inside)
        place += len(inside) + len(after)


def by_reading(db: Connection, run: int, words: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Texts and spans by reading the texts that have all the words."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.IGNORECASE)
    article, body = schema.article, schema.body
    asked = select(body.c.number, body.c.text).join(article, article.c.body == body.c.number).distinct()
    has = and_(*(body.c.text.icontains(word, autoescape=True) for word in words.split()))
    for number, whole in db.execute(asked.where(article.c.run == run, has)):
        yield number, [found.span() for found in pattern.finditer(whole)]
