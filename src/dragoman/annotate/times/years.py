"""Which year a day or a month means that is written without one.

By the year the story is at, else by publication and tense, else by the latest day that an article without a day
of publication dates itself, or by when other accounts of its story were published.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from dragoman.annotate.times.expressions import Shift
from dragoman.annotate.times.setting import Setting, Tense
from dragoman.model.when import Anchor, When

# How many days before and after publication a date without a year may lie, by the tense of its clause: news
# names the year of what is older, and a plan is seldom for more than a year ahead.
REACH = {
    Tense.PAST: (340, 20),
    Tense.PRESENT: (220, 145),
    Tense.FUTURE: (15, 350),
    Tense.CONDITIONAL: (65, 300),
    Tense.UNKNOWN: (220, 145),
}
UNDATED_REACH = (100, 265)
STORY_REACH = (100, 265)


def year_of(
    month: int, day: int, told: int | Shift | None, setting: Setting, weekday: int | None = None
) -> tuple[int | None, Anchor | None, str]:
    """The year, what it was resolved against, and the rule."""
    if isinstance(told, int):
        return told, None, "as written"
    if told is not None:
        return _relative(told, setting)
    story = setting.story.told
    if story is not None and _in_story(story, month, setting):
        year = story.start.year if story.days > 31 else _near(month, day, story.start, STORY_REACH, weekday)
        return year, Anchor.PREVIOUS, "in the year the story is at"
    if setting.published is not None:
        year = _near(month, day, setting.published, REACH[setting.tense], weekday)
        return year, Anchor.PUBLISHED, f"in the year nearest to the day of publication, {setting.tense} tense"
    if setting.middle is not None and not _is_told_lately(setting):
        year = _near(month, day, setting.middle, REACH[setting.tense], weekday)
        return year, None, f"in the year of other accounts of the story, {setting.tense} tense"
    if setting.latest is not None:
        year = _near(month, day, setting.latest, UNDATED_REACH, weekday)
        return year, Anchor.PREVIOUS, "in the year after the latest day that the article dates"
    return None, None, "no year is told, and no day of publication"


def _is_told_lately(setting: Setting) -> bool:
    """Whether the latest day that the article dates is of its own time, and not of the history it goes back to."""
    told, others = setting.latest, setting.middle
    return told is not None and others is not None and (others - told).days <= max(UNDATED_REACH)


def _relative(told: Shift, setting: Setting) -> tuple[int | None, Anchor | None, str]:
    if told is Shift.SAME:
        return setting.story.year, Anchor.PREVIOUS, "in the year the story is at"
    if setting.published is None:
        return None, None, "a year counted from a day of publication that is not known"
    return (
        setting.published.year + told.value,
        Anchor.PUBLISHED,
        f"{told.name.lower()} year, from the day of publication",
    )


def _in_story(story: When, month: int, setting: Setting) -> bool:
    """Whether the year the story is at is past and over, so that a month without a year belongs to it."""
    year, published = story.start.year, setting.published or setting.middle
    if published is None or setting.tense is Tense.FUTURE:
        return published is None
    return year < published.year and not (year == published.year - 1 and month <= published.month)


def _near(month: int, day: int, anchor: date, reach: tuple[int, int], weekday: int | None) -> int:
    """The year that brings the date within reach of the anchor, one in which the weekday fits before others."""
    span = 4 if (month, day) == (2, 29) else 1
    years = [anchor.year + n for n in range(-span, span + 1) if span == 1 or _day(anchor.year + n, month, day)]
    years = [year for year in years if MINYEAR <= year <= MAXYEAR]
    return min(years, key=lambda year: _rank(year, month, day, anchor, reach, weekday))


def _rank(
    year: int, month: int, day: int, anchor: date, reach: tuple[int, int], weekday: int | None
) -> tuple[bool, bool, float]:
    strain = _strain(year, month, day, anchor, reach)
    return strain > 1, _misfit(year, month, day, weekday), strain


def _misfit(year: int, month: int, day: int, weekday: int | None) -> bool:
    found = _day(year, month, day)
    return weekday is not None and (found is None or found.weekday() != weekday)


def _strain(year: int, month: int, day: int, anchor: date, reach: tuple[int, int]) -> float:
    """How far the date lies from the anchor, as a share of what is allowed on that side."""
    found = _day(year, month, day) or date(year, month, 28)
    days = (found - anchor).days
    before, after = reach
    return -days / before if days < 0 else days / after


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
