"""Which stretches of an article are names, and of what kind.

Takes the names that the language model tagged, cuts away what is not part of them, adds those that it missed
(countries and their peoples, what follows a title, a name that recurs), and lets the whole article vote on the kind
of each. Does not say which names mean the same one: that is for chains.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

import simplemma

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.wordlists import words
from dragoman.model import countries as world
from dragoman.model.mention import EntityKind, Form
from dragoman.model.names import fold_name
from dragoman.model.reading import NameKind

TAGGED = {
    NameKind.PERSON: EntityKind.PERSON,
    NameKind.ORGANIZATION: EntityKind.ORGANIZATION,
    NameKind.PLACE: EntityKind.PLACE,
}
CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
    ]
)
OUTER = frozenset(
    ["the", "a", "an", "'s", "’s", "’", "'", "and", "of", "in", "at", "for", "to", "by", "but", "on", "with"]
)
INNER = frozenset(
    [
        "of",
        "for",
        "the",
        "and",
        "de",
        "del",
        "la",
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "von",
        "der",
        "da",
        "do",
        "dos",
        "e",
        "y",
        "on",
        "in",
    ]
)
LONGEST_PLACE = 6
Bounds = tuple[int, int]


def named_stretches(context: Context) -> list[Stretch]:
    """The names of the article in its order; none overlaps another."""
    taken = [False] * len(context.tokens)
    found: list[tuple[int, int, EntityKind]] = []
    for first, last, kind in (*_tagged(context), *_places(context), *_titled(context)):
        if not any(taken[first:last]):
            taken[first:last] = [True] * (last - first)
            found.append((first, last, kind))
    found += _recurring(context, found, taken)
    found = _joined(context, [f for f in found if not _is_chance(context, *f[:2], found)])
    voted = _votes(context, found)
    return sorted(
        (_stretch(context, first, last, voted[_key(context, first, last)]) for first, last, _ in found),
        key=lambda s: s.first,
    )


def _stretch(context: Context, first: int, last: int, kind: EntityKind) -> Stretch:
    text = context.written(first, last)
    country = place_country(text)
    return Stretch(first=first, last=last, kind=kind, form=Form.NAME, country=country, head=last - 1)


def place_country(text: str) -> str | None:
    """The country that a name of a country, of its people or of a seat of its government points to."""
    return (
        world.named_country(text)
        or world.adjective_country(text)
        or world.people_country(text)
        or world.seat_country(text)
    )


def _key(context: Context, first: int, last: int) -> str:
    return fold_name(" ".join(context.words(first, last)))


# --- what the model tagged -------------------------------------------------------------------------------------


def _tagged(context: Context) -> list[tuple[int, int, EntityKind]]:
    """The model's names, cut to what is a name. In headlines only those that are known elsewhere."""
    kept: list[tuple[int, int, EntityKind]] = []
    shouted: list[tuple[int, int, EntityKind]] = []
    for name in context.reading.names:
        if name.kind not in (*TAGGED, NameKind.NORP, NameKind.OTHER):
            continue
        for first, last in _split(context, name.first, name.last):
            first, last = _trimmed(context, first, last)
            if first >= last or not context.is_capital(first):
                continue
            kind = TAGGED.get(name.kind, EntityKind.ORGANIZATION)
            if name.kind in (NameKind.NORP, NameKind.OTHER) and not _may_be_body(context, first, last):
                continue
            (shouted if context.headline[first] else kept).append((first, last, kind))
    known = {_key(context, first, last) for first, last, _ in kept}
    return [*kept, *(s for s in shouted if _key(context, s[0], s[1]) in known)]


def _may_be_body(context: Context, first: int, last: int) -> bool:
    """Whether something tagged neither person, body nor place is a name to keep: a people, a body, an acronym."""
    text = context.written(first, last)
    if place_country(text):
        return True
    said = set(context.words(first, last))
    if said & words("agents", "organizations", "name_words") or last_word_kind(said, text):
        return True
    return text.isupper() and 2 <= len(text) <= 7


def _split(context: Context, first: int, last: int) -> Iterable[Bounds]:
    """The parts of "Russia-Ukraine" or "Turkish-brokered", where the whole is not itself a name."""
    text = context.written(first, last)
    hyphens = [i for i in range(first + 1, last - 1) if context.text(i) in ("-", "–", "/")]
    if not hyphens or world.named_country(text) or world.countries_of_place(text):
        return [(first, last)]
    parts = [(a, b) for a, b in zip([first, *(h + 1 for h in hyphens)], [*hyphens, last], strict=True) if a < b]
    if all(context.is_capital(a) for a, _ in parts) and not any(_is_known(context, a, b) for a, b in parts):
        return [(first, last)]
    return [(a, b) for a, b in parts if context.is_capital(a)]


