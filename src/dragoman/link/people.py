"""Which persons of different articles are one.

Two full names that sound alike are one person; a surname alone joins the one person who bears it, if nothing speaks
against it (another country, another sex) and something besides the name speaks for it. Whoever is not sure stays
alone and the link says so. Names are compared inside blocks that share a key, so that the cost grows with the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler, Levenshtein

from dragoman.link.chains import Chain
from dragoman.model.mention import Judgement, Reason, Score
from dragoman.model.names import PARTICLES, fold_name, name_words, sound

ALIKE = 0.9  # Jaro-Winkler of two sounds that are one name transliterated twice
BONES = 5  # consonants, by their kind, that two spellings of a full name share at least
VOWELS = str.maketrans("oe", "ui")
SURE = 1.0
OFTENER = 3
MALE, FEMALE = frozenset(["mr", "sir", "king", "lord"]), frozenset(["mrs", "ms", "miss", "dame", "lady", "queen"])
EMPTY = frozenset(["the", "of", "for", "and", "former", "to", "s", "a"])
CLEAR = 0.5  # by how much one bearer of a name must be likelier than the next


@dataclass(slots=True)
class Person:
    """One person, with the chains that mean them and why."""

    chains: list[tuple[Chain, Judgement, Score]] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, chain: Chain, judgement: Judgement, *reasons: Reason) -> None:
        self.chains.append((chain, judgement, Score(reasons)))
        if judgement is Judgement.SAME and len(chain.words) > 1:
            self.names.add(chain.words)

    @property
    def single_names(self) -> frozenset[str]:
        """Names of one word under which articles that know the full name speak of the same person."""
        sure = (chain for chain, judgement, _ in self.chains if judgement is Judgement.SAME and len(chain.words) > 1)
        words = {name_words(name) for chain in sure for name, _ in chain.names}
        return frozenset(name[0] for name in words if len(name) == 1 and name[0] not in PARTICLES)

    @property
    def country(self) -> str | None:
        known = sorted(c.country for c, j, _ in self.chains if c.country and j is Judgement.SAME)
        return max(known, key=lambda c: (known.count(c), c)) if known else None


def people(chains: list[Chain]) -> list[Person]:
    """The persons that these chains mean; each chain is in one of them."""
    full = [c for c in chains if len(c.words) > 1]
    short = [c for c in chains if len(c.words) <= 1]
    around = _around(chains)
    persons = _by_full_name(full, around)
    bearers = _bearers(persons, around)
    alone: dict[tuple[str, str | None], Person] = {}
    for chain in short:
        if not _joined(chain, bearers, around):
            key = (sound(chain.words[0]) if chain.words else "", chain.country)
            alone.setdefault(key, Person()).add(chain, Judgement.SAME, Reason("the same single name", 1.0))
    return [*persons, *alone.values()]


# --- full names ------------------------------------------------------------------------------------------------


def _by_full_name(chains: list[Chain], around: dict[str, set[str]]) -> list[Person]:
    forms = sorted({c.words for c in chains}, key=lambda w: (-len(w), w))
    group: dict[tuple[str, ...], tuple[str, ...]] = {}
    held: dict[tuple[str, ...], set[str]] = defaultdict(set)  # the articles that print a form
    offices: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
    for chain in chains:
        held[chain.words].add(chain.article)
        offices[chain.words] |= title_words(chain) - MALE - FEMALE - EMPTY
    blocks: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in forms:
        near = dict.fromkeys(other for key in keys_of(form) for other in blocks[key])
        match = next((other for other in near if why_same_name(form, other)), None)
        if match is None:  # one article spells a name one way: two like names in it are two people
            alike_ones = (o for o in near if written_alike(form, o) and not held[group[o]] & held[form])
            match = next((o for o in alike_ones if offices[o] & offices[form] or _met(held, around, form, o)), None)
        group[form] = group[match] if match else form
        if match is not None:
            held[group[form]] |= held[form]
        for key in keys_of(form):
            blocks[key].append(form)
    persons: dict[tuple[str, ...], Person] = {}
    for chain in chains:
        head = group[chain.words]
        otherwise = "the same name, transliterated otherwise"
        why = "the same full name" if head == chain.words else why_same_name(head, chain.words) or otherwise
        persons.setdefault(head, Person()).add(chain, Judgement.SAME, Reason(why, 3.0))
    return list(persons.values())


def _met(
    held: dict[tuple[str, ...], set[str]], around: dict[str, set[str]], one: tuple[str, ...], other: tuple[str, ...]
) -> bool:
    """Whether articles name two forms in one company: the same other persons, two of them at least."""
    left, right = (frozenset().union(*(around[a] for a in held[form])) for form in (one, other))
    return len(left & right - {fold_name(one[-1]), fold_name(other[-1])}) > 1


def keys_of(words: tuple[str, ...]) -> list[str]:
    """The blocks that a full name is compared in: consonants of the surname with the start of a given name."""
    bones = [skeleton(w) for w in words]
    pairs = [(bones[-1], b) for b in bones[:-1]] + [(bones[0], bones[-1])]
    return [*dict.fromkeys(f"{a}|{b[:1]}" for a, b in pairs), *(f"={skeleton(row)}" for row in rows(words))]


def skeleton(word: str) -> str:
    """The consonants of a name by their kind, so that spellings of one name share it.

    >>> skeleton("Gaddafi") == skeleton("Qadhafi") == skeleton("Kaddafi")
    True
    """
    text = sound(word)
    first = text[:1] if text[:1] in "aeiou" else ""
    bones = re.sub(r"[aeiouh]", "", text).translate(str.maketrans("gqdbpvzj", "kktppfss"))
    return (("a" if first else "") + re.sub(r"(.)\1+", r"\1", bones)) or text


def why_same_name(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Why two full names are taken for one name, or nothing.

    >>> why_same_name(("andrii", "sybiha"), ("andriy", "sybiha"))
    'the same name in another spelling'
    >>> why_same_name(("lucia", "ortega"), ("ana", "ortega")) is None
    True
    """
    if sorted(left) == sorted(right):
        return "the same name in another order"
    a, b = [sound(w) for w in left], [sound(w) for w in right]
    if sorted(a) == sorted(b):
        return "the same name in another spelling"
    if not alike(a[-1], b[-1]):
        return None
    if _all_fit(a[:-1], b[:-1]):
        return "the same name in another spelling" if len(a) == len(b) else "the same name, one fuller"
    return None


