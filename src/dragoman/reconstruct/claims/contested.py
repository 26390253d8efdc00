"""Claims learn of what contests them: places that deny them, or have a value of theirs differently.

A dispute contests a claim where one of its positions rests on the claim's own clearest wording. Characterisations and
wordings contest nobody's facts and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reconstruct.claims.drafts import Dispute, Place, Told

HARD = ("date", "number", "polarity")
SHARE = 0.5  # of the longer of two stretches that must be shared


def contested(claims: Sequence[Told], disputes: Sequence[Dispute]) -> list[Told]:
    """The claims, each with the places that deny it or differ from it."""
    hard: defaultdict[str, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        if dispute.on in HARD and not dispute.refines:
            for article in sorted({place.span.article for p in dispute.positions for place in p.places}):
                hard[article].append(dispute)
    return [by_disputes(claim, hard[claim.text.span.article]) for claim in claims]


def by_disputes(claim: Told, disputes: Sequence[Dispute]) -> Told:
    """The claim with what denies it or differs from it in disputes that its article takes part in."""
    for dispute in disputes:
        held = next((p for p in dispute.positions if any(same(claim.text, place) for place in p.places)), None)
        if held is None:
            continue
        others = [p for position in dispute.positions if position is not held for p in position.places]
        kept = tuple(p for p in claim.places if not any(same(p, other) for other in others))
        if not kept:
            continue
        found = tuple(sorted(others))
        if dispute.on == "polarity":
            claim = replace(claim, places=kept, denies=(*claim.denies, *found))
        else:
            claim = replace(claim, places=kept, differs=(*claim.differs, *found))
    return claim


def same(one: Place, other: Place) -> bool:
    """Whether two places are mostly the same words."""
    if not one.span.overlaps(other.span):
        return False
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return common >= SHARE * max(len(one.span), len(other.span))
