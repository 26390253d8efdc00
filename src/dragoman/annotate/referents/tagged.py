"""The names that the language model tagged, cut to what is a name.

Takes away articles, days of the week and titles at the ends, parts what a hyphen joins, and trusts names in headlines
only where they stand elsewhere too. Adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import simplemma

from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.gazetteer import body_words, kind_by_last_word, listed_kind, place_country
from dragoman.annotate.referents.wordlists import words
from dragoman.model import countries as world
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name
from dragoman.model.reading import NameKind

KINDS = {
    NameKind.PERSON: EntityKind.PERSON,
    NameKind.ORGANIZATION: EntityKind.ORGANIZATION,
    NameKind.PLACE: EntityKind.PLACE,
    NameKind.NORP: EntityKind.ORGANIZATION,
    NameKind.OTHER: EntityKind.ORGANIZATION,
}
CERTAIN = frozenset([NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE])
MONTHS = "january february march april may june july august september october november december"
CALENDAR = frozenset(
    f"monday tuesday wednesday thursday friday saturday sunday {MONTHS} today yesterday tomorrow".split()
)
OUTER = frozenset("the a an 's ’s ’ ' and of in at for to by but on with".split())
Found = tuple[int, int, EntityKind]
Bounds = tuple[int, int]


def tagged_names(context: Context) -> list[Found]:
    """The model's names in the order of the text."""
    kept: list[Found] = []
    shouted: list[Found] = []
    for name in context.reading.names:
        if name.kind not in KINDS:
            continue
        whole = name.kind is NameKind.PERSON and _is_hyphenated(context, name.first, name.last)
        for part in [(name.first, name.last)] if whole else _split(context, name.first, name.last):
            first, last = _trimmed(context, *part)
            if first >= last or not context.is_capital(first):
                continue
            if name.kind not in CERTAIN and not _is_name(context, first, last):
                continue
            (shouted if context.headline[first] else kept).append((first, last, KINDS[name.kind]))
    known = {key_of(context, first, last) for first, last, _ in kept}
    return [*kept, *(s for s in shouted if key_of(context, s[0], s[1]) in known)]


def key_of(context: Context, first: int, last: int) -> str:
    return fold_name(" ".join(context.words(first, last)))


def _is_name(context: Context, first: int, last: int) -> bool:
    """Whether something tagged neither person, body nor place is to be kept: by table, by its words, by its letters."""
    text = context.written(first, last)
    if listed_kind(text) or kind_by_last_word(text) or set(context.words(first, last)) & body_words():
        return True
    return (text.isupper() and 2 <= len(text) <= 7) or bool(world.countries_of_place(text))


# --- parts -----------------------------------------------------------------------------------------------------


def _split(context: Context, first: int, last: int) -> Iterable[Bounds]:
    """The parts of "Russia-Ukraine" or "Turkish-brokered", where the whole is not itself a name."""
    text = context.written(first, last)
    hyphens = [i for i in range(first + 1, last - 1) if context.text(i) in ("-", "–", "/")]
    if not hyphens or world.named_country(text) or world.countries_of_place(text):
        return [(first, last)]
    ends = zip([first, *(h + 1 for h in hyphens)], [*hyphens, last], strict=True)
    parts = [(a, b) for a, b in ends if a < b]
    if all(context.is_capital(a) for a, _ in parts) and not any(_is_known(context, a, b) for a, b in parts):
        return [(first, last)]
    return [(a, b) for a, b in parts if context.is_capital(a)]


def _is_hyphenated(context: Context, first: int, last: int) -> bool:
    """Whether a person's name goes on behind a hyphen in a small letter ("Chen Mei-ling")."""
    marks = [i for i in range(first + 1, last - 1) if context.text(i) == "-"]
    return bool(marks) and all(
        context.is_capital(i - 1) and not simplemma.is_known(context.lower(i + 1), lang="en") for i in marks
    )


def _is_known(context: Context, first: int, last: int) -> bool:
    """Whether the part of a hyphenated name is a name by table, or ends another name of the article."""
    text = context.written(first, last)
    if place_country(text) or world.capital_country(text):
        return True
    return context.last_words.get(fold_name(text), 0) > 1


# --- ends ------------------------------------------------------------------------------------------------------


