"""Disagreements on who leads: one side's delegation under one head by one article, under another by others.

Heads of other years than the talks are left alone where the words name the year, and so is a side for which one
article names several heads: there may have been several delegations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.flow import Annotated, Linked
from dragoman.reconstruct.claims.drafts import Dispute, Names, Place, Position
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.statements import entity_of

GROUPS = frozenset("delegation team side mission party talk negotiation for".split())


def head_disputes(
    story: Sequence[Annotated], linked: Linked, sides: Mapping[str, str], names: Names
) -> Iterator[Dispute]:
    """One for each side of a story whose articles, in the order of their paths, name different heads."""
    held: defaultdict[str, defaultdict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for annotated in story:
        for delegation in annotated.delegations:
            head = entity_of(annotated, linked, delegation.head)
            party = entity_of(annotated, linked, delegation.party)
            words = annotated.article.quote(delegation.span)
            if head is None or party is None or of_a_year(words) or not of_a_group(words):
                continue
            held[sides.get(party, party)][head].append(Place(delegation.span))
    for side, heads in sorted(held.items()):
        own = {head: places for head, places in heads.items() if leads_most(head, side, held)}
        yield from dispute(names.get(side, side), own, names)


def leads_most(head: str, side: str, held: Mapping[str, Mapping[str, Sequence[Place]]]) -> bool:
    """Whether somebody is not told to lead another side as often: a sentence that names two heads is easily misread."""
    here = len(held[side][head])
    return all(len(heads.get(head, ())) < here for other, heads in held.items() if other != side)


def dispute(side: str, heads: Mapping[str, Sequence[Place]], names: Names) -> Iterator[Dispute]:
    tellers = [{place.span.article for place in places} for places in heads.values()]
    if len(heads) < 2 or any(a & b for i, a in enumerate(tellers) for b in tellers[i + 1 :]):
        return
    yield Dispute(
        on="participants",
        question=f"Who leads the delegation of {side}?",
        why="one side's delegation, told of different heads",
        positions=tuple(Position(names.get(head, head), tuple(places)) for head, places in sorted(heads.items())),
    )


def of_a_group(words: str) -> bool:
    """Whether the words name the people who are led: a chief negotiator may lead nobody."""
    return any(word.strip(".,;’'s") in GROUPS for word in words.casefold().split())


def of_a_year(words: str) -> bool:
    return any(1900 < (number_in(word.strip(".,;")) or 0) < 2100 for word in words.split())
