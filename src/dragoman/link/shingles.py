"""The words of an article cut into overlapping runs, by which texts are told to be near copies.

Takes the article's own paragraphs, boilerplate left out, and marks which runs touch no quotation: two outlets
that print the words of one speech are no copies of each other. Does not compare anything: that is `reprints`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from dragoman.link.minhash import least_of
from dragoman.model.flow import Annotated
from dragoman.model.text import Span

LENGTH = 4
FEWEST_WORDS = 20
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shingles:
    """Runs of `LENGTH` words as numbers: `every` one, and those in the outlet's `own` words. `words` counts words.

    `least` is what `minhash` makes of every run; a text of too few words has none, and is no copy.
    """

    every: frozenset[int]
    own: frozenset[int]
    words: int
    least: bytes


def shingles_of(annotated: Annotated) -> Shingles:
    """The shingles of an article. They do not run across paragraphs, which reprints re-order."""
    article = annotated.article
    quoted = Quoted(annotated)
    every: set[int] = set()
    own: set[int] = set()
    count = 0
    for paragraph in article.paragraphs:
        places = list(_words(article.quote(paragraph), paragraph.start))
        words = [word.encode("utf-8", "surrogatepass") for word, _, _ in places]
        count += len(words)
        numbers = [crc32(b" ".join(words[first : first + LENGTH])) for first in range(len(words) - LENGTH + 1)]
        every.update(numbers)
        if quoted.touches(paragraph.start, paragraph.end):
            ends = zip(places, places[LENGTH - 1 :], strict=False)
            own.update(n for n, (a, b) in zip(numbers, ends, strict=True) if not quoted.touches(a[1], b[2]))
        else:
            own.update(numbers)
    least = least_of(every) if every and count >= FEWEST_WORDS else b""
    return Shingles(frozenset(every), frozenset(own), count, least)


class Quoted:
    """The quoted stretches of an article, to be asked whether a stretch touches one."""

    def __init__(self, annotated: Annotated) -> None:
        spans: list[Span] = sorted(span for quotation in annotated.quotations for span in quotation.spans)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def touches(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


def _words(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    folded = text.casefold()
    if len(folded) == len(text):  # every sign has its place
        for found in WORD.finditer(folded):
            yield found.group(), offset + found.start(), offset + found.end()
        return
    for found in WORD.finditer(text):
        yield found.group().casefold(), offset + found.start(), offset + found.end()
