"""How a page is laid out: its paragraphs, headings and other lines in order.

A line is a paragraph, except in hard-wrapped text, whose lines are joined up to a blank line, an indent, a
bullet or a line that ends early. Does not say what a unit is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.read.page import Unit

INVISIBLE = " \t\n\r\x0b\x0c\0\xa0\u1680\u2000-\u200f\u2028\u2029\u202a-\u202f\u205f\u2060-\u2064\u3000\ufeff"
BULLET = re.compile(rf"[{INVISIBLE}]*(?:[•·●◦▪■►▶‣⁃∙*✓➤➜→+>–—-]|#{{1,6}})[{INVISIBLE}]+(?=\S)")
EDGES = re.compile(rf"^[{INVISIBLE}]+")
TAIL = re.compile(rf"[{INVISIBLE}]{{1,200}}$")
ENDED = re.compile(r"[.?!…。؟।።:;][\"'”’»)\]]{0,4}$")
NARROW, WIDE = 45, 110


def units(text: str) -> list[Unit]:
    """The units of a text, in order.

    >>> [unit.text for unit in units("A title\\n\\n  • A first point.\\nA line.")]
    ['A title', 'A first point.', 'A line.']
    """
    lines = [(start, line) for start, line in numbered(text)]
    width = wrapped_at([line for _, line in lines])
    return [unit for unit in joined(text, lines, width) if unit.text]


def numbered(text: str) -> list[tuple[int, str]]:
    """Each line with the place where it starts."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


def wrapped_at(lines: Sequence[str]) -> int | None:
    """The width that a text was wrapped to by hand, or None where a line is a paragraph."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    if len(lengths) < 4 or max(lengths) > WIDE:
        return None
    inner = [
        (line.rstrip(), after.strip())
        for line, after in pairwise(lines)
        if len(line.rstrip()) >= NARROW and after.strip()
    ]
    open_ended = sum(not ENDED.search(line) for line, _ in inner)
    carried_on = sum(after[0].islower() for _, after in inner)
    if len(inner) < 3 or open_ended < 0.5 * len(inner) or carried_on < 0.3 * len(inner):
        return None
    return sorted(lengths)[int(len(lengths) * 0.9)]


def joined(text: str, lines: Sequence[tuple[int, str]], width: int | None) -> list[Unit]:
    """The lines as units, joined where the text is hard-wrapped."""
    groups: list[tuple[int, int]] = []
    for at, (start, line) in enumerate(lines):
        end = start + len(line)
        if width is not None and at and groups and carries_on(lines[at - 1][1], line, width):
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
    return [trimmed(text, start, end) for start, end in groups]


def carries_on(before: str, line: str, width: int) -> bool:
    """Whether a wrapped line goes on with the paragraph of the line before it."""
    if not before.strip() or not line.strip() or BULLET.match(line):
        return False
    if len(line) - len(line.lstrip()) > len(before) - len(before.lstrip()) + 1:
        return False
    room = width - len(before.rstrip())
    return room <= len(line.split(maxsplit=1)[0]) + 8


def trimmed(text: str, start: int, end: int) -> Unit:
    """The stretch without white space, invisible characters and bullets at its ends."""
    raw = text[start:end]
    left = found.end() if (found := BULLET.match(raw) or EDGES.match(raw)) else 0
    body = raw[left:]
    body = body.rstrip()
    if (tail := TAIL.search(body[-200:])) is not None:
        body = body[: len(body) - (tail.end() - tail.start())]
    return Unit(start + left, start + left + len(body), body)
