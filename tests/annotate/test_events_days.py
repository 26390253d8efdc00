"""The day of an event: its own, the one the story is at, that of the news, or none at all."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.plover import EventType
from tests.newspaper import news


def read(text: str, day: str | None = "2024-12-05") -> Annotated:
    (article,) = news(f"@herald {day or ''}\n{text}")
    return annotate(article)


def told(annotated: Annotated, trigger: str) -> EventMention:
    found = [e for e in annotated.events if trigger in annotated.article.quote(e.trigger)]
    assert found, [annotated.article.quote(e.trigger) for e in annotated.events]
    return found[0]


def day(event: EventMention) -> str | None:
    when = event.date.when if event.date else None
    return None if when is None else f"{when.start}" if when.is_day else f"{when.start}/{when.end}"


def test_a_day_told_by_the_way_does_not_date_the_main_clause() -> None:
    annotated = read("Norway sent aid to a Peruvian judge who had resigned on November 4.")
    found = [day(e) for e in annotated.events if e.type is EventType.AID]
    assert found
    assert "2024-11-04" not in found


def test_what_is_told_of_a_noun_dates_it() -> None:
    annotated = read("Norway praised the agreement signed on November 4.")
    assert day(told(annotated, "agreement")) == "2024-11-04"
    assert day(told(annotated, "praised")) is None


def test_the_day_of_the_news_holds_for_words_given_in_the_rest_of_the_report() -> None:
    annotated = read(
        "Norway and Peru agreed on a truce on Wednesday.\nIt was raining.\nThe bridge stood empty.\n"
        "Chile welcomed the deal."
    )
    assert day(told(annotated, "welcomed")) == "2024-12-04"


def test_the_day_of_the_news_ends_where_the_report_goes_on_to_other_days() -> None:
    annotated = read(
        "Norway and Peru agreed on a truce on Wednesday.\nThe envoys said the bridge was closed on Sunday.\n"
        "The bridge stood empty.\nChile welcomed the deal."
    )
    assert day(told(annotated, "welcomed")) is None


def test_a_truce_is_of_the_day_it_began_and_not_of_the_day_it_ends() -> None:
    annotated = read("The truce, which began on November 4, expires on December 20.")
    assert day(told(annotated, "truce")) == "2024-11-04"


def test_a_day_of_last_month_does_not_hold_so_far() -> None:
    annotated = read(
        "Norway and Peru agreed on a truce on November 4.\nIt was raining.\nThe bridge stood empty.\n"
        "Chile welcomed the deal."
    )
    assert day(told(annotated, "welcomed")) is None


def test_a_day_told_beside_a_saying_is_the_day_of_the_story() -> None:
    annotated = read("Berg told a crowd in Lima on Tuesday that winter was near. She praised President Quispe.")
    assert day(told(annotated, "praised")) == "2024-12-03"


def test_what_was_done_in_another_year_moves_the_story_there() -> None:
    annotated = read("Berg met Quispe on Tuesday. Dahl had led the delegation in 2019. He signed the agreement.")
    assert day(told(annotated, "signed")) == "2019-01-01/2019-12-31"


def test_at_the_time_is_the_time_told_just_before() -> None:
    annotated = read("Berg also led the failed talks of 2019. At the time, Norway accused Peru of cheating.")
    assert day(told(annotated, "accused")) == "2019-01-01/2019-12-31"


def test_what_came_before_has_a_day_of_its_own() -> None:
    annotated = read("Norway sent troops on Tuesday after banning the march.")
    assert day(told(annotated, "banning")) is None


def test_since_dates_what_has_gone_on_and_bounds_what_is_the_first() -> None:
    assert day(told(read("Norway has suspended relations with Peru since 1978."), "suspended")) == (
        "1978-01-01/1978-12-31"
    )
    assert all(e.date is None for e in read("Norway and Peru held their first talks since 1978.").events)


def test_what_is_done_by_saying_it_has_the_day_of_the_saying() -> None:
    annotated = read("“We welcome the plan of Peru,” Foreign Minister Anna Berg said on Tuesday.")
    assert day(told(annotated, "welcome")) == "2024-12-03"


def test_a_time_that_opens_its_sentence_dates_the_main_clause() -> None:
    annotated = read("On Tuesday, speaking in Lima, Berg warned Peru of sanctions.")
    assert day(told(annotated, "warned")) == "2024-12-03"


def test_what_has_been_is_not_counted_past_the_day_of_publication() -> None:
    annotated = read("Quispe denied it on Monday. Two weeks later, he warned that it would fail.")
    days = {annotated.article.quote(t.span): t.when for t in annotated.times}
    assert days["Monday"] is not None
    assert days["Two weeks later"] is None


def test_a_year_since_which_something_is_so_does_not_take_the_story_there() -> None:
    annotated = read("Troops have fought there since November 2020.\nThe talks opened on Oct. 25.")
    assert "2024-10-25" in {f"{t.when.start}" for t in annotated.times if t.when}


@pytest.mark.parametrize("trigger", ["met", "agreed"])
def test_without_a_day_of_publication_a_weekday_stays_open(trigger: str) -> None:
    annotated = read("Norway and Peru met in Geneva on Thursday and agreed on a truce.", None)
    event = told(annotated, trigger)
    assert event.date is not None
    assert event.date.when is None
    assert "not known" in event.date.why


def test_what_a_voice_retells_in_its_paragraph_has_the_day_of_the_story() -> None:
    annotated = read("The ministers of Norway and Peru met on Monday. Norway attacked the tariff, the envoy said.")
    assert day(told(annotated, "attacked")) == "2024-12-02"
    annotated = read("The ministers of Norway and Peru met on Monday. “We rejected the tariff,” the envoy said.")
    assert day(told(annotated, "rejected")) is None


@pytest.mark.parametrize(
    ("line", "trigger", "found"),
    [
        ("Under the accord signed on Nov. 4 in Lima, rebels were to disarm within 90 days.", "accord", "2024-11-04"),
        ("Under a pact signed on Nov. 4 in Oslo, ships were to pass within 60 days.", "pact", "2024-11-04"),
        ("Norway demanded food for the city of Tacna, besieged since 2015.", "besieged", "2015-01-01/2015-12-31"),
        ("The truce broke on November 4, and by November 17 Norway had seized the port.", "seized", "2024-11-17"),
        ("Talks stopped in May, and in June Norway bombed the port.", "bombed", "2024-06-01/2024-06-30"),
        ("Voters rejected the plan of November 4 last Sunday.", "rejected", "2024-12-01"),
        ("Norway and Peru met two days past the deadline of December 2.", "met", None),
    ],
)
def test_a_day_is_of_the_words_it_stands_with(line: str, trigger: str, found: str | None) -> None:
    assert day(told(read(line), trigger)) == found


@pytest.mark.parametrize(
    ("line", "trigger", "found"),
    [
        ("Norway and Peru will meet on Monday and Tuesday.", "meet", "2024-12-09/2024-12-10"),
        ("Norwegian teachers will strike on Thursday and Friday.", "strike", "2024-12-05/2024-12-06"),
        ("Norway and Peru met in Oslo on Monday and on Tuesday.", "met", "2024-12-02/2024-12-03"),
        ("Norway and Peru met in Oslo on Monday and Thursday.", "met", "2024-12-02"),
    ],
)
def test_two_days_in_a_row_are_one_time(line: str, trigger: str, found: str) -> None:
    assert day(told(read(line), trigger)) == found


@pytest.mark.parametrize(
    ("line", "deed", "thing"),
    [
        ("The Norwegian union has called a walkout for Tuesday.", "called", "walkout"),
        ("Norway demanded talks for Tuesday.", "demanded", "talks"),
        ("Norway announced talks with Peru for Tuesday.", "announced", "talks"),
    ],
)
def test_a_day_that_something_is_called_for_is_of_the_thing_and_to_come(line: str, deed: str, thing: str) -> None:
    annotated = read(line)
    assert day(told(annotated, thing)) == "2024-12-10"
    assert "2024-12-10" not in [day(e) for e in annotated.events if annotated.article.quote(e.trigger) == deed]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Norway and Peru met on Monday.\n14:00 The rebels left the port.", "left"),
        ("Norway broke a deadline of December 2.\nThe envoys signed the pact at 7 p.m.", "signed"),
        ("The plan of December 2 was gone.\nNorway and Peru met at 6:30 a.m.", "met"),
    ],
)
def test_an_hour_alone_is_of_the_day_of_the_report_where_no_day_was_told_as_such(text: str, trigger: str) -> None:
    assert day(told(read(text), trigger)) == "2024-12-05"
