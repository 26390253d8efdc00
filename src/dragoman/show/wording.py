"""How days, counts and quotations are put into words on a screen or page.

The same in every locale. Does not shorten a quotation: white space is closed up, the words stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.model.evidence import Evidence
from dragoman.model.record import Date

MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(value: date) -> str:
    """
    >>> day(date(1995, 11, 1))
    '1 November 1995'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """
    >>> weekday(date(1995, 11, 1))
    'Wednesday 1 November 1995'
    """
    return f"{WEEKDAYS[value.weekday()]} {day(value)}"


def span(first: date, last: date) -> str:
    """Two days as one span, what they share told once.

    >>> span(date(1995, 11, 1), date(1995, 11, 21)), span(date(1995, 11, 1), date(1995, 12, 14))
    ('1 to 21 November 1995', '1 November to 14 December 1995')
    """
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def dated(value: Date) -> str:
    """What an expression of time came to, with the hour where it is told."""
    if value.start is None or value.end is None:
        return "not resolved"
    return precise(value.start, value.end) + (f", {value.time}" if value.time else "")


def precise(first: date, last: date) -> str:
    """Two days as the month or the years that they span, where they do; else as a span.

    >>> precise(date(1995, 1, 1), date(1995, 12, 31)), precise(date(1995, 11, 1), date(1995, 11, 30))
    ('1995', 'November 1995')
    """
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    is_month = first.day == 1 and (last + timedelta(days=1)).day == 1
    if is_month and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return span(first, last)


def how_published(by: str | None) -> str:
    """How the day of publication is known.

    >>> how_published("dateline"), how_published("inferred")
    ('from the dateline', 'inferred')
    """
    return {"metadata": "from metadata", "dateline": "from the dateline", "text": "from the text"}.get(
        by or "", by or ""
    )


def count(number: int, one: str, many: str | None = None) -> str:
    """
    >>> count(1, "outlet"), count(2, "copy", "copies")
    ('1 outlet', '2 copies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def closed_up(text: str) -> str:
    """The words on one line.

    >>> closed_up("We will\\n  sign.")
    'We will sign.'
    """
    return " ".join(text.split())


def quoted(parts: Sequence[Evidence]) -> str:
    """The words of one or more places, an ellipsis where text between them is left out."""
    return " … ".join(closed_up(part.quote) for part in parts)


def quoted_once(text: str) -> str:
    """Words as a quotation, without doubling marks they already have."""
    return text if text[:1] in "\"“«‘'„" else f"“{text}”"
