"""On which day an offer or an answer was made: the day that dates its own clause, never a day still to come."""

from __future__ import annotations

from dragoman.model.record import ProposalRow, Record
from tests.newspaper import record_of


def offer(record: Record) -> ProposalRow:
    assert record.proposals
    return record.proposals[0]


def day(row: ProposalRow) -> str:
    return str(row.date.start) if row.date else "none"


def test_an_offer_has_the_day_of_its_own_clause() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway, which left the accord in March, offered Peru a 30-day ceasefire on Tuesday.
    """)
    assert day(offer(record)) == "2024-12-03"


def test_a_day_by_the_way_dates_no_offer() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway offered Peru a 30-day ceasefire if it returned the islands that it had seized in 2019.
    """)
    assert day(offer(record)) == "none"


def test_since_when_something_is_so_dates_no_offer() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway offered to lift the sanctions imposed on Peru since the 2014 annexation if Peru agreed to talks.
    """)
    assert day(offer(record)) == "none"


def test_the_day_offered_is_not_the_day_of_the_offer() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway Proposes Direct Talks With Peru on December 12
        Norway on Thursday offered Peru direct talks on December 12.
    """)
    assert day(offer(record)) == "2024-12-05"


def test_an_answer_has_the_day_of_its_own_clause() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway offered Peru a 30-day ceasefire on Tuesday. Peru rejected the ceasefire on Thursday.
    """)
    (answer,) = (r for r in offer(record).responses if r.stance == "reject")
    assert answer.date is not None
    assert str(answer.date.start) == "2024-12-05"
