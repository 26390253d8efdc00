"""Whom an office means where only other articles name its holder: "the president" of a piece about President Okello.

A description without a name goes to the one person who is told to hold the office, if the article names him too, or if
both are of the same country. Two who may be meant leave it alone. Does not look back inside an article: that is done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.link.chains import Chain
from dragoman.link.descriptions import described
from dragoman.link.people import Person
from dragoman.model.mention import EntityKind, Judgement, Reason
from dragoman.model.names import fold_name

# Words that make another office of one, whatever else is said of it.
OTHERWISE = frozenset(
    "former ex vice deputy late then acting interim prime outgoing opposition elect assistant candidate".split()
)
UNCLEAR = frozenset(
    "man woman official aide source spokesman spokeswoman spokesperson soldier officer member one counterpart "
    "predecessor successor rival ally colleague".split()
)


@dataclass(frozen=True, slots=True)
class Office:
    """What is told of an office: its head word, what tells which one, and what makes it another."""

    head: str
    words: frozenset[str]
    apart: frozenset[str]

    @classmethod
    def of(cls, *texts: str) -> Office:
        """What one or more descriptions of one office say together; the first gives its head."""
        told = [described(text) for text in texts]
        words = frozenset().union(*(t.words for t in told))
        said = {word for text in texts for word in fold_name(text).replace("-", " ").split()}
        return cls(told[0].head, words - OTHERWISE, OTHERWISE & said)

    def may_be(self, other: Office) -> bool:
        """Whether all that is told here is told of the other office too ("minister" is no "prime minister")."""
        return self.head == other.head and self.words <= other.words and self.apart == other.apart


Holders = Mapping[str, list[tuple[Office, Person]]]


def join_offices(chains: Sequence[Chain], persons: Sequence[Person]) -> None:
    """Adds each description of an office to the one person who holds it."""
    holders = _holders(persons)
    for chain in chains:
        offices = _offices(chain) if chain.kind is EntityKind.PERSON and not chain.names else []
        if not offices:
            continue
        able = [p for p in _fitting(offices, holders) if not _is_of_another(chain, p)]
        named = [p for p in able if any(c.article == chain.article for c, j, _ in p.chains if j is Judgement.SAME)]
        known = [p for p in able if chain.country is not None and p.country == chain.country]
        if len(named) == 1:
            named[0].add(chain, Judgement.SAME, Reason("the office, held by somebody whom the article names", 2.0))
        elif not named and len(known) == 1:
            known[0].add(chain, Judgement.SAME, Reason("the office, of the same country", 2.0))


def _offices(chain: Chain) -> list[Office]:
    """The offices that a chain's definite descriptions tell, one for each head word."""
    texts: dict[str, list[str]] = defaultdict(list)
    definite: set[str] = set()
    for alias in chain.aliases:
        told = described(alias)
        texts[told.head].append(alias)
        if told.definite or told.countries:
            definite.add(told.head)
    return [Office.of(*texts[head]) for head in sorted(definite - UNCLEAR)]


def _holders(persons: Sequence[Person]) -> Holders:
    """By the head word of an office, whoever is told to hold one."""
    found: dict[str, list[tuple[Office, Person]]] = defaultdict(list)
    for person in persons:
        sure = [chain for chain, judgement, _ in person.chains if judgement is Judgement.SAME]
        for title in sorted({role.title for chain in sure for role in chain.titles}):
            office = Office.of(title)
            found[office.head].append((office, person))
    return found


def _fitting(offices: Sequence[Office], holders: Holders) -> list[Person]:
    """Who holds one of these offices, each once."""
    found: dict[int, Person] = {}
    for office in offices:
        for held, person in holders.get(office.head, []):
            if office.may_be(held):
                found[id(person)] = person
    return list(found.values())


def _is_of_another(chain: Chain, person: Person) -> bool:
    return chain.country is not None and person.country is not None and chain.country != person.country
