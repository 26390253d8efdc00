"""What makes a meeting where little is told: no party named, days on end, rebels of the same country, own country."""

from __future__ import annotations

import pytest

from dragoman.model.record import MeetingRow, Record
from tests.newspaper import record_of


def names(record: Record, entities: object) -> set[str]:
    by_id = {row.id: row.name for row in record.entities}
    return {by_id[e] for e in entities}  # type: ignore[attr-defined]


def days(row: MeetingRow) -> str:
    return f"{row.date.start}/{row.date.end}" if row.date else "none"


def test_talks_that_name_nobody_are_a_meeting_where_they_have_a_day_and_a_place() -> None:
    record = record_of("""
        @herald 2024-12-03
        A second round of talks will be held in Geneva on December 12.
    """)
    (row,) = record.meetings
    assert row.parties == ()
    assert row.status == "planned"
    assert days(row) == "2024-12-12/2024-12-12"
    assert "Geneva" in row.label


def test_talks_that_name_nobody_are_those_of_their_day_and_place() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
        @gazette 2024-12-03
        The talks in Geneva began on Monday.
    """)
    assert len(record.meetings) == 1
    assert {e.article for e in record.meetings[0].evidence} == {a.id for a in record.articles}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Norway and Peru signed a truce on Monday after nine days of talks in Geneva.", "2024-11-24/2024-12-02"),
        ("Talks between Norway and Peru entered a fourth day in Geneva on Monday.", "2024-11-29/2024-12-02"),
    ],
)
def test_days_of_talks_are_counted_back_from_the_day_told(line: str, told: str) -> None:
    record = record_of(f"""
        @herald 2024-12-03
        {line}
    """)
    assert told in {days(row) for row in record.meetings}


def test_papers_that_differ_by_a_day_tell_one_meeting() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Peru held talks in Geneva on Monday.
        @gazette 2024-12-06
        Norway and Peru held talks in Geneva on Tuesday.
    """)
    assert len(record.meetings) == 1


