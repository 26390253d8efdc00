"""A day of a meeting that is only proposed lies ahead: "invited both to a round on Thursday", "asked for talks in May".

The verb of asking is in the past, so a weekday, day or month without a year was taken for the last one before the
report. The day that stands before the word of meeting is that of the asking: "on Thursday it called for talks".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.plover import Status
from dragoman.model.record import Date, EventMentionRow

ASKED = (Status.PROPOSED, Status.CONDITIONAL)
WEEKDAY = "weekday before the day of publication"
YEARLY = ("calendar day, in the year nearest", "calendar month, in the year nearest")
WEEK = timedelta(days=7)
AHEAD = "of what is only proposed:"


def looking_ahead(mention: EventMentionRow, published: date | None) -> EventMentionRow:
    """The mention with the day that is meant where it only proposes a meeting."""
    told = mention.date
    if told is None or told.end is None or mention.status not in ASKED or published is None or told.end >= published:
        return mention
    if not any(way in told.why for way in (WEEKDAY, *YEARLY)):
        return mention
    if told.evidence.article == mention.evidence.article and told.evidence.end <= mention.trigger.start:
        return replace(mention, date=None)
    return replace(mention, date=next_after(told))


def next_after(told: Date) -> Date:
    """The same weekday a week on, or the same day or month a year on."""
    if told.start is None or told.end is None:
        return told
    if WEEKDAY in told.why:
        return replace(told, start=told.start + WEEK, end=told.end + WEEK, why=f"{AHEAD} weekday after publication")
    return replace(told, start=a_year_on(told.start), end=a_year_on(told.end), why=f"{AHEAD} the year after")


def a_year_on(day: date) -> date:
    """
    >>> a_year_on(date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
