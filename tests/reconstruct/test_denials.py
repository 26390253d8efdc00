"""What one voice denies of what another tells, who leads, and for how long the parties sat."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def on(record: Record, kind: str) -> list[tuple[str, ...]]:
    return [tuple(position.value for position in row.positions) for row in record.disagreements if row.on == kind]


def test_a_charge_that_is_rejected_is_a_disagreement_within_one_article() -> None:
    record = record_of("""
        @herald 2024-12-05
        The fishermen complained that the deadline was set without asking them.
        The interior minister, Ana Ruiz, rejected that charge. "They knew the day," she said.
    """)
    ((told, denied),) = on(record, "polarity")
    assert told == "that the deadline was set without asking them"
    assert denied.endswith("rejected that charge")


def test_a_report_that_is_denied_is_told_by_its_own_words() -> None:
    record = record_of("""
        @herald 2024-12-05
        The general told the radio that he had no orders, and he denied a report that troops had crossed the Nile.
    """)
    ((told, denied),) = on(record, "polarity")
    assert told == "that troops had crossed the Nile"
    assert "denied a report" in denied


def test_an_offer_that_is_rejected_is_no_denial() -> None:
    record = record_of("""
        @herald 2024-12-05
        Chile said it would cut its tariffs by half. Peru rejected it on Monday, and dismissed the offer as too small.
    """)
    assert on(record, "polarity") == []


def test_what_is_not_denied_is_no_denial() -> None:
    record = record_of("""
        @herald 2024-12-05
        The union said that the talks had failed. The company did not deny it.
    """)
    assert on(record, "polarity") == []


def test_one_delegation_under_two_heads() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway's delegation, led by Foreign Minister Kari Lund, arrived in Geneva on Thursday.
        @gazette 2024-12-05
        Defence Minister Nils Berg leads Norway's delegation in Geneva.
    """)
    assert on(record, "participants") == [("Kari Lund", "Nils Berg")] or on(record, "participants") == [
        ("Nils Berg", "Kari Lund")
    ]


def test_days_of_one_round_and_days_of_another() -> None:
    paper = """
        @herald 2024-12-05
        After nine days of talks in Geneva, Norway and Chile signed.
        @gazette 2024-12-05
        For {} days the delegations of Norway and Chile sat in Geneva.
    """
    assert on(record_of(paper.format("ten")), "number") == [("nine days", "ten days")]
    assert on(record_of(paper.format("thirty")), "number") == []


def test_observers_counted_differently_do_not_grow_like_tolls() -> None:
    record = record_of("""
        @herald 2024-12-05
        Some 280 unarmed observers would remain in Chile, the United Nations said.
        @gazette 2024-12-06
        The United Nations said that 340 observers were staying in Chile.
    """)
    assert on(record, "number") == [("Some 280 unarmed observers", "340 observers")]


def test_a_chief_negotiator_is_no_second_head() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway's delegation, led by Foreign Minister Kari Lund, arrived in Geneva on Thursday.
        @gazette 2024-12-05
        Norway's chief negotiator, Nils Berg, arrived in Geneva on Thursday.
    """)
    assert on(record, "participants") == []


def test_the_day_and_the_hour_of_one_meeting_are_two_questions() -> None:
    record = record_of("""
        @herald 2024-12-05
        The talks of Sudan and Egypt in Geneva on the river dam began on Thursday morning.
        @gazette 2024-12-05
        The talks of Sudan and Egypt in Geneva on the river dam began at 6 p.m. on Thursday.
        @courier 2024-12-05
        The talks of Sudan and Egypt in Geneva on the river dam began on Wednesday.
    """)
    assert len(on(record, "date")) == 2


def test_shots_and_deaths_are_two_counts() -> None:
    record = record_of("""
        @herald 2024-12-05
        The gunman shot five workers of the Sull bakery on Thursday.
        @gazette 2024-12-05
        The gunman killed two workers of the Sull bakery on Thursday.
    """)
    assert on(record, "number") == []
