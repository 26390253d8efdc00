"""Which noun phrases describe somebody or something without a name.

Finds "the Ukrainian president", "its delegation", "both sides", "the Ranau accord", "the talks" by the word lists, and
reads off what each says: of which country, whose, one or many, known already or new. Does not say whom they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.gazetteer import place_country
from dragoman.annotate.referents.wordlists import words
from dragoman.model import countries as world
from dragoman.model.bodies import is_of_many
from dragoman.model.mention import EntityKind, Form
from dragoman.model.names import fold_name

POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "such"])
INDEFINITE = frozenset(["a", "an", "another", "any", "some", "no", "every", "each", "several", "many", "other", "one"])
PRONOUNS = frozenset(["his", "her", "its", "their", "our", "my", "your"])
ADJECTIVES = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "VBG", "HYPH", "AFX", "FW"])
NUMBERS = {
    w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
NUMBERS |= {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
# Words that say nothing about which one is meant.
EMPTY = frozenset(
    "new recent current latest further same own proposed possible potential ongoing whole entire present so-called "
    "previous earlier later next last final more other real such two 2 both first second additional fresh unnamed "
    "senior top high-level failed".split()
)
TRUCES = frozenset(["ceasefire", "truce", "cease-fire", "armistice", "cease", "fire"])
TEAMS = frozenset(["delegation", "team"])
BODY_OF_TITLE = frozenset(
    ["spokesman", "spokeswoman", "spokesperson", "chief", "head", "official", "source", "sources", "officials"]
)
LONGEST = 12


class Sort(StrEnum):
    """What kind of thing a description describes."""

    PERSON = "person"
    DELEGATION = "delegation"
    SIDE = "side"
    BODY = "body"
    GROUP = "group"
    AGREEMENT = "agreement"
    EVENT = "event"
    COUNTRY = "country"


KINDS = {
    Sort.PERSON: EntityKind.PERSON,
    Sort.DELEGATION: EntityKind.GROUP,
    Sort.SIDE: EntityKind.GROUP,
    Sort.BODY: EntityKind.ORGANIZATION,
    Sort.GROUP: EntityKind.GROUP,
    Sort.AGREEMENT: EntityKind.AGREEMENT,
    Sort.EVENT: EntityKind.EVENT,
    Sort.COUNTRY: EntityKind.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A noun phrase with what it says. `word` is its head in the singular, `owner` a token of whose it is."""

    stretch: Stretch
    sort: Sort
    word: str
    plural: bool
    definite: bool
    indefinite: bool
    countries: tuple[str, ...]
    modifiers: frozenset[str]
    owner: int | None

    @property
    def country(self) -> str | None:
        return self.countries[0] if len(self.countries) == 1 else None


def descriptions(context: Context, named: list[Stretch]) -> list[Description]:
    """The descriptions of the article in its order, outside of names and titles."""
    taken = [False] * len(context.tokens)
    titled = [False] * len(context.tokens)
    for stretch in named:
        taken[stretch.first : stretch.last] = [True] * (stretch.last - stretch.first)
        for first, last in stretch.titles:
            titled[first:last] = [True] * (last - first)
    starts = {s.first for s in named}
    found = [d for i in range(len(context.tokens)) if not taken[i] for d in _at(context, i, starts)]
    return [d for d in found if not titled[d.stretch.head] or d.sort is Sort.BODY]


def _at(context: Context, head: int, starts: set[int]) -> Iterator[Description]:
    token = context.tokens[head]
    if token.tag not in ("NOUN", "PROPN") or context.headline[head] or not _ends_phrase(context, head, starts):
        return
    plural = token.fine in ("NNS", "NNPS") or (token.lemma != token.text.lower() and token.text.endswith("s"))
    word = singular(token.text)
    first = _opening(context, head)
    said = [context.lower(i) for i in range(first, head)]
    countries = tuple(dict.fromkeys(_countries(context, first, head)))
    owner = _owner(context, first, head)
    sort = _sort(word, plural, said, countries, owner is not None)
    if sort is None or (sort not in (Sort.AGREEMENT, Sort.EVENT) and _is_predicate(context, head)):
        return
    last = _closing(context, head) if sort in (Sort.GROUP, Sort.EVENT, Sort.AGREEMENT) else head + 1
    stretch = Stretch(
        first=first, last=last, kind=KINDS[sort], form=Form.NOMINAL, head=head, owner=owner,
        country=countries[0] if len(countries) == 1 and sort not in (Sort.EVENT, Sort.AGREEMENT) else None,
    )  # fmt: skip
    modifiers = frozenset(_modifiers(context, first, head))
    if sort is Sort.AGREEMENT and modifiers & TRUCES:
        word, modifiers = "ceasefire", modifiers - TRUCES
    yield Description(
        stretch=stretch,
        sort=sort,
        word=word,
        plural=plural,
        definite=bool(said) and (said[0] in DEFINITE | PRONOUNS or owner is not None),
        indefinite=bool(said) and said[0] in INDEFINITE,
        countries=countries,
        modifiers=modifiers,
        owner=owner,
    )


