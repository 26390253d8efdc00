"""Which titles and offices stand with a name.

Reads "Ukrainian President" before a name, "Trump's special envoy to Ukraine" between commas behind it, and "the head
of the presidential office," with a comma before it. Does not read titles that are told of somebody elsewhere.
What a title says is in `offices`.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.referents.context import Context, Stretch
from dragoman.annotate.referents.gazetteer import place_country
from dragoman.annotate.referents.offices import LINKS, first_head
from dragoman.annotate.referents.tagged import is_head_word, is_title_word
from dragoman.annotate.referents.wordlists import words
from dragoman.model import countries as world
from dragoman.model.mention import EntityKind

WITHIN = frozenset(["the", "and", "&", "'s", "’s", "'", "’", "-", "his", "her", "its", "their"])
STOPS = frozenset(
    [",", ".", ";", ":", "—", "–", "(", ")", "“", "”", '"', "?", "!", "who", "which", "that", "whom", "where"]
)
OPENERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "one", "our", "my"])
MEDIA = frozenset(
    ["media", "platform", "account", "network", "newspaper", "daily", "channel", "website", "news", "agency"]
)
SETTLEMENTS = frozenset(["city", "town", "village", "province", "region", "district", "port", "state", "capital"])
LONGEST = 14
CALLED = ("NOUN", "ADJ", "PROPN")
CALLING = 4  # words before the name of a body that say what it is
Bounds = tuple[int, int]


def with_titles(context: Context, named: list[Stretch]) -> list[Stretch]:
    """The names with the titles that stand with the persons among them."""
    starts = {s.first: s for s in named}
    told = ((s, tuple(titles_of(context, s, starts))) for s in named)
    return [s if s.titles == titles else replace(s, titles=titles) for s, titles in told]


def titles_of(context: Context, person: Stretch, starts: dict[int, Stretch]) -> list[Bounds]:
    if person.kind is EntityKind.PLACE:
        return _settlement(context, person)
    if person.kind is EntityKind.ORGANIZATION:
        return _medium(context, person)
    if person.kind is not EntityKind.PERSON:
        return []
    before = (
        title_before(context, person.first) or _before_comma(context, person) or _of_country_before(context, person)
    )
    behind = _behind(context, person, starts) or _of_country_behind(context, person)
    return [_with_whole_name(title, starts) for title in (before, behind) if title is not None]


def _with_whole_name(title: Bounds, starts: dict[int, Stretch]) -> Bounds:
    """The title from the beginning of the name that it begins in the middle of."""
    first, last = title
    for at in range(first - 1, max(-1, first - LONGEST), -1):
        if at in starts and starts[at].last > first:
            return at, last
    return title


def _settlement(context: Context, place: Stretch) -> list[Bounds]:
    """ "the city of" before a place."""
    at = place.first - 1
    if context.lower(at) != "of" or not context.same_sentence(at, place.first):
        return []
    first = at - 1
    if context.lower(first) not in SETTLEMENTS:
        return []
    return [(first - 1 if context.lower(first - 1) in ("the", "a") else first, place.first)]


def _medium(context: Context, body: Stretch) -> list[Bounds]:
    """ "media platform" behind the name of one, "the daily" or "the regional bloc" before it."""
    before = _calling(context, body)
    if before is not None:
        return [before]
    last = body.last
    while context.lower(last) in MEDIA and context.same_sentence(body.first, last):
        last += 1
    return [(body.last, last)] if last > body.last else []


def _calling(context: Context, body: Stretch) -> Bounds | None:
    """An article with a common noun in small letters right before a body's name ("the regional bloc | IGAD")."""
    at = body.first - 1
    if at < 1 or context.tokens[at].tag not in CALLED or context.is_capital(at):
        return None
    while at > body.first - CALLING and context.tokens[at].tag in CALLED and not context.is_capital(at):
        at -= 1
    opened = context.lower(at) in ("the", "a", "an") and context.same_sentence(at, body.first)
    return (at, body.first) if opened else None


def _of_country_before(context: Context, person: Stretch) -> Bounds | None:
    """ "Norland's" before a name tells the country of the one who bears it."""
    mark = person.first - 1
    if context.text(mark) not in ("'s", "’s") or not context.same_sentence(mark, person.first):
        return None
    for first in range(max(0, mark - 3), mark):
        if context.is_capital(first) and world.named_country(context.written(first, mark)):
            return first, person.first
    return None


def _of_country_behind(context: Context, person: Stretch) -> Bounds | None:
    """ "of Norland" behind it tells the same."""
    at = person.last
    if context.lower(at) != "of" or not context.same_sentence(at, person.first):
        return None
    first = at + 2 if context.lower(at + 1) == "the" else at + 1
    for last in range(min(first + 4, len(context.tokens)), first, -1):
        if context.same_sentence(first, last - 1) and world.named_country(context.written(first, last)):
            return at, last
    return None


