"""The meetings found so far, looked up by what a further telling must share with one of them to be told of it.

Parties, days and places are what joins tellings. One that shares no two parties, no place, no month, no article and no
happening with a meeting is never of it, and one whose days are told is never of a meeting that other months are told
for: they are not compared. So a telling costs what there are meetings of its own parties and months, whatever the size
of the collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from dragoman.reconstruct.meetings.parties import Who
from dragoman.reconstruct.meetings.sameness import FEW, Part, best

Key = tuple[object, ...]
ANY, NONE = "any day", "no day"


class Among:
    """Meetings, each a part that grows as tellings join it."""

    def __init__(self, who: Who) -> None:
        self._who = who
        self.found: list[Part] = []
        self._places: defaultdict[Key, set[int]] = defaultdict(set)

    def put(self, part: Part) -> None:
        """Joins a part to the meeting it is likest, else opens one of it."""
        near = {place for key in sought(part) for place in self._places.get(key, ())}
        place = best(part, ((i, self.found[i]) for i in sorted(near)), self._who)
        if place is None:
            place = len(self.found)
            self.found.append(part)
        else:
            self.found[place] = together(self.found[place], part)
        for key in kept(self.found[place]):
            self._places[key].add(place)


def together(left: Part, right: Part) -> Part:
    """Two parts as one, in the order of their texts."""
    return Part(tuple(sorted((*left.told, *right.told), key=lambda t: t.place_in)))


def kept(part: Part) -> Iterator[Key]:
    """What a meeting can be looked up by."""
    months = set(months_of(part))
    yield from (("month", month) for month in months)
    yield from ((*tie, when) for tie in ties(part) for when in (ANY, *(months or (NONE,))))


def sought(part: Part) -> Iterator[Key]:
    """What the meetings that a part may be told of are looked up by."""
    months = set(months_of(part))
    yield from (("month", month) for month in months)
    yield from ((*tie, when) for tie in ties(part) for when in ((NONE, *months) if months else (ANY,)))


def ties(part: Part) -> Iterator[Key]:
    """Its articles, happenings and places, and each two of its parties."""
    yield from (("article", article) for article in part.articles)
    yield from (("happening", event) for event in part.events)
    yield from (("place", place) for place in part.places)
    yield from (("parties", *pair) for pair in combinations(sorted(part.sides), 2))


def months_of(part: Part) -> Iterator[int]:
    """The months in which its days lie, or from which they lie a few days off."""
    for date in part.days:
        if date.start is not None and date.end is not None:
            first, last = date.start - timedelta(days=FEW), date.end + timedelta(days=FEW)
            yield from range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
