"""Cases of Recognizers-Text that are about dates as news writes them, to score the layer of times on.

Taken are the three sets of dates, periods and holidays with a day to count from and one result. Left out, by
`OUT`, is what no newspaper prints and what their own conventions decide. Names
of months, weekdays and feasts, which the cases often write small, are given their capitals.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.annotate.times.vocabulary import FEASTS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from training.corpora import CORPORA

SPECS = ("DateParser", "DatePeriodParser", "HolidayParser")
# Why a case is left out, and the forms by which it is known.
OUT = {
    "figures no newspaper prints: Oct2, 4.22, 9-18-15, 2016-11, August 99": (
        r"\b[a-z]{3,9}[-/]?\d",
        r"\b(?:september|october)\.\s?\d|16\. nov",
        r"(?<![\d/.-])\d{1,2}[./-]\d{1,2}(?![./-]?\d)",
        r"\d{1,2}[/,.-]\d{1,2}[/,.-]\d\d\b",
        r"(?<![\d./-])\d{4}\s?[-./]\s?\d{1,2}\b(?![-./]\d)|(?<![\d./-])\d{1,2}\s?[-./]\s?\d{4}\b",
        r"\d\d/\d\d,\d|august 99|\dyear\b|between \d+-\d+ j",
    ),
    "the year before the month or quarter": (
        r"\d{4}[-/ ,]*(?:jan|feb|may|june|aug|sep|nov|the third|q\d|h\d)|\bh\d\b",
    ),
    "days and years in words": (
        r"nineteen|thousand|hundred|\btens\b|noughties|twenty[- ](?:one|two|first|second)|jan first|the fifteen$",
    ),
    "a number or ordinal with no month near": (
        r"\b(?:on|for the|the) (?:15|27|thirty|second|fifteen)\b[^a-z]*$",
        r"(?:second|first|third|fifth) (?:sunday|tuesday)$",
        r"week \d|year 247",
    ),
    "said to an assistant": (
        r"\bmy (?:day|week|weekend)|(?:past|last|the) day$|the week$|on weekend|rest (?:of|the|this)|tmrw|\booo\b",
        r"out of office|w/c|week (?:of|commencing|starting|beginning)|business|in the future|cortana|sales where",
        r"should be a date|(?:monday|sundays) (?:later|from)|(?:november|feb) between|days later|show me",
    ),
    "their conventions: decades cut by the calendar, halves for early and late, ends before a month": (
        r"decades?\b|\b(?:40|70)'?s|seventies|\b(?:early|late|mid|middle|end|beginning) of\b|\b(?:early|late|mid)\b",
        r"\b(?:few|couple)\b|(?:less|more) than|2018 june",
        r"(?:to|through|and|from|2014-)\s?(?:2014|2018|2019|feb 2018|march 2019)",
    ),
    "lengths of several units": (r"(?:years?|months?)(?: and|,)? \d",),
    "seasons, which have no days there": (r"spring|summer",),
    "feasts of the moon, and odd spellings": (r"yuandan|thanks giving|ramadan|eid al|islamic|new year eve|int'l",),
}
LEFT_OUT = re.compile("|".join(form for forms in OUT.values() for form in forms), re.IGNORECASE)
NAMES = re.compile(
    r"\b(?:" + "|".join(sorted({*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS}, key=lambda n: (-len(n), n))) + r")\b(?=[^a-z]|$)"
)
FEAST = re.compile("|".join(re.escape(n) for n in sorted(FEASTS, key=lambda n: (-len(n), n))), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the day it is said on, the words of its date, and the days it may mean; none for no day."""

    text: str
    said: date
    start: int
    end: int
    days: tuple[tuple[date, date], ...]


def cases() -> Iterator[Case]:
    path = CORPORA / "dates/recognizers_datetime_en.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["spec"] in SPECS and row["ref"] and len(row["results"]) == 1 and not LEFT_OUT.search(row["input"]):
            yield case_from(row)


def case_from(row: dict) -> Case:  # type: ignore[type-arg]
    result = row["results"][0]
    text = FEAST.sub(lambda m: m.group().title(), NAMES.sub(lambda m: m.group().capitalize(), row["input"]))
    start = result["Start"]
    days = {days_of(result["Value"][side]) for side in sides(row["input"])} - {None}
    return Case(
        text,
        date.fromisoformat(row["ref"][:10]),
        start,
        start + len(result["Text"]),
        tuple(sorted(d for d in days if d)),
    )


def sides(text: str) -> tuple[str, ...]:
    """Which of their two values the tense of the sentence asks for."""
    if re.search(r"'ll|will|please|are you", text, re.IGNORECASE):
        return ("FutureResolution",)
    if re.search(r"\b(?:went|was|were|had|left|did|came)\b", text):
        return ("PastResolution",)
    return ("FutureResolution", "PastResolution")


def days_of(value: dict[str, str]) -> tuple[date, date] | None:
    """Their value as two days; their year 1 means that there is no such day."""
    start = value.get("date") or value.get("startDate")
    end = value.get("date") or value.get("endDate")
    if start is None or end is None or start.startswith("0001"):
        return None
    return date.fromisoformat(start), date.fromisoformat(end)
