"""Disagreements on numbers: one thing counted differently. How long the parties met is for `lengths`.

Counts are held against each other only where the clauses that tell them are alike without them. A round number and
a close one, "more than" and what is more, and a toll that a later article raises can all hold: refinements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from dragoman.model.reading import Token
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.numbers import SCALES, number_in
from dragoman.reconstruct.claims.tellings import Page, Telling
from dragoman.reconstruct.contradict.character import statement_id

LIKE = 0.26  # how alike the clauses must be
ROUND = 0.1  # by how much a round number may miss
HARM = frozenset("kill die dead death injure wound hurt miss displace arrest detain toll".split())  # is still counted
HARMING = frozenset("kill shoot shot wound injure hurt arrest detain charge displace die".split())
AT_LEAST, AT_MOST = ("more", "over", "least", "exceed"), ("less", "under", "most", "fewer", "nearly", "almost")
ABOUT = frozenset({"about", "around", "some", "roughly", "nearly", "almost", "approximately", "estimated", "up"})
PERIODS = frozenset("day week month year hour minute time percent degree page point round".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of something: from and to are equal where the number is told as exact."""

    of: str
    low: float
    high: float
    words: str
    about: bool


def number_disputes(
    tellings: Sequence[Telling],
    scores: Mapping[tuple[int, int], float],
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
) -> Iterator[Dispute]:
    """One for each two alike clauses that count one thing differently; refinements are marked as such."""
    seen: set[tuple[int, str]] = set()
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < LIKE or of_two_deeds(tellings[i], tellings[j]):
            continue
        left, right = only_counts(pages, tellings[i]), only_counts(pages, tellings[j])
        for one in left:
            for other in right:
                if one.of != other.of or one.low == other.low or {(i, one.of), (j, one.of)} & seen:
                    continue
                seen |= {(i, one.of), (j, one.of)}
                days = tuple(pages[t.article].annotated.article.published for t in (tellings[i], tellings[j]))
                why = refines(one, other, days, grows=bool(HARM & (tellings[i].keys.keys() | tellings[j].keys.keys())))
                yield Dispute(
                    on="number",
                    question=f"How many {one.words.split()[-1]}?",
                    why=why or "one thing, counted differently",
                    positions=tuple(
                        Position(c.words, (place_of(pages, t, statements),))
                        for c, t in ((one, tellings[i]), (other, tellings[j]))
                    ),
                    refines=why is not None,
                )


def of_two_deeds(one: Telling, other: Telling) -> bool:
    """Whether two clauses count different deeds: so many shot and so many killed, or those of different days."""
    left, right = one.head.lemma.casefold(), other.head.lemma.casefold()
    other_day = bool(one.dates and other.dates) and one.dates.isdisjoint(other.dates)
    return (left != right and {left, right} <= HARMING) or other_day


def refines(one: Counted, other: Counted, days: Sequence[date | None], *, grows: bool = True) -> str | None:
    """Why two counts can both hold, or nothing where they cannot. `grows`: later counts bring it up to date."""
    if one.low <= other.high and other.low <= one.high:
        return "one number is less precise than the other"
    most = max(one.low, other.low)
    if abs(one.low - other.low) <= ROUND * most and (one.about or other.about or round_number(one.low)):
        return "a rounded number"
    first, last = days
    if grows and first and last and first != last and (last > first) == (other.low > one.low):
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
    for token in page.within(telling.span):
        if token.relation == "nummod":
            noun = page.tokens[token.head]
            changed = any(t.lemma in ("from", "to") for t in page.tokens[max(0, token.index - 2) : token.index])
            if (
                noun.tag == "NOUN"
                and noun.lemma not in PERIODS
                and not changed
                and (found := counted(page, token, noun))
            ):
                yield found


def counted(page: Page, token: Token, noun: Token) -> Counted | None:
    value = value_at(page, token) if token.index < noun.index else None  # "Type 74" counts nothing
    if value is None or value <= 1 or page.tokens[min(noun.index + 1, len(page.tokens) - 1)].text == "-":
        return None
    near = page.tokens[max(0, token.index - 3) : token.index]
    first = next((t for t in near if t.lemma in ABOUT | {*AT_LEAST, *AT_MOST}), token)
    words = page.annotated.article.text[first.start : noun.end]
    low, high = bounds(value, words_near(near))
    return Counted(noun.lemma, low, high, " ".join(words.split()), any(t.lemma in ABOUT for t in near))


def value_at(page: Page, token: Token) -> float | None:
    value = number_in(token.text)
    after = page.tokens[token.index + 1] if token.index + 1 < len(page.tokens) else token
    if value is not None and after.text.casefold() in SCALES and token.text.casefold() not in SCALES:
        return value * SCALES[after.text.casefold()]
    return value


def words_near(tokens: Sequence[Token]) -> set[str]:
    """The forms before a number; "no more than" is no "more"."""
    forms = {form for t in tokens for form in (t.lemma, t.text.casefold())}
    return (forms - {"more"}) | {"most"} if "no" in forms and "more" in forms else forms


def bounds(value: float, near: set[str]) -> tuple[float, float]:
    if near & set(AT_LEAST):
        return value, inf
    if near & set(AT_MOST):
        return 0.0, value
    return value, value


def place_of(pages: Mapping[str, Page], telling: Telling, statements: Mapping[tuple[str, int], str]) -> Place:
    return Place(telling.span, statement_id(pages[telling.article], telling.head, statements))
