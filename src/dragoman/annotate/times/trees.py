"""Finding one's way in the trees of a reading: the words at a span, their head, their children.

Makes one pass over the tokens, so that each later question costs no more than the answer is long. Does not
judge tense or time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from dragoman.model.reading import Reading, Token
from dragoman.model.text import Span


class Trees:
    """The trees of one reading, indexed."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.tokens
        self._starts = [token.start for token in reading.tokens]
        self._firsts = [sentence.first for sentence in reading.sentences]
        self._children: dict[int, list[Token]] = defaultdict(list)
        for token in reading.tokens:
            if not token.is_root:
                self._children[token.head].append(token)

    def at(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return [token for token in self.tokens[first:last] if token.end > span.start]

    def head_of(self, span: Span) -> Token | None:
        """The token of a span that hangs on what is outside it."""
        inside = self.at(span)
        places = {token.index for token in inside}
        return next((token for token in inside if token.is_root or token.head not in places), None)

    def beside(self, first: int, last: int) -> tuple[Token | None, Token | None]:
        """The tokens before and after those from first to last, a preposition before them passed over."""
        before = first - 1
        if before >= 0 and self.tokens[before].tag == "ADP":
            before -= 1
        sentence = self.sentence(self.tokens[first])
        ends = (before, last + 1)
        found = [self.tokens[i] if 0 <= i < len(self.tokens) else None for i in ends]
        same = [t if t is not None and self.sentence(t) == sentence else None for t in found]
        return same[0], same[1]

    def children(self, token: Token) -> list[Token]:
        return self._children.get(token.index, [])

    def upwards(self, token: Token) -> Iterator[Token]:
        """The token, its head, the head of that, up to the root."""
        seen = set()
        while token.index not in seen:
            yield token
            seen.add(token.index)
            token = self.tokens[token.head]

    def sentence(self, token: Token) -> int:
        """The number of the sentence a token stands in."""
        return bisect_right(self._firsts, token.index) - 1

    def first_of(self, sentence: int) -> int:
        """The token that opens a sentence, by its number."""
        return self._firsts[sentence]
