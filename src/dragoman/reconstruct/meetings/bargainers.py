"""Who "the two sides" of a story are: those who meet most often in it, and those who make offers and answer them.

Talks that name nobody are between them, and so are talks that name only one of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.record import ProposalRow
from dragoman.reconstruct.meetings.parties import Who, states_of
from dragoman.reconstruct.meetings.tellings import Telling

Pair = tuple[str, str]
MET, ANSWERED = 2, 1
ALONE = 0.5
"""What a pair is worth for each of the two who is only a person, of whom nobody tells whom he stands for."""


def bargainers(
    told: Sequence[Telling], proposals: Sequence[ProposalRow], who: Who, story_of: Mapping[str, int]
) -> Mapping[int, Pair]:
    """The two sides of each story that has them, by its number."""
    often: defaultdict[int, Counter[frozenset[str | None]]] = defaultdict(Counter)
    stands: dict[str | None, str] = {}
    for weight, article, one, two in [*meeting(told, who), *bargaining(proposals)]:
        sides = frozenset((who.side(one), who.side(two)))
        if len(sides) == 2 and None not in sides:
            often[story_of[article]][sides] += weight
            for entity in (one, two):
                stands.setdefault(who.side(entity), next(states_of(entity, who), entity))
    found = {}
    for story, counted in often.items():
        sides = max(counted, key=lambda pair: counted[pair] * ALONE ** sum(is_alone(s, stands, who) for s in pair))
        one, two = sorted(stands[side] for side in sides)
        found[story] = (one, two)
    return found


def is_alone(side: str | None, stands: Mapping[str | None, str], who: Who) -> bool:
    """Whether a side is only a person."""
    return who.is_person(stands[side])


def meeting(told: Sequence[Telling], who: Who) -> Iterator[tuple[int, str, str, str]]:
    """The weight, the article and the two parties of each telling that names two, not of leaders by themselves."""
    for telling in told:
        parties = telling.present.parties
        if len(telling.sides) == 2 == len(parties) and not all(map(who.is_person, parties)):
            yield MET, telling.mention.article, parties[0], parties[1]


def bargaining(proposals: Sequence[ProposalRow]) -> Iterator[tuple[int, str, str, str]]:
    """The weight, the article, proposer and answerer of each answer."""
    for proposal in proposals:
        for response in proposal.responses:
            for proposer in proposal.proposers:
                if response.by is not None and response.by != proposer:
                    yield ANSWERED, response.evidence[0].article, proposer, response.by