def _is_known(context: Context, first: int, last: int) -> bool:
    text = context.written(first, last)
    if place_country(text) or world.capital_country(text):
        return True
    wanted = context.words(first, last)
    return any(
        context.words(n.first, n.last)[-len(wanted) :] == wanted for n in context.reading.names if n.first != first
    )


def _trimmed(context: Context, first: int, last: int) -> Bounds:
    """Without articles, marks, days of the week and titles at the ends; empty where nothing else is there."""
    while first < last and (context.lower(first) in OUTER or not context.text(first)[:1].isalnum()):
        first += 1
    while first < last and _is_tail(context, last - 1):
        last -= 1
    return _without_title(context, first, last)


def _without_title(context: Context, first: int, last: int) -> Bounds:
    offices, bodies = words("titles", "offices"), words("agents", "organizations", "name_words")
    if any(context.text(i) in bodies for i in range(first, last)):
        return first, last
    inside = [i for i in range(first, last) if context.lower(i).rstrip(".") in offices | words("titles", "honorifics")]
    while first < last - 1 and context.lower(first) in words("titles", "before") and is_title_word(context, first - 1):
        first += 1
    if not inside:
        return first, _country_end(context, first, last)
    if inside[-1] == last - 1 and context.lower(last - 1) in offices:
        last = _place_end(context, first, last)
    elif all(is_title_word(context, i) for i in range(first, inside[-1] + 1)):
        first = inside[-1] + 1
    return first, last


def _country_end(context: Context, first: int, last: int) -> int:
    """Where the country that opens a name ends, if what follows it makes no name ("U.S. Proposal")."""
    text = context.written(first, last)
    if place_country(text) or last_word_kind(None, text) is not None or world.countries_of_place(text):
        return last
    end = _place_end(context, first, last)
    known = sum(context.words(n.first, n.last) == context.words(first, last) for n in context.reading.names)
    common = simplemma.is_known(context.lower(last - 1), lang="en")
    return end if end > first and common and known < 2 else last


def _place_end(context: Context, first: int, last: int) -> int:
    """Where the country that opens a title ends ("U.S. Special Envoy"); the start where none opens it."""
    for end in range(last, first, -1):
        if place_country(context.written(first, end)):
            return end
    return first


def _is_tail(context: Context, i: int) -> bool:
    text = context.lower(i)
    return text in OUTER or text in CALENDAR or not any(c.isalnum() for c in text)


def is_title_word(context: Context, i: int) -> bool:
    """Whether this word can be part of a title in front of a name."""
    text = context.lower(i).rstrip(".")
    return (
        text in words("titles", "honorifics") or text in words("titles", "offices") or text in words("titles", "before")
    )


def last_word_kind(_: object, text: str) -> EntityKind | None:
    """What the last word of a name makes it, where that is an agreement or a happening."""
    last = text.split()[-1].lower() if " " in text else ""
    if last in words("agents", "agreements", "heads"):
        return EntityKind.AGREEMENT
    if last in words("agents", "events", "heads") or last in ("day", "games"):
        return EntityKind.EVENT
    return None


def _is_chance(context: Context, first: int, last: int, found: list[tuple[int, int, EntityKind]]) -> bool:
    """Whether a single word is an ordinary one that merely begins a sentence or is shouted."""
    text = context.text(first)
    if (
        last - first > 1
        or place_country(text)
        or world.capital_country(text)
        or text in words("agents", "media", "names")
    ):
        return False
    if not simplemma.is_known(text.lower(), lang="en") or not text.isalpha():
        return False
    if first and is_title_word(context, first - 1) and context.same_sentence(first - 1, first):
        return False
    whole = any(text in context.words(a, b) for a, b, _ in found if b - a > 1)
    bracketed = context.text(first - 1) == "(" and context.text(last) == ")"
    again = sum(context.text(a) == text and b - a == 1 and not context.starts_sentence(a) for a, b, _ in found)
    return not (whole or bracketed or again > 1)


def _joined(context: Context, found: list[tuple[int, int, EntityKind]]) -> list[tuple[int, int, EntityKind]]:
    """Persons that touch are one ("Dmitry" "Peskov")."""
    joined: list[tuple[int, int, EntityKind]] = []
    for first, last, kind in sorted(found):
        before = joined[-1] if joined else None
        touches = before and before[1] == first and before[2] is kind is EntityKind.PERSON
        if before and touches and context.same_sentence(before[0], first):
            joined[-1] = (before[0], last, kind)
        else:
            joined.append((first, last, kind))
    return joined


# --- what it missed --------------------------------------------------------------------------------------------


