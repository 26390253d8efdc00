"""Which tokens are the article's own voice: what stands in no statement and in no quotation.

Captions and other furniture are no part of the article. Does not judge words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dragoman.model.flow import Annotated
from dragoman.model.reading import Token
from dragoman.model.text import Span


def own_tokens(annotated: Annotated) -> list[Token]:
    """The tokens that the article says itself, title and headings included, in the order of the text."""
    article = annotated.article
    told = covering([*([article.title_span] if article.title_span else []), *article.paragraphs])
    said = covering(spans_said(annotated))
    tokens = annotated.reading.tokens
    starts = [token.start for token in tokens]
    return [tokens[index] for index in sorted(within(told, starts) - within(said, starts))]


def spans_said(annotated: Annotated) -> Iterator[Span]:
    """What others say: the contents of statements, and everything in quotation marks."""
    for statement in annotated.statements:
        yield from statement.content
    for quotation in annotated.quotations:
        yield from quotation.spans


def covering(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The stretches that the spans cover together, in order."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans):
        if found and span.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span.end))
        else:
            found.append((span.start, span.end))
    return found


def within(stretches: Iterable[tuple[int, int]], starts: list[int]) -> set[int]:
    """The places of the tokens, which start there, that begin within some stretches."""
    return {i for start, end in stretches for i in range(bisect_left(starts, start), bisect_left(starts, end))}
