"""Which tellings are of one meeting: words that point back, one more round, leaders apart from delegations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.engine.build import record_from
from dragoman.model.record import MeetingRow, Record
from dragoman.model.text import Span
from tests.newspaper import news, record_of


def names(record: Record, entities: object) -> set[str]:
    by_id = {row.id: row.name for row in record.entities}
    return {by_id[e] for e in entities}  # type: ignore[attr-defined]


def place(record: Record, row: MeetingRow) -> set[str]:
    return names(record, [row.place] if row.place else [])


def test_the_talks_are_those_told_before() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday. The talks broke up after two hours.
    """)
    (row,) = record.meetings
    assert [e.quote for e in row.evidence][-1].startswith("The talks")


def test_a_hall_is_no_other_place_than_its_city() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norwegian and Peruvian negotiators met in Geneva on Monday. The talks at the Wilson Palace opened at 1:30 p.m.
    """)
    (row,) = record.meetings
    assert place(record, row) == {"Geneva"}
    assert row.date is not None
    assert row.date.time == "13:30"


def test_a_second_round_is_one_more_meeting_of_the_same() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks in Geneva on Monday. They said a second round of talks would be held on December 12.
    """)
    first, second = record.meetings
    assert set(first.parties) == set(second.parties)
    assert (first.status, second.status) == ("held", "planned")
    assert second.date is not None
    assert str(second.date.start) == "2024-12-12"


def test_who_calls_and_who_visits_do_not_meet_at_the_table() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Peru held talks in Geneva on Monday.
        Norwegian President Anna Berg visited Lima on Wednesday.
    """)
    talks, visit = record.meetings
    assert names(record, talks.parties) == {"Norway", "Peru"}
    assert visit.label.startswith("Visit of Anna Berg")


def test_who_only_travels_has_met_nobody() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norwegian President Anna Berg flew to Lima on Wednesday.
    """)
    assert not record.meetings


def test_a_journey_to_a_summit_is_that_summit() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norwegian President Anna Berg traveled to Peru on Wednesday to participate in a regional summit.
    """)
    (row,) = record.meetings
    assert names(record, row.parties) == {"Anna Berg"}


def test_leaders_who_may_meet_are_not_the_delegations_that_met() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norwegian and Peruvian negotiators met in Geneva on Monday.
        Norwegian President Anna Berg proposed a meeting with Peruvian President Luis Quispe.
    """)
    assert [(row.status, row.level == "leaders") for row in record.meetings] == [("held", False), ("proposed", True)]


def test_officials_from_several_states_bring_those_states() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norwegian negotiators met on Monday with security officials from Peru, Chile and Sweden.
    """)
    (row,) = record.meetings
    assert {"Peru", "Chile", "Sweden"} <= names(record, row.parties)


def test_demands_that_are_met_meet_nobody() -> None:
    record = record_of("""
        @herald 2024-12-06
        The offer of Norway was met with silence in Peru on Monday.
    """)
    assert not record.meetings


@pytest.mark.parametrize(
    "line",
    [
        "The meeting was later postponed.",
        "The meeting did not take place.",
    ],
)
def test_a_meeting_that_was_not_to_be_is_cancelled(line: str) -> None:
    record = record_of(f"""
        @herald 2024-12-06
        Norway and Peru had agreed to meet in Geneva on December 4. {line}
    """)
    (row,) = record.meetings
    assert row.status == "cancelled"


def test_an_invitation_to_a_place_on_a_day_proposes_a_meeting() -> None:
    record = record_of("""
        @herald 2024-12-06
        Sweden invited Norway and Peru to Stockholm on December 12.
    """)
    (row,) = record.meetings
    assert row.status == "proposed"
    assert names(record, row.parties) == {"Norway", "Peru"}


def test_whoever_hosts_talks_is_no_party_to_them() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Peru met in Stockholm on Monday. Sweden, which hosted the talks, called them useful.
    """)
    (row,) = record.meetings
    assert names(record, row.parties) == {"Norway", "Peru"}
    assert names(record, row.mediators) == {"Sweden"}


