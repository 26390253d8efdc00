"""Descriptions that come before the name they mean: "the union" of a first paragraph, named in the third.

A body that is told by a bare head alone joins the one named body of the article whose name ends with that head. Does
nothing where two names do, or where the description says anything more.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.sorts import NATIONAL, Sort
from dragoman.model.mention import EntityKind


def named_later(referents: Sequence[Referent]) -> list[Referent]:
    """The referents; bodies without a name that a later name tells are part of the one that bears it."""
    kept: list[Referent] = []
    ends: dict[str, list[Referent]] = {}
    for referent in referents:
        if referent.is_named and referent.kind is EntityKind.ORGANIZATION:
            for word in sorted({name[-1] for name in referent.names if len(name) > 1}):
                ends.setdefault(word, []).append(referent)
    for referent in referents:
        bearers = ends.get(bare_head(referent) or "", [])
        if len(bearers) == 1 and referent.country in (None, bearers[0].country):
            bearers[0].stretches += referent.stretches
        else:
            kept.append(referent)
    return kept


def bare_head(referent: Referent) -> str | None:
    """The head that a body without a name is told by, where nothing else is told of it."""
    told = referent.descriptions
    if referent.is_named or referent.kind is not EntityKind.ORGANIZATION or not told:
        return None
    words = {description.word for description in told}
    plain = all(
        d.sort is Sort.BODY and d.definite and d.owner is None and not (d.modifiers or d.countries or d.plural)
        for d in told
    )
    return next(iter(words)) if plain and len(words) == 1 and not words & NATIONAL else None
