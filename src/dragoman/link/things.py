"""Which places, bodies, groups, agreements and happenings of different articles are one.

A country is one by its code, whatever it is called; a body by its name, its letters, or its country and kind ("the
Norwegian foreign ministry"); a delegation by its country; an agreement or a happening by what its description says,
in articles about the same countries. What is not told apart by any word becomes no entity.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

import simplemma

from dragoman.link.chains import Chain
from dragoman.link.descriptions import country_of_word, described
from dragoman.link.firms import plain_firm, short_firms
from dragoman.link.parties import is_party, telling
from dragoman.link.spellings import alike_names
from dragoman.model.bodies import body_named
from dragoman.model.letters import letters
from dragoman.model.mention import EntityKind, Form, Judgement, Reason, Score
from dragoman.model.names import fold_name, sound

SMALL = frozenset(["of", "the", "and", "for", "de", "la", "del", "des", "du", "on", "in", "e", "y"])
HAPPENINGS = frozenset([EntityKind.AGREEMENT, EntityKind.EVENT])
OF = re.compile(r" (?:of|for) ")
SURE = 3.0
NATIONAL = frozenset(["government", "parliament", "cabinet", "army", "junta", "regime", "police"])
COUNTED = frozenset(["2", "both"])
SAME_DESCRIPTION = "the same description, of the same countries"
SAME_PARTY = "the same words for a group that acts, in articles about the same country"
FOLLOWED = "the same word for a body that is followed, in articles about the same countries"
Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Thing:
    """A place, body, group, agreement or happening, with the chains that mean it and why."""

    chains: list[tuple[Chain, Judgement, Score]] = field(default_factory=list)


def things(chains: list[Chain]) -> list[Thing]:
    """The things that these chains mean; a chain that no word tells apart is left out."""
    acronyms = _acronyms(chains) | alike_names(chains) | short_firms(chains)
    stories = _stories(chains)
    lands = {article: countries[:1] for article, countries in stories.items()}
    keys = _Keys(acronyms, stories, lands, _countries(chains), _governments(chains), _ends(chains, stories))
    found: dict[Key, Thing] = {}
    for chain in sorted(chains, key=is_bare_happening):  # what no word tells apart last: it may be one told before
        key, why = keys.of(chain)
        if key is not None:
            found.setdefault(key, Thing()).chains.append((chain, Judgement.SAME, Score((Reason(why, SURE),))))
    return list(found.values())


@dataclass(slots=True)
class _Keys:
    """By what a chain is one with others. `lands` is the country each article names most, `named` all that it does,
    `governments` the bodies of a country that some article tells as "the Norwegian government".

    `ends` gives for the last word of bodies' names these names, with the countries of their stories.
    `held` are the descriptions of happenings so far, by story and head.
    """

    acronyms: Mapping[str, str]
    stories: Mapping[str, tuple[str, ...]]
    lands: Mapping[str, Hashable]
    named: Mapping[str, frozenset[str]]
    governments: frozenset[Key]
    ends: Mapping[str, Mapping[str, frozenset[str]]]
    held: dict[Key, list[frozenset[str]]] = field(default_factory=lambda: defaultdict(list))

    def of(self, chain: Chain) -> tuple[Key | None, str]:
        if chain.state:
            return ("state", chain.state), "the same country"
        if chain.names and chain.kind not in HAPPENINGS:
            return self._named(chain)
        if chain.kind is EntityKind.GROUP:
            return _group(chain, self.stories.get(chain.article), self.lands.get(chain.article))
        if chain.kind in HAPPENINGS:
            return self._happening(chain)
        if chain.kind is EntityKind.ORGANIZATION and (name := bare(_plainest(chain))) in self.acronyms.values():
            return ("organization", name), "the same name in other words"
        if chain.kind is EntityKind.ORGANIZATION and not chain.names and (full := self.acronyms.get(name)):
            return ("organization", full), "the firm's name in short"
        if chain.kind is EntityKind.ORGANIZATION and chain.country and not chain.names:
            told = described(_plainest(chain))
            return ("body", chain.country, told.head, told.words), "the same body of the same country"
        if chain.kind is EntityKind.ORGANIZATION and is_told_apart(chain):
            told = described(_plainest(chain))
            return ("body", self.stories.get(chain.article), told.head, told.words), SAME_DESCRIPTION
        if chain.kind is EntityKind.ORGANIZATION and not chain.country and not chain.names:
            return self._bare_body(chain)
        return None, ""

    def _bare_body(self, chain: Chain) -> tuple[Key | None, str]:
        """A body told by no word but its head: the one government, the one body whose name ends so, or one of its own
        where the article follows it."""
        key, why = self._only_government(chain)
        told = described(_plainest(chain))
        unclear = told.head in NATIONAL and len(self.named.get(chain.article, ())) > 1
        if key is not None or not told.definite or told.words or unclear:
            return key, why
        story = self.stories.get(chain.article, ())
        ending = [name for name, lands in self.ends.get(told.head, {}).items() if lands & set(story)]
        if len(ending) == 1:
            return ("organization", ending[0]), "the one body whose name ends so"
        return (("body", story, told.head, told.words), FOLLOWED) if is_followed(chain) else (None, "")

    def _only_government(self, chain: Chain) -> tuple[Key | None, str]:
        """ "The government" is that of the one country of the story whose government the articles tell of."""
        told = described(_plainest(chain))
        if told.words or told.head not in NATIONAL:
            return None, ""
        keys = [("body", c, told.head, told.words) for c in sorted(self.named.get(chain.article, ()))]
        known = [key for key in keys if key in self.governments]
        return (known[0], "the one government of the story") if len(known) == 1 else (None, "")

    def _named(self, chain: Chain) -> tuple[Key, str]:
        usual = body_named(chain.fullest)
        folded = bare(usual or chain.fullest)
        folded = plain_firm(folded) if chain.kind is EntityKind.ORGANIZATION else folded
        full = self.acronyms.get(folded)
        if chain.kind is EntityKind.ORGANIZATION and chain.country and _begins_with_country(chain.fullest):
            told = described(chain.fullest)
            return ("body", chain.country, told.head, told.words), "the same body of the same country"
        if chain.kind is EntityKind.ORGANIZATION and " " not in folded and not chain.country and is_ordinary(folded):
            ending = self.ends.get(folded, {})
            if len(ending) == 1 and set(self.stories.get(chain.article, ())) & next(iter(ending.values())):
                return ("organization", next(iter(ending))), "the one body whose name ends so"
            return ("organization", folded, self.stories.get(chain.article)), "the same name, of the same countries"
        if chain.kind is EntityKind.PLACE:
            return ("place", " ".join(map(sound, (full or folded).split()))), "the same name"
        return (chain.kind.value, full or folded), "the same name in other words" if full or usual else "the same name"

    def _happening(self, chain: Chain) -> tuple[Key | None, str]:
        """By head and story; of two descriptions one may say more than the other, none may say otherwise."""
        told = [described(a) for a in chain.aliases]
        words = frozenset().union(*(t.words for t in told))
        countries = frozenset().union(*(t.countries for t in told))
        known = any(t.definite and (t.head in ("war", "talks") or is_followed(chain)) for t in told)
        if not words and not countries and not known and not chain.names:
            return None, ""
        head = Counter(t.head for t in told).most_common()
        best = min(head, key=lambda h: (-h[1], h[0]))[0]
        place: Key = (chain.kind.value, best, self.stories.get(chain.article))
        match = next((w for w in self.held[place] if w == words or (words and w and (w <= words or words <= w))), None)
        if match is None and not words and not countries and len(self.held[place]) == 1:
            match = self.held[place][0]
        if match is None:
            self.held[place].append(words)
            match = words
        return (*place, match), SAME_DESCRIPTION


def is_followed(chain: Chain) -> bool:
    """Whether an article speaks of somebody or something again, or has it speak or act."""
    return chain.acts or len(chain.mentions) > 1


def is_bare_happening(chain: Chain) -> bool:
    """Whether an agreement or happening is told by nothing but its head ("the accord")."""
    if chain.kind not in HAPPENINGS or chain.names:
        return False
    return not any(t.words or t.countries for t in map(described, chain.aliases))


def is_ordinary(word: str) -> bool:
    """Whether a name is an ordinary word ("Senate"), borne by a body of every country."""
    return bool(simplemma.is_known(word, lang="en")) and not body_named(word.upper())


def is_told_apart(chain: Chain) -> bool:
    """Whether some description of a chain says which one of its kind is meant, as if all knew it ("the rebel army")."""
    told = [described(alias) for alias in chain.aliases]
    return any(t.definite and t.words - COUNTED for t in told)


def _group(chain: Chain, story: Hashable, land: Hashable) -> tuple[Key | None, str]:
    told = described(_plainest(chain))
    head = "soldier" if told.head == "army" else told.head  # troops, whatever word they go by
    if told.head == "delegation" and chain.country:
        return ("delegation", chain.country), "the delegation of the same country"
    if chain.country:
        return ("group", chain.country, head, told.words), "the same people of the same country"
    if told.words and told.proper:
        return ("group", told.countries, head, told.words), "the same description"
    if len(told.countries) > 1 and not told.words and told.head != "delegation":
        return ("group", told.countries, head), "the same description"
    if is_told_apart(chain) and telling(told):
        return ("group", story, head, told.words), SAME_DESCRIPTION
    if (chain.acts or (told.definite and is_followed(chain))) and is_party(told, chain.aliases):
        return ("group", land, head, told.words), SAME_PARTY
    return None, ""


def _plainest(chain: Chain) -> str:
    """The description that says most by itself: without a pronoun for an owner, then the longest."""
    texts = (chain.names and [n for n, _ in chain.names]) or list(chain.aliases)
    owned = ("his ", "her ", "its ", "their ", "our ", "my ")
    return min(texts, key=lambda a: (a.lower().startswith(owned), -len(a.split()), a))


def _begins_with_country(name: str) -> bool:
    first = name.replace("’", "'").removeprefix("the ").split("'s ")[0]
    words = first.split()
    return any(country_of_word(" ".join(words[:n])) for n in (1, 2, 3) if n <= len(words)) and " " in name


def bare(name: str) -> str:
    """A name folded and without its article."""
    return fold_name(name).removeprefix("the ")


def initials(name: str) -> str:
    return "".join(w[0] for w in bare(name).replace("-", " ").split() if w not in SMALL)


def _acronyms(chains: list[Chain]) -> dict[str, str]:
    """For each row of letters that may stand alone, the one full name in the articles that it is known to be of."""
    full: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        name = chain.fullest or (_plainest(chain) if chain.kind is EntityKind.ORGANIZATION else "")
        if chain.kind is EntityKind.ORGANIZATION and " " in name and (chain.names or is_proper(name)):
            full[initials(name)].add(bare(name))
    found = {short: next(iter(names)) for short, names in full.items() if len(names) == 1 and len(short) > 2}
    known = {name for names in full.values() for name in names}
    return found | {short.lower(): name for short, told in letters().items() if (name := bare(told)) in known}


def _ends(chains: list[Chain], stories: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, frozenset[str]]]:
    """For the word that names of bodies end with, or that stands before "of", those names, with the countries that the
    articles with them name most."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for chain in chains:
        name = plain_firm(bare(body_named(chain.fullest) or chain.fullest))
        if chain.kind is EntityKind.ORGANIZATION and chain.names and " " in name and not chain.state:
            for word in sorted({name.split()[-1], OF.split(name)[0].split()[-1]}):
                lands = found[word].get(name, frozenset())
                found[word][name] = lands | frozenset(stories.get(chain.article, ()))
    return found


