"""The answer to a question: the places that come near it, by stance, and the accounts of the story that are silent.

A place answers by its own words: those of claims, statements and events are looked through. Disagreements that rest on
a place that answers are named beside it. Nothing is said of who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.evidence import Evidence
from dragoman.model.plover import Status
from dragoman.model.problem import NothingFound
from dragoman.model.record import DisagreementRow
from dragoman.model.statement import Act
from dragoman.show.asked.likeness import Likeness, likeness
from dragoman.show.asked.words import Keys, Reading, question_keys
from dragoman.show.context import sentences
from dragoman.show.lookup import Lookup, accounts
from dragoman.show.wording import MONTHS, WEEKDAYS

Stance = Literal["says", "differs", "denies", "near"]
WHOLE, WHOLE_CONTENT = 0.75, 0.8
"""The shares of a question, and of its words that name nobody, with which a place says it, denies it, or differs."""
TOLD = frozenset({Status.HAPPENED, Status.PLANNED, Status.ALLEGED})
LONGEST = 300
"""Characters up to which a sentence is looked at as a whole: in a longer one, words that are far apart would meet."""
DAYS = frozenset(word.casefold() for word in (*MONTHS, *WEEKDAYS))
"""Words of which none may be missing then."""
NEAR, NEAR_CONTENT = 0.6, 0.5
"""The shares with which it is only shown as near."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the record; `ref` is the id of the row it is of."""

    evidence: Evidence
    statement: str | None
    ref: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place that answers; `missing` are the words of the question that it has not, some only where it is near."""

    evidence: Evidence
    statement: str | None
    ref: str
    stance: Stance
    share: float
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record holds of the question; `independent` counts the accounts that say it."""

    question: str
    found: tuple[Found, ...]
    silent: tuple[str, ...]
    disagreements: tuple[DisagreementRow, ...]
    independent: int

    def of(self, stance: Stance) -> tuple[Found, ...]:
        return tuple(row for row in self.found if row.stance == stance)


def check(question: str, lookup: Lookup) -> Answer:
    """Who says what the question says, who differs or denies it, and who is silent.

    Raises NothingFound where nothing comes near.
    """
    asked = question_keys(question, lookup)
    reading = Reading(lookup)
    near = [(c, met) for c in candidates(lookup) if (met := measured(asked, c, reading)).share > 0]
    found = distinct([*whole(near), *part(near)])
    if not found:
        unknown = reading.unknown(asked)
        hint = f" No article has the word {' or '.join(unknown)}." if unknown else ""
        raise NothingFound(f"Nothing in this record comes near to “{question}”.{hint} Say it in fewer, plainer words.")
    rows = lookup.articles
    telling = [rows[article] for article in sorted({r.evidence.article for r in found if r.stance == "says"})]
    return Answer(
        question=question,
        found=tuple(found),
        silent=silent(found, lookup),
        disagreements=tuple(row for row in lookup.record.disagreements if is_about(row, found)),
        independent=accounts(telling, lookup.record.articles),
    )


def candidates(lookup: Lookup) -> Iterator[Candidate]:
    """Every place where the record has a claim, a statement or an event told, then every sentence of the articles."""
    record = lookup.record
    for claim in record.claims:
        for row in claim.support:
            yield Candidate(row.evidence, row.statement, claim.id)
    for statement in record.statements:
        for part in statement.content if statement.made else ():
            yield Candidate(part, statement.id, statement.id)
    for event in record.events:
        for mention in event.mentions:
            if mention.status in TOLD:
                yield Candidate(mention.evidence, mention.statement, event.id)
    for article in lookup.in_order():
        marked = [(span.start, span.end) for span in article.boilerplate]
        for start, end in sentences(article.text):
            if end - start <= LONGEST and not any(low < end and start < high for low, high in marked):
                yield Candidate(Evidence(article.id, start, end, article.text[start:end]), None, article.id)


def measured(asked: Keys, candidate: Candidate, reading: Reading) -> Likeness:
    """How near a place comes. What somebody denies counts as denied, where its own words do not say so already."""
    statement = reading.lookup.statements.get(candidate.statement or "")
    own, around = reading.of(candidate.evidence, voice=statement.source.entity if statement else None)
    met = likeness(asked, own, around)
    if statement is None or statement.act is not Act.DENY or met.negated:
        return met
    return replace(met, contrary=not met.contrary)


def whole(near: Sequence[tuple[Candidate, Likeness]]) -> Iterator[Found]:
    """Places that by their own words say what is asked, its contrary, or the same with another number."""
    for candidate, met in near:
        if is_whole(met):
            stance: Stance = "denies" if met.contrary else "says"
            yield found_as("differs" if met.other_number else stance, candidate, met)


def part(near: Sequence[tuple[Candidate, Likeness]]) -> Iterator[Found]:
    """Places that have much of what is asked."""
    for candidate, met in near:
        if met.share >= NEAR and met.content >= NEAR_CONTENT:
            yield found_as("near", candidate, met)


def is_whole(met: Likeness) -> bool:
    if met.content < WHOLE_CONTENT or met.supposed or DAYS & set(met.missing):
        return False
    return met.share >= (NEAR if met.other_number else WHOLE)


def is_about(row: DisagreementRow, found: Sequence[Found]) -> bool:
    """Whether a disagreement rests on any of the places."""
    places = [support.evidence for position in row.positions for support in position.support]
    return any(overlap(place, other.evidence) for place in places for other in found if other.stance != "near")


def found_as(stance: Stance, candidate: Candidate, met: Likeness) -> Found:
    return Found(candidate.evidence, candidate.statement, candidate.ref, stance, met.share, met.missing)


def distinct(rows: Iterable[Found]) -> list[Found]:
    """Each place once: of those that overlap the first. The nearest first."""
    kept: list[Found] = []
    for row in rows:
        if not any(overlap(row.evidence, other.evidence) for other in kept):
            kept.append(row)
    return sorted(kept, key=lambda row: (-row.share, row.evidence.article, row.evidence.start))


def overlap(one: Evidence, other: Evidence) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return one.article == other.article and 2 * common > min(one.end - one.start, other.end - other.start)


def silent(found: Sequence[Found], lookup: Lookup) -> tuple[str, ...]:
    """The articles that tell a story of those found, and nothing of this."""
    telling = {row.evidence.article for row in found if row.stance != "near"} or {row.evidence.article for row in found}
    told = {article for story in lookup.record.stories if telling & set(story.articles) for article in story.articles}
    return tuple(article.id for article in lookup.in_order() if article.id in told - telling)
