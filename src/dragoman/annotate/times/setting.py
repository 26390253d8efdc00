"""What surrounds an expression of time: the day of publication, the story so far, the tense of its clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dragoman.model.when import Anchor, When


class Tense(StrEnum):
    """How a clause stands to the day of writing, as far as its verb shows; "would meet" is conditional."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"

    @property
    def looks_forward(self) -> bool:
        return self in (Tense.PRESENT, Tense.FUTURE, Tense.CONDITIONAL)


# An interval of so many days still brings the story to a day: its last.
FEW_DAYS = 5


@dataclass(frozen=True, slots=True)
class Story:
    """The day, month and year that the narrative mentioned last, and whether its year was told outright."""

    day: date | None = None
    month: date | None = None
    year: int | None = None
    told_year: int | None = None

    def after(self, when: When, anchor: Anchor | None, *, told: bool) -> Story:
        """The story once it has mentioned `when`; `told` where the words themselves name the year.

        A day that is counted from publication brings the story back from the year it was at.
        """
        year = when.start.year if when.start.year == when.end.year else self.year
        told_year = year if told else (None if anchor is Anchor.PUBLISHED else self.told_year)
        month = when.start if (when.start.year, when.start.month) == (when.end.year, when.end.month) else self.month
        day = when.end if when.days <= FEW_DAYS else self.day
        return replace(self, day=day, month=month, year=year, told_year=told_year)


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a value may be resolved against. `latest` is the last day the article itself dates with a year."""

    published: date | None
    tense: Tense = Tense.UNKNOWN
    story: Story = Story()
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """Days with the reason for them; no days where they could not be told."""

    when: When | None
    anchor: Anchor | None
    why: str
