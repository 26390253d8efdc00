"""Dates of the calendar, in news: which words are a date, and which day, month or year it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.annotate.language import read_language
from dragoman.annotate.times import add_times
from dragoman.model.flow import Annotated
from dragoman.model.when import Anchor, TimeMention, When
from tests.newspaper import news


def read_times(day: str | None, text: str, *, trees: bool = False) -> tuple[Annotated, tuple[TimeMention, ...]]:
    """The times of one article of this text, published on that day; with the language model's trees or without."""
    (article,) = news(f"@herald {day or ''}\n{text}")
    annotated = Annotated(article=article)
    if trees:
        annotated = Annotated(article=article, reading=read_language(article))
    annotated = add_times(annotated)
    return annotated, annotated.times


def told(day: str | None, text: str, *, trees: bool = False) -> list[tuple[str, str]]:
    """The words of each time, and its days: a day, the first and last of several, or "?"."""
    annotated, times = read_times(day, text, trees=trees)
    return [(annotated.article.quote(time.span), written(time.when)) for time in times]


def written(when: When | None) -> str:
    if when is None:
        return "?"
    days = f"{when.start}" if when.is_day else f"{when.start}..{when.end}"
    return f"{days} {when.time}" if when.time else days


@pytest.mark.parametrize(
    ("line", "words", "days"),
    [
        ("The truce was signed on 16 May 2025.", "16 May 2025", "2025-05-16"),
        ("The truce was signed on Friday, May 16, 2025.", "Friday, May 16, 2025", "2025-05-16"),
        ("The envoys met on May 9 in Oslo.", "May 9", "2025-05-09"),
        ("The envoys met on the 9th of May.", "9th of May", "2025-05-09"),
        ("The note of 2025-05-09 was leaked.", "2025-05-09", "2025-05-09"),
        ("The note of 16/05/2025 was leaked.", "16/05/2025", "2025-05-16"),
        ("The note of 05/16/2025 was leaked.", "05/16/2025", "2025-05-16"),
        ("The note of 8-May-2024 was leaked.", "8-May-2024", "2024-05-08"),
        ("Sept. 13 (Thursday), 2018 was the date.", "Sept. 13 (Thursday), 2018", "2018-09-13"),
        ("They met on Sunday 11 May.", "Sunday 11 May", "2025-05-11"),
        ("They met on Wednesday (May 14).", "Wednesday (May 14)", "2025-05-14"),
        ("They met in March 2022 in Minsk.", "March 2022", "2022-03-01..2022-03-31"),
        ("They met in March of 2022.", "March of 2022", "2022-03-01..2022-03-31"),
        ("In 2014 the port was taken.", "2014", "2014-01-01..2014-12-31"),
        ("The failed 2022 talks weighed on them.", "2022", "2022-01-01..2022-12-31"),
        ("They met in May last year.", "May last year", "2024-05-01..2024-05-31"),
        ("They met last August.", "last August", "2024-08-01..2024-08-31"),
        ("They will meet on the 20th of next month.", "the 20th of next month", "2025-06-20"),
        ("The order came on the 9th.", "the 9th", "2025-05-09"),
        ("The army left in the 1990s.", "the 1990s", "1990-01-01..1999-12-31"),
        ("It was a treaty of the 19th century.", "the 19th century", "1800-01-01..1899-12-31"),
        ("They fought in the summer of 2012.", "the summer of 2012", "2012-06-01..2012-08-31"),
        ("Exports fell in the second quarter of 2024.", "the second quarter of 2024", "2024-04-01..2024-06-30"),
        ("Exports fell in Q1 2024.", "Q1 2024", "2024-01-01..2024-03-31"),
        ("They met on Easter Monday.", "Easter Monday", "2025-04-21"),
        ("Guns were silent on Orthodox Easter.", "Orthodox Easter", "2025-04-20"),
        ("The parade on Victory Day was short.", "Victory Day", "2025-05-09"),
        ("A truce held last Christmas.", "last Christmas", "2024-12-25"),
        ("They met on Bastille Day 2023.", "Bastille Day 2023", "2023-07-14"),
        ("They met on the first Friday of March.", "the first Friday of March", "2025-03-07"),
        ("Since 9/11 the base is closed.", "9/11", "2001-09-11"),
    ],
)
def test_a_date_of_the_calendar(line: str, words: str, days: str) -> None:
    assert told("2025-05-16", line) == [(words, days)]


@pytest.mark.parametrize(
    "line",
    [
        "Theresa May and the March on Rome are history.",
        "They may march again, he said.",
        "May they prosper, the minister wrote.",
        "He was second, and 2,014 people came to see the Sun.",
        "Some 2000 soldiers and 1900 dollars were lost.",
        "It cost $2014, flight 2025A was late, and room 1998/3 was shut.",
        "The spring offensive and the fall of the capital came early.",
        "Talks lasted for thirty days, or three years by another count.",
        "He sat and had wed, and mon ami was there.",
        "The score was 3:2 and the verse 3:16.",
        "The last thing that happened next was this.",
        "USA Today reports that they pray every Friday.",
        "He stayed at Mar-a-Lago, a two-year lease in hand.",
    ],
)
def test_what_is_no_date_is_left_alone(line: str) -> None:
    assert told("2025-05-16", line) == []


