"""What others should do, as somebody is quoted to say, and what will be done to them if they do not.

Reads "should", "must" and "would ... if"; verbs that demand by themselves are for `putting`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.events.status import own_status
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import SUBJECTS, actors, named_among
from dragoman.annotate.offers.putting import TAKING, UNMADE, refusal
from dragoman.model.negotiation import How, MatterKind, Move, MoveKind
from dragoman.model.reading import Token


def threatened(verb: Token, page: Page) -> Iterator[Move]:
    """What somebody will do unless another yields: "they would impose sanctions if the truce was refused"."""
    if not any(t.lemma.lower() in offers().willing for t in page.tree.on(verb.index, "aux")):
        return
    tied = [t for t in page.tree.on(verb.index, "advcl") if page.tree.cases(t.index) & {"if", "unless"}]
    by = actors(verb, page) if tied else ()
    matter = matter_at(verb.index, page) if by else None
    if matter is None:
        return
    own = {mention.chain for mention in by}
    to = [m for m in named_among(page.tree.spread(page.tree.on(tied[0].index, *SUBJECTS)), page) if m.chain not in own]
    comes = verb.lemma.lower() in offers().attending or matter.kind in (MatterKind.TALKS, MatterKind.SUMMIT)
    if to and matter.kind is not MatterKind.OTHER and not comes:
        yield Move(
            kind=MoveKind.PROPOSE,
            span=matter.span,
            matter=matter,
            by=by,
            to=tuple(to),
            statement=page.statement_of(verb),
            how=How.ULTIMATUM,
        )


def obliged_by_word(verb: Token, page: Page) -> Iterator[Move]:
    """What somebody is quoted to say that another party should do."""
    if not any(t.lemma.lower() in offers().obliging for t in page.tree.on(verb.index, "aux")):
        return
    if own_status(verb.index, page.tree) in UNMADE and not page.tree.on(verb.index, "advmod"):
        return
    speaker = page.speaker_of(verb)
    to = named_among(page.tree.spread(page.tree.on(verb.index, *SUBJECTS)), page) if speaker is not None else ()
    if speaker is None or not to or speaker.chain in {m.chain for m in to}:
        return
    matter = matter_at(verb.index, page)
    if matter is None:
        return
    taken = [matter_at(t.index, page) for t in page.tree.on(verb.index, "obj") if verb.lemma.lower() in TAKING]
    if taken and taken[0] is not None and taken[0].definite:
        yield replace(refusal(verb, taken[0], (speaker,), page, MoveKind.ACCEPT), to=to)
        return
    yield Move(
        kind=MoveKind.PROPOSE,
        span=matter.span,
        matter=matter,
        by=(speaker,),
        to=to,
        statement=page.statement_of(verb),
        how=How.DEMAND,
        firm=matter.kind is not MatterKind.OTHER,
    )
