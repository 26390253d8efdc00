"""The small parts that every section of the report is made of: chips of outlets, words in their sentence, evidence.

They are plain values with nothing left to look up, so that a template, a page of the workspace and a notebook show
them alike. Does not write HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.record import ArticleRow, Date, SupportRow
from dragoman.show.context import around
from dragoman.show.lookup import NOBODY, Lookup
from dragoman.show.report.places import anchor
from dragoman.show.wording import MONTHS, closed_up, dated, day


@dataclass(frozen=True, slots=True)
class Chip:
    """An article by its outlet; `known` is false where its label is the name of a file.

    `of_day` is its day in short, where other articles have the same label.
    """

    article: str
    label: str
    of_day: str
    day: str
    known: bool
    copy_of: str


@dataclass(frozen=True, slots=True)
class Words:
    """Verbatim words (`quote`) with what stands before and after them in their sentence.

    `whose` is who is reported to say so, empty where the article says it in its own voice, None where the row does not
    tell; `part` is what of the row the words are for; `start` and `end` are their place in the article's text.
    """

    chip: Chip
    before: str
    quote: str
    after: str
    start: int
    end: int
    anchor: str
    whose: str | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Drawer:
    """What a row opens: its id, its heading, the words it rests on, and the rules that made it."""

    id: str
    heading: str
    words: tuple[Words, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody by name; `id` is empty for whom the record does not know."""

    id: str
    name: str


def chip(article: str, lookup: Lookup) -> Chip:
    """The article as a chip, made once for each article of a record."""
    found: Chip | None = lookup.chips.get(article)
    if found is None:
        found = lookup.chips[article] = chip_of(article, lookup)
    return found


def chip_of(article: str, lookup: Lookup) -> Chip:
    """An article as the pages show it in short."""
    row = lookup.articles[article]
    original = lookup.articles.get(row.copy_of or "")
    return Chip(
        article,
        row.label,
        f"{row.published.day} {MONTHS[row.published.month - 1][:3]}"
        if row.published and row.label in lookup.shared
        else "",
        day(row.published) if row.published else "",
        row.outlet is not None,
        original.label if original else "",
    )


def chips(articles: Iterable[str], lookup: Lookup) -> tuple[Chip, ...]:
    """The articles as chips, each once."""
    return tuple(chip(article, lookup) for article in dict.fromkeys(articles))


def words(place: Evidence, lookup: Lookup, *, whose: str | None = None, part: str = "") -> Words:
    """The words at a place, in their sentence. Where the row does not tell whose they are, the statement there does."""
    told = lookup.statement_at(place) if whose is None else None
    whose = voice(told, lookup) if told else whose
    row = lookup.articles[place.article]
    low, high = sentence_of(place, row)
    return cut(place, row.text[low:high], low, chip(place.article, lookup), whose, part)


def marked_in(sentence: Evidence, place: Evidence, lookup: Lookup) -> Words:
    """The words at a place in the sentence of another, where it stands in that; else the other's own words."""
    row = lookup.articles[sentence.article]
    low, high = sentence_of(sentence, row)
    inside = place.article == sentence.article and low <= place.start and place.end <= high
    return cut(place if inside else sentence, row.text[low:high], low, chip(row.id, lookup), None, "")


def cut(place: Evidence, sentence: str, low: int, chip: Chip, whose: str | None, part: str) -> Words:
    """A sentence that begins at `low`, cut around the words at a place in it."""
    before, after = sentence[: place.start - low], sentence[place.end - low :]
    return Words(
        chip,
        spaced(before, after=before[-1:].isspace()),
        closed_up(place.quote),
        spaced(after, before=after[:1].isspace()),
        place.start,
        place.end,
        anchor(place),
        whose,
        part,
    )


def sentence_of(place: Evidence, row: ArticleRow) -> tuple[int, int]:
    """Where the sentence of a place begins and ends, without title and boilerplate that stand on its line."""
    low, high = around(row.text, place.start, place.end)
    title = (0, len(row.title)) if row.title and row.text.startswith(row.title) else (0, 0)
    for start, end in (title, *((b.start, b.end) for b in row.boilerplate)):
        low = end if low < end <= place.start else low
        high = start if place.end <= start < high else high
    space = len(row.text[low : place.start]) - len(row.text[low : place.start].lstrip())
    return low + space, high


def spaced(text: str, *, before: bool = False, after: bool = False) -> str:
    """The text on one line, keeping that it was parted from its neighbour.

    >>> spaced("The  envoy\\n", after=True)
    'The envoy '
    """
    return " " * before + closed_up(text) + " " * (after and bool(text.strip()))


def voice(statement: str | None, lookup: Lookup) -> str:
    """Who is reported to say so, and through whom; empty for the article's own voice."""
    row = lookup.statements.get(statement or "")
    if row is None:
        return ""
    name = lookup.speaker(row.source).name
    through = " and ".join(lookup.via(via) for via in row.via)
    return ("somebody not named" if name == NOBODY else name) + (f", through {through}" if through else "")


def every(evidence: Iterable[Evidence], lookup: Lookup, *, part: str = "") -> tuple[Words, ...]:
    """The words at each place."""
    return tuple(words(place, lookup, part=part) for place in dict.fromkeys(evidence))


def supported(support: Sequence[SupportRow], lookup: Lookup, *, part: str | None = None) -> tuple[Words, ...]:
    """The words of each support; where no part is named, its stance."""
    return tuple(
        words(row.evidence, lookup, whose=voice(row.statement, lookup), part=row.stance if part is None else part)
        for row in support
    )


def actor(entity: str, lookup: Lookup) -> Actor:
    """Somebody by id, or by the words that stand in place of one."""
    name = lookup.name(entity)
    return Actor(entity, name) if name else Actor("", entity)


def actors(ids: Iterable[str], lookup: Lookup) -> tuple[Actor, ...]:
    return tuple(actor(one, lookup) for one in dict.fromkeys(ids))


def resolved(when: Date) -> str:
    """How an expression of time came to its day.

    “Thursday” → 15 May 2025 (weekday before the day of publication, against published)
    """
    against = f", against {when.anchor}" if when.anchor else ""
    return f"“{closed_up(when.text)}” → {dated(when)} ({when.why}{against})"
