"""Meetings that are only asked for or refused, and whoever is met under no name."""

from __future__ import annotations

import pytest

from dragoman.model.record import MeetingRow
from tests.newspaper import record_of


def meetings(line: str) -> tuple[MeetingRow, ...]:
    return record_of(f"""
        @herald 2024-12-04
        {line}
    """).meetings


def first_day(row: MeetingRow) -> str:
    return str(row.date.start) if row.date else "none"


def test_a_meeting_that_somebody_is_asked_to_has_its_day_ahead() -> None:
    (row,) = meetings("Norway has invited both governments to a meeting in Bergen on Friday.")
    assert (row.status, first_day(row)) == ("proposed", "2024-12-06")


def test_the_day_of_the_asking_is_not_that_of_the_meeting() -> None:
    rows = meetings("On Monday Norway proposed talks with Peru in Bergen.")
    assert [first_day(row) for row in rows] == ["none"]


def test_a_meeting_that_was_held_keeps_its_day() -> None:
    (row,) = meetings("Norway and Peru met in Bergen on Monday.")
    assert (row.status, first_day(row)) == ("held", "2024-12-02")


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("President Lucia Salazar of Peru will not meet the Norwegian envoy in Bergen.", "declined"),
        ("President Lucia Salazar of Peru refused to meet the Norwegian envoy in Bergen.", "declined"),
        ("President Lucia Salazar of Peru will meet the Norwegian envoy in Bergen.", "planned"),
    ],
)
def test_who_will_not_meet_has_declined(line: str, status: str) -> None:
    assert [row.status for row in meetings(line)] == [status]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Prime Minister Lucia Salazar will meet party leaders at her office.", 1),
        ("President Lucia Salazar met with union representatives.", 1),
        ("President Lucia Salazar met with fierce criticism from party leaders.", 0),
        ("President Lucia Salazar met her fate with calm.", 0),
    ],
)
def test_those_who_are_met_need_no_name(line: str, found: int) -> None:
    assert len(meetings(line)) == found
