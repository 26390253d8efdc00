"""Who leads whom at a meeting: each delegation that an article tells of goes to one meeting of that article.

The meeting told in its own words comes first, else the one told last before it that its party sits at. Talks of which
the article names fewer than two parties take those whose delegations are told beside them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Annotated, Linked
from dragoman.reconstruct.meetings.parties import Who, states_of
from dragoman.reconstruct.meetings.sameness import Part
from dragoman.reconstruct.statements import entity_of

BESIDE = 120  # characters within which a sentence goes on
NEAR = 1_000  # characters between a meeting and who is told to lead a delegation to it


@dataclass(frozen=True, slots=True)
class Leading:
    """Somebody who leads a party's delegation, and the words that say so."""

    party: str | None
    head: str
    evidence: Evidence


Led = Mapping[int, Sequence[Leading]]


def led(parts: Sequence[Part], sure: Sequence[bool], linked: Linked, who: Who) -> Led:
    """The leaders told for each meeting, by its place in the list; `sure` says which are meetings without them."""
    found: defaultdict[int, list[Leading]] = defaultdict(list)
    told: defaultdict[str, list[tuple[int, Part]]] = defaultdict(list)
    for number, part in enumerate(parts):
        for article in part.articles:
            told[article].append((number, part))
    for annotated in linked.articles:
        for leading in leaders_in(annotated, linked):
            side = who.side(leading.party or leading.head)
            place = meeting_of(leading, side, told[annotated.article.id], sure)
            if place is not None:
                found[place].append(leading)
    return found


def leaders_in(annotated: Annotated, linked: Linked) -> Iterator[Leading]:
    for delegation in annotated.delegations:
        head = entity_of(annotated, linked, delegation.head)
        if head is not None:
            party = entity_of(annotated, linked, delegation.party)
            yield Leading(party, head, Evidence.of(annotated.article, delegation.span))


def meeting_of(
    leading: Leading, side: str | None, parts: Sequence[tuple[int, Part]], sure: Sequence[bool]
) -> int | None:
    """Which of an article's meetings a delegation was led to, by its place in the list."""
    ranked = []
    for place, part in parts:
        away = distance(leading.evidence, part)
        if away is not None and abs(away) <= NEAR:
            known = side in part.sides
            apart = len(part.sides) > 1 and not known
            ranked.append(
                (apart, away != 0, not sure[place], not known, "talks" not in part.ways, away > 0, abs(away), place)
            )
    return min(ranked)[-1] if ranked and not min(ranked)[0] else None


def distance(evidence: Evidence, part: Part) -> int | None:
    """How many characters some words stand before the nearest that tell a meeting, less than none where behind them."""
    told = [t.mention.evidence for t in part.told if t.mention.article == evidence.article]
    return min((between(evidence, e) for e in told), key=abs, default=None)


def between(words: Evidence, told: Evidence) -> int:
    if words.end <= told.start:
        return told.start - words.end
    return min(told.end - words.start, 0)


def sent(part: Part, leaders: Sequence[Leading], who: Who) -> tuple[str, ...]:
    """The parties of talks that names fewer than two itself: those whose leaders are told, where they are two.

    Where it names nobody one is enough that is told beside it.
    """
    sides = {who.side(p): next(states_of(p, who), p) for leading in leaders if (p := leading.party) in who.rows and p}
    beside = [away for leading in leaders if (away := distance(leading.evidence, part)) is not None]
    if len(part.sides) > 1 or (len(sides) < 2 and (part.sides or min(map(abs, beside), default=NEAR) > BESIDE)):
        return ()
    return tuple(state for side, state in sides.items() if side not in part.sides)
