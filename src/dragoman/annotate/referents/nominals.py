"""Which noun phrases describe somebody or something without a name.

Finds "the Ukrainian president", "its delegation", "both sides", "the Ranau accord", "the talks" by the word lists, and
reads off what each says: of which country, whose, one or many, known already or new. Does not say whom they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.phrases import (
    DEFINITE,
    INDEFINITE,
    POSSESSIVE,
    PRONOUNS,
    closing,
    countries_in,
    country_behind,
    ends_phrase,
    is_predicate,
    modifiers_in,
    opening,
    owner_in,
    singular,
)
from dragoman.annotate.referents.sorts import KINDS, Sort, Words, sort_of
from dragoman.model.mention import Form

HEADS = frozenset({"NOUN", "PROPN"})

TRUCES = frozenset(["ceasefire", "truce", "cease-fire", "armistice", "cease", "fire"])
ACTING = frozenset([Sort.PERSON, Sort.BODY, Sort.GROUP])
WITH_TAIL = frozenset([Sort.GROUP, Sort.EVENT, Sort.AGREEMENT])
SENDING = frozenset(["send", "dispatch", "appoint", "instruct", "name", "dismiss", "fire", "sack", "order", "assign"])
IRREGULAR = frozenset(["men", "women", "people", "media", "police", "children"])
HAPPENINGS = frozenset([Sort.EVENT, Sort.AGREEMENT])


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
    heads = [t.index for t in context.tokens if t.tag in HEADS and not (taken[t.index] or context.headline[t.index])]
    found = [description for head in heads for description in _at(context, head, starts)]
    return [d for d in found if not titled[d.stretch.head] or d.sort is Sort.BODY]


def _at(context: Context, head: int, starts: set[int]) -> Iterator[Description]:
    """The description whose head is this token, if it is one."""
    if not ends_phrase(context, head, starts):
        return
    if context.text(head + 1) in POSSESSIVE and context.is_capital(head) and context.is_capital(head + 2):
        return  # "Workers' Party" is one name
    first = opening(context, head)
    countries, owner = tuple(dict.fromkeys(countries_in(context, first, head))), owner_in(context, first, head)
    phrase = _words(context, first, head, has_country=bool(countries), has_owner=owner is not None)
    sort = sort_of(phrase)
    if not countries and owner is None and sort in ACTING:
        countries = tuple(country_behind(context, first, head))
    if sort is not None and (sort in HAPPENINGS or not is_predicate(context, head)):
        yield _described(context, first, head, phrase, sort, countries, owner)


def _words(context: Context, first: int, head: int, *, has_country: bool, has_owner: bool) -> Words:
    token = context.tokens[head]
    many = token.text.lower().endswith("s") or token.text.lower() in IRREGULAR
    plural = many and (token.fine in ("NNS", "NNPS") or token.lemma != token.text.lower())
    before = tuple(context.lower(i) for i in range(first, head))
    return Words(singular(token.text), plural, before, has_country, has_owner)


def _described(
    context: Context, first: int, head: int, phrase: Words, sort: Sort, countries: tuple[str, ...], owner: int | None
) -> Description:
    word, modifiers = phrase.head, frozenset(modifiers_in(context, first, head))
    if sort is Sort.AGREEMENT and modifiers & TRUCES:
        word, modifiers = "ceasefire", modifiers - TRUCES
    opener = phrase.before[0] if phrase.before else ""
    shown = countries[0] if len(countries) == 1 and sort not in HAPPENINGS else None
    last = closing(context, head) if sort in WITH_TAIL else head + 1
    return Description(
        stretch=Stretch(
            first=first, last=last, kind=KINDS[sort], form=Form.NOMINAL, head=head, owner=owner, country=shown
        ),
        sort=sort,
        word=word,
        plural=phrase.plural,
        definite=opener in DEFINITE | PRONOUNS or owner is not None,
        indefinite=opener in INDEFINITE,
        countries=countries,
        modifiers=modifiers,
        owner=owner,
    )


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


def sender_of(context: Context, first: int, last: int) -> int | None:
    """The subject of the verb by which the one named at a stretch is sent or appointed."""
    for i in range(first, last):
        token = context.tokens[i]
        if token.relation == "obj" and context.tokens[token.head].lemma in SENDING:
            return next((c for c in context.children[token.head] if context.tokens[c].relation == "nsubj"), None)
    return None
