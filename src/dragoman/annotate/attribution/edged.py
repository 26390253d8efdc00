"""The edges of a source: a whole noun phrase, with what says whose it is, and without what only goes on about it.

"A spokeswoman" goes on with "for the police", "minister" begins with "its foreign", "Ms Ito, speaking" ends before the
comma, and a mere "'s" is the word before it. Works on whatever rules and model took for the source of a cue.
"""

from __future__ import annotations

from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import DAYS, shorn

OF_WHOM = frozenset(("of", "for", "at", "in", "from", "with", "to", "around", "near", "inside", "within", "on"))
BARE_ENDS = ("ADP", "DET", "CCONJ", "SCONJ", "ADV", "AUX")
CLOSE = frozenset(("familiar", "close", "privy", "loyal", "briefed", "near"))  # "a source familiar | with the talks"
JOINED = ("appos", "conj", "acl", "parataxis", "amod", "dep", "nmod", "flat", "list")
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


def mended(page: Page, source: Range, cue: Range) -> Range:
    """The source with its edges mended; it never reaches into the cue."""
    first, last = _behind_circumstance(page, *_from_owner(page, *source))
    first, last = _without_participle(page, first, last)
    while last > first + 1 and page.tokens[last - 1].tag in BARE_ENDS:
        last -= 1
    while first < last - 1 and page.tokens[first].tag in ("ADP", "CCONJ", "SCONJ"):
        first += 1
    found = shorn(page, first, _with_whose(page, first, last, cue))
    return found if found[0] < found[1] else source


def _from_owner(page: Page, first: int, last: int) -> Range:
    """The words before a possessive mark where the mark is all there is, or begins it."""
    if page.tokens[first].text not in POSSESSIVE or first == 0:
        return first, last
    start = first - 1
    while start > 0 and page.tokens[start - 1].tag == "PROPN" and page.tokens[start].tag == "PROPN":
        start -= 1
    return (start, first) if last == first + 1 else (start, last)


def _behind_circumstance(page: Page, first: int, last: int) -> Range:
    """The source without the end of a phrase or clause before it ("dated 3 May, the rebels", "as it ended, Ms Ito")."""
    for index in range(last - 2, first, -1):
        if page.tokens[index].text == "," and not _describes(page, first, index, last):
            return index + 1, last
    return first, last


def _describes(page: Page, first: int, comma: int, last: int) -> bool:
    """Whether what stands before a comma is told of the same one, or stands in a list with him."""
    if any(page.tokens[index].tag in ("VERB", "AUX") for index in range(first, comma)):
        return any(page.tokens[index].tag in ("VERB", "AUX", "PRON") for index in range(comma, last))
    joined = any(page.tokens[index].relation.split(":")[0] in JOINED for index in range(first, last))
    dated = any(page.tokens[index].text in DAYS for index in range(first, comma))
    return joined and not dated


def _without_participle(page: Page, first: int, last: int) -> Range:
    """The source up to a comma behind which a participle tells what else he does ("Ms Ito, speaking in Tarn")."""
    for index in range(first + 1, last - 1):
        if page.tokens[index].text == "," and page.tokens[index + 1].fine == "VBG":
            return first, index
    return first, last


def _with_whose(page: Page, first: int, last: int, cue: Range) -> int:
    """Where the source ends with the phrases right behind it that say whose or where ("residents of Tarn and Sull")."""
    if last + 1 >= len(page.tokens):
        return last
    described = last if page.tokens[last].tag == "ADJ" else last - 1
    if page.tokens[described].text.lower() in CLOSE and page.tokens[described + 1].tag == "ADP":
        end = page.trees.last[page.tokens[described + 1].head]
        return end if described < end <= (cue[0] if cue[0] > described else page.sentence(last)[1]) else last
    preposition = page.tokens[last]
    noun = page.tokens[preposition.head]
    beside = noun.relation.startswith("nsubj") and any(
        page.tokens[index].relation.startswith("nsubj") and page.tokens[index].head == noun.head
        for index in range(first, last)
    )
    hangs = preposition.relation == "case" and (beside or first <= noun.head < last)
    if preposition.text.lower() not in OF_WHOM or not hangs or page.quoted[last] != page.quoted[first]:
        return last
    end = page.trees.last[noun.index]
    comma = next((i for i in range(last, end) if page.tokens[i].text == ","), end)
    end = min(end, comma)
    if last < end and (end <= cue[0] or last >= cue[1]) and end <= page.sentence(last)[1]:
        return _with_whose(page, first, end, cue)
    return last
