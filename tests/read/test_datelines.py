"""The datelines of the agencies, and what only looks like one."""

from __future__ import annotations

import pytest

from dragoman.read.dateline import dateline, lone_dateline
from dragoman.read.page import Unit

DATELINES = [
    ("KYIV, May 16 (Reuters) - The talks", "KYIV", "Reuters", (None, 5, 16)),
    ("WASHINGTON (AP) — The president", "WASHINGTON", "AP", None),
    ("ISTANBUL — Negotiators met", "ISTANBUL", None, None),
    ("Istanbul – The talks ended", "Istanbul", None, None),
    ("Geneva, 3 March (Xinhua) -- The two", "Geneva", "Xinhua", (None, 3, 3)),
    ("May 16—Despite efforts", None, None, (None, 5, 16)),
    ("15 January 2009 – The Secretary-General", None, None, (2009, 1, 15)),
    ("HIROSHIMA - - Survivors of", "HIROSHIMA", None, None),
    ("ISLAMABAD, Mar 03: India has", "ISLAMABAD", None, (None, 3, 3)),
    ("KUALA LUMPUR: It was", "KUALA LUMPUR", None, None),
    ("UNITED NATIONS, Dec. 3, 1995 (AP) -- The", "UNITED NATIONS", "AP", (1995, 12, 3)),
    ("NASHUA, N.H. - At the moment", "NASHUA", None, None),
    ("JERUSALEM/GAZA, Jan 3 (Reuters) - Israel", "JERUSALEM/GAZA", "Reuters", (None, 1, 3)),
    ("The Hague, Netherlands (AFP) — Judges", "The Hague", "AFP", None),
    ("GENÈVE, 16 mai (AFP) - La", "GENÈVE", "AFP", None),
    ("(ANSA) - BELGRADE, JUN 24 - On Wednesday", "BELGRADE", "ANSA", (None, 6, 24)),
    ("HANOI, Vietnam–Talks ended", "HANOI", None, None),
    ("(AFP) - Talks", None, "AFP", None),
    ("HAVANA, Oct 5 (Lakeside News) - The rebels", "HAVANA", "Lakeside News", (None, 10, 5)),
    ("HAVANA, Oct 5 (no relation) - The rebels", "HAVANA", None, (None, 10, 5)),
    ("Srinagar-The police", "Srinagar", None, None),
]


@pytest.mark.parametrize(("text", "place", "agency", "day"), DATELINES)
def test_dateline(text: str, place: str | None, agency: str | None, day: tuple[int | None, int, int] | None) -> None:
    sign = dateline(Unit(0, len(text), text), colon=True)
    assert sign is not None
    assert (text[slice(*sign.facts.place)] if sign.facts.place else None) == place
    assert sign.facts.agency == agency
    assert [(d.year, d.month, d.day) for d in sign.facts.days] == ([day] if day else [])


@pytest.mark.parametrize(
    "text",
    [
        "Sino-American talks went on in Geneva.",
        "President Ortega — who had stayed away — returned.",
        "May 16 – the day that the truce ended – was quiet.",
        "On May 16, the envoys met in Oslo.",
        "BREAKING: The talks are over.",
        "UPDATE - The talks are over.",
        "TALKS WILL GO ON, BUT WITHOUT THE MEDIATORS - The sides said so.",
        "The ministers (Norland and Suderia) - both new - met.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(Unit(0, len(text), text), colon=True) is None


def test_speakers_of_an_interview_are_no_places() -> None:
    text = "ORTEGA: Well, we shall see."
    assert dateline(Unit(0, len(text), text), colon=False) is None


def test_a_dateline_on_its_own_line() -> None:
    text = "GENEVA, Dec. 3, 1995"
    sign = lone_dateline(Unit(0, len(text), text))
    assert sign is not None
    assert sign.facts.days[0].year == 1995


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("GENEVA, Dec. 3, 1995", "GENEVA"),
        ("THE LAKESIDE COURIER, Sunday, December 3, 1995", None),
        ("The Lakeside Daily Mail, December 3, 1995", None),
    ],
)
def test_a_paper_above_its_day_is_no_place(text: str, place: str | None) -> None:
    sign = lone_dateline(Unit(0, len(text), text))
    assert sign is not None
    assert (text[slice(*sign.facts.place)] if sign.facts.place else None) == place
    assert sign.facts.days