def singular(text: str) -> str:
    """A noun in the singular, by its ending.

    >>> singular("allies"), singular("Leaders"), singular("crisis"), singular("talks")
    ('ally', 'leader', 'crisis', 'talk')
    """
    lower = text.lower()
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "is", "us")) and len(lower) > 3:
        return lower[:-1]
    return {"men": "man", "women": "woman", "people": "people"}.get(lower, lower)


def _ends_phrase(context: Context, head: int, starts: set[int]) -> bool:
    """Whether the noun is the last of its phrase: neither a compound's first part nor a title before a name."""
    after = head + 1
    if after in starts or not context.same_sentence(head, after):
        return after not in starts
    token = context.tokens[after]
    if token.text in ("-", "–") and token.fine == "HYPH":
        return False
    if token.text.lower() in BODY_OF_TITLE and context.is_capital(head):
        return True
    return not (token.tag in ("NOUN", "PROPN") and token.fine != "NNP") or context.tokens[head].head != after


def _opening(context: Context, head: int) -> int:
    """Where the phrase with this head begins."""
    first = head
    while first > 0 and context.same_sentence(first - 1, head) and head - first < LONGEST:
        token = context.tokens[first - 1]
        text = token.text.lower()
        if token.tag == "DET" or text in PRONOUNS or text in DEFINITE | INDEFINITE:
            return first - 1
        if text in POSSESSIVE and token.fine == "POS":
            return _owner_opening(context, first - 1)
        if (
            (text in ("and", ",") and _joins_countries(context, first - 1))
            or (token.fine in ADJECTIVES and token.tag not in ("VERB", "AUX", "ADV"))
            or text == "-"
        ):
            first -= 1
        else:
            break
    while first < head and context.lower(first) in ("-", "and", ",", "–"):
        first += 1
    return first


def _owner_opening(context: Context, mark: int) -> int:
    """Where the owner begins whose "'s" stands at `mark`: a run of capitalised words, or a short noun phrase."""
    first = mark
    while first > 0 and context.same_sentence(first - 1, mark) and mark - first < 6:
        token = context.tokens[first - 1]
        if token.tag == "DET" or token.text.lower() in PRONOUNS:
            return first - 1
        ordinary = token.tag in ("PROPN", "NOUN", "ADJ") or token.fine in ("NNP", "NN", "JJ")
        if not ordinary and (not context.is_capital(first - 1) or token.tag in ("ADP", "SCONJ", "ADV", "CCONJ")):
            break
        first -= 1
    return first


def _joins_countries(context: Context, i: int) -> bool:
    """Whether an "and" or comma stands between two countries or peoples ("Turkish and Ukrainian officials")."""
    left = i - 1 if context.text(i - 1) != "," else i - 2
    return bool(place_country(context.text(left)) and place_country(context.text(i + 1))) or (
        context.text(i + 1) == "and" and bool(place_country(context.text(left)))
    )


def _countries(context: Context, first: int, head: int) -> Iterator[str]:
    end = first
    for i, j in context.runs(first, head, 4):
        if i < end:
            continue
        text = context.written(i, j)
        if j - i > 1 and is_of_many(text):
            end = j
            continue
        country = place_country(text) or (world.capital_country(text) if context.text(j) in POSSESSIVE else None)
        if country:
            end = j
            yield country


def _owner(context: Context, first: int, head: int) -> int | None:
    """A token of the one whose it is: a possessive pronoun, or the word before "'s"."""
    if context.lower(first) in PRONOUNS:
        return first
    for i in range(first, head):
        if context.text(i) in POSSESSIVE and context.tokens[i].fine == "POS":
            return i - 1
    return None


def _modifiers(context: Context, first: int, head: int) -> Iterator[str]:
    """What the words before the head say of it, folded; countries and empty words left out."""
    for i in range(first, head):
        token, text = context.tokens[i], fold_name(context.text(i))
        if not text or token.tag in ("DET", "PRON", "CCONJ", "PUNCT", "PART", "ADP") or token.text in POSSESSIVE:
            continue
        if place_country(token.text) or text in EMPTY or text in PRONOUNS | DEFINITE | INDEFINITE:
            continue
        yield NUMBERS.get(text, text)


