"""Weekdays by the tense of their clause, and the time that dates a clause, with the trees of the language model."""

from __future__ import annotations

import pytest

from dragoman.annotate.times import time_of
from tests.annotate.test_times_calendar import read_times, told

WEDNESDAY = "2025-05-14"


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("The ministers met in Geneva on Thursday.", "2025-05-08"),
        ("The ministers will meet in Geneva on Thursday.", "2025-05-15"),
        ("The ministers are to meet in Geneva on Thursday.", "2025-05-15"),
        ("Talks are scheduled for Thursday.", "2025-05-15"),
        ("The ministers agreed to meet again on Thursday.", "2025-05-15"),
        ("The ministers have met on Thursday.", "2025-05-08"),
        ("The minister, who spoke on Thursday, has left.", "2025-05-08"),
        ("Ahead of Thursday's meeting the envoy was silent.", "2025-05-15"),
        ("The minister said Thursday that the truce held.", "2025-05-08"),
        ("The truce would begin on Thursday, the envoy said.", "2025-05-15"),
        ("The minister spoke on Wednesday.", "2025-05-14"),
    ],
)
def test_a_weekday_is_before_or_after_by_the_tense(line: str, days: str) -> None:
    assert [day for _, day in told(WEDNESDAY, line, trees=True)] == [days]


def test_a_duration_in_the_past_is_no_time() -> None:
    assert told(WEDNESDAY, "The envoys built the bridge in three days.", trees=True) == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("The president has extended the truce until 31 December.", "2025-12-31"),
        ("The lenders had put forward a plan that offered funds until December.", "2025-12-01..2025-12-31"),
        ("The guns were silent until 31 December.", "2024-12-31"),
    ],
)
def test_what_is_drawn_out_ends_in_days_to_come(line: str, days: str) -> None:
    assert [found for _, found in told("2025-05-10", line, trees=True)] == [days]


@pytest.mark.parametrize(
    ("line", "clause", "words"),
    [
        ("The envoys met on Monday and left on Tuesday.", "met", "Monday"),
        ("The envoys met on Monday and left on Tuesday.", "left", "Tuesday"),
        ("The army, which attacked in March, said on Monday that it would stop.", "attacked", "March"),
        ("The army, which attacked in March, said on Monday that it would stop.", "said", "Monday"),
        ("Minister Ito said on Monday that rebels had attacked the port.", "attacked", None),
        ("On Monday, the envoys of both sides met in Oslo.", "met", "Monday"),
        ("The envoys met in Oslo.", "met", None),
    ],
)
def test_a_clause_has_the_time_of_its_own_words(line: str, clause: str, words: str | None) -> None:
    annotated, _ = read_times(WEDNESDAY, line, trees=True)
    start = annotated.article.text.index(clause)
    found = time_of(annotated, annotated.article.span(start, start + len(clause)))
    assert (annotated.article.quote(found.span) if found else None) == words


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("The president has put off his visit to January.", "2026-01-01..2026-01-31"),
        ("The court postponed the hearing to January.", "2026-01-01..2026-01-31"),
        ("The union pushed the vote back to January.", "2026-01-01..2026-01-31"),
        ("The minister apologised in January.", "2025-01-01..2025-01-31"),
    ],
)
def test_what_is_put_off_is_still_to_come(line: str, days: str) -> None:
    assert [found for _, found in told("2025-10-10", line, trees=True)] == [days]