def is_head(context: Context, i: int) -> bool:
    """Whether this word is an office, a role or an honorific (or kin) by itself."""
    return is_head_word(context.text(i))


def title_before(context: Context, last: int) -> Bounds | None:
    """The title that ends right before a name, with what belongs to it."""
    if context.lower(last - 1) in LINKS | {"the"}:
        return None
    head = _head_before(context, last)
    if head is None:
        return None
    first = _grown(context, head)
    while context.lower(first - 1) == "and" and context.same_sentence(first - 2, first) and is_head(context, first - 2):
        first = _grown(context, first - 2)
    if context.lower(first - 1) in ("of", "the") and context.lower(first) in words("titles", "portfolios"):
        outer = _head_before(context, first)
        first = first if outer is None else _grown(context, outer)
    return first, last


def _head_before(context: Context, last: int) -> int | None:
    """The head of a title that ends at `last`: the word before, or one with "of", "for" or "to" behind it."""
    if last and context.same_sentence(last - 1, last) and is_head(context, last - 1):
        return last - 1
    linked = False
    for i in range(last - 1, max(-1, last - LONGEST), -1):
        if not context.same_sentence(i, last) or context.lower(i) in STOPS:
            return None
        if linked and is_head(context, i):
            return i
        if context.lower(i) in LINKS:
            linked = True
        elif not (context.is_capital(i) or context.lower(i) in WITHIN):
            return None
    return None


def _grown(context: Context, head: int) -> int:
    """Where the title with this head begins."""
    first = head
    while first and context.same_sentence(first - 1, head) and _belongs(context, first - 1, head):
        first -= 1
    while first < head and context.lower(first) in ("’s", "'s", "-", "and", "&", "’", "'"):
        first += 1
    return min(first, head)


def _belongs(context: Context, i: int, head: int) -> bool:
    """Whether the word at `i` belongs to the title to its right: a modifier, a country, an owner."""
    text, token = context.lower(i), context.tokens[i]
    if text in ("’s", "'s", "-", "’", "'"):
        return (i > 0 and context.text(i - 1)[:1].isupper()) or text == "-"
    if is_title_word(context, i) or place_country(token.text) or world.capital_country(token.text):
        return not (token.tag == "ADV" and text == "then") or context.text(i + 1) == "-"
    if text.startswith(("then-", "ex-", "vice-")):
        return True
    if token.tag in ("PROPN", "ADJ") and context.is_capital(i):
        return not context.starts_sentence(i) or context.lower(i + 1) in ("’s", "'s") or token.fine == "NNP"
    if token.fine in ("JJ", "NN") and not context.is_capital(head) and token.tag in ("ADJ", "NOUN"):
        return token.fine == "JJ" or context.tokens[i].relation == "compound"
    return False


def _before_comma(context: Context, person: Stretch) -> Bounds | None:
    """ "the head of the presidential office, Andriy Yermak," """
    last = person.first - 1
    if last < 1 or context.text(last) != "," or not context.same_sentence(last, person.first):
        return None
    if context.text(person.last) not in (",", ".", ";", "—", ")"):
        return None
    for first in range(last - 1, max(-1, last - LONGEST), -1):
        if not context.same_sentence(first, last) or context.lower(first) in STOPS:
            return None
        if context.lower(first) in ("the", "its", "his", "her", "their") and _opens_title(context, first, last):
            return first, last
    return None


def _opens_title(context: Context, first: int, last: int) -> bool:
    head = first_head(context, first, last)
    return head is not None and context.tokens[first].fine in ("DT", "PRP$")


def _behind(context: Context, person: Stretch, starts: dict[int, Stretch]) -> Bounds | None:
    """What stands between commas (or brackets, or dashes) right behind the name, if an office is its head."""
    at = person.last
    if context.text(at) not in (",", "(", "—", "–") or not context.same_sentence(at, person.first):
        return None
    last = at + 1
    while last < len(context.tokens) and context.same_sentence(last, at) and last - at < LONGEST:
        if context.lower(last) in STOPS or (
            context.tokens[last].tag in ("VERB", "AUX") and context.tokens[last].fine != "VBN"
        ):
            break
        last += 1
    head = first_head(context, at + 1, last)
    if head is None:
        return None
    if any(_is_another(context, starts[i], head) for i in range(at + 1, last) if i in starts):
        return None
    while last > head + 1 and context.lower(last - 1) in LINKS | {"and"}:
        last -= 1
    return at + 1, last


def _is_another(context: Context, other: Stretch, head: int) -> bool:
    """Whether a person between the commas is the next in a list, not one that the title is about."""
    if other.kind is not EntityKind.PERSON:
        return False
    if other.first < head:
        return context.lower(other.last) not in ("'s", "’s")
    return context.lower(other.first - 1) not in LINKS
