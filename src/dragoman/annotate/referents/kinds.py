"""Of what kind each name is: the whole article votes.

A model that tags a name now as a person and now as a body is overruled by the majority; titles before it, "in" before
it, and the tables of the world have votes too. Decides kinds only.
"""

from __future__ import annotations

from collections import Counter

from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.gazetteer import body_words, is_outlet, kind_by_last_word, listed_kind
from dragoman.annotate.referents.tagged import Found, key_of
from dragoman.annotate.referents.titles import title_before
from dragoman.annotate.referents.wordlists import sex_of_given_name, words
from dragoman.model import countries as world
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name

Ballot = Counter[EntityKind]
TAG, TITLE, SURNAME, GIVEN, IN, FROM, CITY_OF, KNOWN, LARGE, LISTED, BODY_WORD, LAST_WORD, PEOPLE = (
    2,
    4,
    3,
    3,
    2,
    1,
    5,
    1,
    4,
    2,
    6,
    7,
    5,
)
FIRM = 8
FIRMS = frozenset(
    "Group Company Corporation Corp Inc Ltd Holdings Industries Bank Airlines Airways Hospitals Hospital Motors Energy "
    "Petroleum Telecom Enterprises Resources Systems Steel Mining Foundation Institute University Media Trust".split()
)
SETTLEMENTS = frozenset("city town village province region district state port capital".split())


def voted_kinds(context: Context, found: list[Found]) -> dict[str, EntityKind]:
    """The kind of each name, by its folded words."""
    votes: dict[str, Ballot] = {}
    shown: dict[str, str] = {}
    places = {last for first, last, kind in found if kind is EntityKind.PLACE}
    for first, last, kind in found:
        key = key_of(context, first, last)
        ballot = votes.setdefault(key, Counter())
        shown.setdefault(key, context.written(first, last))
        ballot[kind] += TAG
        _place_votes(context, first, last, ballot)
        if last - first == 1 and context.tokens[first].fine == "NNPS" and context.lower(first - 1) == "the":
            ballot[EntityKind.GROUP] += PEOPLE
        if kind is not EntityKind.PLACE and _listed_with_place(context, first, places):
            ballot[EntityKind.PLACE] += LISTED
    for key, ballot in votes.items():
        _table_votes(shown[key], ballot)
    _surname_votes(votes, shown)
    _firm_votes(votes, shown)
    return {key: min(ballot, key=lambda k: (-ballot[k], k.value)) for key, ballot in votes.items()}


def _listed_with_place(context: Context, first: int, places: set[int]) -> bool:
    """Whether the name follows a place in a list of three or more ("Arvik, Sull, and Tarn")."""
    before = first - 1 if context.text(first - 1) == "," else first - 2
    return context.text(before) == "," and before in places


def _place_votes(context: Context, first: int, last: int, ballot: Ballot) -> None:
    """What stands before the name speaks for a kind."""
    if not first or not context.same_sentence(first - 1, first):
        return
    before = context.lower(first - 1).rstrip(".")
    if (
        before in words("titles", "honorifics")
        or before in words("titles", "offices")
        or (title_before(context, first) is not None and kind_by_last_word(context.written(first, last)) is None)
    ):
        ballot[EntityKind.PERSON] += TITLE
    if before == "in" and context.lower(last) not in ("'s", "’s"):
        ballot[EntityKind.PLACE] += IN
    if before in ("from", "near", "outside", "across"):
        ballot[EntityKind.PLACE] += FROM
    if before == "of" and context.lower(first - 2) in SETTLEMENTS:
        ballot[EntityKind.PLACE] += CITY_OF
    if context.lower(last) in ("province", "region", "district", "city", "airport", "palace"):
        ballot[EntityKind.PLACE] += CITY_OF


def _table_votes(text: str, ballot: Ballot) -> None:
    total = sum(ballot.values())
    listed = listed_kind(text) or listed_kind(text.title())
    made = kind_by_last_word(text)
    if listed is not None:
        ballot[listed] += total + 1
    elif made is not None:
        ballot[made] += LAST_WORD
    elif body_words() & set(text.split()):
        ballot[EntityKind.ORGANIZATION] += BODY_WORD
    elif words("agents", "places") & set(text.split()[1:]):
        ballot[EntityKind.PLACE] += BODY_WORD
    elif is_outlet(text, surely=False):
        ballot[EntityKind.ORGANIZATION] += TAG
    elif world.countries_of_place(text):
        ballot[EntityKind.PLACE] += LARGE if world.is_large_city(text) else KNOWN
    elif " " in text and sex_of_given_name(fold_name(text.split()[0])):
        ballot[EntityKind.PERSON] += GIVEN


def _surname_votes(votes: dict[str, Ballot], shown: dict[str, str]) -> None:
    """A single word that ends a person's full name is that person, if it is no country."""
    last_words = {
        key.split()[-1]
        for key, ballot in votes.items()
        if " " in key and ballot[EntityKind.PERSON] * 2 > sum(ballot.values())
    }
    for key, ballot in votes.items():
        if key in last_words and " " not in key and not listed_kind(shown[key]):
            ballot[EntityKind.PERSON] += SURNAME


def _firm_votes(votes: dict[str, Ballot], shown: dict[str, str]) -> None:
    """A single word that a body's name begins with is that body, if it is nobody's name and no known place."""
    first_words = {
        key.split()[0]
        for key, ballot in votes.items()
        if " " in key and ballot[EntityKind.ORGANIZATION] * 2 > sum(ballot.values()) and shown[key].split()[-1] in FIRMS
    }
    people = {word for key, ballot in votes.items() if " " in key and _is_person(ballot) for word in key.split()}
    for key, ballot in votes.items():
        text = shown[key]
        known = listed_kind(text) or world.countries_of_place(text) or sex_of_given_name(key)
        if key in first_words - people and not known:
            ballot[EntityKind.ORGANIZATION] += FIRM


def _is_person(ballot: Ballot) -> bool:
    """Whether more than half of the votes are for a person."""
    return ballot[EntityKind.PERSON] * 2 > sum(ballot.values())