def test_the_union_led_talks_have_a_mediator() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Peru opened African Union-led negotiations in Geneva on Monday.
    """)
    (row,) = record.meetings
    assert names(record, row.parties) == {"Norway", "Peru"}
    assert names(record, row.mediators) == {"African Union"}


def test_who_represents_a_state_at_talks_heads_its_side() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Peru held talks in Geneva on Monday. Erik Dahl represented Norway in the talks.
    """)
    assert "Erik Dahl" in names(record, [h.head for row in record.meetings for h in row.heads])


def test_a_delegation_is_led_to_one_meeting_only() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norway and Peru held talks in Geneva on Monday. Norway’s delegation was led by Defense Minister Erik Dahl.
        Norway and Chile held talks in Vienna on Wednesday.
    """)
    with_dahl = [row for row in record.meetings if "Erik Dahl" in names(record, [h.head for h in row.heads])]
    assert [row.label for row in with_dahl] == ["Meeting of Norway and Peru in Geneva"]


def test_the_day_after_the_place_of_a_meeting_is_its_day() -> None:
    record = record_of("""
        @herald 2024-12-06
        At a meeting in Geneva, Switzerland, on December 2, Norway and Peru agreed to a truce.
    """)
    row = record.meetings[0]
    assert row.date is not None
    assert str(row.date.start) == "2024-12-02"


def test_the_timeline_tells_a_meeting_once_however_many_events_it_is_made_of() -> None:
    record = record_of("""
        @herald 2024-12-06
        Norwegian Foreign Minister Erik Dahl arrived in Geneva on Monday and took part in talks with Peru.
    """)
    refs = [row.ref for row in record.timeline if str(row.date.start) == "2024-12-02"]
    assert refs == [record.meetings[0].id]


def test_talks_reported_on_their_day_are_where_the_dateline_says() -> None:
    (report,) = news("""
        @herald 2024-12-03
        Geneva
        Norway and Peru held talks on Monday without a result.
        The people of Geneva took no notice.
    """)
    report = replace(report, dateline=Span(report.id, 0, len("Geneva")), paragraphs=report.paragraphs[1:])
    record = record_from([report], jobs=1)
    (row,) = record.meetings
    assert place(record, row) == {"Geneva"}


def test_who_met_others_that_day_met_them_where_the_account_says() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norwegian and Peruvian negotiators met in Geneva on Monday.
        On Monday morning the Norwegian negotiators had met officials from Chile.
    """)
    assert [place(record, row) for row in record.meetings] == [{"Geneva"}, {"Geneva"}]


def test_rebels_and_their_leaders_are_one_party() -> None:
    record = record_of("""
        @herald 2024-12-03
        Peru's government and the rebels held talks on Monday. The rebels said the talks were useful.
        @gazette 2024-12-03
        Peru's government and rebel leaders held talks on Monday.
    """)
    assert len(record.meetings) == 1
    assert len(record.meetings[0].parties) == 2


def test_those_who_hold_talks_that_another_mediates_are_the_parties() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held talks on Monday in Geneva, mediated by Chile.
    """)
    (row,) = record.meetings
    assert names(record, row.parties) >= {"Norway", "Peru"}
    assert not names(record, row.mediators) & {"Norway", "Peru"}


def test_a_people_its_land_and_its_delegation_are_one_party() -> None:
    record = record_of("""
        @herald 2024-12-03
        The Tarvelan delegation met officials of Norway in Lima on Monday. Tarvela said it would wait.
        @gazette 2024-12-03
        Tarvela and Norway held talks in Lima on Monday. The Tarvelan negotiators left early.
    """)
    (row,) = record.meetings
    assert len(row.parties) == 2


def test_the_day_of_an_offer_is_not_that_of_the_meeting_that_came_of_it() -> None:
    record = record_of("""
        @herald 2024-12-13
        Norway and Peru held talks in Lima on Friday.
        The talks, which lasted three hours, were the fruit of Norway's bold offer of December 3.
        It rained all day, and the square in front of the old customs house stood empty but for two sellers of fruit.
        The windows on the first floor were lit, and now and then a clerk crossed the yard with a tray of cups.
    """)
    (row,) = record.meetings
    assert str(row.date and row.date.start) == "2024-12-13"
    assert len(row.evidence) == 2
