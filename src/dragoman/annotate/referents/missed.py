"""Names that the language model missed: by table, behind a title, and where a known name recurs."""

from __future__ import annotations

from collections.abc import Iterator

import simplemma

from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.gazetteer import body_words, is_outlet, listed_kind, place_country
from dragoman.annotate.referents.tagged import CALENDAR, Found, is_title_word
from dragoman.annotate.referents.wordlists import sex_of_given_name, words
from dragoman.model.bodies import body_named, is_of_many
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name
from dragoman.model.reading import NameKind

LONGEST = 6
SMALL = frozenset("of the and for in on to de la le da do dos das e y du des del di el al au aux und von der".split())
BRACKETS = frozenset(["(", ")", "[", "]", "“", "”", '"', ",", ";", ":"])
PUBLIC_OFFICES = (
    words("titles", "offices") - words("titles", "offices", "other") - words("titles", "offices", "official")
)
AMBIGUOUS_HONORIFICS = frozenset(
    "general major justice lady king queen prince princess sister father brother vice rear don judge".split()
)

# What a body is called for short, with its capital, once its name is told ("the Commission").
SHORT = frozenset(
    "Commission Council Parliament Ministry Union Party Front League Alliance Coalition Federation Movement Fund Court "
    "Assembly Committee Agency Association Authority Board Organization Organisation Congress".split()
)


def listed_names(context: Context) -> list[Found]:
    """Countries, their peoples, capitals, seats of government, regions, bodies and papers, by table."""
    found: list[Found] = []
    end = 0
    for first in _capitals(context):
        if first < end or context.lowers[first] == "the":
            continue
        for last in _ends(context, first):
            text = context.written(first, last)
            if last - first > 1 and is_of_many(text):
                end = last  # "Latin American" is not American
                break
            kind = listed_kind(text.rstrip("-–")) or _platform(context, first, last)
            if kind is not None:
                found.append((first, last, kind))
                end = last
                break
    return found


def _capitals(context: Context) -> Iterator[int]:
    """The words that begin with a capital."""
    return (i for i, is_capital in enumerate(context.capitals) if is_capital)


def _ends(context: Context, first: int) -> Iterator[int]:
    """Where a name that begins with this word may end in its sentence, the farthest first."""
    end = min(len(context.tokens), first + LONGEST)
    sentence = context.sentence[first]
    end = next((i for i in range(first + 1, end) if context.sentence[i] != sentence or not _in_a_name(context, i)), end)
    return (last for last in range(end, first, -1) if _is_word(context, last - 1))


def _in_a_name(context: Context, i: int) -> bool:
    """Whether a word may stand inside a name that tables hold: a capital, a small word, or a mark."""
    if context.capitals[i]:
        return True
    text = context.texts[i]
    return context.lowers[i] in SMALL or not (text.isalpha() or text in BRACKETS)


def _is_word(context: Context, i: int) -> bool:
    text = context.text(i)
    return text.isalnum() or any(c.isalnum() for c in text)


def _platform(context: Context, first: int, last: int) -> EntityKind | None:
    """A paper or platform whose name means something else as well, where something is said "on" it or by it."""
    text = context.written(first, last)
    if not is_outlet(text, surely=False):
        return None
    told = context.lower(first - 1) in (
        "on",
        "told",
        "to",
        "via",
        "agency",
        "newspaper",
        "magazine",
        "network",
        "daily",
    )
    shown = context.lower(last) in ("account", "post", "reported", "news", "magazine", "newspaper")
    return EntityKind.ORGANIZATION if told or shown else None


def titled_names(context: Context) -> list[Found]:
    """A run of capitalised words right behind a title is a person."""
    bodies = {n.first: n.last for n in context.reading.names if n.kind is not NameKind.PERSON}
    found: list[Found] = []
    for i in range(len(context.tokens) - 1):
        if not _leads(context, i, bodies) or not context.same_sentence(i, i + 1):
            continue
        if is_title_word(context, i + 1) or not _is_proper(context, i + 1):
            continue
        last = i + 1
        while last < len(context.tokens) and context.same_sentence(i, last) and _carries_on(context, last):
            last += 1
        if not (body_words() | words("agents", "places")) & set(context.words(i + 1, last)) and not body_named(
            context.written(i + 1, last)
        ):
            found.append((i + 1, last, EntityKind.PERSON))
    return found


def _leads(context: Context, i: int, bodies: dict[int, int]) -> bool:
    """Whether the word is a title that a name can follow, not the first word of a body ("General Motors")."""
    text = context.lower(i).rstrip(".")
    if text in AMBIGUOUS_HONORIFICS and (not context.is_capital(i) or (bodies.get(i, 0) > i + 1)):
        return False
    if text in words("titles", "honorifics"):
        return True
    return text in PUBLIC_OFFICES and not context.headline[i]


