"""The exchange ledger: proposal, terms, from, to, each party's answers, outcome over all and by article.

A party of whom no answer is reported stands there and says so; an allegation stands with whoever makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.record import Date, ProposalRow, ResponseRow
from dragoman.show.headlines import most_told
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import (
    Actor,
    Chip,
    Drawer,
    Words,
    actor,
    actors,
    chip,
    chips,
    every,
    resolved,
    voice,
    words,
)
from dragoman.show.report.places import anchor
from dragoman.show.views import offers
from dragoman.show.wording import dated


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its stance, its day, and the articles that tell it, each with the anchor of its words."""

    stance: str
    day: str
    told: tuple[tuple[Chip, str], ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A party with its answers in the order told, the same told twice once; none where none is reported."""

    who: Actor
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger; `involved` are the ids of all who take part in it."""

    id: str
    label: str
    kind: str
    day: str
    words: Words
    terms: tuple[str, ...]
    proposers: tuple[Actor, ...]
    to: tuple[Actor, ...]
    parties: tuple[Party, ...]
    outcome: str
    by_article: tuple[tuple[str, tuple[tuple[Chip, str], ...]], ...]
    violations: tuple[tuple[str, Words], ...]
    supersedes: tuple[str, str] | None
    chips: tuple[Chip, ...]
    involved: tuple[str, ...]
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines, and by what they can be filtered: actors, kinds, outcomes."""

    entries: tuple[Entry, ...]
    actors: tuple[Actor, ...]
    kinds: tuple[str, ...]
    outcomes: tuple[str, ...]


def view(lookup: Lookup) -> Ledger | None:
    labels = {row.id: row.label for row in lookup.record.proposals}
    entries = tuple(entry(row, labels, lookup) for row in most_told(lookup.record.proposals))
    if not entries:
        return None
    involved = {one: lookup.entities[one].name for item in entries for one in item.involved}
    return Ledger(
        entries,
        tuple(Actor(one, name) for one, name in sorted(involved.items(), key=lambda pair: (pair[1], pair[0]))),
        tuple(sorted({item.kind for item in entries})),
        tuple(sorted({item.outcome for item in entries})),
    )


def entry(row: ProposalRow, labels: Mapping[str, str], lookup: Lookup) -> Entry:
    return Entry(
        id=row.id,
        label=row.label,
        kind=row.kind,
        day=day_of(row.date),
        words=words(row.evidence[0], lookup),
        terms=tuple(dict.fromkeys(offers.terms(row.terms, lookup))),
        proposers=actors(row.proposers, lookup),
        to=actors(row.to, lookup),
        parties=tuple(parties(row, lookup)),
        outcome=row.outcome,
        by_article=outcomes(row, lookup),
        violations=tuple((offers.violation(v, lookup), words(v.evidence[0], lookup)) for v in row.violations),
        supersedes=(row.supersedes, labels[row.supersedes]) if row.supersedes in labels and row.supersedes else None,
        chips=chips((place.article for place in row.evidence), lookup),
        involved=tuple(involved(row, lookup)),
        drawer=Drawer(row.id, row.label, tuple(told(row, lookup)), tuple(rules(row))),
    )  # fmt: skip


def parties(row: ProposalRow, lookup: Lookup) -> Iterator[Party]:
    """Whoever answered, in the order told, then those of whom no answer is reported."""
    told = [(response.by or offers.answerer(response, lookup), response) for response in row.responses]
    for party in dict.fromkeys(who for who, _ in told):
        yield Party(actor(party, lookup), tuple(answers([r for who, r in told if who == party], lookup)))
    yield from (Party(actor(party, lookup), ()) for party in row.no_answer)


def outcomes(row: ProposalRow, lookup: Lookup) -> tuple[tuple[str, tuple[tuple[Chip, str], ...]], ...]:
    """Each outcome that an article tells, with those that tell it, the one over all first."""
    told: dict[str, list[tuple[Chip, str]]] = {row.outcome: []}
    for one in row.outcome_by_article:
        told.setdefault(one.outcome, []).append((chip(one.article, lookup), anchor(one.evidence)))
    return tuple((outcome, tuple(found)) for outcome, found in told.items() if found)


def day_of(when: Date | None) -> str:
    """The day, or nothing where none is told or it stays open."""
    return dated(when) if when and when.start else ""


def answers(rows: Sequence[ResponseRow], lookup: Lookup) -> Iterator[Answer]:
    told: dict[tuple[str, str], dict[str, tuple[Chip, str]]] = {}
    for row in rows:
        articles = told.setdefault((row.stance, day_of(row.date)), {})
        for place in row.evidence:
            articles.setdefault(place.article, (chip(place.article, lookup), anchor(place)))
    yield from (Answer(stance, when, tuple(found.values())) for (stance, when), found in told.items())


def involved(row: ProposalRow, lookup: Lookup) -> list[str]:
    """Ids of all who propose, are asked, answer, or are accused, and of those they speak for."""
    ids = [*row.proposers, *row.to, *(r.by for r in row.responses if r.by), *row.no_answer]
    ids += [one for v in row.violations for one in (v.of, v.alleged_by) if one]
    known = [one for one in dict.fromkeys(ids) if one in lookup.entities]
    sides = [side for one in known if (side := lookup.entities[one].side) in lookup.entities and side]
    return list(dict.fromkeys([*known, *sides]))


def told(row: ProposalRow, lookup: Lookup) -> Iterator[Words]:
    """The words that a line rests on: the offer, its conditions, the answers, the allegations."""
    yield from every(row.evidence, lookup, part="offer")
    yield from every(row.terms.conditions, lookup, part="condition")
    yield from (words(term.evidence, lookup, part=f"term: {term.name}") for term in row.terms.further)
    for r in row.responses:
        part = f"answer of {offers.answerer(r, lookup)}: {r.stance}"
        yield from (words(place, lookup, whose=voice(r.statement, lookup), part=part) for place in r.evidence)
    for v in row.violations:
        yield from (
            words(place, lookup, whose=voice(v.statement, lookup), part="alleged violation") for place in v.evidence
        )


def rules(row: ProposalRow) -> Iterator[str]:
    """How the outcome and the days were found."""
    yield f"outcome {row.outcome}: {row.why}"
    for when in (row.date, row.terms.start, row.terms.end):
        if when:
            yield resolved(when)
