"""Words and phrases found in articles, statements and claims, ranked; hostile questions are mere words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman.model.record import Record
from dragoman.store.database import reading, writing
from dragoman.store.save import save
from dragoman.store.search import articles_with_words, claims_with_words, places_of_words, statements_with_words
from tests.newspaper import record_of

NEWS = """
    @herald 1995-11-02
    The ferry sails. The ferry accord was signed, Minister Aino Halonen said. The ferry is old, and the ferry is slow.
    @gazette 1995-11-03
    “We have signed the ferry accord,” Aino Halonen said. Otto Bauer said that the accord was void.
    @courier 1995-11-03
    Otto Bauer went home on a train.
"""


@pytest.fixture(scope="module")
def harbour() -> Record:
    return record_of(NEWS)


@pytest.fixture(params=["indexed", "not indexed"])
def kept(request: pytest.FixtureRequest, harbour: Record, place: Path) -> Path:
    save(harbour, place)
    if request.param == "not indexed":
        with writing(place) as db:
            db.execute(text("DROP TRIGGER words_of_a_text"))
            db.execute(text("DROP TABLE body_words"))
    return place


def outlets(record: Record, found: list[str]) -> list[str | None]:
    names = {row.id: row.outlet for row in record.articles}
    return [names[article] for article in found]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("ferry", ["herald", "gazette"]),
        ("FERRY bauer", ["gazette"]),
        ('"ferry accord"', ["herald", "gazette"]),
        ('"accord ferry"', []),
        ('"otto bauer" train', ["courier"]),
        ("nothing of it", []),
        ("", []),
        ('" - ? "', []),
    ],
)
def test_articles_that_have_everything_the_best_first(
    harbour: Record, kept: Path, asked: str, expected: list[str]
) -> None:
    with reading(kept) as db:
        found = articles_with_words(db, 1, asked)
    assert outlets(harbour, [one.article for one in found]) == expected
    texts = {row.id: row.text for row in harbour.articles}
    assert all(texts[p.article][p.start : p.end] == p.quote for one in found for p in one.places)


def test_statements_are_found_by_what_is_said_and_not_by_who_says_it(harbour: Record, kept: Path) -> None:
    with reading(kept) as db:
        assert {row.id for row in statements_with_words(db, 1, '"ferry accord" signed')} == {
            row.id for row in harbour.statements if "signed" in " ".join(e.quote for e in row.content)
        }
        assert statements_with_words(db, 1, "Halonen") == []
        assert [row.content[0].quote for row in statements_with_words(db, 1, "void")] == ["that the accord was void"]


def test_claims_are_found_by_what_any_account_says(record: Record, place: Path) -> None:
    save(record, place)
    claim = record.claims[0]
    with reading(place) as db:
        for support in claim.support:
            assert claim in claims_with_words(db, 1, f'"{support.evidence.quote}"')
        assert claims_with_words(db, 1, "Share this story") == []


@pytest.mark.parametrize(
    "asked",
    [
        'ferry OR "', "ferry AND", "NEAR(ferry accord)", "text:ferry", "ferry*", "^ferry", "-ferry", "(ferry", "{}",
        "'; DROP TABLE body; --", "%", "_", "\\", '""', "\0ferry", "\ud800", "ferry" * 5_000, "a " * 3_000, "\ue000",
        "İ",
    ],
)  # fmt: skip
def test_signs_of_a_query_language_are_only_signs(kept: Path, asked: str) -> None:
    with reading(kept) as db:
        for question in (articles_with_words, statements_with_words, claims_with_words):
            assert isinstance(question(db, 1, asked), list)
    with reading(kept) as db:
        assert len(articles_with_words(db, 1, "ferry")) == 2


def test_marks_that_the_index_uses_may_stand_in_a_text(harbour: Record, place: Path) -> None:
    marked = replace(harbour.articles[2], text=harbour.articles[2].text + " \ue000 A tram \ue001 too.")
    save(replace(harbour, articles=(*harbour.articles[:2], marked)), place)
    with reading(place) as db:
        assert [p.quote for p in places_of_words(db, 1, "tram")] == ["tram"]