def test_a_month_that_is_somebodys_name_is_read_with_care() -> None:
    line = "Theresa May spoke. A plan by May failed in May 2018, and in May and on May 3 she met him."
    words = ["May 2018", "May", "May 3"]
    assert [found for found, _ in told("2018-09-01", line)] == words


def test_a_day_that_the_calendar_has_not_is_seen_and_not_resolved() -> None:
    _, (time,) = read_times("2025-05-16", "The paper says they met on February 30.")
    assert time.when is None
    assert time.why == "no such day in the calendar"


def test_a_day_of_another_calendar_stands_beside_ours() -> None:
    line = "The decree of 25 Khordad 1404 (June 15, 2025) was read out."
    assert told("2025-06-20", line) == [("25 Khordad 1404", "?"), ("June 15, 2025", "2025-06-15")]


def test_an_article_keeps_its_own_day_where_the_weekday_does_not_fit() -> None:
    _, (time,) = read_times("2025-05-20", "They met on Thursday, May 16.")
    assert written(time.when) == "2025-05-16"
    assert "the weekday does not fit" in time.why


def test_a_year_left_out_is_the_nearest_on_the_side_of_the_tense() -> None:
    line = "He left on December 20. She will return on January 9."
    assert told("2025-01-03", line) == [("December 20", "2024-12-20"), ("January 9", "2025-01-09")]


def test_a_story_of_another_year_keeps_it() -> None:
    line = "In October 1999 they met in Cairo. In December the truce broke, and on January 4 he resigned."
    days = ["1999-10-01..1999-10-31", "1999-12-01..1999-12-31", "2000-01-04"]
    assert [day for _, day in told("2025-05-16", line)] == days


def test_a_year_told_by_the_way_does_not_move_the_story() -> None:
    line = "Sanctions hold since the 2014 annexation. On March 11 they met again."
    assert told("2025-05-16", line) == [("2014", "2014-01-01..2014-12-31"), ("March 11", "2025-03-11")]


def test_without_a_day_of_publication_the_article_dates_itself() -> None:
    line = "The plan was made in September 2024.\nOn February 12 they met, and on Thursday they parted."
    days = ["2024-09-01..2024-09-30", "2025-02-12", "?"]
    assert [day for _, day in told(None, line)] == days


def test_without_any_year_a_day_stays_open() -> None:
    _, times = read_times(None, "They met on February 12, and again yesterday.")
    assert [time.when for time in times] == [None, None]
    assert times[0].why == "no year is told, and no day of publication"


def test_a_year_alone_does_not_date_an_article() -> None:
    line = "They met on 15 May.\nThe talks, he said, went on from those of 2022."
    assert [day for _, day in told(None, line)] == ["?", "2022-01-01..2022-12-31"]


def test_the_reason_and_the_anchor_are_told() -> None:
    _, (left, right) = read_times("2025-05-16", "They met on 5 May 2024 and on May 9.")
    assert (left.anchor, left.why) == (None, "calendar day, as written")
    assert right.anchor is Anchor.PUBLISHED
    assert right.why.startswith("calendar day, in the year nearest to the day of publication")


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("The envoys met on May 9 in Oslo.", "2025-05-09"),
        ("War broke out in November.", "2024-11-01..2024-11-30"),
        ("The truce of June 3, 2024 failed.\nThe envoys met on April 9.", "2025-04-09"),
        ("The truce of April 3, 2025 failed; the envoys met on May 9.", "2025-05-09"),
        ("The envoys met on Friday.", "?"),
    ],
)
def test_an_undated_account_has_the_year_of_others_of_its_story(line: str, days: str) -> None:
    (article,) = news(f"@herald\n{line}")
    annotated = add_times(
        Annotated(article=replace(article, around=(date(2025, 4, 30), date(2025, 5, 16), date(2025, 5, 17))))
    )
    assert written(annotated.times[-1].when) == days


def test_what_has_been_is_not_dated_after_publication() -> None:
    assert told("1999-06-12", "It was the first meeting since war broke out in August.", trees=True) == [
        ("August", "1998-08-01..1998-08-31")
    ]


@pytest.mark.parametrize(("first", "days"), [(date(2025, 5, 12), "2025-05-15"), (date(2025, 4, 12), "?")])
def test_an_undated_account_has_the_weekdays_of_others_where_they_are_of_one_week(first: date, days: str) -> None:
    (article,) = news("@herald\nThe envoys met on Thursday.")
    annotated = add_times(Annotated(article=replace(article, around=(first, date(2025, 5, 16), date(2025, 5, 17)))))
    assert written(annotated.times[-1].when) == days
