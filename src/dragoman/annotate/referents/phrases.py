"""Where a noun phrase begins and ends, and what stands in it: whose it is, of which countries, what modifies it.

Goes by tags and by the words at its edges more than by the tree, which is often wrong there. Does not say what the
phrase describes.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.gazetteer import place_country
from dragoman.model import countries as world
from dragoman.model.bodies import is_of_many
from dragoman.model.names import fold_name

POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "such"])
INDEFINITE = frozenset(["a", "an", "another", "any", "some", "no", "every", "each", "several", "many", "other", "one"])
FROM = frozenset(["of", "from"])
PRONOUNS = frozenset(["his", "her", "its", "their", "our", "my", "your"])
ADJECTIVES = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "VBG", "HYPH", "AFX", "FW"])
FUNCTION_TAGS = frozenset(["DET", "PRON", "CCONJ", "PUNCT", "PART", "ADP"])
COUNT = "zero one two three four five six seven eight nine ten eleven twelve"
TENS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
NUMBERS = {word: str(n) for n, word in enumerate(COUNT.split())} | TENS
# Words that say nothing about which one is meant.
EMPTY = frozenset(
    "new recent current latest further same own proposed possible potential ongoing whole entire present so-called "
    "previous earlier later next last final more other real such two 2 both first second additional fresh unnamed "
    "senior top high-level failed".split()
)
BODY_OF_TITLE = frozenset(
    ["spokesman", "spokeswoman", "spokesperson", "chief", "head", "official", "source", "sources", "officials"]
)
PERIODS = frozenset(["week", "month", "year", "night", "morning", "evening", "spring", "summer", "autumn", "winter"])
LONGEST = 12


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


def ends_phrase(context: Context, head: int, starts: set[int]) -> bool:
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


def opening(context: Context, head: int) -> int:
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
            or (context.text(first) == "-" and context.text(first - 2) == "-")
        ):
            if _closes_time(context, first - 1):
                break
            first -= 1
        else:
            break
    while first < head and context.lower(first) in ("-", "and", ",", "–"):
        first += 1
    return first


def _closes_time(context: Context, i: int) -> bool:
    """Whether the word ends a time that only stands before the phrase ("last week | federal forces")."""
    return context.lower(i) in PERIODS and context.lower(i - 1) in ("last", "this", "next", "that", "earlier")


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


def closing(context: Context, head: int) -> int:
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


def countries_in(context: Context, first: int, head: int) -> Iterator[str]:
    """The countries that the words before the head show, as often as they do."""
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


def country_behind(context: Context, start: int, head: int) -> Iterator[str]:
    """The country that the words right behind a phrase name: "the president of Peru", "officials from Peru".

    One that heads a list or owns something else says nothing of the phrase alone: "envoys of Peru and Chile". Behind
    "of" it may be told whence: "the withdrawal of the troops from Peru".
    """
    first, link = head + 2, context.lower(head + 1)
    whence = link == "from" and context.lower(start - 1) == "of"
    if link not in FROM or whence or not context.same_sentence(head, head + 1):
        return
    if context.lower(first) == "the":
        first += 1
    for last in range(min(first + 4, len(context.tokens)), first, -1):
        named = world.named_country(context.written(first, last)) if context.is_capital(first) else None
        if named is not None:
            following = context.tokens[last] if context.same_sentence(head, last) else None
            goes_on = following is not None and (
                following.tag in ("PROPN", "NOUN", "ADJ") or following.text in ("and", "or", ",", "-", *POSSESSIVE)
            )
            if not goes_on:
                yield named
            return


def owner_in(context: Context, first: int, head: int) -> int | None:
    """A token of the one whose it is: a possessive pronoun, or the word before "'s"."""
    if context.lower(first) in PRONOUNS:
        return first
    for i in range(first, head):
        if context.text(i) in POSSESSIVE and context.tokens[i].fine == "POS":
            return i - 1
    return None


def modifiers_in(context: Context, first: int, head: int) -> Iterator[str]:
    """What the words before the head say of it, folded; countries and empty words left out."""
    for i in range(first, head):
        token, text = context.tokens[i], fold_name(context.text(i))
        if not text or token.tag in FUNCTION_TAGS or token.text in POSSESSIVE:
            continue
        if place_country(token.text) or text in EMPTY or text in PRONOUNS | DEFINITE | INDEFINITE:
            continue
        yield NUMBERS.get(text, text)


def is_predicate(context: Context, head: int) -> bool:
    """Whether the noun says what somebody is ("is the president", "as president"), and means nobody anew."""
    return any(context.tokens[i].relation == "cop" for i in context.children[head])