def _sort(word: str, plural: bool, said: list[str], countries: tuple[str, ...], owned: bool) -> Sort | None:
    """What is described, or nothing where the words do not make it one that can be followed."""
    told = bool(countries) or owned
    definite = bool(said) and said[0] in DEFINITE
    capital = [w for w in said if w not in DEFINITE | INDEFINITE | PRONOUNS]
    if (
        plural
        and definite
        and (said[0] == "both" or "two" in said or not capital)
        and word in _list("groups", "relational")
    ):
        return Sort.GROUP
    if word in _list("sides", "heads"):
        return Sort.SIDE if countries else None
    if word in _list("delegations", "heads") and (plural or word in TEAMS) and (told or definite):
        return Sort.DELEGATION
    if word in _list("agreements", "heads"):
        topical = bool(countries) or bool(set(capital) & _list("agreements", "topics"))
        return Sort.AGREEMENT if topical or word not in _list("agreements", "weak") else None
    if word in _list("events", "heads") or f"{word}s" in _list("events", "heads"):
        return Sort.EVENT if definite or capital or owned or word not in _list("events", "weak") else None
    if not plural and word in _list("organizations", "heads"):
        return Sort.BODY if told or definite else None
    if plural and word in _list("groups", "heads"):
        return Sort.GROUP if told or capital else None
    if word == "forces" or (plural and word in ("force",) and told):
        return Sort.BODY
    if not plural and word in ("country", "nation"):
        return Sort.COUNTRY if definite and len(said) == 1 else None
    if not plural and (
        word in words("titles", "offices") or word in words("titles", "kin") or word in ("man", "woman")
    ):
        return Sort.PERSON if said and (definite or told or said[0] in INDEFINITE or said[0] in PRONOUNS) else None
    return None


def _list(table: str, key: str) -> frozenset[str]:
    return words("agents", table, key)


def _is_predicate(context: Context, head: int) -> bool:
    """Whether the noun says what somebody is ("is the president", "as president"), and means nobody anew."""
    return any(context.tokens[i].relation == "cop" for i in context.children[head])


def _closing(context: Context, head: int) -> int:
    """Where the phrase ends with what tells which one it is: "of Germany and France", "between March and April"."""
    after = head + 1
    if (
        context.headline[head]
        or context.lower(after) not in ("of", "between")
        or not context.same_sentence(head, after)
    ):
        return after
    last = after + 1
    while last < len(context.tokens) and context.same_sentence(head, last) and last - after < LONGEST:
        token = context.tokens[last]
        listed = token.text in (",", "and", "the") or token.text in POSSESSIVE
        if not (token.tag == "PROPN" or listed or (token.fine == "CD" and last > after + 1)):
            break
        last += 1
    while context.text(last - 1) in (",", "and", "the") or context.text(last - 1) in POSSESSIVE:
        last -= 1
    cut = (
        last < len(context.tokens) and context.tokens[last].tag in ("NOUN", "ADJ") and context.same_sentence(head, last)
    )
    return last if last > after + 1 and not cut else head + 1


def delegation_head(context: Context, found: Description) -> int | None:
    """The token of the person who leads the delegation: behind "led by", or before "leads"."""
    first, last = found.stretch.first, found.stretch.last
    at = last + 1 if context.text(last) == "," else last
    if context.tokens[min(at, len(context.tokens) - 1)].lemma == "be":
        at += 1
    if context.lower(at) in ("led", "headed") and context.lower(at + 1) == "by":
        inside = [i for i in range(at + 2, min(at + 14, len(context.tokens))) if context.same_sentence(at, i)]
        agents = [i for i in inside if context.tokens[i].fine == "NNP" and context.tokens[i].head <= at + 1]
        return agents[0] if agents else next((i for i in reversed(inside[:6]) if context.tokens[i].fine == "NNP"), None)
    verb = first - 1
    if context.lower(verb) not in ("lead", "leads", "led", "leading", "head", "heads", "headed", "heading"):
        return None
    subject = next((c for c in context.children[verb] if context.tokens[c].relation == "nsubj"), None)
    if subject is None and context.lower(verb - 1) == "to":
        sender = context.tokens[verb].head
        subject = next((c for c in context.children[sender] if context.tokens[c].relation == "obj"), None)
    return subject
