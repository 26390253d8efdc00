"""Times counted from another, intervals, parts and hours, in news of 16 May 2025, a Friday."""

from __future__ import annotations

import itertools

import pytest

from dragoman.annotate.times import add_times
from dragoman.model.when import Anchor
from tests.annotate.test_times_calendar import read_times, told, written

FRIDAY = "2025-05-16"


@pytest.mark.parametrize(
    ("line", "words", "days"),
    [
        ("They met today.", "today", "2025-05-16"),
        ("They met yesterday evening.", "yesterday evening", "2025-05-15 evening"),
        ("They met the day before yesterday.", "the day before yesterday", "2025-05-14"),
        ("Talks opened this morning.", "this morning", "2025-05-16 morning"),
        ("Drones came last night.", "last night", "2025-05-15 night"),
        ("He speaks tonight.", "tonight", "2025-05-16 night"),
        ("They met last week.", "last week", "2025-05-05..2025-05-11"),
        ("They fought over the weekend.", "the weekend", "2025-05-10..2025-05-11"),
        ("Prices rose this month.", "this month", "2025-05-01..2025-05-31"),
        ("Prices rose last year.", "last year", "2024-01-01..2024-12-31"),
        ("The vote is next month.", "next month", "2025-06-01..2025-06-30"),
        ("They met last Thursday.", "last Thursday", "2025-05-15"),
        ("They meet next Tuesday.", "next Tuesday", "2025-05-20"),
        ("They met on Tuesday last week.", "Tuesday last week", "2025-05-06"),
        ("They met three days ago.", "three days ago", "2025-05-13"),
        ("They met two weeks ago.", "two weeks ago", "2025-04-29..2025-05-05"),
        ("They met three months ago.", "three months ago", "2025-02-01..2025-02-28"),
        ("War began three years ago.", "three years ago", "2022-01-01..2022-12-31"),
        ("They met 48 hours ago.", "48 hours ago", "2025-05-14"),
        ("They fought this past weekend.", "this past weekend", "2025-05-10..2025-05-11"),
        ("They were to meet the week after next.", "the week after next", "2025-05-26..2025-06-01"),
        ("They met in recent days.", "recent days", "2025-05-09..2025-05-16"),
        ("They meet in the coming days.", "the coming days", "2025-05-17..2025-05-23"),
        ("They talked over the past three months.", "the past three months", "2025-02-16..2025-05-16"),
        ("They meet within two weeks.", "within two weeks", "2025-05-16..2025-05-30"),
        ("It is the first meeting in three years.", "in three years", "2022-05-16..2025-05-16"),
        ("They will meet in ten days.", "in ten days", "2025-05-26"),
        ("He left in late February.", "late February", "2025-02-19..2025-02-28"),
        ("He left in mid-April.", "mid-April", "2025-04-11..2025-04-20"),
        ("He left in early 2022.", "early 2022", "2022-01-01..2022-04-30"),
        ("He left around May 9.", "May 9", "2025-05-09"),
        ("It must end by the end of the year.", "the end of the year", "2025-12-31"),
        ("It ended at the end of April.", "the end of April", "2025-04-21..2025-04-30"),
        ("They met earlier this week.", "earlier this week", "2025-05-12..2025-05-16"),
        ("They meet later this month.", "later this month", "2025-05-16..2025-05-31"),
        ("They met in the first week of May.", "the first week of May", "2025-05-01..2025-05-07"),
        ("A truce ran from May 8 to May 11.", "from May 8 to May 11", "2025-05-08..2025-05-11"),
        ("A truce ran May 8-11.", "May 8-11", "2025-05-08..2025-05-11"),
        ("A truce ran on 8–11 May 2024.", "8–11 May 2024", "2024-05-08..2024-05-11"),
        ("A truce ran between March and April.", "between March and April", "2025-03-01..2025-04-30"),
        ("It was so in April-May 2022.", "April-May 2022", "2022-04-01..2022-05-31"),
        ("It was so from 1846 to 48.", "from 1846 to 48", "1846-01-01..1848-12-31"),
        ("They met from Monday to Wednesday.", "from Monday to Wednesday", "2025-05-12..2025-05-14"),
        ("They met the day before May 9.", "the day before May 9", "2025-05-08"),
        ("They met two days after Christmas.", "two days after Christmas", "2024-12-27"),
        ("Talks began at 1:30 p.m. local time.", "1:30 p.m. local time", "2025-05-16 13:30"),
        ("Talks began at 0900 GMT on Thursday.", "0900 GMT on Thursday", "2025-05-15 09:00"),
        ("Talks began on Thursday at 13:30.", "Thursday at 13:30", "2025-05-15 13:30"),
        ("Talks began at noon on Thursday.", "noon on Thursday", "2025-05-15 12:00"),
        ("Talks began on the evening of May 9.", "the evening of May 9", "2025-05-09 evening"),
        ("Talks began early on Thursday.", "early on Thursday", "2025-05-15 morning"),
        ("Talks began late Wednesday.", "late Wednesday", "2025-05-14 evening"),
    ],
)
def test_a_time_counted_from_publication(line: str, words: str, days: str) -> None:
    assert told(FRIDAY, line) == [(words, days)]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("They met on April 2. The next day the truce broke.", "2025-04-03"),
        (
            "They met on April 2, two days after the vote had been called, he said, and that night he left.",
            "2025-04-02 night",
        ),
        ("They met on 2 April 2019. Two weeks later he resigned.", "2019-04-13..2019-04-19"),
        ("They met on 2 April 2019. A few days later he resigned.", "2019-04-02..2019-04-09"),
        ("They met on 2 April 2019. A year later he resigned.", "2020-01-01..2020-12-31"),
        ("They met on 2 April 2019. The following month he resigned.", "2019-05-01..2019-05-31"),
        ("They met on 2 April 2019. He resigned in May the same year.", "2019-05-01..2019-05-31"),
        ("On April 2 a truce began. Firing resumed at the end of the thirty days.", "2025-05-02"),
        ("They met on April 2. Doors opened at 10 a.m. and shut.", "2025-04-02 10:00"),
    ],
)
def test_a_time_counted_from_the_day_the_story_is_at(line: str, days: str) -> None:
    _, times = read_times(FRIDAY, line)
    assert written(times[-1].when) == days
    assert times[-1].anchor is Anchor.PREVIOUS


