"""What a title says: the offices in it, the country that it shows, the sex that it tells.

Does not find titles: that is for `titles`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.annotate.referents.context import Context
from dragoman.annotate.referents.gazetteer import place_country
from dragoman.annotate.referents.wordlists import office_classes, sex_of_word, words
from dragoman.model import countries as world

LINKS = frozenset(["of", "for", "to", "on", "in", "at"])


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: its words, its offices, the country that it shows, and the sex that it tells."""

    text: str
    offices: frozenset[str]
    country: str | None
    sex: str | None
    heads: frozenset[str]


def read_title(context: Context, first: int, last: int) -> Title:
    """What a title says."""
    said = [context.lower(i).rstrip(".") for i in range(first, last)]
    classes = office_classes()
    head = first_head(context, first, last)
    main = said[: head - first + 1] if head is not None else said
    offices = {c for i, w in enumerate(main) if w in classes for c in classes[w] if i == len(main) - 1 or "and" in main}
    if "prime" in said and "minister" in said:
        offices = (offices - {"minister"}) | {"head_of_government"}
    sexes = [sex for sex in map(sex_of_word, said) if sex]
    heads = frozenset(w for w in said if w in classes)
    return Title(
        text=context.written(first, last),
        offices=frozenset(offices),
        country=title_country(context, first, last),
        sex=sexes[0] if sexes else None,
        heads=heads,
    )


def title_country(context: Context, first: int, last: int) -> str | None:
    """The country of a title: the one before its head, else the one it is "of". Not one it is "to"."""
    head = first_head(context, first, last)
    until = last if head is None else head
    before = _country_in(context, first, until)
    if before or head is None:
        return before
    for i in range(head + 1, last):
        if context.lower(i) in ("to", "for", "on"):
            return None
        if context.lower(i) in ("of", "in", "at"):
            return _country_in(context, i + 1, last)
    return None


def _country_in(context: Context, first: int, last: int) -> str | None:
    for i, j in context.runs(first, last, 4):
        text = context.written(i, j)
        country = place_country(text) or world.capital_country(text)
        if country:
            return country
    return None


def first_head(context: Context, first: int, last: int) -> int | None:
    """The head of a noun phrase that begins at `first`: the last office before a link or the end."""
    head = None
    for i in range(first, last):
        if context.lower(i) in LINKS:
            break
        if context.lower(i) in words("titles", "offices"):
            head = i
        elif head is not None and context.lower(i) not in ("and", "-"):
            break
    return head
