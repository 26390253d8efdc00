"""Claims about parts of the record: who leads whom, who answered an offer and how, how a voice describes a party.

These are told in many shapes ("Moscow declined it", "which the Kremlin rejected as a ruse"), so that their words are
not compared: they are one claim where the record holds them to be one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.flow import Linked
from dragoman.model.record import EntityRow, ProposalRow
from dragoman.model.text import Span
from dragoman.reconstruct.articles import by_path
from dragoman.reconstruct.claims.drafts import Place, Told
from dragoman.reconstruct.contradict.character import Placed
from dragoman.reconstruct.statements import entity_of


def told_heads(linked: Linked) -> Iterator[Told]:
    """Who leads a delegation, where two articles or more tell it."""
    held: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    sides = {entity.id: entity.country or entity.side or entity.id for entity in linked.entities}
    for annotated in by_path(linked):
        for delegation in annotated.delegations:
            head = entity_of(annotated, linked, delegation.head)
            party = entity_of(annotated, linked, delegation.party) or head
            if head is not None and party is not None:
                held[head, sides.get(party, party)].append(Place(delegation.span))
    yield from (told for _, places in sorted(held.items()) for told in shared(places))


def told_answers(proposals: Sequence[ProposalRow], entities: Sequence[EntityRow]) -> Iterator[Told]:
    """How a side answered an offer, where two articles or more tell it alike."""
    sides = {row.id: row.country or row.side or row.id for row in entities}
    for proposal in proposals:
        held: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        for response in proposal.responses:
            if response.by is None:
                continue
            for e in response.evidence[:1]:
                place = Place(Span(e.article, e.start, e.end), response.statement or "")
                held[sides.get(response.by, response.by), response.stance].append(place)
        yield from (told for _, places in sorted(held.items()) for told in shared(places))


def told_placings(placings: Mapping[str, Sequence[Placed]], stories: Sequence[Sequence[str]]) -> Iterator[Told]:
    """How one voice describes one party, where two articles or more quote it so."""
    for story in stories:
        held: defaultdict[tuple[str, str, str, bool], list[Place]] = defaultdict(list)
        for article in sorted(story):
            for placed in placings.get(article, ()):
                if not placed.voice.startswith(article):
                    held[placed.scale, placed.side, placed.voice, placed.high].append(placed.place)
        yield from (told for _, places in sorted(held.items()) for told in shared(places))


def shared(places: Sequence[Place]) -> Iterator[Told]:
    if len({place.span.article for place in places}) > 1:
        yield Told(text=max(places, key=lambda p: (-abs(len(p.span) - 80), p)), places=tuple(dict.fromkeys(places)))
