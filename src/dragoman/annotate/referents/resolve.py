"""Whom descriptions mean, decided in the order of the text together with pronouns.

Each is given to the most salient referent that it fits, if one stands out; otherwise it stays alone: no link is better
than a wrong one. What a description must share with its referent (office, country, head word) is in `fits`.
"""

from __future__ import annotations

from dragoman.annotate.referents.antecedents import take_pronoun
from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.fits import common_key, rate
from dragoman.annotate.referents.nominals import Description, delegation_head, sender_of
from dragoman.annotate.referents.progress import PERSONS, Pass, clearest
from dragoman.annotate.referents.pronouns import Pronoun
from dragoman.annotate.referents.sorts import ARMED, NATIONAL, Sort
from dragoman.annotate.referents.wordlists import sex_of_word
from dragoman.model.mention import EntityKind

CLEARLY = 0.7  # the same, where an article has several presidents and says only "the president"
STAND_OUT = 0.25  # by how much the best must be stronger than the next
LOOK_BACK = 40  # sentences within which a description without a shared head word looks for whom it means
GOVERNING = frozenset(["head_of_state", "head_of_government", "minister"])
SERVANTS = frozenset(["minister", "envoy", "spokesman", "aide", "soldier", "head_of_government"])
Item = Stretch | Description | Pronoun


def resolve(
    context: Context, named: list[Referent], described: list[Description], said: list[Pronoun]
) -> list[Referent]:
    """All referents of the article, with the descriptions and pronouns that mean them."""
    state = Pass.over(context, named)
    owners = {id(s): r for r in named for s in r.stretches}
    steps: list[tuple[int, int, Item]] = [(s.first, 0, s) for r in named for s in r.stretches]
    steps += [(d.stretch.head, 1, d) for d in described]
    steps += [(p.index, 2, p) for p in said]
    steps.sort(key=lambda s: s[:2])
    sent(state, named)
    at_home(state, named)
    for _, _, item in (*(s for s in steps if not is_speaker(s[2])), *(s for s in steps if is_speaker(s[2]))):
        if isinstance(item, Stretch):
            state.note(owners[id(item)], item.first, item.last)
        elif isinstance(item, Description):
            take_description(state, item)
        else:
            take_pronoun(state, item)
    return state.referents


def sent(state: Pass, named: list[Referent]) -> None:
    """Gives a minister or envoy of untold country the country of whoever sends or names him."""
    for referent in named:
        if referent.kind in PERSONS and referent.country is None and referent.offices & SERVANTS:
            senders = (sender_of(state.context, s.first, s.last) for s in referent.stretches)
            known = (state.named_at.get(place) for place in senders if place is not None)
            referent.country = next((r.country for r in known if r is not None and r.country), None)


def at_home(state: Pass, named: list[Referent]) -> None:
    """Gives those who hold a public office, told without a country, that of an article that is about one alone."""
    if not state.is_domestic:
        return
    for referent in named:
        if referent.kind in PERSONS and referent.country is None and referent.offices & GOVERNING:
            referent.country = state.dominant


def is_speaker(item: Item) -> bool:
    """Whether it is "I" or "we" in a quotation: whom they mean is known when the rest is."""
    return isinstance(item, Pronoun) and item.sort == "speaker"


# --- descriptions ----------------------------------------------------------------------------------------------


def take_description(state: Pass, found: Description) -> None:
    """Gives the description to the referent that it means, or makes a new one of it."""
    owner = state.at_token.get(found.owner) if found.owner is not None else None
    country = found.country or (owner.country if owner is not None and found.sort is not Sort.PERSON else None)
    referent = _by_body(state, found) or _by_key(state, found, country) or _by_fit(state, found, owner)
    if referent is None and country is None and is_national(found):
        country = state.dominant
        referent = _by_key(state, found, country) if country else None
    if referent is None:
        referent = state.new(found.stretch.kind)
        referent.country = country if found.sort in (Sort.DELEGATION, Sort.BODY, Sort.GROUP) else found.country
        referent.plural = found.plural or found.sort in (Sort.DELEGATION, Sort.GROUP)
        referent.sex = sex_of_word(found.word)
        key = common_key(found, country)
        if key is not None:
            state.common.setdefault(key, referent)
    referent.heads.add(found.word)
    state.index(referent)
    referent.stretches.append(found.stretch)
    referent.descriptions.append(found)
    if found.sort is Sort.DELEGATION and referent.country:
        head = delegation_head(state.context, found)
        person = state.named_at.get(-1 if head is None else head)
        if person is not None and person.kind in PERSONS and person.country is None:
            person.country = referent.country
    state.note(referent, found.stretch.first, found.stretch.last)


def is_national(found: Description) -> bool:
    """Whether a body that no word tells apart is that of the country the article is about ("the government")."""
    alone = not found.modifiers and not found.countries and found.owner is None and not found.indefinite
    return alone and found.word in NATIONAL and found.sort in (Sort.BODY, Sort.GROUP)


def _by_body(state: Pass, found: Description) -> Referent | None:
    """The body whose fighters are meant by its name and theirs ("the UNP rebels"), and not some of them."""
    before = found.stretch.head - 1
    named = state.named_at.get(before) if found.sort is Sort.GROUP and found.word in ARMED else None
    whole = found.definite and found.owner is None and not found.countries
    return named if whole and named is not None and named.kind is EntityKind.ORGANIZATION else None


def _by_key(state: Pass, found: Description, country: str | None) -> Referent | None:
    """A side is its country; a delegation, a body or a group of a country is one in the article."""
    if found.sort is Sort.SIDE:
        return state.states.get(found.country or "")
    key = common_key(found, country)
    return state.common.get(key) if key is not None else None


def _by_fit(state: Pass, found: Description, owner: Referent | None) -> Referent | None:
    """The most salient of those that the description fits, if it stands out."""
    if found.indefinite or not (found.definite or found.countries):
        return None
    at = found.stretch.head
    rated = []
    known = {r.number: r for r in (*state.recent(at, LOOK_BACK), *state.by_head.get(found.word, [])[-20:])}
    for referent in known.values():
        fit = rate(found, referent, owner, state.home)
        if fit <= 0 or (referent is owner and found.sort is Sort.PERSON):
            continue
        distance = state.memory.last(referent, at)
        if distance >= 10_000 or (fit < 1.5 and distance > 3):
            continue
        rated.append((fit + state.memory.strength(referent, at), -referent.number, referent))
    several = found.sort is Sort.PERSON and not found.country and len(state.by_head.get(found.word, [])) > 1
    best = clearest(rated, margin=CLEARLY if several else STAND_OUT)
    return best if best is None or not found.country or best.country or _is_left(state, found, best) else None


def _is_left(state: Pass, found: Description, best: Referent) -> bool:
    """Whether somebody of untold country is the only one left for "the Norwegian minister": others are told apart."""
    if found.sort is not Sort.PERSON:
        return True
    holders = [r for r in state.by_head.get(found.word, []) if r is not best]
    return bool(holders) and all(r.country for r in holders)
