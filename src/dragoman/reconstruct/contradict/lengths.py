"""Disagreements on how long the parties met: hours and minutes of one meeting, days of one round of talks.

Lengths in days are held against each other only where they are close, since a negotiation has many rounds and one of
eight days is another than one of eighteen. "More than two hours" and "three hours" can both hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf

from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.numbers import number_in
from dragoman.reconstruct.claims.pages import Page, own_text
from dragoman.reconstruct.contradict.character import statement_id
from dragoman.reconstruct.contradict.meetings import TALKS
from dragoman.reconstruct.contradict.numbers import Counted, bounds

MINUTES = {"minute": 1.0, "minutes": 1.0, "hour": 60.0, "hours": 60.0}
LASTING = frozenset("last lasted meet met go went over talk talked sit sat continue continued run ran".split())
MEETING = TALKS | {"delegation", "delegations", "side", "sides"}
WINDOW = 14  # tokens before a length in which the meeting must be told
OF_TALKS = 6  # tokens after "of" in which the talks must be told
CLOSE = 1.5  # how much longer one length in days may be than another of the same round

Told = tuple[Counted, Place]


def length_disputes(
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
    stories: Sequence[Sequence[str]],
    copies: Mapping[str, str],
) -> Iterator[Dispute]:
    """How long the parties met, where articles of a story tell lengths that cannot all hold."""
    for story in stories:
        own = [pages[article] for article in sorted(story) if article in pages and article not in copies]
        hours = [item for page in own for item in lengths_in(page, statements)]
        days = [item for page in own for item in days_in(page, statements)]
        yield from dispute(grouped(hours, slack=0.15), "one meeting, told of lengths that cannot all hold")
        yield from dispute(close_ones(grouped(days, slack=0.0)), "one round of talks, told of so many days and of more")


def grouped(told: Iterable[Told], slack: float) -> list[list[Told]]:
    """Lengths that can all hold together, the shortest first."""
    groups: list[list[Told]] = []
    for item in sorted(told, key=lambda item: (item[0].low, item[0].high, item[1])):
        same = next((g for g in groups if all(near(item[0], other, slack) for other, _ in g)), None)
        if same is None:
            groups.append([item])
        else:
            same.append(item)
    return groups


def close_ones(groups: Sequence[list[Told]]) -> list[list[Told]]:
    """The first run of lengths none of which is much longer than the one before it."""
    for first, group in enumerate(groups):
        run = [group]
        for other in groups[first + 1 :]:
            if 0 < other[0][0].low <= CLOSE * run[-1][0][0].low:
                run.append(other)
        if len(run) > 1:
            return run
    return []


def dispute(groups: Sequence[list[Told]], why: str) -> Iterator[Dispute]:
    if len(groups) > 1 and len({place.span.article for g in groups for _, place in g}) > 1:
        yield Dispute(
            on="number",
            question="How long did they meet?",
            why=why,
            positions=tuple(Position(g[0][0].words, tuple(place for _, place in g)) for g in groups),
        )


def near(one: Counted, other: Counted, share: float) -> bool:
    slack = share * min(max(one.low, one.high if one.high < inf else 0), max(other.low, other.low))
    return one.low <= other.high + slack and other.low <= one.high + slack


def days_in(page: Page, statements: Mapping[tuple[str, int], str]) -> Iterator[Told]:
    """Each length in days of a round of talks: "nine days of negotiations", "for ten days the delegations sat"."""
    for token, unit in pairwise(page.tokens):
        if unit.lemma != "day" or token.index not in page.own_places:
            continue
        value = number_in(token.text)
        if value is None or not 1 < value < 100:
            continue
        sentence = page.annotated.reading.sentence_of(token.index)
        after = page.tokens[unit.index + 1 : min(unit.index + 2 + OF_TALKS, sentence.last)]
        before = page.tokens[max(sentence.first, token.index - 2) : token.index]
        held = next((t for t in after if t.lemma in TALKS), None) if after and after[0].lemma == "of" else None
        if held is None and any(t.lemma == "for" for t in before):
            rest = page.tokens[sentence.first : sentence.last]
            if any(t.lemma in MEETING for t in rest) and any(t.lemma in LASTING for t in rest if t.tag == "VERB"):
                held = rest[-1]
        if held is None:
            continue
        low, high = bounds(value, {form for t in before for form in (t.lemma, t.text.casefold())})
        span = Span(page.annotated.article.id, min(token.start, held.start), max(unit.end, held.end))
        words = f"{prefix(low, high)}{token.text} {unit.text}"
        yield Counted("days", low, high, words, False), Place(span, statement_id(page, token, statements))


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
