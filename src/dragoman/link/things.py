"""Which places, bodies, groups, agreements and happenings of different articles are one.

A country is one by its code, whatever it is called; other things by their folded name, an acronym by the one name
whose initials it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from dragoman.link.chains import Chain
from dragoman.model.mention import EntityKind, Form, Judgement, Reason, Score
from dragoman.model.names import fold_name

SMALL = frozenset(["of", "the", "and", "for", "de", "la", "del", "des", "du", "on", "in", "e", "y"])
NAMED_ONLY = frozenset([EntityKind.PLACE, EntityKind.ORGANIZATION])


@dataclass(slots=True)
class Thing:
    chains: list[tuple[Chain, Judgement, Score]] = field(default_factory=list)


def things(chains: list[Chain]) -> list[Thing]:
    """The things that these chains mean; a chain that names nothing and describes nothing is left out."""
    acronyms = _acronyms(chains)
    found: dict[tuple[str, ...], Thing] = {}
    for chain in chains:
        key, why = _key(chain, acronyms)
        if key is not None:
            thing = found.setdefault(key, Thing())
            thing.chains.append((chain, Judgement.SAME, Score((Reason(why, 3.0),))))
    return list(found.values())


def _key(chain: Chain, acronyms: dict[str, str]) -> tuple[tuple[str, ...] | None, str]:
    if chain.state:
        return ("state", chain.state), "the same country"
    if chain.names:
        folded = bare(chain.fullest)
        full = acronyms.get(folded)
        kind = chain.kind.value
        return (kind, full or folded), "the initials of the same name" if full else "the same name"
    if chain.kind in NAMED_ONLY or not any(m.form is Form.NOMINAL for m in chain.mentions):
        return None, ""
    return (chain.kind.value, bare(chain.aliases[0])), "the same description"


def bare(name: str) -> str:
    """A name folded and without its article."""
    return fold_name(name).removeprefix("the ")


def initials(name: str) -> str:
    return "".join(w[0] for w in bare(name).replace("-", " ").split() if w not in SMALL)


def _acronyms(chains: list[Chain]) -> dict[str, str]:
    """For each acronym that stands alone somewhere, the one full name in the articles with these initials."""
    full: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        if chain.kind is EntityKind.ORGANIZATION and " " in chain.fullest:
            full[initials(chain.fullest)].add(bare(chain.fullest))
    return {short: next(iter(names)) for short, names in full.items() if len(names) == 1 and len(short) > 1}
