"""What a store can be asked, and what it answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman.model.evidence import Evidence
from dragoman.model.record import Record
from dragoman.store.database import reading, writing
from dragoman.store.questions import (
    claims_carried_by,
    disagreements_on,
    offers_involving,
    offers_without_answer,
    rows_resting_on,
    statements_by,
    statements_in,
)
from dragoman.store.save import save
from dragoman.store.search import places_of_words


@pytest.fixture
def kept(record: Record, later: Record, place: Path) -> Path:
    """A store of two runs; the questions are put to the first."""
    save(record, place)
    save(later, place)
    return place


def test_answers_are_rows_of_the_record(record: Record, kept: Path) -> None:
    promise, _, denial = record.statements
    with reading(kept) as db:
        assert statements_by(db, 1, "en-erdogan") == [promise]
        assert statements_in(db, 1, "ar-gazette") == [denial]
        assert offers_without_answer(db, 1) == list(record.proposals)
        assert claims_carried_by(db, 1, "Lakeland Herald") == list(record.claims)
        assert disagreements_on(db, 1, "polarity") == list(record.disagreements)


@pytest.mark.parametrize("party", ["en-erdogan", "en-ruritania", "en-bauer"])
def test_offers_are_found_by_whoever_makes_them_gets_them_or_answers(record: Record, kept: Path, party: str) -> None:
    with reading(kept) as db:
        assert offers_involving(db, 1, party) == list(record.proposals)


def test_a_question_without_an_answer_has_an_empty_one(kept: Path) -> None:
    with reading(kept) as db:
        assert statements_by(db, 1, "en-ruritania") == []
        assert claims_carried_by(db, 1, "Morning Mirror") == []
        assert disagreements_on(db, 1, "number") == []
        assert offers_involving(db, 9, "en-bauer") == []


def test_runs_do_not_mix(kept: Path) -> None:
    with reading(kept) as db:
        assert [row.id for row in statements_in(db, 2, "ar-gazette")] == ["st-44444444"]
        assert [row.outcome for row in offers_involving(db, 2, "en-bauer")] == ["accepted"]


def test_the_rows_that_rest_on_an_article_are_found(kept: Path) -> None:
    with reading(kept) as db:
        rows = rows_resting_on(db, 1, "ar-gazette")
    assert {("statements", "st-33333333"), ("framing", "fr-envoy"), ("proposals", "pr-ferry")} <= set(rows)
    assert ("meetings", "me-laketown") not in rows


@pytest.mark.parametrize("indexed", [True, False])
def test_words_are_found_where_they_stand(record: Record, kept: Path, indexed: bool) -> None:
    if not indexed:
        with writing(kept) as db:
            db.execute(text("DROP TABLE body_words"))
    with reading(kept) as db:
        found = places_of_words(db, 1, "FERRY accord")
        assert [place.article for place in found] == ["ar-herald", "ar-mirror"]
        assert places_of_words(db, 1, "accord ferry") == places_of_words(db, 1, '"') == []
        assert [place.quote for place in places_of_words(db, 1, "bauer said")] == ["Bauer said"]
    herald = record.articles[0]
    (first, _) = found
    assert first == Evidence(herald.id, first.start, first.end, herald.text[first.start : first.end])


def test_the_index_does_not_mind_accents(kept: Path) -> None:
    with reading(kept) as db:
        assert {place.quote for place in places_of_words(db, 1, "erdogan")} == {"Erdoğan"}
