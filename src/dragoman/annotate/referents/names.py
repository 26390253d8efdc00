"""Which stretches of an article are names, and of what kind.

Puts together what the language model tagged, what it missed, and the vote on kinds; extends a body's name to the
country whose it is ("Ukraine's | Foreign Ministry"). Does not say which names mean the same one: that is for chains.
"""

from __future__ import annotations

from collections import Counter

import simplemma

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.gazetteer import body_words, place_country
from dragoman.annotate.referents.kinds import voted_kinds
from dragoman.annotate.referents.missed import is_chance, listed_names, recurring_names, titled_names, unlisted_names
from dragoman.annotate.referents.outlets import outlets_told
from dragoman.annotate.referents.tagged import Found, key_of, tagged_names
from dragoman.annotate.referents.wordlists import words
from dragoman.model import countries as world
from dragoman.model.mention import EntityKind, Form

GEOGRAPHY = frozenset(["Horn", "Cape", "Isle", "Mount", "Kingdom", "Rock", "Ivory", "Straits", "Seas", "Sea"])
POSSESSIVE = frozenset(["'s", "’s"])


def named_stretches(context: Context) -> list[Stretch]:
    """The names of the article in its order; only a body's may hold another (that of its country)."""
    taken = [False] * len(context.tokens)
    found: list[Found] = []
    for first, last, kind in (*titled_names(context), *tagged_names(context), *listed_names(context)):
        if not any(taken[first:last]):
            taken[first:last] = [True] * (last - first)
            found.append((first, last, kind))
    found = _whole_bodies(context, [_with_of(context, f, taken) for f in found], taken)
    found += outlets_told(context, taken)
    found += recurring_names(context, found, taken)
    found += unlisted_names(context, taken)
    parts = _parts(context, found)
    found = _joined(context, [f for f in found if not is_chance(context, f, parts)])
    kinds = voted_kinds(context, found)
    named = [_stretch(context, first, last, kinds[key_of(context, first, last)]) for first, last, _ in sorted(found)]
    return sorted((*named, *_countries_inside(context, named)), key=lambda s: (s.first, -s.last))


def _with_of(context: Context, name: Found, taken: list[bool]) -> Found:
    """The name with the word before its "of", where that makes a place or body ("Gulf of | Aden")."""
    first, last, kind = name
    before = first - 2 if context.lower(first - 1) == "of" else first - 3 if context.lower(first - 2) == "of" else -1
    if before < 0 or not context.same_sentence(before, first) or any(taken[before:first]):
        return name
    word = context.text(before)
    if word in words("agents", "places") or word in GEOGRAPHY:
        kind = EntityKind.PLACE
    elif word in body_words():
        kind = EntityKind.ORGANIZATION
    else:
        return name
    while before and context.is_capital(before - 1) and not taken[before - 1] and _same_name(context, before):
        before -= 1
    taken[before:first] = [True] * (first - before)
    return before, last, kind


def _whole_bodies(context: Context, found: list[Found], taken: list[bool]) -> list[Found]:
    """The names; a body's goes on behind "of" ("Committee of the | Red Cross", "Armed Forces of | Norland")."""
    starts = {name[0]: name for name in found}
    whole: list[Found] = []
    end = 0
    for name in sorted(found):
        if name[0] < end:
            continue
        behind = _of_name(context, name, starts)
        if behind is not None:
            name = (name[0], behind[1], EntityKind.ORGANIZATION)
            taken[name[0] : name[1]] = [True] * (name[1] - name[0])
        end = name[1]
        whole.append(name)
    return whole


def _of_name(context: Context, name: Found, starts: dict[int, Found]) -> Found | None:
    """The name behind "of" that a body's own name ends with."""
    first, last, kind = name
    if kind is not EntityKind.ORGANIZATION or context.text(last - 1) not in body_words() or context.lower(last) != "of":
        return None
    behind = starts.get(last + 2 if context.lower(last + 1) == "the" else last + 1)
    joins = behind is not None and behind[2] is not EntityKind.PERSON and context.same_sentence(first, behind[0])
    return behind if joins else None


def _same_name(context: Context, i: int) -> bool:
    return (
        context.same_sentence(i - 1, i) and context.tokens[i - 1].tag == "PROPN" and not context.starts_sentence(i - 1)
    )


def _parts(context: Context, found: list[Found]) -> Counter[str]:
    """How often a word is part of a longer name (which counts twice) or a name away from a sentence's start."""
    counts: Counter[str] = Counter()
    for first, last, _ in found:
        if last - first > 1:
            counts.update(dict.fromkeys(context.words(first, last), 2))
        elif not context.starts_sentence(first) and not context.headline[first]:
            counts[context.text(first)] += 1
    return counts


def _joined(context: Context, found: list[Found]) -> list[Found]:
    """Persons that touch are one ("Dmitry" "Peskov")."""
    joined: list[Found] = []
    for first, last, kind in sorted(found):
        before = joined[-1] if joined else None
        touches = before is not None and before[1] == first and before[2] is kind is EntityKind.PERSON
        if before is not None and touches and context.same_sentence(before[0], first):
            joined[-1] = (before[0], last, kind)
        else:
            joined.append((first, last, kind))
    return joined


def _stretch(context: Context, first: int, last: int, kind: EntityKind) -> Stretch:
    if kind is EntityKind.ORGANIZATION:
        first = _with_country(context, first, last)
    text = context.written(first, last)
    return Stretch(
        first=first, last=last, kind=kind, form=Form.NAME, country=_country(context, first, last, text), head=last - 1
    )


def _country(context: Context, first: int, last: int, text: str) -> str | None:
    """The country that the name itself shows: its own, the one it begins with, or that of which it is a body."""
    whole = place_country(text)
    if whole is not None:
        return whole
    for end in range(last - 1, first, -1):
        country = place_country(context.written(first, end))
        if country is not None:
            return country
    of = next((i for i in range(last - 2, first, -1) if context.lower(i) == "of"), last)
    return place_country(context.written(of + 1, last)) if of + 1 < last else None


def _with_country(context: Context, first: int, last: int) -> int:
    """Where a body's name begins with its country, if its own words are ordinary ("Foreign Ministry")."""
    if not all(simplemma.is_known(w.lower(), lang="en") for w in context.words(first, last)) or last - first < 2:
        return first
    before = first - 1 if context.text(first - 1) not in POSSESSIVE else first - 2
    for start in range(max(0, before - 3), before + 1):
        if context.same_sentence(start, first) and context.is_capital(start):
            text = context.written(start, before + 1)
            if place_country(text) or (before < first - 1 and world.capital_country(text)):
                return start
    return first


def _countries_inside(context: Context, named: list[Stretch]) -> list[Stretch]:
    """The country that opens a body's name and owns it ("Ukraine's Foreign Ministry") is named as well."""
    found = []
    for s in named:
        mark = next((i for i in range(s.first + 1, s.last) if context.text(i) in POSSESSIVE), None)
        if s.kind is EntityKind.ORGANIZATION and mark is not None and place_country(context.written(s.first, mark)):
            found.append(_stretch(context, s.first, mark, EntityKind.PLACE))
    starts = {(s.first, s.last) for s in named}
    return [s for s in found if (s.first, s.last) not in starts]