def rows(words: tuple[str, ...]) -> list[str]:
    """A full name run together as it sounds, with its particles and without."""
    sounds = [sound(w) for w in words]
    bare = [s for w, s in zip(words, sounds, strict=True) if w not in PARTICLES]
    return list(dict.fromkeys(("".join(sounds), "".join(bare))))


def written_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names may be one transliterated by two schemes: all their consonants, and most vowels, agree.

    >>> written_alike(("omar", "abdul", "salam"), ("umar", "abdelsalam")), written_alike(("ben", "ali"), ("benali",))
    (True, False)
    >>> written_alike(("ali", "hassan", "khalil"), ("ali", "hussein", "khalil"))
    False
    """
    return any(_agree(a, b) for a in rows(left) for b in rows(right))


def _agree(a: str, b: str) -> bool:
    """Whether two names run together have the same consonants and nearly the same vowels."""
    bones = skeleton(a)
    if len(bones) < BONES or bones != skeleton(b):
        return False
    one, other = (re.sub("[^uia]", "", s.translate(VOWELS)) for s in (a, b))
    return Levenshtein.distance(one, other) <= max(len(one), len(other)) // 3


def alike(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) > 3 and JaroWinkler.similarity(left, right) >= ALIKE)


def _all_fit(left: list[str], right: list[str]) -> bool:
    """Whether each given name of the shorter row has its equal, or its initial, in the other, in the same order."""
    few, many = sorted((left, right), key=len)
    at = 0
    for word in few:
        while at < len(many) and not _given_alike(word, many[at]):
            at += 1
        if at == len(many):
            return False
        at += 1
    return bool(few)


def _given_alike(left: str, right: str) -> bool:
    return alike(left, right) or (min(len(left), len(right)) == 1 and left[:1] == right[:1])


# --- single names ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who bears a name, with what tells namesakes apart: the country, and whom articles name beside them."""

    person: Person
    country: str | None
    company: frozenset[str]
    titles: frozenset[str]
    articles: int


