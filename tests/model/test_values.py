"""Values refuse what cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model.evidence import Attested
from dragoman.model.identity import Ids
from dragoman.model.problem import Problem
from dragoman.model.text import Span
from dragoman.model.when import When


def test_nothing_without_evidence() -> None:
    with pytest.raises(ValueError, match="needs evidence"):
        Attested(evidence=())


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_has_words(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start < end"):
        Span("ar-1", start, end)


def test_spans_of_two_articles_never_meet() -> None:
    assert not Span("ar-1", 0, 9).overlaps(Span("ar-2", 0, 9))
    with pytest.raises(ValueError, match="two articles"):
        Span("ar-1", 0, 9).covering(Span("ar-2", 0, 9))


def test_equal_content_is_numbered() -> None:
    ids = Ids()
    first, second = ids.new("ar", "one text"), ids.new("ar", "one text")
    assert second == f"{first}-2"


def test_an_interval_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before"):
        When(date(2024, 2, 2), date(2024, 2, 1))


def test_a_leap_month_has_its_day() -> None:
    assert When.month(2024, 2).days == 29


def test_a_problem_prints_its_place() -> None:
    assert str(Problem(kind="broken-line", text="no text", path="a.jsonl", line=3)) == "a.jsonl:3: no text"
