"""How well a description fits a referent: what they share, added up.

0 or less means that they cannot be the same.
"""

from __future__ import annotations

from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.gazetteer import body_words
from dragoman.annotate.referents.nominals import Description
from dragoman.annotate.referents.sorts import Sort
from dragoman.annotate.referents.wordlists import office_classes, sex_of_word, words
from dragoman.model.mention import EntityKind

# Words that tell two of one office apart.
RANKS = frozenset(
    "prime vice deputy former opposition rebel party spiritual religious union separatist student".split()
)
LEADERS = frozenset(["head_of_state", "head_of_government"])
ANYBODY = frozenset(["leader", "official", "politician", "statesman", "man", "woman", "veteran", "figure", "chief"])
BODY_WORDS = frozenset(
    ["organization", "organisation", "group", "company", "agency", "party", "movement", "firm", "bloc"]
)
ACCORDS = frozenset(["agreement", "accord", "treaty", "deal", "pact", "settlement", "compromise"])
TRUCES = frozenset(["ceasefire", "truce", "cease-fire", "armistice"])
TALKS = frozenset(["talk", "talks", "negotiation", "negotiations"])
MEETINGS = frozenset(["meeting", "session"])
WARS = frozenset(["war", "conflict"])
INSURGENTS = frozenset(["rebel", "insurgent", "guerrilla"])
FAMILIES = (INSURGENTS, ACCORDS, TRUCES, TALKS, MEETINGS, WARS)


def common_key(found: Description, country: str | None) -> object | None:
    """What a description is one by in its article without looking back, where it is."""
    if found.sort is Sort.DELEGATION and country:
        return ("delegation", country)
    if found.sort is Sort.BODY and country:
        return ("body", country, found.modifiers, found.word)
    if found.sort is Sort.GROUP and (country or found.modifiers):
        return ("group", country, found.modifiers, found.word)
    if found.sort is Sort.GROUP:
        return ("group", "all", found.word)
    if found.sort in (Sort.AGREEMENT, Sort.EVENT) and found.modifiers and not found.indefinite:
        return (found.sort, family(found.word), found.modifiers, frozenset(found.countries))
    return None


def family(word: str) -> str:
    """The first word of those that stand for one another, so that "the pact" can be "the accord"."""
    return next((min(f) for f in FAMILIES if word in f), word)


def rate(found: Description, referent: Referent, owner: Referent | None, home: frozenset[str] = frozenset()) -> float:
    """How well the description fits the referent; `home` are the countries the article is mostly about."""
    if found.sort is Sort.PERSON:
        return _person(found, referent, owner, home)
    if found.sort is Sort.GROUP:
        bare = found.definite and not found.modifiers and not found.countries and found.owner is None
        known = referent.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION) and not referent.state
        return 2.0 if bare and known and family(found.word) in map(family, referent.heads) else 0.0
    if found.sort is Sort.COUNTRY:
        return 0.5 if referent.state else 0.0
    if found.sort is Sort.BODY:
        return _body(found, referent)
    if found.sort is Sort.DELEGATION:
        bare = not found.countries and found.owner is None and not found.modifiers
        return 2.0 if bare and referent.kind is EntityKind.GROUP and referent.heads & DELEGATES else 0.0
    if found.sort in (Sort.AGREEMENT, Sort.EVENT):
        return _thing(found, referent)
    return 0.0


DELEGATES = words("agents", "delegations", "heads")


def _person(found: Description, referent: Referent, owner: Referent | None, home: frozenset[str]) -> float:
    """By office and country: "the Turkish president" is a president, and Turkish as far as the text shows."""
    if referent.kind is not EntityKind.PERSON or referent.plural or found.plural:
        return 0.0
    sex = sex_of_word(found.word)
    if sex and referent.sex and sex != referent.sex:
        return 0.0
    if found.country and referent.country and found.country != referent.country:
        return 0.0
    if found.word in words("titles", "kin"):
        return 0.0
    score = 1.5 if found.country and referent.country == found.country else 0.0
    if found.country and not referent.country:
        score -= 0.5 if found.country in home else 3.0
    return score + _office(found, referent, owner)


def _office(found: Description, referent: Referent, owner: Referent | None) -> float:
    if found.word == "counterpart":
        shared = owner is not None and bool(owner.offices & referent.offices)
        return 1.5 if shared and owner is not referent and found.country else -9.0
    asked = offices_of(found)
    if found.word in referent.heads:
        return 2.0 if _modifiers_agree(found, referent) else -9.0
    if asked & referent.offices and found.word != "minister":
        return 1.2
    if found.word == "leader" and referent.offices & LEADERS and not found.modifiers:
        return 1.2
    if found.word in ANYBODY and referent.offices - {"other", "scholar", "press"} and found.definite:
        return 0.4
    return -9.0


def offices_of(found: Description) -> frozenset[str]:
    offices = office_classes().get(found.word, frozenset())
    if found.word == "minister" and "prime" in found.modifiers:
        return frozenset(["head_of_government"])
    return offices - {"official", "other", "head"}


def _modifiers_agree(found: Description, referent: Referent) -> bool:
    """ "The foreign minister" is not the defence minister, if the text gives both."""
    kinds = words("agents", "organizations", "kinds") | RANKS
    asked = found.modifiers & kinds
    told = [frozenset(t.text.lower().split()) & kinds for t in referent.titles if found.word in t.heads]
    if not told:
        told = [d.modifiers & kinds for d in referent.descriptions if d.word == found.word]
    return not asked or any(asked <= t for t in told)


def _body(found: Description, referent: Referent) -> float:
    if referent.kind is not EntityKind.ORGANIZATION or found.owner is not None:
        return 0.0
    if found.countries and referent.country != found.country:
        return 0.0
    if found.modifiers and not any(found.modifiers <= set(name) for name in referent.names):
        return 0.0
    last_words = {name[-1] for name in referent.names} | referent.heads
    if found.word in last_words:
        return 2.0
    if found.word == "party" and any(name[-1].title() in body_words() for name in referent.names):
        return 0.0
    return 0.6 if found.word in BODY_WORDS and referent.is_named and not referent.state else 0.0


def _thing(found: Description, referent: Referent) -> float:
    """By the family of its head, and by no word that tells it apart."""
    kind = EntityKind.AGREEMENT if found.sort is Sort.AGREEMENT else EntityKind.EVENT
    if referent.kind is not kind or not found.definite:
        return 0.0
    heads = {family(h) for h in referent.heads} | {family(name[-1]) for name in referent.names}
    if family(found.word) not in heads:
        return 0.0
    known = frozenset().union(*(d.modifiers for d in referent.descriptions), *(set(n) for n in referent.names))
    if not found.modifiers <= known:
        return 0.0
    shown = {c for d in referent.descriptions for c in d.countries}
    if found.countries and shown and not set(found.countries) & shown:
        return 0.0
    return 1.5 + (0.5 if found.modifiers else 0.0)