def _bearers(persons: list[Person], around: dict[str, set[str]]) -> dict[str, list[Bearer]]:
    """Who bears a surname (or, where it comes first, a family name), by its sound."""
    found: dict[str, list[Bearer]] = defaultdict(list)
    for person in persons:
        company = frozenset().union(*(around[c.article] for c, _, _ in person.chains))
        titles = frozenset().union(*(title_words(c) for c, _, _ in person.chains))
        articles = len({c.article for c, _, _ in person.chains})
        bearer = Bearer(person, person.country, company, titles, articles)
        ends = {w for name in person.names for w in (name[-1], name[0]) if w not in PARTICLES}
        for key in sorted({sound(w) for w in ends | person.single_names}):
            found[key].append(bearer)
    return found


def title_words(chain: Chain) -> frozenset[str]:
    """The words of all titles that a chain's mentions stand with."""
    return frozenset(word for role in chain.titles for word in fold_name(role.title).split())


def _around(chains: Iterable[Chain]) -> dict[str, set[str]]:
    """For each article the persons it names, as company that tells namesakes apart."""
    found: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        if chain.words:
            found[chain.article].add(fold_name(chain.words[-1]))
    return found


def _joined(chain: Chain, bearers: dict[str, list[Bearer]], around: dict[str, set[str]]) -> bool:
    """Whether the single name was joined to the one person that it means; an unsure one is noted with them."""
    if not chain.words:
        return False
    rated = [(_score(chain, bearer, around), bearer.person) for bearer in bearers.get(sound(chain.words[0]), [])]
    if not rated:
        return False
    rated = _weighed(rated, bearers[sound(chain.words[0])])
    best, person = rated[0]
    clear = len(rated) == 1 or best.value - rated[1][0].value >= CLEAR
    if best.value >= SURE and clear:
        person.add(chain, Judgement.SAME, *best.reasons)
        return True
    for score, doubtful in rated:
        if score.value > 0:
            doubtful.add(chain, Judgement.UNSURE, *score.reasons)
    return False


def _weighed(rated: list[tuple[Score, Person]], bearers: list[Bearer]) -> list[tuple[Score, Person]]:
    """The ratings, best first; of several bearers the one whom far more articles name has something for it."""
    counts = sorted((b.articles for b in bearers), reverse=True)
    if len(counts) > 1 and counts[0] >= OFTENER * counts[1]:
        known = next(b.person for b in bearers if b.articles == counts[0])
        by_far = Reason("by far the best known of the name", 0.5)
        rated = [(Score((*s.reasons, by_far)) if p is known else s, p) for s, p in rated]
    return sorted(rated, key=lambda r: -r[0].value)


def _score(chain: Chain, bearer: Bearer, around: dict[str, set[str]]) -> Score:
    word = sound(chain.words[0])
    person = bearer.person
    surname = any(sound(w) == word for w in {name[-1] for name in person.names} | person.single_names)
    reasons = [Reason("the surname" if surname else "the first name", 1.5 if surname else 0.8)]
    if len(bearer.company & around[chain.article]) > 1:
        reasons.append(Reason("in the same company", 0.5))
    if chain.country and bearer.country:
        same = chain.country == bearer.country
        reasons.append(Reason("the same country" if same else "another country", 1.0 if same else -2.0))
    said = title_words(chain)
    if {"mr", "mrs", "ms"} & said and (
        (said & MALE and bearer.titles & FEMALE) or (said & FEMALE and bearer.titles & MALE)
    ):
        reasons.append(Reason("another sex", -2.0))
    elif said & bearer.titles - MALE - FEMALE - EMPTY:
        reasons.append(Reason("the same office", 1.0))
    return Score(tuple(reasons))
