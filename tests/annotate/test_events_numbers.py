"""What is counted, how many, and what counts nothing: dates, ages, the pronoun "one"."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from tests.newspaper import news


def numbers(text: str) -> set[tuple[str, float]]:
    (article,) = news(f"@herald 2024-12-05\n{text}")
    return {(n.of, n.value) for event in annotate(article).events for n in event.numbers}


@pytest.mark.parametrize(
    ("text", "of", "value"),
    [
        ("A drone strike in Lima killed one and wounded four on Monday.", "killed", 1),
        ("A drone strike in Lima killed one and wounded four on Monday.", "wounded", 4),
        ("A shell killed a 55-year-old baker and wounded four municipal workers.", "wounded", 4),
        ("Norway froze 90 million euros of aid to Peru.", "euros", 90e6),
        ("Voters rejected the accord by fewer than 54,000 votes.", "votes", 54_000),
        ("Thirty-four people were killed in an attack on Lima.", "killed", 34),
        ("Norway released one hundred and five prisoners.", "released", 105),
        ("Norway froze $319m of aid to Peru.", "money", 319e6),
        ("The minister promised 48 crore rupees to Peru.", "rupee", 480e6),
        ("The 83 people murdered in Callao were fishermen.", "people", 83),
        ("The general strike in Lima lasted eleven weeks.", "weeks", 11),
        ("The talks in Oslo dragged on for six days.", "days", 6),
        ("Norway has refused the plan twice.", "times", 2),
    ],
)
def test_a_number_is_of_what_it_counts(text: str, of: str, value: float) -> None:
    assert (of, float(value)) in numbers(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A shell killed a 55-year-old baker in Lima.", 55),
        ("Norway and Peru have fought since November 2020.", 2020),
        ("Norway and Peru met in Geneva on Oct. 25.", 25),
        ("Norway called for a three-way meeting with Peru.", 3),
        ("A delegation from Norway met one from Peru.", 1),
        ("A drone strike in Lima killed one and wounded four on Monday.", 5),
    ],
)
def test_dates_ages_and_articles_count_nothing(text: str, value: float) -> None:
    assert value not in {number for _, number in numbers(text)}