def _places(context: Context) -> list[tuple[int, int, EntityKind]]:
    """Countries, their peoples, capitals and seats of government, by table."""
    found = []
    end = 0
    for first, last in context.runs(0, len(context.tokens), LONGEST_PLACE):
        if first < end or not context.is_capital(first) or not context.same_sentence(first, last - 1):
            continue
        text = context.written(first, last).rstrip("-–")
        if context.lower(first) == "the" or not (place_country(text) or world.capital_country(text)):
            continue
        seat = world.seat_country(text) is not None and world.named_country(text) is None
        found.append((first, last, EntityKind.ORGANIZATION if seat else EntityKind.PLACE))
        end = last
    return found


def _titled(context: Context) -> list[tuple[int, int, EntityKind]]:
    """A run of capitalised words right behind a title is a person."""
    found = []
    for i in range(len(context.tokens) - 1):
        text = context.lower(i).rstrip(".")
        led = text in words("titles", "honorifics") or (text in words("titles", "offices") and not context.headline[i])
        if not led or is_title_word(context, i + 1) or not _is_proper(context, i + 1):
            continue
        last = i + 1
        while last < len(context.tokens) and context.same_sentence(i, last) and _is_proper(context, last):
            last += 1
        found.append((i + 1, last, EntityKind.PERSON))
    return found


def _is_proper(context: Context, i: int) -> bool:
    if not 0 <= i < len(context.tokens):
        return False
    token = context.tokens[i]
    plain = token.fine.startswith("NNP") and context.is_capital(i) and context.lower(i) not in CALENDAR
    return plain and not place_country(token.text)


def _recurring(
    context: Context, found: list[tuple[int, int, EntityKind]], taken: list[bool]
) -> list[tuple[int, int, EntityKind]]:
    """Further places of names that are known by now: whole names, and the last words of persons."""
    known: dict[tuple[str, ...], EntityKind] = {}
    for first, last, kind in found:
        said = tuple(context.words(first, last))
        known.setdefault(said, kind)
        if kind is EntityKind.PERSON and last - first > 1 and len(said[-1]) > 2:
            known.setdefault(said[-1:], kind)
    longest = max((len(k) for k in known), default=0)
    more = []
    for first, last in context.runs(0, len(context.tokens), min(longest, 8)):
        if not context.is_capital(first) or any(taken[first:last]):
            continue
        kind = known.get(tuple(context.words(first, last)))
        if kind is not None and context.same_sentence(first, last - 1):
            taken[first:last] = [True] * (last - first)
            more.append((first, last, kind))
    return more


# --- the vote --------------------------------------------------------------------------------------------------


def _votes(context: Context, found: list[tuple[int, int, EntityKind]]) -> dict[str, EntityKind]:
    """The kind of each name: most of what the model tagged, with what titles and tables say on top."""
    votes: dict[str, Counter[EntityKind]] = {}
    for first, last, kind in found:
        key = _key(context, first, last)
        ballot = votes.setdefault(key, Counter())
        ballot[kind] += 2
        before = context.lower(first - 1).rstrip(".") if first and context.same_sentence(first - 1, first) else ""
        if before in words("titles", "honorifics") or before in words("titles", "offices"):
            ballot[EntityKind.PERSON] += 4
        if before == "in" or (before == "of" and context.lower(first - 2) in ("city", "town", "village", "province")):
            ballot[EntityKind.PLACE] += 2 if before == "in" else 5
        made = last_word_kind(None, context.written(first, last))
        if made is not None:
            ballot[made] += 7
    for key, ballot in votes.items():
        _gazetteer_votes(key, ballot)
    _surname_votes(votes)
    return {key: min(ballot, key=lambda k: (-ballot[k], k.value)) for key, ballot in votes.items()}


def _gazetteer_votes(key: str, ballot: Counter[EntityKind]) -> None:
    shown = key.title()
    total = sum(ballot.values())
    if any(w.title() in words("agents", "organizations", "name_words") for w in key.split()):
        ballot[EntityKind.ORGANIZATION] += 6
    elif world.seat_country(shown) and not world.named_country(shown):
        ballot[EntityKind.ORGANIZATION] += total
    elif place_country(shown) or place_country(shown.upper()) or world.capital_country(shown):
        ballot[EntityKind.PLACE] += total + 1
    elif fold_name(key) in _folded_media():
        ballot[EntityKind.ORGANIZATION] += total + 1
    elif world.countries_of_place(shown):
        ballot[EntityKind.PLACE] += 3


@cache
def _folded_media() -> frozenset[str]:
    return frozenset(map(fold_name, words("agents", "media", "names")))


def _surname_votes(votes: dict[str, Counter[EntityKind]]) -> None:
    """A single word that ends a person's full name is that person, if nothing speaks for a place."""
    last_words = {
        key.split()[-1]
        for key, ballot in votes.items()
        if " " in key and ballot[EntityKind.PERSON] * 2 > sum(ballot.values())
    }
    for key, ballot in votes.items():
        if key in last_words and not re.search(r"\W", key) and not world.named_country(key.title()):
            ballot[EntityKind.PERSON] += 3
