"""Which tellings are of one meeting: within each article in the order of its text, then across a story's articles.

Within an article a telling goes to the meeting told before that it fits best, or opens one. Across articles the
meetings that name most go first, and each other one joins the likest of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from dragoman.reconstruct.meetings.among import Among
from dragoman.reconstruct.meetings.parties import Who
from dragoman.reconstruct.meetings.sameness import Part
from dragoman.reconstruct.meetings.tellings import Telling


def joined(told: Sequence[Telling], who: Who, story_of: Mapping[str, int]) -> list[Part]:
    """The meetings, in the order of what tells them first. `story_of` numbers the story of each article."""
    stories: defaultdict[int, list[Part]] = defaultdict(list)
    for article, own in groupby(told, key=lambda t: t.mention.article):
        stories[story_of[article]] += in_article(list(own), who)
    found = [part for parts in stories.values() for part in across(parts, who)]
    return sorted(found, key=lambda part: part.told[0].place_in)


def across(parts: Sequence[Part], who: Who) -> list[Part]:
    """The meetings of one story."""
    among = Among(who)
    for part in sorted(parts, key=fullness):
        among.put(part)
    return among.found


def fullness(part: Part) -> tuple[int, int, int, tuple[int, int]]:
    """What names most parties, days and places goes first."""
    return -min(len(part.sides), 2), -min(len(part.days), 1), -min(len(part.places), 1), part.told[0].place_in


def in_article(told: Sequence[Telling], who: Who) -> list[Part]:
    """The meetings of one article."""
    among = Among(who)
    for telling in told:
        among.put(Part((of_the_same(telling, among.found),)))
    return among.found


def of_the_same(telling: Telling, before: Sequence[Part]) -> Telling:
    """One more meeting that names nobody else is one of those who met last: "a second round", "will meet again"."""
    known = [part for part in before if len(part.sides) > 1 and telling.sides <= part.sides]
    if not telling.more or len(telling.sides) > 1 or not known:
        return telling
    last = max((t for t in known[-1].told if t.sides), key=lambda t: (len(t.sides), t.place_in))
    return replace(telling, parted=(*telling.parted, last.parted[0]), present=last.present, sides=known[-1].sides)
