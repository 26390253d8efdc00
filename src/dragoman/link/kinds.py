"""One kind for one name: what several articles name alike is of the kind that most of them take it for.

Overrules a model that takes a town for a person in one article of several. Leaves countries and their governments,
capitals, and names that are told with a title alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.link.chains import Chain
from dragoman.link.firms import firm_words
from dragoman.model import countries as world
from dragoman.model.mention import EntityKind, Form
from dragoman.model.names import fold_name

KINDS = frozenset([EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANIZATION, EntityKind.GROUP])
PLACED = 3  # what "in" before a name weighs, in mentions


def with_one_kind(chains: Sequence[Chain]) -> list[Chain]:
    """The chains; those of one name that are taken for different kinds are of the one that is taken most often."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for chain in chains:
        if may_change(chain):
            votes[key(chain)][chain.kind] += sum(mention.form is Form.NAME for mention in chain.mentions)
            votes[key(chain)][EntityKind.PLACE] += PLACED * chain.placed
    firms = firm_words(chains)
    for word in firms & votes.keys():
        votes[word][EntityKind.ORGANIZATION] += sum(votes[word].values()) + 1
    return [replace(c, kind=most(votes[key(c)], c.kind)) if may_change(c) else c for c in chains]


def key(chain: Chain) -> str:
    """The folded name that chains of one name share."""
    return fold_name(chain.fullest).removeprefix("the ")


def most(votes: Counter[EntityKind], kind: EntityKind) -> EntityKind:
    """The kind with most votes; the chain's own where it has as many."""
    return min(votes, key=lambda k: (-votes[k], k is not kind, k.value))


def may_change(chain: Chain) -> bool:
    """Whether nothing but the model says of what kind a name is."""
    if not chain.names or chain.kind not in KINDS or chain.state or chain.titles:
        return False
    name = chain.fullest
    return not (world.named_country(name) or world.capital_country(name) or world.adjective_country(name))
