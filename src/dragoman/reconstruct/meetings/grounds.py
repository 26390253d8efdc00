"""Where people met whose place no account tells: where they met others that day, else from where it is reported.

An account that tells one place where a party met somebody on the day is taken to mean it for what else that party did
there on the day. A report that appears on the day of the talks, or the day after, with a town in its dateline is
written where they were, unless it tells of other places where people met then. Not so for calls and visits, for what is
yet to come, or where several places are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind
from dragoman.reconstruct.meetings.parties import Who
from dragoman.reconstruct.meetings.sameness import Part, same_day
from dragoman.reconstruct.meetings.tellings import Telling

AT_ONCE = 1  # days after the talks on which they are reported from where they were


class Grounds:
    """The places that articles name for other meetings and in their datelines, to be asked about a meeting."""

    def __init__(self, parts: Sequence[Part], articles: Mapping[str, Annotated], who: Who) -> None:
        self._articles = articles
        self._parts: defaultdict[str, list[Part]] = defaultdict(list)
        for part in parts:
            if part.places and part.is_held and "talks" in part.ways:
                for article in part.articles:
                    self._parts[article].append(part)
        states = set(who.states.values())
        self._towns = {
            name.casefold(): row.id
            for row in reversed(list(who.rows.values()))
            if row.kind is EntityKind.PLACE and row.id not in states
            for name in (row.name, *row.aliases)
        }

    def place_of(self, part: Part) -> str | None:
        """The place meant for a meeting for which none is told."""
        if part.ways != {"talks"} or not part.is_held:
            return None
        others = [other for article in sorted(part.articles) for other in self._parts[article] if same_day(other, part)]
        there = {place for other in others if other.sides & part.sides for place in other.places}
        towns = there or (set() if others else set(self._written(part)))
        return towns.pop() if len(towns) == 1 else None

    def _written(self, part: Part) -> Iterator[str]:
        """The towns of the reports that tell a meeting on its day or the day after."""
        for told in part.told:
            if self._is_of_the_day(told):
                article = self._articles[told.mention.article].article
                name = article.quote(article.dateline) if article.dateline is not None else ""
                town = self._towns.get(name.split(",")[0].split("/")[0].strip().casefold())
                if town is not None:
                    yield town

    def _is_of_the_day(self, told: Telling) -> bool:
        """Whether a report on the day of a meeting, or the day after, tells it as held."""
        published, day = self._articles[told.mention.article].article.published, told.day
        if published is None or day is None or day.end is None or not told.is_held:
            return False
        return 0 <= (published - day.end).days <= AT_ONCE
