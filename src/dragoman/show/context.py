"""The sentences around words of an article, with the words marked.

Finds sentence ends by their punctuation, so that no language model is needed to show a record. Does not change
a character: what is shown between the marks is the article's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|vs))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Rev))[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])"
)
KEPT = 4_000  # lines remembered
FULL = range(45, 101)
"""A line of so many signs may be one that a page width cut."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words from `start` up to `end`, and what they are: source, cue, content ..."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that all carries the same marks."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The places where the sentence or sentences that hold these words begin and end.

    >>> text = "Talks began. Mr. Ito said he would sign. Others left."
    >>> text[slice(*around(text, 17, 20))]
    'Mr. Ito said he would sign.'
    """
    low, high = line_of(text, start, end)
    breaks = breaks_in(text[low:high])
    first = low + breaks[bisect_right(breaks, start - low) - 1]
    last = low + breaks[bisect_left(breaks, end - low)]
    return first, last - (len(text[first:last]) - len(text[first:last].rstrip()))


@lru_cache(maxsize=KEPT)
def breaks_in(line: str) -> tuple[int, ...]:
    """The places in a line where a sentence begins, its first and the end among them."""
    return (0, *(found.end() for found in END.finditer(line)), len(line))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places where each sentence begins and ends, line by line.

    >>> text = "Talks began. Mr. Ito left."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Talks began.', 'Mr. Ito left.']
    """
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        start, end = around(text, place, place + 1)
        yield max(start, place), end
        place = max(end, place + 1)


def line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines that hold these words, joined over the ends that are the work of a page width."""
    low = text.rfind("\n", 0, start) + 1
    while low and is_wrapped(text, low - 1):
        low = text.rfind("\n", 0, low - 1) + 1
    high = line_end(text, end)
    while high < len(text) and is_wrapped(text, high):
        high = line_end(text, high + 1)
    return low, high


def line_end(text: str, place: int) -> int:
    """The place of the next line end, or the end of the text."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def is_wrapped(text: str, place: int) -> bool:
    """Whether the line that ends at a place is full and goes on: neither heading, paragraph nor end of a sentence."""
    line = text[text.rfind("\n", 0, place) + 1 : place].strip()
    return len(line) in FULL and line[-1] not in '.!?"”' and text[place + 1 : place + 2].strip() != ""


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """The text from start to end, cut wherever a mark begins or ends.

    >>> [(p.text, [m.what for m in p.marks]) for p in pieces("Ito spoke.", 0, 10, [Mark(0, 3, "source")])]
    [('Ito', ['source']), (' spoke.', [])]
    """
    inside = [m for m in sorted(marks) if m.start < end and m.end > start]
    cuts = sorted({start, end, *(c for m in inside for c in (m.start, m.end) if start < c < end)})
    found: list[Piece] = []
    active: list[Mark] = []
    place = 0
    for low, high in pairwise(cuts):
        while place < len(inside) and inside[place].start <= low:
            active.append(inside[place])
            place += 1
        active = [m for m in active if m.end > low]
        found.append(Piece(low, high, text[low:high], tuple(active)))
    return found


def bracketed(found: Sequence[Piece]) -> str:
    """The text with its marks written out, for screens without any style.

    >>> bracketed(pieces("Ito said so.", 0, 12, [Mark(0, 3, "source"), Mark(4, 8, "cue")]))
    '[source: Ito] [cue: said] so.'
    """
    out: list[str] = []
    for piece in found:
        out += [
            f"[{m.what}: "
            for m in sorted(piece.marks, key=lambda m: -m.end)
            if max(m.start, found[0].start) == piece.start
        ]
        out.append(piece.text)
        out += ["]" for m in piece.marks if min(m.end, found[-1].end) == piece.end]
    return "".join(out)
