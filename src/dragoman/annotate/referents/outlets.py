"""Names of outlets that neither model nor tables know: whoever is told something, or stands behind "the daily".

"Told Persian Horizon" and "the newspaper El Correo" show an outlet by place alone. Does not take persons who are told
something: a given name, a title or a name known from elsewhere in the article speaks for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.tagged import CALENDAR, Found, is_title_word
from dragoman.annotate.referents.wordlists import sex_of_given_name
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name

KINDS_OF_OUTLET = frozenset(
    "daily newspaper paper magazine weekly tabloid broadcaster station channel network website portal agency "
    "newsletter journal radio".split()
)
LONGEST = 5
SMALL = frozenset(["of", "the", "and", "de", "del", "la", "el", "al", "&"])


def outlets_told(context: Context, taken: list[bool]) -> list[Found]:
    """The outlets, in the order of the text; what is taken stays as it is."""
    found: list[Found] = []
    for first in _openings(context):
        last = _run(context, first, taken)
        if last > first and _is_outlet(context, first, last):
            taken[first:last] = [True] * (last - first)
            found.append((first, last, EntityKind.ORGANIZATION))
    return found


def _openings(context: Context) -> Iterator[int]:
    """Where the name of an outlet may begin."""
    for token in context.tokens[:-2]:
        behind = token.index + 1
        if token.lemma == "tell" and token.tag == "VERB":
            yield behind + 1 if context.lower(behind) == "the" else behind
        elif context.lowers[token.index] in KINDS_OF_OUTLET and context.lower(token.index - 1) in (
            "the",
            "a",
            "state",
            "local",
        ):
            yield behind


def _run(context: Context, first: int, taken: list[bool]) -> int:
    """Where the run of capitalised words that begins there ends; small words may stand inside it."""
    last = first
    while last < len(context.tokens) and last - first < LONGEST and context.same_sentence(first, last):
        inside = last > first and context.lower(last) in SMALL and context.is_capital(min(last + 1, len(taken) - 1))
        if taken[last] or not (context.is_capital(last) or inside) or context.lower(last) in CALENDAR:
            break
        last += 1
    return last


def _is_outlet(context: Context, first: int, last: int) -> bool:
    if context.headline[first] or is_title_word(context, first) or not context.same_sentence(first - 1, first):
        return False
    return sex_of_given_name(fold_name(context.text(first))) is None
