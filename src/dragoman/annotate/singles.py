"""Quotations in single marks, as British papers set them, told apart from apostrophes.

An opening mark stands before a word and after none; a closing one after a word or stop and before none. The mark
after a plural ("the workers' party") closes only where nothing better follows. Works on one paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise

OPENING = re.compile(
    r"(?<![^\s(\[“\"«—–\-])[‘‚'](?!(?:em|til|tis|twas|cause|bout|n|round|\d\ds?)\b)(?=[\w\"“«£$€…\[])", re.I
)
CLOSING = re.compile(r"(?<=[^\s‘(\[])['’](?!\w)")
DROPPED_G = re.compile(r"\w{2,}in$", re.I)
ENDS_SPEECH = '.,!?…—"'


def single_runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where quotations in single marks stand between `start` and `end`, the marks included."""
    openings = [match.start() for match in OPENING.finditer(text, start, end)]
    if not openings:
        return []
    closings = [match.start() for match in CLOSING.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    after, place = start, 0
    for opened, following in pairwise([*openings, end]):
        if opened < after:
            continue
        while place < len(closings) and closings[place] <= opened + 1:
            place += 1
        closed = _closing(text, closings, place, following)
        if closed is not None:
            found.append((opened, closed + 1))
            after = closed + 1
    return found


def _closing(text: str, closings: list[int], place: int, limit: int) -> int | None:
    """The mark that closes, before the next opening one; a plural's apostrophe only where there is no other."""
    weak: int | None = None
    for mark in closings[place:]:
        if mark >= limit:
            break
        before = text[mark - 1]
        if before in ENDS_SPEECH:
            return mark
        if _apostrophe(text, mark):
            weak = mark if weak is None else weak
        else:
            return mark
    return weak


def _apostrophe(text: str, mark: int) -> bool:
    """Whether the mark may belong to the word before it: a plural's genitive, a dropped g."""
    goes_on = text[mark + 1 : mark + 2] == " " and text[mark + 2 : mark + 3].islower()
    return goes_on and (text[mark - 1] == "s" or bool(DROPPED_G.search(text, mark - 10 if mark > 10 else 0, mark)))
