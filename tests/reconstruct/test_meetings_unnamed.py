"""Meetings told by no word of meeting, rounds that are counted, and sittings that are none of the parties'."""

from __future__ import annotations

import pytest

from dragoman.model.record import MeetingRow, Record
from tests.newspaper import record_of


def names(record: Record, row: MeetingRow) -> set[str]:
    by_id = {entity.id: entity.name for entity in record.entities}
    return {by_id[party] for party in row.parties}


@pytest.mark.parametrize(
    "line",
    [
        "On Thursday morning Ottilie Brandt and Henrik Vael spent four hours in each other's company at the mill.",
        "Ottilie Brandt and Henrik Vael sat across from each other on Thursday in the old customs house.",
        "Ottilie Brandt received Henrik Vael on Thursday.",
        "Henrik Vael was received by Ottilie Brandt on Thursday.",
        "On Thursday Henrik Vael and Ottilie Brandt were left alone in a room for half an hour.",
        "Ottilie Brandt saw Henrik Vael on Thursday and gave him tea.",
    ],
)
def test_people_who_come_together_meet_whatever_the_verb(line: str) -> None:
    record = record_of(f"""
        @herald 2013-11-24
        Prime Minister Ottilie Brandt leads the Harbour Party, Henrik Vael the Centre League.
        {line}
    """)
    (row,) = [row for row in record.meetings if row.date is not None]
    assert row.status == "held"
    assert str(row.date and row.date.start) == "2013-11-21"
    assert len(row.parties) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Ottilie Brandt saw her house burn on Thursday.",
        "The town came together on Thursday to rebuild the school.",
        "Ottilie Brandt received a letter on Thursday.",
        "Ottilie Brandt called Henrik Vael a coward on Thursday.",
        "Prices for containers rose at the Friday session of the exchange.",
        "In Lima, the cabinet discussed the crisis on Thursday.",
        "The strikers' demands were met on Thursday in Lima.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(line: str) -> None:
    record = record_of(f"""
        @herald 2013-11-24
        {line}
    """)
    assert not record.meetings


def test_rounds_that_are_counted_have_days_of_their_own() -> None:
    record = record_of("""
        @herald 2019-03-14
        Talks between the Dockers' Union and Blauwasser Terminals broke off on Wednesday.
        A round on 25 February had brought nothing, and one set for 4 March was called off.
    """)
    told = {(str(row.date.start), row.status) for row in record.meetings if row.date is not None}
    assert {("2019-02-25", "held"), ("2019-03-04", "cancelled")} <= told


def test_both_sides_are_those_of_whom_the_story_is() -> None:
    record = record_of("""
        @herald 2008-09-04
        Norway and Peru held talks in Geneva on Tuesday. Peru met Kenya in Lima on Monday.
        Norway and Peru will hold talks in Geneva on Friday.
        Secret contacts between the two sides had taken place in Vienna in July.
    """)
    (row,) = [row for row in record.meetings if row.date is not None and str(row.date.start) == "2008-07-01"]
    assert names(record, row) == {"Norway", "Peru"}
