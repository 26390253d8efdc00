"""The day of publication, and how it is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.model.text import Article
from dragoman.read import read

YEARLESS = "Talks go on\nMay 16—Norland and Suderia went on with their talks on Friday, a mediator said.\n"


def day_of(tmp_path: Path, text: str, *others: str) -> tuple[str | None, str | None]:
    """The day of a text that is read with others beside it, and how it is known."""
    for number, other in enumerate((text, *others)):
        (tmp_path / f"{number}.txt").write_text(other)
    first = next(item for item in read([str(tmp_path)]) if isinstance(item, Article))
    return (first.published.isoformat() if first.published else None, first.published_by)


def test_a_day_without_support_has_no_year(tmp_path: Path) -> None:
    assert day_of(tmp_path, YEARLESS) == (None, None)


def test_the_other_articles_give_the_year(tmp_path: Path) -> None:
    other = "Published: 14 May 2025\nNorland has offered talks. Suderia has not answered."
    assert day_of(tmp_path, YEARLESS, other) == ("2025-05-16", "inferred")


def test_articles_about_other_things_give_no_year(tmp_path: Path) -> None:
    other = "Published: 14 May 2025\nThe harvest in Ruritania was poor, farmers near Laketown said."
    assert day_of(tmp_path, YEARLESS, other) == (None, None)


def test_the_turn_of_the_year(tmp_path: Path) -> None:
    other = "Published: 30 December 2024\nNorland has offered talks. Suderia has not answered."
    assert day_of(tmp_path, YEARLESS.replace("May 16", "January 2"), other) == ("2025-01-02", "inferred")


def test_a_dated_mention_gives_the_year(tmp_path: Path) -> None:
    text = YEARLESS + "The last round was held on April 30, 2019, in Geneva.\n"
    assert day_of(tmp_path, text) == ("2019-05-16", "inferred")


def test_a_mere_year_gives_nothing(tmp_path: Path) -> None:
    assert day_of(tmp_path, YEARLESS + "The war began in 2022.\n") == (None, None)


def test_years_that_are_supported_alike_give_none(tmp_path: Path) -> None:
    others = [f"Published: 10 May {year}\nNorland has offered talks. It waits." for year in (2012, 2023)]
    assert day_of(tmp_path, YEARLESS.replace("on Friday", ""), *others) == (None, None)


@pytest.mark.parametrize(
    ("line", "day", "by"),
    [
        ("Published: May 16, 2025", "2025-05-16", "text"),
        ("16 May 2025, 10:33 GMT", "2025-05-16", "text"),
        ("Fri 16 May 2025 10.33 BST", "2025-05-16", "text"),
        ("May 16, 2025 | 9:12 p.m.", "2025-05-16", "text"),
        ("By our correspondent in Oslo, 16 May 2025", "2025-05-16", "text"),
        ("Updated: May 16, 2025", None, None),
        ("2025-05-16T20:10:02.725Z", "2025-05-16", "text"),
        ("16-05-2025 02:12 IST", "2025-05-16", "text"),
        ("May 16 20251:04 PM GMT", "2025-05-16", "text"),
        ("AFP | Oslo | Updated: 17-05-2025 02:12 IST | Created: 16-05-2025 01:00 IST", "2025-05-16", "text"),
        ("03/04/2025", None, None),
        ("date 2025-05-16", "2025-05-16", "text"),
        ("https://news.example/2025/05/16/talks", "2025-05-16", "text"),
        ("By Ana Lind | May 16, 2025", "2025-05-16", "text"),
        ("February 30, 2025", None, None),
    ],
)
def test_a_line_that_shows_the_day(tmp_path: Path, line: str, day: str | None, by: str | None) -> None:
    text = f"Talks go on in Geneva\n{line}\nNorland and Suderia went on with their talks.\n"
    assert day_of(tmp_path, text) == (day, by)


def test_a_full_dateline(tmp_path: Path) -> None:
    assert day_of(tmp_path, "OSLO, 3 March 1999 (AFP) - They met. They left.") == ("1999-03-03", "dateline")


def test_dates_in_the_story_are_not_days_of_publication(tmp_path: Path) -> None:
    assert day_of(tmp_path, "On March 3, 2024, the two sides met. They parted without a deal.") == (None, None)


def test_a_dated_caption_and_the_weekday_of_the_story(tmp_path: Path) -> None:
    caption = "Envoys leave the hotel in Oslo, Friday, May 16, 2025. (AP Photo/Eva Roth)"
    assert day_of(tmp_path, f"{caption}\nThe envoys met on Friday in Oslo.") == ("2025-05-16", "inferred")
    assert day_of(tmp_path, f"{caption}\nThe envoys met again in Oslo.") == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Friday 16 May 2025. Updates by Ana Lind (newest first)",
        "Late edition, No. 41, Friday 16 May 2025",
        "Vol. XII, Issue 3, May 16, 2025",
    ],
)
def test_a_line_at_the_head_that_tells_the_issue(tmp_path: Path, line: str) -> None:
    text = f"{line}\nTalks go on in Geneva at last\nNorland and Suderia went on with their talks, a mediator said.\n"
    assert day_of(tmp_path, text) == ("2025-05-16", "text")


def test_a_note_below_the_text_tells_when_it_was_printed(tmp_path: Path) -> None:
    text = "Talks go on in Geneva\nNorland and Suderia went on with their talks, a mediator said.\n"
    assert day_of(tmp_path, text + "First published in the late edition of 16 May 2025") == ("2025-05-16", "text")


def test_a_running_page_is_of_its_last_update(tmp_path: Path) -> None:
    head = "Talks in Geneva, hour by hour\n\nLast updated 18 December 2018, 21:40 GMT. Latest entries first.\n\n"
    text = head + "21:40 Envoys of Norland left the palace without a word to reporters, a mediator said.\n"
    assert day_of(tmp_path, text) == ("2018-12-18", "inferred")


def test_an_update_is_not_the_day_where_the_page_shows_another(tmp_path: Path) -> None:
    head = "Talks in Geneva\n\nPublished: 17 December 2018\n\nUpdated: 19 December 2018\n\n"
    assert day_of(tmp_path, head + "Envoys of Norland left the palace, a mediator said.\n") == ("2018-12-17", "text")


def test_the_line_of_a_running_page_names_its_day_first(tmp_path: Path) -> None:
    head = "LIVE: the vote is counted\n\nThursday 21 September 2023. Updates by Tomas Holm (newest first)\n\n"
    assert day_of(tmp_path, head + "21:40 Envoys left the palace, a mediator said.\n") == ("2023-09-21", "text")


def test_an_article_without_a_day_knows_when_other_accounts_of_its_story_were_published(tmp_path: Path) -> None:
    text = "Norland has offered talks on May 9. Suderia has not answered."
    near = "Published: 14 May 2025\nNorland has offered talks. Suderia has not answered."
    far = "Published: 14 May 2021\nNorland has offered talks. Suderia has not answered."
    for number, item in enumerate((text, near)):
        (tmp_path / f"{number}.txt").write_text(item)
    first, second = (item for item in read([str(tmp_path)]) if isinstance(item, Article))
    assert (first.published, first.around, second.around) == (None, (date(2025, 5, 14),) * 3, None)
    (tmp_path / "2.txt").write_text(far)
    first = next(item for item in read([str(tmp_path)]) if isinstance(item, Article))
    assert first.around is None
