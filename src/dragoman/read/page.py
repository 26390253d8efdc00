"""The values of this room: a page as a format gives it, and the signs that are found on it.

Offsets here are plain pairs: a span needs the id of an article, which is made last. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from dragoman.model.text import BoilerplateKind, PublishedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is told about an article beside its text."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def over(self, other: Metadata) -> Metadata:
        """The two together; this one wins."""
        mine = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self) if f.name != "extra"}
        return Metadata(**mine, extra={**other.extra, **self.extra})


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a text shows it, the year perhaps left out."""

    year: int | None
    month: int
    day: int
    by: PublishedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a stretch of the page tells about the article."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    agency: str | None = None
    url: str | None = None
    place: tuple[int, int] | None = None
    days: tuple[Day, ...] = ()

    @classmethod
    def merged(cls, all_facts: Iterable[Facts]) -> Facts:
        """The first word on each matter, and every day in order."""
        listed = list(all_facts)
        first = {
            f.name: next((value for facts in listed if (value := getattr(facts, f.name))), None)
            for f in fields(cls)
            if f.name != "days"
        }
        return cls(**first, days=tuple(day for facts in listed for day in facts.days))


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of the page that is not part of the article, and what it tells."""

    start: int
    end: int
    kind: BoilerplateKind
    facts: Facts = Facts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article's text as read. `signs` are those that the format knows of; `line` is its line in a JSONL file."""

    path: str
    text: str
    metadata: Metadata = Metadata()
    signs: tuple[Sign, ...] = ()
    line: int | None = None
    layout: str = "text"


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, heading or other line of a page, its white space and bullets trimmed off."""

    start: int
    end: int
    text: str

    def rest(self, start: int, end: int | None = None) -> Unit:
        """The part from `start` (counted in the page) to `end`, trimmed of white space."""
        cut = self.text[start - self.start : (self.end if end is None else end) - self.start]
        left = len(cut) - len(cut.lstrip())
        return Unit(start + left, start + left + len(cut.strip()), cut.strip())
