"""Which quotation marks of one paragraph pair.

A mark is judged by its form and by its neighbours: straight ones open before a word and close after one. Marks
that pair nowhere are left out, save a last one that stays open to the paragraph's end. Knows one paragraph only:
`quotations` joins what runs over several.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dragoman.annotate.singles import OPENING, single_runs

MARK = re.compile(r"[“”„‟«»\"]|``|''")
CLOSED_BY = {"“": '”"“‟', "‟": '”"', "„": '“”‟"', "«": "»", "»": "«", '"': '"”', "``": "''\"", "''": "''"}
BREAKS = "([{—–-/‘'“:,;"
NEAR = 4  # how many open marks a closing one looks back over
SINGLE = "‘"


@dataclass(frozen=True, slots=True)
class Run:
    """Quoted text from `start` to `end`; `mark` opened it. `closed` is false where the closing mark is missing."""

    start: int
    end: int
    mark: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Marked:
    """The outermost runs of one paragraph; `stray` is the end of a mark that closes what none in it opened."""

    start: int
    end: int
    runs: tuple[Run, ...]
    stray: int | None = None

    @property
    def reopens(self) -> bool:
        """Whether the paragraph begins with an opening mark."""
        return bool(self.runs) and self.runs[0].start == self.start


def marked(text: str, start: int, end: int) -> Marked:
    """The quotations of one paragraph."""
    runs, opened, stray = _paired(text, start, end)
    if opened and (not runs or runs[-1].start < opened[-1].start):
        runs = [*runs, opened[-1]]
    runs = _with_singles(text, start, end, runs)
    if stray is not None and runs and runs[0].start < stray:
        stray = None
    return Marked(start, end, tuple(runs), stray)


def _paired(text: str, start: int, end: int) -> tuple[list[Run], list[Run], int | None]:
    """The outermost pairs, the marks left open, and the end of a first mark that closes nothing."""
    pairs: list[Run] = []
    opened: list[Run] = []
    stray: int | None = None
    for match in MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        depth = _closes(mark, text, match, opened, (start, end))
        if depth is not None:
            first = opened[depth]
            del opened[depth:]
            while pairs and pairs[-1].start > first.start:
                pairs.pop()
            pairs.append(Run(first.start, match.end(), first.mark))
        elif mark in CLOSED_BY and _may_open(mark, text, match, (start, end)):
            opened.append(Run(at, end, mark, closed=False))
        elif not opened and not pairs and stray is None and not _is_inches(text, at):
            stray = match.end()
    return pairs, opened, stray


def _closes(mark: str, text: str, match: re.Match[str], opened: list[Run], bounds: tuple[int, int]) -> int | None:
    """The place among the open marks of the one that this mark closes."""
    for depth in range(len(opened) - 1, max(-1, len(opened) - 1 - NEAR), -1):
        if mark in CLOSED_BY[opened[depth].mark]:
            fits = mark == "”" or not _looks_opening(text, match, bounds)
            return depth if fits else None
    return None


def _may_open(mark: str, text: str, match: re.Match[str], bounds: tuple[int, int]) -> bool:
    if mark in ("“", "„", "«", "``"):
        return match.end() < bounds[1]
    after = text[match.end() : min(bounds[1], match.end() + 1)]
    before = text[max(bounds[0], match.start() - 1) : match.start()]
    tokenised = after == " " and (not before or before == " ")
    return _looks_opening(text, match, bounds) or (mark in ('"', "''") and tokenised)


def _looks_opening(text: str, match: re.Match[str], bounds: tuple[int, int]) -> bool:
    """Whether a word begins right after the mark, and none ends right before it."""
    before = text[max(bounds[0], match.start() - 1) : match.start()]
    after = text[match.end() : min(bounds[1], match.end() + 1)]
    starts = not before or before.isspace() or before in BREAKS
    return starts and bool(after) and not after.isspace() and after not in ".,;:!?)]—–"


def _is_inches(text: str, at: int) -> bool:
    return text[at] == '"' and text[max(0, at - 1) : at].isdigit()


def _with_singles(text: str, start: int, end: int, runs: list[Run]) -> list[Run]:
    """The runs with those in single marks that stand outside them or hold them whole."""
    single = [Run(a, b, SINGLE) for a, b in single_runs(text, start, end)]
    if not single and not runs and OPENING.match(text, start, end):
        single = [Run(start, end, SINGLE, closed=False)]
    kept: list[Run] = []
    held: set[Run] = set()
    starts = [run.start for run in runs]
    for quoted in single:
        low, high = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
        inside = runs[low:high]
        cut = low > 0 and runs[low - 1].end > quoted.start
        if not cut and all(run.end <= quoted.end for run in inside):
            kept.append(quoted)
            held.update(inside)
    return sorted((*kept, *(run for run in runs if run not in held)), key=lambda run: run.start)
