"""What an expression of time says, before anybody asks what day that is.

One small value per kind of expression. The grammar makes them of words; `values` makes days of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Shift(Enum):
    """Which one of several that go by: the last, this, the next, or the one the story is at."""

    LAST = -1
    THIS = 0
    NEXT = 1
    SAME = 9


class Edge(StrEnum):
    """Which part of a period."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """May 16, 2025; "the 16th" has no month. `year` may be relative: "May 16 last year"."""

    day: int
    month: int | None
    year: int | Shift | None


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """March 2022, last March."""

    month: int
    year: int | Shift | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class CalendarYear:
    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """Thursday, next Thursday, Thursday of last week."""

    weekday: int
    shift: Shift | None = None
    week: Period | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """Today, yesterday, tomorrow, the day after tomorrow, by days from today."""

    days: int


@dataclass(frozen=True, slots=True)
class Period:
    """Last week, this month, the following year; `story` where it is counted from the day the story is at."""

    unit: str
    shift: int
    story: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """Three days ago, two weeks later, in ten days. `start` is what it is counted from, where that is told."""

    count: int
    unit: str
    forward: bool
    story: bool = False
    start: Expression | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The past three months, the coming days, within two weeks. `count` is None where it is vague.

    `after_today` where it begins tomorrow: the next three days.
    """

    count: int | None
    unit: str
    forward: bool
    after_today: bool = False
    story: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """In three days: a time where the clause looks forward, else a mere duration."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Decade:
    first: int


@dataclass(frozen=True, slots=True)
class Century:
    number: int


@dataclass(frozen=True, slots=True)
class Season:
    """Summer by its first month: 3, 6, 9 or 12."""

    month: int
    year: int | Shift | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """The second quarter of 2025 is (2, 4); the first half of the year is (1, 2)."""

    number: int
    of: int
    year: int | Shift | None


@dataclass(frozen=True, slots=True)
class Feast:
    name: str
    year: int | Shift | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The first week of May, the last Friday of next month; -1 is the last."""

    number: int
    unit: str
    weekday: int | None
    of: Expression


@dataclass(frozen=True, slots=True)
class Timed:
    """An hour or part of a day, with the day it belongs to where that is told."""

    day: Expression | None
    time: str


@dataclass(frozen=True, slots=True)
class Part:
    """Early 2022, the end of the month."""

    edge: Edge
    of: Expression


@dataclass(frozen=True, slots=True)
class Same:
    """One day told twice: Friday, May 16."""

    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True)
class Interval:
    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that denote a time, and why nobody can say which."""

    why: str


Expression = (
    CalendarDay
    | CalendarMonth
    | CalendarYear
    | Weekday
    | Deictic
    | Period
    | Away
    | Stretch
    | Length
    | Decade
    | Century
    | Season
    | Fraction
    | Feast
    | Nth
    | Timed
    | Part
    | Same
    | Interval
    | Unresolved
)
