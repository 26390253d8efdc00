"""Days as pages and their metadata write them.

Reads whole days only, of the Gregorian calendar. Words such as "Thursday" or "last week" are for the room
`annotate`; which of a page's days is the day of publication is for `publication.py`.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBER = {name: at for at, name in enumerate(MONTHS, 1)}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
_ORDINAL = r"(?:st|nd|rd|th)?"

DAY = (
    rf"(?:(?P<y1>(?:19|20)\d\d)[-/](?P<m1>\d{{1,2}})[-/](?P<d1>\d{{1,2}})(?!\d)"
    rf"|(?P<m2>{MONTH})\s{{1,3}}(?P<d2>\d{{1,2}}){_ORDINAL}(?!\d)(?:,?\s{{1,3}}(?P<y2>(?:19|20)\d\d)(?!\d(?!\d?:\d\d)))?"
    rf"|(?P<d3>\d{{1,2}}){_ORDINAL}\s{{1,3}}(?:of\s)?(?P<m3>{MONTH})(?:,?\s{{1,3}}(?P<y3>(?:19|20)\d\d)(?!\d))?"
    r"|(?P<d4>\d{1,2})(?P<sep>[-/.])(?P<m4>\d{1,2})(?P=sep)(?P<y4>(?:19|20)\d\d)(?!\d))"
)
FULL = re.compile(rf"(?<![\d-])(?:{WEEKDAY},?\s)?{DAY}", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d$€£.,-])(?:19|20)\d\d(?![\d%]|[.,]\d)")
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d?)[/-]?(\d\d?)(?=[/._-]|$)")
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?Z?")


def parts(found: re.Match[str]) -> tuple[int | None, int, int] | None:
    """Year (or None), month and day of a match that holds DAY; None where there is no such day."""
    for at in "1234":
        if found[f"d{at}"] is None:
            continue
        month = found[f"m{at}"]
        year = int(found[f"y{at}"]) if found[f"y{at}"] else None
        number = int(month) if month.isdigit() else NUMBER[month[:3].lower()]
        day = int(found[f"d{at}"])
        if at == "4" and found["sep"] == "/" and number != day:
            if (number > 12) == (day > 12):
                return None
            number, day = min(number, day), max(number, day)
        return (year, number, day) if valid(year or 2000, number, day) else None
    return None


def valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in_url(url: str | None) -> date | None:
    """The day that stands in the path of an address.

    >>> day_in_url("https://news.example/world/2024/05/16/talks")
    datetime.date(2024, 5, 16)
    """
    found = IN_URL.search(url[:500]) if url else None
    return valid(int(found[1]), int(found[2]), int(found[3])) if found else None


def day_of(value: object) -> date | None:
    """The day that a metadata value names, as a clock at its own place shows it; None where it names none.

    >>> day_of("2025-05-16T23:10:00-04:00"), day_of("16 May 2025"), day_of("2025-02-30"), day_of("03/04/2025")
    (datetime.date(2025, 5, 16), datetime.date(2025, 5, 16), None, None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    return compact(text) or iso(text) or written(text) or mailed(text)


def compact(text: str) -> date | None:
    found = COMPACT.fullmatch(text)
    return valid(int(found[1]), int(found[2]), int(found[3])) if found else None


def iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def written(text: str) -> date | None:
    found = FULL.match(text[:100])
    day = parts(found) if found else None
    return date(day[0], day[1], day[2]) if day and day[0] else None


def mailed(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None
