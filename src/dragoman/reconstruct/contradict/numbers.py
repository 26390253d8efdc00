"""Disagreements on numbers: one thing counted differently, and how long the parties met.

Counts are held against each other only where the clauses that tell them are alike without them. A round number and
a close one, "more than" and what is more, and a toll that a later article raises can all hold: refinements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.alike import alike, pairs
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.numbers import SCALES, number_in
from dragoman.reconstruct.claims.tellings import Page, Telling, own_text
from dragoman.reconstruct.contradict.character import statement_id
from dragoman.reconstruct.contradict.meetings import TALKS

LIKE = 0.34  # how alike the clauses must be
ROUND = 0.1  # by how much a round number may miss
MINUTES = {"minute": 1.0, "minutes": 1.0, "hour": 60.0, "hours": 60.0}
AT_LEAST, AT_MOST = ("more", "over", "least", "exceed"), ("less", "under", "most", "fewer", "nearly", "almost")
ABOUT = frozenset({"about", "around", "some", "roughly", "nearly", "almost", "approximately", "estimated", "up"})
PERIODS = frozenset("day week month year hour minute time percent degree page point round".split())
LASTING = frozenset("last lasted meet met go went over talk talked sit sat continue continued run ran".split())
MEETING = TALKS | {"delegation", "delegations", "side", "sides"}
WINDOW = 14  # tokens before a length in which the meeting must be told


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of something: from and to are equal where the number is told as exact."""

    of: str
    low: float
    high: float
    words: str
    about: bool


def number_disputes(
    tellings: Sequence[Telling], pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str]
) -> Iterator[Dispute]:
    """One for each two alike clauses that count one thing differently; refinements are marked as such."""
    seen: set[tuple[int, str]] = set()
    for (i, j), score in sorted(pairs(tellings).items(), key=lambda item: (-item[1], item[0])):
        if score < LIKE or alike(tellings[i], tellings[j]) < LIKE:
            continue
        left, right = only_counts(pages, tellings[i]), only_counts(pages, tellings[j])
        for one in left:
            for other in right:
                if one.of != other.of or one.low == other.low or {(i, one.of), (j, one.of)} & seen:
                    continue
                seen |= {(i, one.of), (j, one.of)}
                days = tuple(pages[t.article].annotated.article.published for t in (tellings[i], tellings[j]))
                why = refines(one, other, days)
                yield Dispute(
                    on="number",
                    question=f"How many {one.of}?",
                    why=why or "one thing, counted differently",
                    positions=tuple(
                        Position(c.words, (place_of(pages, t, statements),))
                        for c, t in ((one, tellings[i]), (other, tellings[j]))
                    ),
                    refines=why is not None,
                )


def refines(one: Counted, other: Counted, days: Sequence[date | None]) -> str | None:
    """Why two counts can both hold, or nothing where they cannot."""
    if one.low <= other.high and other.low <= one.high:
        return "one number is less precise than the other"
    most = max(one.low, other.low)
    if abs(one.low - other.low) <= ROUND * most and (one.about or other.about or round_number(one.low)):
        return "a rounded number"
    first, last = days
    if first and last and first != last and (last > first) == (other.low > one.low):
        return "a number that a later report brings up to date"
    return None


def round_number(value: float) -> bool:
    return value >= 10 and value % 10 == 0


def only_counts(pages: Mapping[str, Page], telling: Telling) -> list[Counted]:
    """What a telling counts, without things that it counts twice: which of them is meant would be a guess."""
    found = list(counted_in(pages, telling))
    return [c for c in found if sum(c.of == other.of for other in found) == 1]


def counted_in(pages: Mapping[str, Page], telling: Telling) -> Iterator[Counted]:
    page = pages[telling.article]
    for token in page.tokens:
        if telling.span.start <= token.start < telling.span.end and token.relation == "nummod":
            noun = page.tokens[token.head]
            if noun.tag == "NOUN" and noun.lemma not in PERIODS and (found := counted(page, token, noun)):
                yield found