def _countries(chains: list[Chain]) -> dict[str, frozenset[str]]:
    """For each article the countries that it names, or has people and bodies of."""
    found: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        if chain.country:
            found[chain.article].add(chain.country)
    return {article: frozenset(countries) for article, countries in found.items()}


def _governments(chains: list[Chain]) -> frozenset[Key]:
    """The keys of bodies that are told with their country and by no other word."""
    found: set[Key] = set()
    for chain in chains:
        if chain.kind is EntityKind.ORGANIZATION and chain.country and not chain.state:
            told = described(_plainest(chain))
            if told.head in NATIONAL and not told.words:
                found.add(("body", chain.country, told.head, told.words))
    return frozenset(found)


def is_proper(name: str) -> bool:
    """Whether a description is a name by its capitals: "the Kurdistan Workers' Party"."""
    words = [word for word in name.removeprefix("the ").removeprefix("The ").split() if word not in SMALL]
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _stories(chains: list[Chain]) -> dict[str, tuple[str, ...]]:
    """For each article the two countries it names most: "the war" is another in an article about others."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for chain in chains:
        if chain.state:
            counts[chain.article][chain.state] += sum(m.form is Form.NAME for m in chain.mentions)
    return {a: tuple(sorted(sorted(c, key=lambda s: (-c[s], s))[:2])) for a, c in counts.items()}
