"""Articles and places in them.

The text of an article is kept once, as it was read; everything else points into it with spans. A span
counts Python characters and is half open, as in spaCy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of one article's text.

    >>> Span("ar-1", 3, 9).overlaps(Span("ar-1", 8, 12))
    True
    """

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.article == other.article and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other span stands wholly inside this one."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def covering(self, other: Span) -> Span:
        """The smallest span that holds both.

        >>> Span("ar-1", 3, 9).covering(Span("ar-1", 12, 15))
        Span(article='ar-1', start=3, end=15)
        """
        if self.article != other.article:
            raise ValueError("spans of two articles cannot be covered by one")
        return Span(self.article, min(self.start, other.start), max(self.end, other.end))


class BoilerplateKind(StrEnum):
    """What a stretch that is not part of the article is instead."""

    NAVIGATION = "navigation"
    CAPTION = "caption"
    CREDIT = "credit"
    DATELINE = "dateline"
    TEASER = "teaser"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of the text that is not part of the article. It is marked, never cut."""

    span: Span
    kind: BoilerplateKind


class PublishedBy(StrEnum):
    """How the day of publication is known."""

    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one outlet published.

    `id` is made from the content. `paragraphs` are the article's own words in order: lines that belong
    together, without boilerplate. `dateline` is the place a dateline names, where there is one. `around` are the first,
    middle and last day on which other accounts of its story were published, where its own day is not known.
    """

    id: str
    path: str
    text: str
    sha256: str
    paragraphs: tuple[Span, ...]
    boilerplate: tuple[Boilerplate, ...] = ()
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    author: str | None = None
    agency: str | None = None
    url: str | None = None
    dateline: Span | None = None
    published: date | None = None
    published_by: PublishedBy | None = None
    language: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    around: tuple[date, date, date] | None = None

    @property
    def label(self) -> str:
        """What pages show: the outlet, else the file's name."""
        return self.outlet or self.path.rsplit("/", 1)[-1]

    def quote(self, span: Span) -> str:
        """The words at a span of this article."""
        if span.article != self.id:
            raise ValueError(f"{span} is not of article {self.id}")
        return self.text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        return Span(self.id, start, end)
