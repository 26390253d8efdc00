"""The strip above the timeline: one bar for each day that is told of, as high as its sentences are many.

Bars stand in order, not to scale: a year of silence is a gap between two bars, not a desert. Says where each bar
stands; the template draws it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.show.wording import MONTHS

HEIGHT = 48
GAP = 10
"""Parts days that do not follow one another."""
LABEL = 74
"""What a label needs from the one before it."""


@dataclass(frozen=True, slots=True)
class Bar:
    anchor: str
    heading: str
    number: int
    start: date | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar with its place; `label` is written under it where there is room."""

    bar: Bar
    x: int
    y: int
    height: int
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    bars: tuple[Drawn, ...]
    width: int
    step: int
    height: int = HEIGHT


def strip(bars: Sequence[Bar]) -> Strip:
    step = 14 if len(bars) <= 60 else 6
    most = max(bar.number for bar in bars)
    drawn: list[Drawn] = []
    x, last, before = 0, -LABEL, None
    for bar in bars:
        x += GAP if before and bar.start and (bar.start - before).days > 1 else 0
        height = max(3, round(HEIGHT * bar.number / most))
        label = short(bar.start) if bar.start and x - last >= LABEL else ""
        last = x if label else last
        drawn.append(Drawn(bar, x, HEIGHT - height, height, label))
        x, before = x + step, bar.start or before
    return Strip(tuple(drawn), max(x, last + LABEL), step)


def short(value: date) -> str:
    """
    >>> short(date(1995, 11, 1))
    '1 Nov 1995'
    """
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"