def test_two_rounds_that_one_paper_tells_apart_stay_two() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Peru held talks in Geneva on Monday.
        Norway and Peru held more talks in Geneva on Wednesday.
    """)
    assert len(record.meetings) == 2


def test_rebels_are_a_party_beside_the_government_of_their_country() -> None:
    record = record_of("""
        @herald 2024-12-06
        Peru's government met the Peruvian Liberation Front in Geneva on Monday.
    """)
    assert len(record.meetings[0].parties) == 2


def test_who_goes_home_visits_nobody() -> None:
    record = record_of("""
        @herald 2024-12-06
        Peruvian Foreign Minister Luis Quispe flew to Lima on Monday.
    """)
    assert not record.meetings


def test_what_happens_during_talks_does_not_place_them() -> None:
    record = record_of("""
        @herald 2024-12-06
        A strike in Lima killed nine people during the talks.
    """)
    assert not record.meetings


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("The Norwegian team is headed by Justice Minister Erik Dahl.", "Erik Dahl"),
        ("Norway’s chief negotiator, the patient Erik Dahl, said little.", "Erik Dahl"),
        ("Erik Dahl led for Norway, Luis Quispe for Peru.", "Luis Quispe"),
    ],
)
def test_who_leads_for_a_party_is_its_head(line: str, head: str) -> None:
    record = record_of(f"""
        @herald 2024-12-06
        Norway and Peru held talks in Geneva on Monday. {line}
    """)
    assert head in names(record, [h.head for row in record.meetings for h in row.heads])


def test_reporters_who_are_told_meet_nobody() -> None:
    record = record_of("""
        @herald 2024-12-03
        Minister Anna Berg told a news conference in Lima on Monday that the offer stood.
        The minister spoke at a press briefing on Tuesday.
    """)
    assert not record.meetings


def test_a_session_of_people_without_a_name_is_a_meeting_where_its_day_is_told() -> None:
    record = record_of("""
        @herald 2024-12-04
        Tuesday's meeting ended without a result, the mediator said.
    """)
    (row,) = record.meetings
    assert days(row) == "2024-12-03/2024-12-03"


def test_talks_that_name_nobody_are_those_of_the_day_on_which_others_are_named() -> None:
    record = record_of("""
        @herald 2024-12-04
        Norway and Peru held talks on Tuesday.
        @gazette 2024-12-04
        Tuesday's talks ended without a result.
    """)
    (row,) = record.meetings
    assert len({e.article for e in row.evidence}) == 2


def test_a_city_for_which_talks_were_planned_is_no_party_to_them() -> None:
    record = record_of("""
        @herald 2024-12-04
        Talks planned for Geneva in September collapsed when the rebels stayed at home.
    """)
    (row,) = record.meetings
    assert "Geneva" not in names(record, row.parties)
    assert row.status == "cancelled"


@pytest.mark.parametrize(
    "line",
    [
        "A session planned for Tuesday evening between Norway and Peru was called off.",
        "Norway and Peru were due to sign at a summit in Geneva on Tuesday, which Switzerland called off.",
    ],
)
def test_what_was_planned_and_called_off_is_cancelled(line: str) -> None:
    record = record_of(f"""
        @herald 2024-12-04
        {line}
    """)
    assert [row.status for row in record.meetings] == ["cancelled"]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("President Anna Berg took a phone call from Peruvian President Luis Ruiz on Monday.", {"Norway", "Peru"}),
        ("Minister Anna Berg dined with the Peruvian envoy Luis Ruiz in Oslo on Monday.", {"Peru"}),
    ],
)
def test_who_calls_and_who_dines_together_meets(line: str, who: set[str]) -> None:
    record = record_of(f"""
        @herald 2024-12-03
        Norwegian officials said the offer stood.
        {line}
    """)
    (row,) = record.meetings
    assert len(row.parties) == 2
    assert days(row) == "2024-12-02/2024-12-02"


@pytest.mark.parametrize(
    "line",
    [
        "A second round is pencilled in for December 12.",
        "A second round planned for December 12 is meant to settle the rest.",
    ],
)
def test_a_round_set_for_a_day_is_planned(line: str) -> None:
    record = record_of(f"""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday.
        {line}
    """)
    assert [row.status for row in record.meetings] == ["held", "planned"]
    assert days(record.meetings[1]) == "2024-12-12/2024-12-12"


def test_both_sides_invited_back_on_a_day_are_to_meet() -> None:
    record = record_of("""
        @herald 2024-12-03
        The mediator, Anna Berg, has invited both sides back to the hotel for December 12.
    """)
    (row,) = record.meetings
    assert (row.status, days(row)) == ("proposed", "2024-12-12/2024-12-12")


def test_who_leads_a_delegation_that_stayed_away_makes_no_meeting_held() -> None:
    record = record_of("""
        @herald 2024-12-05
        A session planned for Wednesday was called off when the Peruvian delegation, led by Luis Ruiz, stayed away.
    """)
    assert [row.status for row in record.meetings] == ["cancelled"]


def test_talks_of_a_week_end_on_the_day_of_their_sentence() -> None:
    record = record_of("""
        @herald 2024-12-13
        Norway and Peru agreed on Thursday to share the water, the mediator said after a week of talks in Geneva.
    """)
    assert "2024-12-06/2024-12-12" in [days(row) for row in record.meetings]


def test_who_settles_a_thing_by_telephone_talks_on_it() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norwegian Minister Anna Berg urged Peruvian President Luis Ruiz by telephone to wait.
    """)
    (row,) = record.meetings
    assert len(row.parties) == 2


def test_those_who_met_long_ago_are_not_those_who_met_now() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norwegian and Peruvian envoys met in Geneva on February 12 to share the water.
        @gazette 2024-12-03
        Norwegian and Peruvian envoys met ahead of the summit.
    """)
    assert len(record.meetings) == 2


def test_the_first_talks_since_a_war_broke_out_were_not_held_then() -> None:
    record = record_of("""
        @herald 2024-12-03
        The Union-led negotiations, the first formal talks since war broke out in November 2020, began in Lima.
    """)
    assert record.meetings
    assert all("2020" not in days(row) for row in record.meetings)


def test_who_was_absent_from_a_session_did_not_sit_there() -> None:
    record = record_of("""
        @herald 2024-12-06
        On Thursday night Anna Berg, the health minister, absent from Tuesday's session, promised more money.
    """)
    (row,) = record.meetings
    assert row.parties == ()
    assert days(row) == "2024-12-03/2024-12-03"
