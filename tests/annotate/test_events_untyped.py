"""What happened on a told day without being of a type of PLOVER."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.model.plover import Status
from tests.newspaper import news


def untyped(text: str) -> list[tuple[str, str, str]]:
    """The words, first day and status of the events without a type in an article of 5 December 2024."""
    (article,) = news(f"@herald 2024-12-05\n{text}")
    annotated = annotate(article)
    return [
        (article.quote(e.trigger), str(e.date.when.start), e.status.value)
        for e in annotated.events
        if e.type is None and e.date is not None and e.date.when is not None
    ]


def test_what_befell_somebody_on_a_day_is_a_happening() -> None:
    assert untyped("Four miners died at the northern pit on Sunday.") == [("died", "2024-12-01", "happened")]


def test_the_minister_who_left_and_came_back_did_two_things() -> None:
    found = untyped("The Peruvian minister left Lima on Monday and came back on Tuesday.")
    assert [word for word, _, _ in found] == ["left", "came"]


def test_what_is_still_to_come_is_planned() -> None:
    assert untyped("The programme will expire on Saturday.") == [("expire", "2024-12-07", Status.PLANNED)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru signed an agreement in Oslo on Monday.",
        "“We know them well,” the Peruvian minister told reporters on Monday.",
        "The house on the hill has stood there since May.",
        "The bridge was empty on Monday.",
        "Four miners died at the northern pit.",
        "The minister said the ship might sail on Monday.",
    ],
)
def test_typed_events_words_given_states_and_what_is_only_possible_are_none(text: str) -> None:
    assert untyped(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nine others were hurt when a crane fell.",
        "The collapse injured nine.",
        "Nine sailors were injured on the pier.",
    ],
)
def test_harm_that_is_counted_is_told_whatever_its_type(text: str) -> None:
    (article,) = news(f"@herald 2024-12-05\n{text}")
    assert [n.value for e in annotate(article).events for n in e.numbers if n.of == "wounded"][:1] == [9.0]
