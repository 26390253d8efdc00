"""Which statement a word stands in: the innermost one whose content holds it.

Looked up once for an article. Does not say what the statement makes of an event.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.model.flow import Annotated
from dragoman.model.text import Span


class Spoken:
    """The statement of each token of an article."""

    def __init__(self, annotated: Annotated) -> None:
        starts = [token.start for token in annotated.reading.tokens]
        sized = sorted(
            ((sum(map(len, statement.content)), place) for place, statement in enumerate(annotated.statements)),
            reverse=True,
        )
        self._by_token: dict[int, int] = {}
        for _, place in sized:
            for span in annotated.statements[place].content:
                for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                    self._by_token[index] = place

    def at(self, index: int) -> int | None:
        """The place of the innermost statement that a token stands in, or None."""
        return self._by_token.get(index)


def statement_at(annotated: Annotated, words: Span) -> int | None:
    """The innermost statement in whose content the words stand."""
    inside = [
        (sum(map(len, statement.content)), place)
        for place, statement in enumerate(annotated.statements)
        if any(span.holds(words) for span in statement.content)
    ]
    return min(inside)[1] if inside else None
