"""On which day an article was published, and how that is known.

A day that metadata gives comes first, then one that the page shows, then its dateline. A day without a year
takes the year that the dated mentions of the text and the other articles support; where nothing does, there is
no day. Does not guess a day from the news itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.model.text import BoilerplateKind, PublishedBy
from dragoman.read.days import FULL, WEEKDAY, WEEKDAYS, YEAR, parts, valid
from dragoman.read.page import Day, Facts, Metadata, Sign

Published = tuple[date, PublishedBy]
READ_FOR_DATES = 200_000
LEAD = 1_500
NEAR, SAME_SEASON = 45, 183
LEAST = 2.0
ON_WEEKDAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS)})\b(?!,?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d))", re.IGNORECASE
)
CAPTION_DAY = re.compile(rf"\b{WEEKDAY},?\s(?={FULL.pattern})", re.IGNORECASE)


def shown(metadata: Metadata, facts: Facts) -> Published | None:
    """The day that metadata, page or dateline gives in full."""
    if metadata.published:
        return metadata.published, PublishedBy.METADATA
    for by in (PublishedBy.TEXT, PublishedBy.DATELINE):
        for day in facts.days:
            found = valid(day.year, day.month, day.day) if day.year and day.by is by else None
            if found:
                return found, by
    return None


def inferred(text: str, facts: Facts, signs: Sequence[Sign], others: Sequence[date]) -> Published | None:
    """The day of a running page's last update, one without its year, or one that captions and the text agree on."""
    updated = (valid(day.year, day.month, day.day) for day in facts.days if day.year and day.by is PublishedBy.INFERRED)
    if renewed := next((day for day in updated if day), None):
        return renewed, PublishedBy.INFERRED
    partial = next((day for day in facts.days if day.year is None), None)
    found = with_year(text, partial, others) if partial else day_of_captions(text, signs)
    return (found, PublishedBy.INFERRED) if found else None


def with_year(text: str, day: Day, others: Sequence[date]) -> date | None:
    """The day in the year that is supported best; None where none is, or two alike."""
    mentioned = [found for match in FULL.finditer(text[:READ_FOR_DATES]) if (found := whole_day(match))]
    years = {int(year) for year in YEAR.findall(text[:READ_FOR_DATES])} | {other.year for other in others}
    days = [
        found for year in sorted(years | {year + 1 for year in years}) if (found := valid(year, day.month, day.day))
    ]
    ranked = sorted(((support(found, text, mentioned, others), found) for found in days), reverse=True)
    if not ranked or ranked[0][0] < LEAST or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def whole_day(match: re.Match[str]) -> date | None:
    found = parts(match)
    return date(found[0], found[1], found[2]) if found and found[0] else None


def support(day: date, text: str, mentioned: Sequence[date], others: Sequence[date]) -> float:
    """How much speaks for a day: dates of the text near it, other articles near it, the weekdays of the lead."""
    own = 3.0 * any(abs((found - day).days) <= NEAR for found in mentioned)
    near = sum(abs((other - day).days) <= NEAR for other in others) / max(1, len(others))
    season = sum(abs((other - day).days) <= SAME_SEASON for other in others) / max(1, len(others))
    rights = 3.0 * (re.search(rf"(?:©|\([cC]\)|[Cc]opyright)\s?{day.year}\b", text[-2_000:]) is not None)
    total = own + 2.0 * (near > 0) + near + 2.0 * (season >= 0.5) + season + rights
    lead = {name.lower() for name in ON_WEEKDAY.findall(text[:LEAD])}
    return total + 0.5 * bool(total and lead & {WEEKDAYS[day.weekday()], WEEKDAYS[day.weekday() - 1]})


def around(others: Sequence[date]) -> tuple[date, date, date] | None:
    """The first, middle and last day of the other accounts, where they are of one season: its year is theirs."""
    days = sorted(others)
    season = bool(days) and (days[-1] - days[0]).days <= SAME_SEASON
    return (days[0], days[len(days) // 2], days[-1]) if season else None


def day_of_captions(text: str, signs: Sequence[Sign]) -> date | None:
    """The last day that captions date with its weekday, where the text tells of that weekday as of this week."""
    captions = [text[sign.start : sign.end] for sign in signs if sign.kind is BoilerplateKind.CAPTION]
    starts = [
        (caption, found.end())
        for caption in captions
        if not caption.startswith("FILE")
        for found in CAPTION_DAY.finditer(caption)
    ]
    days = [day for caption, at in starts if (match := FULL.match(caption, at)) and (day := whole_day(match))]
    told = "".join(text[a:b] for a, b in gaps(text[: 4 * LEAD], signs))
    named = {name.lower() for name in ON_WEEKDAY.findall(told)}
    return max(days) if days and WEEKDAYS[max(days).weekday()] in named else None


def gaps(text: str, signs: Sequence[Sign]) -> list[tuple[int, int]]:
    """The stretches of the text between the signs."""
    found, at = [], 0
    for sign in signs:
        if sign.start > at:
            found.append((at, min(sign.start, len(text))))
        at = max(at, sign.end)
    return [*found, (at, max(at, len(text)))]
