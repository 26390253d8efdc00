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
from dragoman.reconstruct.meetings.bargainers import Pair
from dragoman.reconstruct.meetings.parties import Who, present_at
from dragoman.reconstruct.meetings.sameness import Part
from dragoman.reconstruct.meetings.tellings import Telling


def joined(told: Sequence[Telling], who: Who, story_of: Mapping[str, int], sides: Mapping[int, Pair]) -> list[Part]:
    """The meetings, in the order of what tells them first.

    `story_of` numbers the story of each article, `sides` are the two sides of each.
    """
    stories: defaultdict[int, list[Telling]] = defaultdict(list)
    for telling in told:
        stories[story_of[telling.mention.article]].append(telling)
    found: list[Part] = []
    for story, tellings in stories.items():
        by_article = groupby(tellings, key=lambda t: t.mention.article)
        parts = [part for _, own in by_article for part in in_article(list(own), who, sides.get(story))]
        found += across(parts, who)
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


def in_article(told: Sequence[Telling], who: Who, foremost: Pair | None) -> list[Part]:
    """The meetings of one article; `foremost` are the two sides of its story."""
    among = Among(who)
    for telling in told:
        among.put(Part((of_the_same(telling, among.found, who, foremost),)))
    return among.found


def of_the_same(telling: Telling, before: Sequence[Part], who: Who, foremost: Pair | None) -> Telling:
    """With the parties that it means without a name: "a second round", "both sides sat down", "the two leaders met".

    Sides are those of which the story is, leaders those who met last, and those of one more meeting too.
    """
    if len(telling.sides) > 1:
        return telling
    if telling.calls == "sides":
        return between(telling, foremost, who)
    known = [part for part in before if len(part.sides) > 1 and telling.sides <= part.sides]
    if telling.calls == "leaders":
        known = [p for p in known if any(all(map(who.is_person, t.present.parties)) for t in p.told if t.sides)]
    elif not telling.more:
        return telling
    if not known:
        return telling
    return with_parties_of(
        telling, max((t for t in known[-1].told if t.sides), key=lambda t: (len(t.sides), t.place_in))
    )


def between(telling: Telling, sides: Pair | None, who: Who) -> Telling:
    """The telling as one of a meeting of two sides, where it names nobody else."""
    if sides is None or not telling.sides <= {who.side(party) for party in sides}:
        return telling
    parted = (*telling.parted, replace(telling.mention, actors=sides, recipients=(), mode=None))
    present = present_at(parted, telling.mention.place, who)
    return replace(
        telling, parted=parted, present=present, sides=frozenset(side for p in sides if (side := who.side(p)))
    )


def with_parties_of(telling: Telling, other: Telling | None) -> Telling:
    """The telling with the parties of another, where they are more than it has itself."""
    if other is None or not telling.sides <= other.sides:
        return telling
    return replace(telling, parted=(*telling.parted, other.parted[0]), present=other.present, sides=other.sides)