def counted(page: Page, token: Token, noun: Token) -> Counted | None:
    value = value_at(page, token)
    if value is None or value == 0:
        return None
    near = page.tokens[max(0, token.index - 3) : token.index]
    first = next((t for t in near if t.lemma in ABOUT | {*AT_LEAST, *AT_MOST}), token)
    words = page.annotated.article.text[first.start : noun.end]
    low, high = bounds(value, {t.text.casefold() for t in near} | {t.lemma for t in near})
    return Counted(noun.lemma, low, high, " ".join(words.split()), any(t.lemma in ABOUT for t in near))


def value_at(page: Page, token: Token) -> float | None:
    value = number_in(token.text)
    after = page.tokens[token.index + 1] if token.index + 1 < len(page.tokens) else token
    if value is not None and after.text.casefold() in SCALES and token.text.casefold() not in SCALES:
        return value * SCALES[after.text.casefold()]
    return value


def bounds(value: float, near: set[str]) -> tuple[float, float]:
    if near & set(AT_LEAST):
        return value, inf
    if near & set(AT_MOST):
        return 0.0, value
    return value, value


def place_of(pages: Mapping[str, Page], telling: Telling, statements: Mapping[tuple[str, int], str]) -> Place:
    return Place(telling.span, statement_id(pages[telling.article], telling.head, statements))


def length_disputes(
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
    stories: Sequence[Sequence[str]],
    copies: Mapping[str, str],
) -> Iterator[Dispute]:
    """How long the parties met, where articles of a story tell lengths that cannot all hold."""
    for story in stories:
        told = [
            item
            for article in sorted(story)
            if article in pages and article not in copies
            for item in lengths_in(pages[article], statements)
        ]
        groups: list[list[tuple[Counted, Place]]] = []
        for item in sorted(told, key=lambda item: (item[0].low, item[0].high, item[1])):
            same = next((g for g in groups if all(near(item[0], other) for other, _ in g)), None)
            if same is None:
                groups.append([item])
            else:
                same.append(item)
        if len(groups) > 1 and len({place.span.article for g in groups for _, place in g}) > 1:
            yield Dispute(
                on="number",
                question="How long did they meet?",
                why="one meeting, told of lengths that cannot all hold",
                positions=tuple(Position(g[0][0].words, tuple(place for _, place in g)) for g in groups),
            )


def near(one: Counted, other: Counted) -> bool:
    slack = 0.15 * min(max(one.low, one.high if one.high < inf else 0), max(other.low, other.low))
    return one.low <= other.high + slack and other.low <= one.high + slack


def lengths_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[tuple[Counted, Place]]:
    """Each length of a meeting that a sentence tells: hours and minutes near words of meeting and lasting."""
    allowed = own_text(page.annotated)
    for sentence in page.annotated.reading.sentences:
        tokens = page.tokens[sentence.first : sentence.last]
        parts = [(i, value) for i in range(len(tokens) - 1) if (value := minutes_at(tokens, i)) is not None]
        if not parts or not any(s.start <= tokens[0].start < s.end for s in allowed):
            continue
        first, last = parts[0][0], next((i for i, _ in reversed(parts) if i - parts[0][0] <= 4), parts[0][0]) + 1
        ahead = tokens[max(0, first - WINDOW) : first]
        forms = {form for t in ahead for form in (t.lemma, t.text.casefold())}
        if not forms & MEETING or not forms & LASTING:
            continue
        near_number = {form for t in tokens[max(0, first - 3) : first] for form in (t.lemma, t.text.casefold())}
        total = sum(value for i, value in parts if i < last)
        low, high = bounds(total, near_number)
        article = page.annotated.article
        words = " ".join(article.text[tokens[first].start : tokens[last].end].split())
        span = Span(article.id, ahead[0].start, tokens[last].end)
        place = Place(span, statement_id(page, tokens[first], statements))
        yield Counted("minutes", low, high, prefix(low, high) + words, False), place


def minutes_at(tokens: Sequence[Token], place: int) -> float | None:
    """The minutes of a number that stands before a unit of time."""
    value, unit = number_in(tokens[place].text), tokens[place + 1].lemma
    return value * MINUTES[unit] if value is not None and unit in MINUTES else None


def prefix(low: float, high: float) -> str:
    return "more than " if high == inf else "less than " if low == 0 else ""
