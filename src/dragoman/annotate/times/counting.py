"""Days that are counted from another day: weekdays, last week, three days ago, the past months.

The day they are counted from is the day of publication, or the day the story is at. Where that is not known
they stay without days, and say so.
"""

from __future__ import annotations

from datetime import date

from dragoman.annotate.times.expressions import Away, Period, Shift, Stretch, Weekday
from dragoman.annotate.times.periods import VAGUE_COUNT, as_precise, day_or_none, moved, period_of, shifted
from dragoman.annotate.times.setting import Setting, Tense, Value
from dragoman.model.when import Anchor, When

NO_DAY = Value(None, None, "counted from a day of publication that is not known")
NO_STORY = Value(None, None, "counted from a day that the text does not tell")


def deictic(days: int, setting: Setting) -> Value:
    """Today, yesterday, tomorrow."""
    if setting.published is None:
        return NO_DAY
    day = moved(setting.published, days)
    return Value(When(day, day), Anchor.PUBLISHED, f"{_days(days)} the day of publication")


def _days(days: int) -> str:
    if days == 0:
        return "on"
    side = "after" if days > 0 else "before"
    return f"{abs(days)} day{'s' * (abs(days) > 1)} {side}"


def weekday(told: Weekday, setting: Setting) -> Value:
    """Which Thursday, by its words, else by the tense of its clause."""
    if told.week is not None:
        return weekday_of_week(told, setting)
    if told.shift is Shift.SAME:
        return weekday_of_story(told.weekday, setting)
    if setting.published is None:
        return weekday_of_others(told, setting)
    day, why = chosen_weekday(told, setting.published, setting.tense)
    return Value(When(day, day), Anchor.PUBLISHED, why)


def weekday_of_others(told: Weekday, setting: Setting) -> Value:
    """Of an account without a day: the weekday by the other accounts of its story, where they are of one time."""
    if setting.this_week is None:
        return NO_DAY
    day, why = chosen_weekday(told, setting.this_week, setting.tense)
    return Value(When(day, day), None, why.replace("the day of publication", "when others told the story"))


def chosen_weekday(told: Weekday, published: date, tense: Tense) -> tuple[date, str]:
    ahead = moved(published, (told.weekday - published.weekday()) % 7)
    back = moved(published, -((published.weekday() - told.weekday) % 7))
    if told.shift is Shift.NEXT:
        monday = moved(published, 7 - published.weekday())
        return moved(monday, told.weekday), "weekday of the week after the day of publication"
    if told.shift is Shift.LAST:
        return (back if back < published else moved(back, -7)), "last such weekday before the day of publication"
    if ahead == published:
        return published, "weekday of the day of publication"
    forward = tense.looks_forward or (told.shift is Shift.THIS and tense is Tense.UNKNOWN)
    if forward:
        return ahead, f"weekday after the day of publication, {tense} tense"
    return back, f"weekday before the day of publication, {tense} tense"


def day_of_month(number: int, weekday: int | None, setting: Setting) -> Value:
    """The 16th, of the month nearest to publication on the side of the tense, in which the weekday fits."""
    if setting.published is None:
        return NO_DAY
    months = [shifted(setting.published.replace(day=1), n, "month") for n in (-1, 0, 1)]
    days = [found for first in months if (found := day_or_none(first.year, first.month, number)) is not None]
    fitting = [day for day in days if weekday in (None, day.weekday())] or days
    forward = setting.tense.looks_forward
    side = [day for day in fitting if (day >= setting.published if forward else day <= setting.published)] or fitting
    if not side:
        return Value(None, None, "no such day in the months around publication")
    published = setting.published
    day = min(side, key=lambda found: abs((found - published).days))
    return Value(When(day, day), Anchor.PUBLISHED, f"day of the month nearest to publication, {setting.tense} tense")


def weekday_of_story(number: int, setting: Setting) -> Value:
    """That Thursday, the following Thursday: the first from the day the story is at."""
    day = setting.story_day
    if day is None:
        return NO_STORY
    found = moved(day, (number - day.weekday()) % 7)
    return Value(When(found, found), Anchor.PREVIOUS, "weekday from the day the story is at")