def _carries_on(context: Context, i: int) -> bool:
    """Whether a capitalised word inside a sentence carries a name on, whatever the model tagged it."""
    text = context.text(i)
    if text == "-" and _touches(context, i):
        return context.is_capital(i + 1)
    if not context.is_capital(i) or text.lower() in CALENDAR or is_title_word(context, i) or place_country(text):
        return False
    return context.tokens[i].fine.startswith("NNP") or not context.headline[i]


def _touches(context: Context, mark: int) -> bool:
    """Whether a hyphen joins the words beside it ("Anne-Marie"), without a space."""
    tokens = context.tokens
    inside = 0 < mark < len(tokens) - 1
    return inside and tokens[mark - 1].end == tokens[mark].start and tokens[mark].end == tokens[mark + 1].start


def _is_proper(context: Context, i: int) -> bool:
    if not 0 <= i < len(context.tokens):
        return False
    token = context.tokens[i]
    plain = token.fine.startswith("NNP") and context.is_capital(i) and context.lower(i) not in CALENDAR
    return plain and not place_country(token.text)


def unlisted_names(context: Context, taken: list[bool]) -> list[Found]:
    """Capitalised words that nobody tagged: letters that stand for a body, and whoever is the subject of a verb."""
    found: list[Found] = []
    end = 0
    for first in _capitals(context):
        if first < end:
            continue
        end = first
        while (
            end < len(context.tokens) and not taken[end] and context.same_sentence(first, end) and _is_odd(context, end)
        ):
            end += 1
        kind = _odd_kind(context, first, end) if end > first else None
        if kind is not None:
            taken[first:end] = [True] * (end - first)
            found.append((first, end, kind))
    return found


def _is_odd(context: Context, i: int) -> bool:
    """A proper noun that is no ordinary word, outside of headlines."""
    if context.headline[i] or not _is_proper(context, i) or is_title_word(context, i):
        return False
    return not simplemma.is_known(context.lower(i), lang="en")


def _odd_kind(context: Context, first: int, last: int) -> EntityKind | None:
    text = context.written(first, last)
    if text.isupper():
        return EntityKind.ORGANIZATION if last - first == 1 and 2 < len(text) < 8 and text.isalpha() else None
    if sex_of_given_name(fold_name(context.text(first))) and last - first > 1:
        return EntityKind.PERSON
    acts = any(context.tokens[i].relation == "nsubj" for i in range(first, last))
    return EntityKind.PERSON if acts and len(text) > 2 else None


def recurring_names(context: Context, found: list[Found], taken: list[bool]) -> list[Found]:
    """Further places of names that are known by now: whole names, the last words of persons and of some bodies."""
    known: dict[tuple[str, ...], EntityKind] = {}
    for first, last, kind in found:
        said = tuple(context.words(first, last))
        known.setdefault(said, kind)
        if kind is EntityKind.PERSON and last - first > 1 and len(said[-1]) > 2:
            known.setdefault(said[-1:], kind)
        if kind is EntityKind.ORGANIZATION and last - first > 1 and said[-1] in SHORT:
            known.setdefault(said[-1:], kind)
    longest = min(8, max((len(k) for k in known), default=0))
    more: list[Found] = []
    begin = {said[0] for said in known}
    for first in _capitals(context):
        if context.texts[first] not in begin:
            continue
        for last in range(min(len(context.tokens), first + longest), first, -1):
            again = known.get(tuple(context.texts[first:last]))
            if again is not None and not any(taken[first:last]) and context.same_sentence(first, last - 1):
                taken[first:last] = [True] * (last - first)
                more.append((first, last, again))
    return more


def is_chance(context: Context, name: Found, parts: dict[str, int]) -> bool:
    """Whether a single word is an ordinary one that merely begins a sentence or is shouted.

    `parts` counts the words of the article's longer names, and its single-word names away from sentence starts.
    """
    first, last, _ = name
    text = context.text(first)
    if last - first > 1 or listed_kind(text) or is_outlet(text, surely=False) or not text.isalpha():
        return False
    if not simplemma.is_known(text.lower(), lang="en"):
        return False
    plain = context.tokens[first].fine.startswith("NNP") and not text.isupper()
    if plain and not context.starts_sentence(first) and not context.headline[first]:
        return False
    if first and context.same_sentence(first - 1, first) and is_title_word(context, first - 1):
        return False
    bracketed = context.text(first - 1) == "(" and context.text(last) == ")"
    return not bracketed and parts.get(text, 0) < 2
