"""Which tokens are the article's own voice: what stands in no statement and in no quotation.

Captions and other furniture are no part of the article. Does not judge words.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.flow import Annotated
from dragoman.model.reading import Token
from dragoman.model.text import Span


def own_tokens(annotated: Annotated) -> list[Token]:
    """The tokens that the article says itself, title and headings included, in the order of the text."""
    article = annotated.article
    told = sorted([*([article.title_span] if article.title_span else []), *article.paragraphs])
    said = sorted(spans_said(annotated))
    return [t for t in annotated.reading.tokens if covered(t, told) and not covered(t, said)]


def spans_said(annotated: Annotated) -> Iterator[Span]:
    """What others say: the contents of statements, and everything in quotation marks."""
    for statement in annotated.statements:
        yield from statement.content
    for quotation in annotated.quotations:
        yield from quotation.spans


def covered(token: Token, spans: list[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)
