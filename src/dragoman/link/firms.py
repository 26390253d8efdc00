"""The short forms of firms and papers across articles: "Halden", "the Halden group", "Halden Online".

A firm is meant by the word that its full name alone begins with, with or without a word that only says what it is. Does
not shorten names that begin with a country or a place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dragoman.link.chains import Chain
from dragoman.link.descriptions import country_of_word
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name

GENERIC = frozenset(
    "group company corporation firm bank hospital hospitals airline airlines holdings industries".split()
)
LEGAL = frozenset("online inc ltd plc corp co llc gmbh ag sa nv limited incorporated".split())


def plain_firm(name: str) -> str:
    """A folded name without the words behind it that are only law or medium.

    >>> plain_firm("halden motors ltd"), plain_firm("lakeside post online"), plain_firm("online")
    ('halden motors', 'lakeside post', 'online')
    """
    words = name.split()
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    return " ".join(words)


def folded_firm(chain: Chain) -> str:
    """The folded name of a body, or what it is called without one ("the Halden group")."""
    return fold_name(chain.fullest or min(chain.aliases, key=len, default="")).removeprefix("the ")


def firm_words(chains: Iterable[Chain]) -> frozenset[str]:
    """The words that names of firms begin with, and that are in nobody's full name and no place's."""
    firms: set[str] = set()
    others: set[str] = set()
    for chain in chains:
        words = fold_name(chain.fullest).removeprefix("the ").split()
        if chain.kind is EntityKind.ORGANIZATION and len(words) > 1 and words[-1] in GENERIC and not chain.state:
            firms.add(words[0])
        elif len(words) > 1 or chain.state or chain.placed or chain.titles:
            others.update(words)
    return frozenset(word for word in firms - others if not country_of_word(word.title()))


def short_firms(chains: Iterable[Chain]) -> dict[str, str]:
    """For each folded short form of a firm the one full name in the articles that it can be of."""
    said = list(chains)
    begin = firm_words(said)
    names = {plain_firm(name) for c in said if c.kind is EntityKind.ORGANIZATION and (name := folded_firm(c))}
    full: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        if len(words) > 2 and words[-1] in GENERIC and words[0] in begin:
            full[words[0]].add(name)
    found = {name: plain_firm(name) for name in names if plain_firm(name) != name}
    for name in sorted(names):
        words = name.split()
        known = full.get(words[0], set())
        if len(known) == 1 and name not in known and (len(words) == 1 or (len(words) == 2 and words[1] in GENERIC)):
            found[name] = next(iter(known))
    return found
