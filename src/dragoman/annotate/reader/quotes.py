"""Quotations: the stretches of a text that stand between quotation marks.

A plain scan, line by line, over typographic, straight and angled marks. A quotation left open at the end of
its paragraph ends there; the next paragraph opens it again with a mark of its own, as newspapers do. It does
not ask who speaks, and it does not take titles or scare quotes apart from speech.
"""

from typing import NamedTuple

OPENING = frozenset("\u201c\u201e\u201f\u00ab")
CLOSING = frozenset("\u201d\u00bb")
BEFORE_AN_OPENING = frozenset("([\u2014\u2013-")
ENDS_SPEECH = frozenset(".,!?\u2026")


class Quotation(NamedTuple):
    """One quotation, its marks included: text[start:end]; `closed` is false where the closing mark is missing."""

    start: int
    end: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """Every quotation of the text, in order; none overlap."""
    found: list[Quotation] = []
    start = 0
    for line in text.split("\n"):
        found += _in_line(text, start, start + len(line))
        start += len(line) + 1
    return found


def _in_line(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened = single_ends = -1
    for i in range(start, end):
        char = text[i]
        if single_ends >= 0:
            if i == single_ends:
                found.append(Quotation(opened, i + 1, True))
                opened = single_ends = -1
        elif char in OPENING or char in CLOSING or char == '"':
            if opened < 0 and _opens(text, i, start, end):
                opened = i
            elif opened >= 0 and _closes(text, i, start, end):
                found.append(Quotation(opened, i + 1, True))
                opened = -1
        elif char == "\u2018" and opened < 0 and not text[max(start, i - 1) : i].isalnum():
            single_ends = _single_end(text, i, end)
            opened = i if single_ends >= 0 else -1
    if opened >= 0:
        found.append(Quotation(opened, end, False))
    return found


def _opens(text: str, i: int, start: int, end: int) -> bool:
    if text[i] in OPENING:
        return True
    before, after = text[max(start, i - 1) : i], text[i + 1 : min(end, i + 2)]
    if not after or after.isspace():
        return False
    return text[i] == '"' or not before or before.isspace()


def _closes(text: str, i: int, start: int, end: int) -> bool:
    if text[i] in CLOSING:
        return True
    if text[i] in OPENING:
        return False
    before, after = text[max(start, i - 1) : i], text[i + 1 : min(end, i + 2)]
    could_open = not before or before.isspace() or before in BEFORE_AN_OPENING
    return not (could_open and after and not after.isspace())


def _single_end(text: str, opened: int, end: int) -> int:
    """Where a quotation in single typographic marks ends, or -1: an apostrophe is the same sign."""
    likely = -1
    i = text.find("\u2019", opened + 2, min(end, opened + 1000))
    while i >= 0:
        if not text[i + 1 : i + 2].isalnum():
            if text[i - 1] in ENDS_SPEECH:
                return i
            if likely < 0 and text[i - 1] != "s":
                likely = i
        i = text.find("\u2019", i + 1, min(end, opened + 1000))
    return likely
