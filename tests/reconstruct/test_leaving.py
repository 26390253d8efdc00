"""Who left the table, as accounts have it: each in a few lines of news."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def who_left(record: Record) -> list[tuple[str, ...]]:
    return [tuple(p.value for p in d.positions) for d in record.disagreements if d.question == "Who walked out?"]


def test_each_account_has_another_side_walk_out() -> None:
    record = record_of("""
        @herald 2024-12-05
        The delegation of Norway walked out of the talks with Chile on Wednesday.
        @gazette 2024-12-05
        The envoys of Chile left the room on Wednesday, and the talks with Norway ended.
    """)
    assert who_left(record) == [("The delegation of Norway", "The envoys of Chile")]


def test_nobody_walked_out() -> None:
    record = record_of("""
        @herald 2024-12-05
        The delegation of Norway stormed out of the talks with Chile.
        @gazette 2024-12-05
        "Nobody walked out of the talks with Chile," the foreign minister of Norway said.
    """)
    assert who_left(record) == [("The delegation of Norway", "Nobody")]


def test_two_days_are_two_leavings_and_a_threat_is_none() -> None:
    record = record_of("""
        @herald 2024-12-06
        The delegation of Norway walked out of the talks with Chile on Monday.
        @gazette 2024-12-06
        The envoys of Chile left the talks with Norway on Thursday.
        @courier 2024-12-06
        The envoys of Chile threatened to leave the talks with Norway.
    """)
    assert who_left(record) == []


def test_strikers_who_stay_away_from_work_leave_no_table() -> None:
    record = record_of("""
        @herald 2024-12-06
        The nurses of Osterby stayed away from work on Monday. The talks go on.
        @gazette 2024-12-06
        The doctors of Osterby walked out of the talks on Monday.
    """)
    assert who_left(record) == []
