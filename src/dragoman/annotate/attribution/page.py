"""An article as the layer of statements looks at it: text, trees, quotations, and which token stands where.

Answers questions of place only: what stands before a token, whether a sentence ends in between, how a stretch
looks once its edges are trimmed. Knows no words and no cues.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.annotate.tree import Tree, tree_of
from dragoman.model.flow import Annotated, Quotation
from dragoman.model.reading import Name, Token
from dragoman.model.text import Article

Range = tuple[int, int]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

SENTENCE_END = re.compile(r"[.!?…][)\]\"'”’»]*\s|[.!?…][)\]\"'”’»]*$|\n")
SHORT_FORM = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{0,3}|U\.S|U\.N|U\.K|[ap]\.m|[a-z]\.[a-z])\.$")
EDGES = " \t\n\r\xa0,;:–—-."


@dataclass(frozen=True, slots=True)
class Page:
    """`quoted[i]` is the place of the quotation that token i stands in, or -1; `paragraphs` likewise."""

    article: Article
    text: str
    tokens: tuple[Token, ...]
    trees: Tree
    quotations: tuple[Quotation, ...]
    quoted: tuple[int, ...]
    paragraphs: tuple[int, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, annotated: Annotated) -> Page:
        tokens, article = annotated.reading.tokens, annotated.article
        runs = [(span.start, span.end) for q in annotated.quotations for span in q.spans]
        owner = [at for at, q in enumerate(annotated.quotations) for _ in q.spans]
        return cls(
            article=article,
            text=article.text,
            tokens=tokens,
            trees=tree_of(annotated.reading),
            quotations=annotated.quotations,
            quoted=tuple(owner[at] if at >= 0 else -1 for at in _holders(tokens, runs)),
            paragraphs=tuple(_holders(tokens, [(span.start, span.end) for span in article.paragraphs])),
            starts=tuple(token.start for token in tokens),
        )

    def names_from(self, first: int) -> list[Name]:
        """The names that end behind a token, in order, as far as its sentence goes."""
        names = self.trees.reading.names
        at = bisect_right(names, first, key=lambda name: name.last)
        last = self.sentence(first)[1]
        found = []
        while at < len(names) and names[at].first < last:
            found.append(names[at])
            at += 1
        return found

    def sentence(self, index: int) -> Range:
        """The tokens of the sentence that a token stands in, as a range."""
        sentence = self.trees.sentence_of(index)
        return sentence.first, sentence.last

    def tokens_in(self, start: int, end: int) -> range:
        """The tokens that begin between two characters."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def token_at(self, char: int) -> int:
        """The last token that begins at or before a character."""
        return max(0, bisect_right(self.starts, char) - 1)

    def chars(self, first: int, last: int) -> Range:
        """The characters from token `first` up to, not including, token `last`."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def breaks(self, start: int, end: int) -> bool:
        """Whether a sentence or a paragraph ends between two characters."""
        for match in SENTENCE_END.finditer(self.text, start, end):
            if "\n" in match.group() or not SHORT_FORM.search(
                self.text, max(start, match.start() - 6), match.start() + 1
            ):
                return True
        return False

    def trimmed(self, start: int, end: int) -> Range | None:
        """The stretch without blanks, commas and full stops at its edges; marks of quotation stay."""
        while start < end and self.text[start] in EDGES:
            start += 1
        while start < end and self.text[end - 1] in EDGES:
            end -= 1
        return (start, end) if start < end else None


def _holders(tokens: tuple[Token, ...], ranges: list[Range]) -> list[int]:
    """For each token the place of the range that it begins in, or -1. Ranges are in order."""
    found: list[int] = []
    at = 0
    for token in tokens:
        while at < len(ranges) and ranges[at][1] <= token.start:
            at += 1
        found.append(at if at < len(ranges) and ranges[at][0] <= token.start else -1)
    return found
