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
MONTH = 31
CLOSE = 10  # days between the first and the last of other accounts


@dataclass(frozen=True, slots=True)
class Story:
    """The day, month and year that the narrative mentioned last, and what it told last with its year.

    `ahead` is a day after publication that it mentioned since.
    """

    day: date | None = None
    ahead: date | None = None
    month: date | None = None
    year: int | None = None
    told: When | None = None

    def after(self, when: When, anchor: Anchor | None, *, told: bool, published: date | None) -> Story:
        """The story once it has mentioned `when`; `told` where the words themselves name the year.

        A day that is counted from publication brings the story back from the year it was at.
        """
        year = when.start.year if when.start.year == when.end.year else self.year
        month = when.start if (when.start.year, when.start.month) == (when.end.year, when.end.month) else self.month
        day, ahead = self.day, self.ahead
        if when.days <= FEW_DAYS:
            later = published is not None and when.end > published
            day, ahead = (day, when.end) if later else (when.end, None)
        back = anchor is Anchor.PUBLISHED
        follows = anchor is Anchor.PREVIOUS and self.told is not None
        return Story(day, ahead, month, year, when if told or follows else (None if back else self.told))

    def in_new_paragraph(self) -> Story:
        """The story as the next paragraph takes it up: a year alone, "in 2014", does not reach so far."""
        return replace(self, told=None) if self.told is not None and self.told.days > MONTH else self


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a value may be resolved against. `latest` is the last day the article itself dates with a year.

    `around` are the first, middle and last day on which other accounts of the story were published, where this one
    has no day.
    """

    published: date | None
    tense: Tense = Tense.UNKNOWN
    story: Story = Story()
    latest: date | None = None
    around: tuple[date, date, date] | None = None

    @property
    def middle(self) -> date | None:
        """The middle day of the other accounts."""
        return self.around[1] if self.around is not None else None

    @property
    def this_week(self) -> date | None:
        """The same, where all of them were published within days: then their weekdays are this account's."""
        close = self.around is not None and (self.around[2] - self.around[0]).days <= CLOSE
        return self.middle if close else None

    @property
    def story_day(self) -> date | None:
        """The day the story is at: one that lies ahead only for what lies ahead itself, or where no other is told."""
        if self.story.ahead is not None and (self.tense.looks_forward or self.story.day is None):
            return self.story.ahead
        return self.story.day


@dataclass(frozen=True, slots=True)
class Value:
    """Days with the reason for them; no days where they could not be told."""

    when: When | None
    anchor: Anchor | None
    why: str