def _trimmed(context: Context, first: int, last: int) -> Bounds:
    """Without articles, marks, days of the week and titles at the ends; empty where nothing else is there."""
    while first < last and (context.lower(first) in OUTER or not context.text(first)[:1].isalnum()):
        first += 1
    while first < last and _is_tail(context, last - 1):
        last -= 1
    return _without_title(context, first, last)


def _is_tail(context: Context, i: int) -> bool:
    text = context.lower(i)
    return text in OUTER or text in CALENDAR or not (text.isalnum() or any(c.isalnum() for c in text))


def _without_title(context: Context, first: int, last: int) -> Bounds:
    """Without the title that opens or ends it, or whose rest it begins with ("Secretary of | State Ana Ruiz")."""
    first = _behind_portfolio(context, first, last)
    end = last
    while last > first and _ends_title(context, first, last):
        last -= 1
    if last < end and not any(context.text(i) in body_words() for i in range(first, last)):
        return first, _place_end(context, first, last)
    if first >= last or any(context.text(i) in body_words() for i in range(first, last)):
        return first, last
    inside = [i for i in range(first, last) if is_head_word(context.text(i))]
    if not inside:
        return first, _country_end(context, first, last)
    if inside[-1] == last - 1:
        last = _place_end(context, first, last)
    elif all(is_title_word(context, i) for i in range(first, inside[-1] + 1)):
        first = inside[-1] + 1
        while first < last - 1 and _carries_on_title(context, first):
            first += 1
    return first, last


def _behind_portfolio(context: Context, first: int, last: int) -> int:
    """Where a name begins after "Minister of" or "Chief of the", past the words of the office."""
    if context.text(last - 1) in body_words():
        return first  # "a worker of the | International Relief Committee"
    before = first - 1 if context.lower(first - 1) not in ("the", "its") else first - 2
    if context.lower(before) not in ("of", "for") or not context.same_sentence(before, first):
        return first
    if not any(is_head_word(context.text(i)) for i in range(max(0, before - 3), before)):
        return first
    start = first
    while start < last and context.lower(start) in _portfolios() | {"and", "the", "&", ","}:
        start += 1
    return start


def _ends_title(context: Context, first: int, last: int) -> bool:
    """Whether the last word is a title that begins there, behind a body or country ("Navy Commander")."""
    word = context.text(last - 1)
    if context.lower(last - 2) in OUTER | {"&"}:
        return False
    return (last - first > 1 and is_head_word(word) and word not in body_words() and word.lower() != "general") or (
        last - first > 2 and word.lower() == "general" and is_head_word(context.text(last - 2))
    )


def _carries_on_title(context: Context, i: int) -> bool:
    """Whether a name begins with the rest of a title ("General | Staff Ana Ruiz")."""
    return context.lower(i) in words("titles", "before") and i > 0 and is_title_word(context, i - 1)


def _country_end(context: Context, first: int, last: int) -> int:
    """Where the country that opens a name ends, if what follows it makes no name ("U.S. Proposal")."""
    text = context.written(first, last)
    if place_country(text) or kind_by_last_word(text) is not None or world.countries_of_place(text):
        return last
    if context.tokens[first - 1].lemma == "tell":
        return last  # "told Norland Today": who is told something is an outlet
    end = _place_end(context, first, last)
    common = simplemma.is_known(context.lower(last - 1), lang="en")
    return end if end > first and common and context.last_words.get(fold_name(text.split()[-1]), 0) < 2 else last


def _place_end(context: Context, first: int, last: int) -> int:
    """Where the country that opens a title ends ("U.S. Special Envoy"); the start where none opens it."""
    for end in range(last, first, -1):
        if place_country(context.written(first, end)):
            return end
    return first


def is_head_word(text: str) -> bool:
    """Whether a word is an office, a role or an honorific, in the singular or plural."""
    lower = text.lower().rstrip(".")
    heads = _head_words()
    return lower in heads or lower.removesuffix("s") in heads or lower.removesuffix("ies") + "y" in heads


def is_title_word(context: Context, i: int) -> bool:
    """Whether this word can be part of a title in front of a name."""
    text = context.lower(i).rstrip(".")
    return text in words("titles", "before") or is_head_word(text)


@cache
def _head_words() -> frozenset[str]:
    return words("titles", "honorifics") | words("titles", "offices")


@cache
def _portfolios() -> frozenset[str]:
    return words("titles", "portfolios")
