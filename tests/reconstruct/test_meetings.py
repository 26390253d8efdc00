"""Meetings as rows: who met, who led whom, where, when, and whether they did; and the timeline they stand in."""

from __future__ import annotations

from dragoman.model.record import MeetingRow, Record
from tests.newspaper import record_of


def meeting(record: Record) -> MeetingRow:
    assert record.meetings, [(e.type, [m.evidence.quote for m in e.mentions]) for e in record.events]
    return record.meetings[0]


def names(record: Record, entities: object) -> set[str]:
    by_id = {row.id: row.name for row in record.entities}
    return {by_id[e] for e in entities}  # type: ignore[attr-defined]


def test_leaders_meet_as_persons() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norwegian President Anna Berg met Peruvian President Luis Quispe in Geneva on Monday.
    """)
    row = meeting(record)
    assert names(record, row.parties) == {"Anna Berg", "Luis Quispe"}
    assert row.level == "leaders"
    assert row.status == "held"
    assert row.date is not None
    assert str(row.date.start) == "2024-12-02"
    assert row.place is not None
    assert names(record, [row.place]) == {"Geneva"}


def test_delegations_have_heads() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
        Norway’s delegation was led by Defense Minister Erik Dahl.
    """)
    row = meeting(record)
    assert names(record, row.parties) == {"Norway", "Peru"}
    assert names(record, (head.head for head in row.heads)) == {"Erik Dahl"}


def test_one_meeting_in_two_papers_is_one() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
        @gazette 2024-12-03
        Peru and Norway held talks on Monday in Geneva.
    """)
    assert len(record.meetings) == 1
    assert len({e.article for e in record.meetings[0].evidence}) == 2


def test_two_meetings_of_one_day_stay_two() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
        Norway and Chile held talks in Vienna on Monday.
    """)
    assert len(record.meetings) == 2


def test_nobody_meets_alone() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway is ready for talks.
    """)
    assert not record.meetings


def test_the_timeline_tells_a_meeting_under_its_day_once() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
    """)
    row = meeting(record)
    entries = [entry for entry in record.timeline if str(entry.date.start) == "2024-12-02"]
    assert [entry.ref for entry in entries] == [row.id]
    assert str(entries[0].reported) == "2024-12-03"
