"""Which tellings are of one meeting: within each article in the order of its text, then across articles.

Within an article a telling goes to the meeting told before that it fits best, or opens one. Across articles the
meetings that name most go first, and each other one joins the likest of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dragoman.reconstruct.meetings.parties import Who
from dragoman.reconstruct.meetings.sameness import Part, best
from dragoman.reconstruct.meetings.tellings import Telling


def joined(told: Sequence[Telling], who: Who) -> list[Part]:
    """The meetings, in the order of what tells them first."""
    local = [part for _, own in groupby(told, key=lambda t: t.mention.article) for part in in_article(list(own), who)]
    found: list[Part] = []
    for part in sorted(local, key=fullness):
        place = best(part, found, who)
        if place is None:
            found.append(part)
        else:
            found[place] = together(found[place], part)
    return sorted(found, key=lambda part: part.told[0].place_in)


def fullness(part: Part) -> tuple[int, int, int, tuple[int, int]]:
    """What names most parties, days and places goes first."""
    return -min(len(part.sides), 2), -min(len(part.days), 1), -min(len(part.places), 1), part.told[0].place_in


def in_article(told: Sequence[Telling], who: Who) -> list[Part]:
    """The meetings of one article."""
    found: list[Part] = []
    for telling in told:
        part = Part((of_the_same(telling, found),))
        place = best(part, found, who)
        if place is None:
            found.append(part)
        else:
            found[place] = together(found[place], part)
    return found


def of_the_same(telling: Telling, before: Sequence[Part]) -> Telling:
    """One more meeting that names nobody else is one of those who met last: "a second round", "will meet again"."""
    known = [part for part in before if len(part.sides) > 1 and telling.sides <= part.sides]
    if not telling.more or len(telling.sides) > 1 or not known:
        return telling
    last = max((t for t in known[-1].told if t.sides), key=lambda t: (len(t.sides), t.place_in))
    return replace(telling, parted=(*telling.parted, last.parted[0]), present=last.present, sides=known[-1].sides)


def together(left: Part, right: Part) -> Part:
    return Part(tuple(sorted((*left.told, *right.told), key=lambda t: t.place_in)))
