"""Scare quotes: a few words in quotation marks that nobody is said to have spoken.

Names and titles ("Corsair", "The Economist") are none, nor is a word that is spoken of as a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.tree import Tree
from dragoman.model.flow import Annotated
from dragoman.model.reading import Token
from dragoman.model.text import Span

MOST = 5  # words; longer runs are quotations
SPOKEN = frozenset(
    "word term phrase slogan title name call nickname dub code codename sign film book song entitle".split()
)


def scare_quotes(annotated: Annotated, tree: Tree) -> Iterator[tuple[Token, Span]]:
    """Each, with its main word, in the order of the text."""
    said = [span for statement in annotated.statements for span in statement.content]
    for quotation in annotated.quotations:
        span = quotation.spans[0]
        if len(quotation.spans) > 1 or any(span.overlaps(content) for content in said):
            continue
        if not any(paragraph.holds(span) for paragraph in annotated.article.paragraphs):
            continue
        words = [t for t in tree.tokens if span.start <= t.start < span.end and t.tag != "PUNCT"]
        if 0 < len(words) <= MOST and not is_name(words) and not spoken_of(words, tree):
            yield main(words), span


def main(words: list[Token]) -> Token:
    inside = {t.index for t in words}
    return next((t for t in words if t.head not in inside or t.is_root), words[0])


def is_name(words: list[Token]) -> bool:
    full = [t for t in words if t.tag not in ("DET", "ADP", "CCONJ", "PART")]
    return not full or all(t.text[:1].isupper() or t.tag in ("PROPN", "NUM") for t in full)


def spoken_of(words: list[Token], tree: Tree) -> bool:
    """Whether the words before it say that these are words, a title or a name."""
    first = words[0].index
    near = tree.tokens[max(0, first - 4) : first]
    return any(t.lemma in SPOKEN for t in near)
