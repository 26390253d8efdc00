"""The words a fact rests on, and what cannot be without them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.text import Article, Span


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of an article and their place: `article.text[start:end] == quote`."""

    article: str
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, article: Article, span: Span) -> Evidence:
        return cls(span.article, span.start, span.end, article.quote(span))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """A row that must rest on evidence; it cannot be made without."""

    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{type(self).__name__} needs evidence")
