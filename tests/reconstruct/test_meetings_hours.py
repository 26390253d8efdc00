"""Hours and days as rows: 12 and 24 hours, two calendars, days that no calendar has, articles without a day."""

from __future__ import annotations

import pytest

from tests.newspaper import record_of


@pytest.mark.parametrize(
    ("hour", "time"),
    [
        ("at 1:30 p.m. local time", "13:30"),
        ("at 13:30", "13:30"),
        ("at 1330 GMT", "13:30"),
        ("at 9 a.m.", "09:00"),
        ("at noon", "12:00"),
        ("at midnight", "00:00"),
        ("in the evening", "evening"),
    ],
)
def test_a_meeting_has_its_hour(hour: str, time: str) -> None:
    record = record_of(f"""
        @herald 2024-12-06
        Norway and Peru met in Geneva on Monday {hour}.
    """)
    (row,) = record.meetings
    assert row.date is not None
    assert (str(row.date.start), row.date.time) == ("2024-12-02", time)


@pytest.mark.parametrize(("hour", "time"), [("at 5:15 a.m.", "05:15"), ("at 0515 GMT", "05:15"), ("at 17:40", "17:40")])
def test_an_event_has_its_hour(hour: str, time: str) -> None:
    record = record_of(f"""
        @herald 2024-12-06
        Rebels attacked the port of Lima {hour} on Tuesday.
    """)
    told = [e for e in record.events if e.type == "ASSAULT"]
    assert [(str(e.date.start), e.date.time) for e in told if e.date] == [("2024-12-03", time)]


def test_two_calendars_in_one_sentence_are_one_day_and_one_left_open() -> None:
    record = record_of("""
        @herald 2025-06-20
        Norway and Peru met in Geneva on 25 Khordad 1404 (June 15, 2025).
    """)
    assert [(t.text, str(t.start)) for t in record.times] == [
        ("25 Khordad 1404", "None"),
        ("June 15, 2025", "2025-06-15"),
    ]
    assert any("Khordad" in gap.text for gap in record.gaps)


def test_a_day_that_no_calendar_has_is_a_gap() -> None:
    record = record_of("""
        @herald 2025-06-20
        Norway and Peru met in Geneva on February 30.
    """)
    assert all(row.date is None or row.date.start is None for row in record.meetings)
    assert any(gap.kind == "unresolved-date" and "February 30" in gap.text for gap in record.gaps)


def test_without_a_day_of_publication_relative_days_stay_open_and_are_gaps() -> None:
    record = record_of("""
        @herald
        Norway and Peru met in Geneva on Thursday. They will meet again next week.
    """)
    assert {t.text: t.start for t in record.times} == {"Thursday": None, "next week": None}
    assert all(row.date is None or row.date.start is None for row in record.meetings)
    assert {gap.kind for gap in record.gaps} >= {"undated-article", "unresolved-date"}
    open_days = [gap.text for gap in record.gaps if gap.kind == "unresolved-date"]
    assert any("Thursday" in text for text in open_days)
    assert any("next week" in text for text in open_days)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Norway and Peru met in Geneva on Christmas Eve.", "2024-12-24"),
        ("Norway and Peru met in Geneva on New Year's Day.", "2025-01-01"),
        ("Norway and Peru met in Geneva on May Day.", "2025-05-01"),
        ("Norway and Peru met in Geneva on Good Friday.", "2025-04-18"),
    ],
)
def test_a_feast_that_the_calendar_fixes_is_a_day(line: str, day: str) -> None:
    published = "2025-05-03" if day > "2025-01-02" else "2025-01-03"
    record = record_of(f"""
        @herald {published}
        {line}
    """)
    assert [str(row.date.start) for row in record.meetings if row.date] == [day]


def test_the_end_of_thirty_days_is_counted_from_their_beginning() -> None:
    record = record_of("""
        @herald 2025-04-20
        On April 2 a truce between Norway and Peru began. They will meet in Geneva at the end of the thirty days.
    """)
    assert "2025-05-02" in {str(row.date.start) for row in record.meetings if row.date}