def test_the_day_before_is_not_counted_from_a_plan() -> None:
    line = "They met on Thursday. A deal is due by year's end, said the envoy, who had left the day before."
    assert told(FRIDAY, line, trees=True)[-1] == ("the day before", "2025-05-14")


def test_a_meeting_put_off_is_no_interval() -> None:
    line = "The talks were moved from Wednesday to Thursday."
    assert told(FRIDAY, line) == [("Wednesday", "2025-05-14"), ("Thursday", "2025-05-15")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("It was so in the early weeks of the war.", "the early weeks"),
        ("They met two days before the vote.", "two days before"),
    ],
)
def test_what_is_counted_from_an_event_stays_open(line: str, words: str) -> None:
    assert told(FRIDAY, line) == [(words, "?")]


def test_nothing_is_counted_from_a_day_of_publication_that_is_not_known() -> None:
    _, times = read_times(None, "They met yesterday, last week, on Monday, and over the past three months.")
    assert [time.when for time in times] == [None] * 4
    assert {time.why for time in times} == {"counted from a day of publication that is not known"}


def test_every_time_stands_where_its_span_says_and_none_overlap() -> None:
    line = "From May 8 to May 11, and on Thursday at 9 a.m., as in early 2022 or last week, they met; May 16."
    annotated, times = read_times(FRIDAY, line)
    spans = [time.span for time in times]
    assert len(spans) == 5
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert add_times(annotated).times == times


def test_a_long_run_of_numbers_costs_no_more_than_its_length() -> None:
    line = "from " + "May 8 to " * 2000 + "and " * 2000 + "1 2 3 " * 2000
    assert len(told(FRIDAY, line)) > 500


def test_within_counts_from_the_day_of_the_story_where_none_of_publication_is_known() -> None:
    line = "On November 2, 2022 they signed a pact under which the rebels would hand over their guns within 30 days."
    assert told(None, line)[-1] == ("within 30 days", "2022-11-02..2022-12-02")
    assert told("2022-11-05", line)[-1] == ("within 30 days", "2022-11-05..2022-12-05")


def test_past_a_day_of_a_month_is_that_day() -> None:
    assert told("2025-08-01", "The talks went on past June 30.")[0] == ("June 30", "2025-06-30")
    assert told("2025-08-01", "The talks of the past June were long.")[0][1] == "2025-06-01..2025-06-30"
