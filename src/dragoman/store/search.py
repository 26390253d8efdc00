"""Where words stand in the texts of a run, and which articles, statements and claims have them.

With SQLite's full text search whole words are found, whatever their case and accents and the punctuation between them;
PostgreSQL finds the same, but accents count there. Without either only case does not count. Does not know forms of a
word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import log
from typing import TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, and_, func, inspect, select, text

from dragoman.model.evidence import Evidence
from dragoman.model.record import ClaimRow, StatementRow
from dragoman.store import schema
from dragoman.store.load import rows_of
from dragoman.store.odd import as_read, storable
from dragoman.store.rows import KEPT

Made = TypeVar("Made")

OPEN, CLOSE = "\ue000", "\ue001"
INDEXED = text(
    "SELECT body.number, highlight(body_words, 0, :open, :close), body.text FROM body_words "
    "JOIN body ON body.number = body_words.rowid WHERE body_words MATCH :phrase"
)

IN_THE_INDEX = 100_000
"""Characters of a text whose words PostgreSQL has in its index (see the revision `fourth`)."""
BARE = "regexp_replace(:words, '[^[:alnum:]]+', ' ', 'g')"
WORDS_ASKED = text(f"SELECT numnode(phraseto_tsquery('simple', {BARE}))")
INDEXED_BY_POSTGRESQL = text(
    "SELECT DISTINCT body.number, body.text FROM body JOIN article ON article.body = body.number "
    f"WHERE article.run = :run AND (length(body.text) > {IN_THE_INDEX} "
    f"OR body.body_words @@ phraseto_tsquery('simple', {BARE}))"
)

TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Found:
    """An article that has what was asked for, and every place where it has it."""

    article: str
    places: tuple[Evidence, ...]


def articles_with_words(db: Connection, run: int, asked: str) -> list[Found]:
    """The articles that have all words and all "phrases in quotation marks", those that have most of the rare first."""
    terms = terms_of(asked)
    found = [places_of_words(db, run, term) for term in terms]
    by_article = [{name: list(places) for name, places in groupby(one, key=lambda p: p.article)} for one in found]
    if not by_article:
        return []
    number = db.scalar(select(func.count()).select_from(schema.article).where(schema.article.c.run == run)) or 0
    shared = [name for name in by_article[0] if all(name in one for one in by_article)]

    def weight(name: str) -> float:
        return sum(log(1 + len(one[name])) * log(1 + number / len(one)) for one in by_article)

    ranked = sorted(shared, key=lambda name: -round(weight(name), 9))
    return [Found(name, tuple(sorted({place for one in by_article for place in one[name]}))) for name in ranked]


def terms_of(asked: str) -> list[str]:
    """The words and phrases of a question, each once; signs without a letter or digit ask for nothing.

    >>> terms_of('ferry "signed the accord" ferry "open - ?')
    ['ferry', 'signed the accord', '"open']
    """
    terms = (phrase or word for phrase, word in TERM.findall(asked))
    return list(dict.fromkeys(term for term in terms if re.search(r"\w", term)))


def statements_with_words(db: Connection, run: int, asked: str) -> list[StatementRow]:
    """The statements in whose content all the words and phrases stand."""
    return answered(db, run, StatementRow, "statements", "content/", asked)


def claims_with_words(db: Connection, run: int, asked: str) -> list[ClaimRow]:
    """The claims that some account tells with all the words and phrases in one place."""
    return answered(db, run, ClaimRow, "claims", "support/", asked)


def answered(db: Connection, run: int, made: type[Made], name: str, part: str, asked: str) -> list[Made]:
    """The rows of a list with one place of evidence, in a part of them, in which everything asked for stands."""
    wanted = [found.article for found in articles_with_words(db, run, asked)]
    terms = [{(p.article, p.start, p.end) for p in places_of_words(db, run, term)} for term in terms_of(asked)]
    table, ids = schema.evidence, set()
    for article in wanted:
        ours = select(table).where(table.c.run == run, table.c.list == name, table.c.article == article)
        for row in db.execute(ours.where(table.c.part.startswith(part))):
            if all(any(a == article and row.start <= s and e <= row.end for a, s, e in term) for term in terms):
                ids.add(row.of)
    (kind,) = [kind for kind in KEPT if kind.list == name]
    asked_for = select(kind.table.c.id).where(kind.table.c.run == run, kind.table.c.id.in_(sorted(ids)))
    values: TypeAdapter[list[Made]] = TypeAdapter(list[made])  # type: ignore[valid-type]
    return values.validate_python(rows_of(db, run, kind, asked_for))


def places_of_words(db: Connection, run: int, words: str) -> list[Evidence]:
    """Every place where the words stand in a row, in the order of the articles."""
    words = str(storable(words))
    if not re.search(r"\w", words):
        return []
    where = dict(texts_with(db, run, words))
    article, body = schema.article, schema.body
    asked = select(article.c.id, body.c.number, body.c.text, body.c.odd).join(body, body.c.number == article.c.body)
    asked = asked.where(article.c.run == run, body.c.number.in_(where)).order_by(article.c.nth)
    return [
        Evidence(identifier, start, end, as_read(whole, odd)[start:end])
        for identifier, number, whole, odd in db.execute(asked)
        for start, end in where[number]
    ]


def texts_with(db: Connection, run: int, words: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The texts that have the words, by their numbers, and where: by the index of this database, if it has one."""
    if db.dialect.name == "postgresql" and db.scalar(WORDS_ASKED, {"words": words}):
        return by_words(db, run, words)
    return by_index(db, words) if inspect(db).has_table("body_words") else by_reading(db, run, words)


def by_words(db: Connection, run: int, words: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Texts from PostgreSQL's index, and spans by reading those: whole words, with any signs between them."""
    parts = (re.escape(word) for word in re.findall(r"[^\W_]+", words))
    pattern = re.compile(r"(?<![^\W_])" + r"[\W_]+".join(parts) + r"(?![^\W_])", re.IGNORECASE)
    for number, whole in db.execute(INDEXED_BY_POSTGRESQL, {"run": run, "words": words}):
        if found := [match.span() for match in pattern.finditer(whole)]:
            yield number, found


def by_index(db: Connection, words: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Texts and spans from the index, read off the marks that it puts around what it finds."""
    phrase = '"' + words.replace('"', '""') + '"'
    pattern = pattern_of(words)
    for number, marked, whole in db.execute(INDEXED, {"open": OPEN, "close": CLOSE, "phrase": phrase}):
        if OPEN in whole or CLOSE in whole:
            yield number, [found.span() for found in pattern.finditer(whole)]
        else:
            yield number, list(spans(marked))


def pattern_of(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.IGNORECASE)


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
    pattern = pattern_of(words)
    article, body = schema.article, schema.body
    asked = select(body.c.number, body.c.text).join(article, article.c.body == body.c.number).distinct()
    has = and_(*(body.c.text.icontains(word, autoescape=True) for word in words.split()))
    for number, whole in db.execute(asked.where(article.c.run == run, has)):
        yield number, [found.span() for found in pattern.finditer(whole)]
