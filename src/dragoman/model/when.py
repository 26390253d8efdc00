"""Dates as precise as the news is, and no more."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dragoman.model.text import Span


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A closed interval of days, with the hour or part of the day where it is told.

    `time` is `HH:MM` by a 24-hour clock, or morning, afternoon, evening, night.

    >>> When.day(2025, 5, 16).holds(When.day(2025, 5, 16))
    True
    """

    start: date
    end: date
    time: str | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.end} is before {self.start}")

    @classmethod
    def day(cls, year: int, month: int, day: int, *, time: str | None = None) -> When:
        return cls(date(year, month, day), date(year, month, day), time)

    @classmethod
    def month(cls, year: int, month: int) -> When:
        """All days of one month.

        >>> When.month(2024, 12)
        When(start=datetime.date(2024, 12, 1), end=datetime.date(2024, 12, 31), time=None)
        """
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> When:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def is_day(self) -> bool:
        return self.start == self.end

    @property
    def days(self) -> int:
        """How many days it spans, both ends counted."""
        return (self.end - self.start).days + 1

    def holds(self, other: When) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: When) -> bool:
        return self.start <= other.end and other.start <= self.end

    def shifted(self, days: int) -> When:
        """The same, some days later."""
        step = timedelta(days=days)
        return When(self.start + step, self.end + step, self.time)


class Anchor(StrEnum):
    """What a relative date was resolved against."""

    PUBLISHED = "published"
    DATELINE = "dateline"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time in a text. `when` is None where it could not be resolved; `why` is the rule."""

    span: Span
    when: When | None
    anchor: Anchor | None
    why: str
