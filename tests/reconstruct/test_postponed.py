"""The day of what is to come, as accounts have it: each in a few lines of news."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def days(record: Record) -> list[tuple[str, ...]]:
    return [
        tuple(p.value for p in d.positions) for d in record.disagreements if d.question.startswith("When is it to be")
    ]


def test_a_round_put_off_by_one_account_is_still_on_its_day_in_another() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway and Chile will hold a second round of talks on December 18.
        @gazette 2024-12-05
        The second round of talks between Norway and Chile has slipped to December 29, an official said.
    """)
    assert days(record) == [("December 18", "December 29")]


def test_another_round_has_a_day_of_its_own() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway and Chile will hold a first round of talks on December 18.
        @gazette 2024-12-05
        The second round of talks between Norway and Chile has slipped to December 29, an official said.
    """)
    assert days(record) == []


def test_what_may_be_put_off_is_not() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway and Chile plan the signing for December 18.
        @gazette 2024-12-05
        The signing by Norway and Chile may be postponed to December 29.
    """)
    assert days(record) == []
