"""The kind of a proposal as the record names it, and in plain words what it rests on.

What no word names is an exchange where something is given in return, and an agreement where it is one of the terms that
negotiators write into one (money, amnesty, land, wages). Which proposals are one goes by the named kinds alone.
"""

from __future__ import annotations

from collections import Counter

from dragoman.model.negotiation import How, MatterKind
from dragoman.reconstruct.ledger.exchange import IN_EXCHANGE, Exchange

IF = "condition"  # what `annotate` calls a clause that binds an offer
# terms of anything
ASIDE = frozenset(
    "deadline elections purpose mediation signature access withdrawal monitoring demilitarisation".split()
)
FREED = ["prisoners"]


def kind_of(exchange: Exchange) -> MatterKind:
    """The kind that is named, else the one that its terms speak for."""
    if exchange.kind is not MatterKind.OTHER:
        return exchange.kind
    if bound_offer(exchange):
        return MatterKind.EXCHANGE
    terms = written_terms(exchange)
    if terms == FREED:
        return MatterKind.EXCHANGE
    return MatterKind.AGREEMENT if terms else MatterKind.OTHER


def bound_offer(exchange: Exchange) -> bool:
    """Whether something is offered if the other side does its part."""
    offered = [turn for turn in exchange.telling if turn.proposes and turn.move.how is How.OFFER]
    return any(condition.name == IF for turn in offered for condition in turn.matter.conditions)


def written_terms(exchange: Exchange) -> list[str]:
    """The names of its terms that agreements are made of, in their order, of those turns that put it forward."""
    made = [turn for turn in exchange.telling if turn.proposes] or exchange.telling
    made = [turn for turn in made if turn.move.how is not How.ULTIMATUM]  # what is threatened is no term
    found = dict.fromkeys(term.name for turn in made for term in turn.matter.further)
    return [name for name in found if name not in ASIDE]


def why(exchange: Exchange) -> str:
    """What the kind rests on."""
    told = Counter(t.matter.kind.value for t in exchange.turns if t.matter.kind is not MatterKind.OTHER)
    if told:
        counts = ", ".join(f"{kind} {number}" for kind, number in told.most_common())
        return f"by the nouns and verbs that name it ({counts})"
    if any(c.name == IN_EXCHANGE for m in exchange.matters for c in m.conditions):
        return "something is given in return for it"
    if bound_offer(exchange):
        return "it is offered on a condition"
    if (terms := written_terms(exchange)) == FREED:
        return "no word names a kind; prisoners are to go free"
    if terms:
        return f"no word names a kind; it sets terms that agreements are made of ({', '.join(terms)})"
    return "no word names a kind"
