"""Meetings announced before they are held, told across clauses, and persons whom nobody gives a side."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def named(record: Record, entities: object) -> set[str]:
    by_id = {row.id: row.name for row in record.entities}
    return {by_id[e] for e in entities}  # type: ignore[attr-defined]


def test_talks_held_a_day_after_they_were_announced_for_are_the_ones_announced() -> None:
    record = record_of("""
        @herald 2024-12-09
        Norway and Peru will hold talks in Geneva on December 12.
        @gazette 2024-12-14
        Norway and Peru held talks in Geneva on December 13.
    """)
    (row,) = record.meetings
    assert row.status == "held"
    assert {e.article for e in row.evidence} == {a.id for a in record.articles}


def test_talks_planned_after_others_were_held_are_other_talks() -> None:
    record = record_of("""
        @herald 2024-12-11
        Norway and Peru held talks in Geneva on December 10.
        @gazette 2024-12-11
        Norway and Peru will hold talks in Geneva on December 12.
    """)
    assert sorted(row.status for row in record.meetings) == ["held", "planned"]


def test_papers_that_differ_by_a_day_announce_one_meeting() -> None:
    record = record_of("""
        @herald 2024-12-09
        Norway and Peru will hold talks in Geneva on December 12.
        @gazette 2024-12-09
        Norway and Peru will hold talks in Geneva on December 13.
    """)
    (row,) = record.meetings
    assert row.status == "planned"


def test_somebody_of_no_known_side_heads_his_own() -> None:
    record = record_of("""
        @herald 2024-12-03
        Jakob Brandt met Lucia Salazar in Geneva on Monday.
    """)
    (row,) = record.meetings
    assert named(record, [h.head for h in row.heads]) == {"Jakob Brandt", "Lucia Salazar"}
    assert {h.party for h in row.heads} == {None}


def test_the_words_of_the_day_are_evidence_wherever_they_stand() -> None:
    record = record_of("""
        @herald 2024-12-03
        The end of the strike came on Monday in Bergen, where Jakob Brandt met Lucia Salazar.
    """)
    (row,) = record.meetings
    assert row.date is not None
    quotes = [e.quote for e in row.evidence]
    assert any("on Monday" in quote or quote == "Monday" for quote in quotes)


def test_the_country_that_somebody_is_invited_to_is_no_party() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norwegian President Jakob Brandt invited Peruvian President Lucia Salazar to Chile for direct talks on Friday.
    """)
    (row,) = record.meetings
    assert "Chile" not in named(record, row.parties)
    assert row.place is not None
    assert named(record, [row.place]) == {"Chile"}


def test_talks_that_were_announced_and_then_held_are_one_meeting() -> None:
    record = record_of("""
        @herald 2024-12-09
        Norway will hold talks with Peru on December 12.
        @gazette 2024-12-14
        Norway and Peru ended two days of talks without a deal on December 13.
    """)
    (row,) = record.meetings
    assert row.status == "held"


def test_two_who_are_named_behind_their_office_meet() -> None:
    record = record_of("""
        @herald 2024-12-09
        The presidents of the two countries, Jakob Brandt and Lucia Salazar, are due to meet in Lima on December 12.
    """)
    (row,) = record.meetings
    assert {"Jakob Brandt", "Lucia Salazar"} <= named(record, [h.head for h in row.heads])
    assert row.status == "planned"