def weekday_of_week(told: Weekday, setting: Setting) -> Value:
    week = period(told.week, setting) if told.week is not None else NO_DAY
    if week.when is None:
        return week
    day = moved(week.when.start, told.weekday)
    return Value(When(day, day), week.anchor, f"weekday of the {week.why}")


def period(told: Period, setting: Setting) -> Value:
    """Last week, this month, the following year, that same day."""
    anchor, day = anchored(told.story, told.unit, setting)
    if day is None:
        return NO_STORY if told.story else NO_DAY
    if told.unit == "weekend" and not told.story:
        return weekend(told.shift, day, setting.tense)
    when = period_of(told.unit, shifted(period_of(told.unit, day).start, told.shift, told.unit))
    return Value(when, anchor, f"{told.unit} {_side(told.shift)} {_name(anchor)}")


def weekend(shift: int, published: date, tense: Tense) -> Value:
    """The weekend before or after publication: this one by tense, and past where that is not clear."""
    saturday = period_of("weekend", published).start
    if shift == 0 and published < saturday and not tense.looks_forward:
        saturday = moved(saturday, -7)
    saturday = moved(saturday, 7 * shift)
    return Value(
        When(saturday, moved(saturday, 1)), Anchor.PUBLISHED, f"weekend by the day of publication, {tense} tense"
    )


def away(told: Away, setting: Setting) -> Value:
    """Three days ago, two weeks later."""
    anchor, day = anchored(told.story, told.unit, setting)
    if day is None:
        return NO_STORY if told.story else NO_DAY
    found = away_from(day, told, anchor)
    if told.story and found.when is not None and is_ahead(found.when, setting):
        return Value(None, None, "counted from an event without a date of its own")
    return found


def is_ahead(when: When, setting: Setting) -> bool:
    """Whether days lie after publication, though the clause tells of what has been."""
    return setting.published is not None and setting.tense is Tense.PAST and when.start > setting.published


def away_from(day: date, told: Away, anchor: Anchor | None) -> Value:
    found = shifted(day, told.count if told.forward else -told.count, told.unit)
    side = "after" if told.forward else "before"
    why = f"{told.count} {told.unit}{'s' * (told.count > 1)} {side} {_name(anchor)}"
    return Value(as_precise(found, told.unit), anchor, why)


def stretch(told: Stretch, setting: Setting) -> Value:
    """The past three months, the coming days, within two weeks: up to or from the day they are counted from."""
    anchor, day = anchored(told.story or is_from_story(told, setting), "day", setting)
    if day is None:
        return NO_STORY if told.story else NO_DAY
    count = VAGUE_COUNT if told.count is None else told.count
    end = shifted(day, count if told.forward else -count, told.unit)
    start = moved(day, 1) if told.after_today else day
    much = "some" if told.count is None else str(count)
    side = "from" if told.forward else "up to"
    why = f"{much} {told.unit}{'s' * (count > 1)} {side} {_name(anchor)}"
    return Value(When(min(end, start), max(end, start)), anchor, why)


def is_from_story(told: Stretch, setting: Setting) -> bool:
    """Whether "within a month" counts from the day the story is at: where no day of publication is known."""
    ahead = told.forward and not told.after_today
    return ahead and setting.published is None and setting.story_day is not None


def anchored(story: bool, unit: str, setting: Setting) -> tuple[Anchor | None, date | None]:
    """The day to count from: that of publication, or the one the story is at, as precise as the unit asks.

    "That week" without a day before it is the week of publication.
    """
    if not story:
        return (Anchor.PUBLISHED, setting.published) if setting.published is not None else (None, None)
    at = setting.story
    if unit == "year" and at.year is not None:
        return Anchor.PREVIOUS, date(at.year, 7, 1)
    if unit in ("month", "quarter") and at.month is not None:
        return Anchor.PREVIOUS, at.month
    if setting.story_day is None and unit in ("week", "weekend"):
        return anchored(False, unit, setting)
    return (Anchor.PREVIOUS, setting.story_day) if setting.story_day is not None else (None, None)


def _side(shift: int) -> str:
    return "of" if shift == 0 else ("after that of" if shift > 0 else "before that of")


def _name(anchor: Anchor | None) -> str:
    if anchor is None:
        return "a day told beside it"
    return "the day the story is at" if anchor is Anchor.PREVIOUS else "the day of publication"
