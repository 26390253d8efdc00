"""Disagreements on whether it is so: one clause told as so by one voice and as not so by another.

The clauses must be alike, of the same doers, and head on the same word or on opposite ones (accept, reject). What is
only supposed, planned or asked for neither holds nor fails. A side that answers an offer differently by different
articles is found in the ledger's answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.meanings import nearness
from dragoman.model.record import EntityRow, ProposalRow
from dragoman.model.statement import Act
from dragoman.model.text import Span
from dragoman.model.turns import opposites_of, plain_verb, turns_of
from dragoman.reconstruct.claims.alike import alike, words_in
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import Telling

LIKE = 0.26  # how much clauses must have in common besides
KINDRED = 0.6  # how near in meaning two nouns must be that may mean one doer
OPEN = 0.3  # the same where one does not say who does it
SAID, ANCHORS = 2, 1  # words besides what governs them, and names or days, that these must share
AHEAD = frozenset({"will", "would", "shall", "may", "might", "could", "should", "must", "can", "to"})
NOT_SAID = (Act.DEMAND, Act.ASK, Act.OFFER, Act.PROMISE, Act.THREATEN, Act.INTEND)
ATTENDED = ("talks", "summit")  # one may send a team and stay away oneself
REFUSED, LEFT_OPEN = {"reject"}, {"accept", "conditional", "defer"}
NOT = re.compile(r"\b(not|never|neither|nor|no)\b|n[’']t\b", re.IGNORECASE)


def polarity_disputes(
    tellings: Sequence[Telling],
    scores: Mapping[tuple[int, int], float],
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
) -> Iterator[Dispute]:
    """One for each pair of clauses of a story that deny each other, the most alike first."""
    used: set[Telling | int] = set()
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < LIKE or i in used or j in used:
            continue
        one, other = tellings[i], tellings[j]
        if not (asserted(pages, one) and asserted(pages, other)) or not opposed(pages, one, other):
            continue
        used |= {i, j}
        yes, no = (one, other) if not turned(pages, one) else (other, one)
        yield Dispute(
            on="polarity",
            question=f"Is it so: {words(pages, yes)}?",
            why="one clause says it, another with the same doer says the opposite",
            positions=(position(pages, yes, statements), position(pages, no, statements)),
        )


def opposed(pages: Mapping[str, Page], one: Telling, other: Telling) -> bool:
    """Whether the two head on one word with and without a negation, or on opposites, and may be of the same doers."""
    if one.doers and other.doers and not one.doers & other.doers:
        return False
    shared = [k for k in one.keys if k in other.keys and k[1:2] != ":"] + [
        k for k in one.keys if k in other.keys and k.startswith("T:")
    ]
    left, right = (verb_of(pages[t.article], t) for t in (one, other))
    same = left == right or bool(turns_of(left) & turns_of(right))
    opposite = right in opposites_of(left)
    apart = turned(pages, one) != turned(pages, other)
    besides = [k for k in shared if k not in one.said | other.said]
    if not ((same and apart) or (opposite and not apart)) or alike(one, other) <= 0:
        return False
    if one.doers & other.doers:
        return words_in(besides) > 0
    if other_subjects(subject_of(pages[one.article], one), subject_of(pages[other.article], other)):
        return False
    anchors = sum(k[:2] in ("E:", "D:") for k in one.keys if k in other.keys)
    return words_in(besides) >= SAID and anchors >= ANCHORS and alike(one, other) >= OPEN


def subject_of(page: Page, telling: Telling) -> str:
    """The noun that does what a clause tells; empty where it names none."""
    near = page.children[telling.head.index]
    return next((t.lemma.casefold() for t in near if t.relation == "nsubj" and t.tag != "PRON"), "")


def other_subjects(one: str, other: str) -> bool:
    """Whether both name who does it, by words that mean different people."""
    return bool(one and other) and nearness(one, other) < KINDRED


def verb_of(page: Page, telling: Telling) -> str:
    """What governs a clause: a verb with its particle as the plain one ("turned down" is "reject")."""
    lemma = telling.head.lemma.casefold()
    particles = [t.lemma for t in page.children[telling.head.index] if t.relation in ("compound:prt", "advmod")]
    return next((plain for p in particles if (plain := plain_verb(lemma, p)) != lemma), lemma)


def turned(pages: Mapping[str, Page], telling: Telling) -> bool:
    """Whether it is told as not so: negated, or the content of a denial."""
    if telling.statement is None:
        return telling.negated
    statement = pages[telling.article].annotated.statements[telling.statement]
    return telling.negated is not (statement.act is Act.DENY)


def asserted(pages: Mapping[str, Page], telling: Telling) -> bool:
    """Whether it is told as a fact: neither planned nor supposed nor asked for."""
    page = pages[telling.article]
    ahead = any(t.lemma in AHEAD and t.relation in ("aux", "mark") for t in page.children[telling.head.index])
    if ahead or telling.unreal:
        return False
    if telling.statement is None:
        return True
    return page.annotated.statements[telling.statement].act not in NOT_SAID


def words(pages: Mapping[str, Page], telling: Telling) -> str:
    return " ".join(pages[telling.article].annotated.article.quote(telling.span).split())


def position(pages: Mapping[str, Page], telling: Telling, statements: Mapping[tuple[str, int], str]) -> Position:
    inside = telling.statement
    place = Place(telling.span, statements.get((telling.article, inside), "") if inside is not None else "")
    return Position(words(pages, telling), (place,))


def answer_disputes(proposals: Sequence[ProposalRow], entities: Sequence[EntityRow]) -> Iterator[Dispute]:
    """Sides that refused an offer by one article, and took it or left it open by another."""
    side = {row.id: row.country or row.side or row.id for row in entities}
    names = {row.id: row.name for row in entities}
    for proposal in proposals:
        if proposal.kind in ATTENDED:
            continue
        held: defaultdict[str, defaultdict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
        by: dict[str, str] = {}
        for answer in proposal.responses:
            if answer.by is None:
                continue
            key = side.get(answer.by, answer.by)
            by.setdefault(key, names.get(answer.by, answer.by))
            for e in answer.evidence[:1]:
                if NOT.search(e.quote) and answer.stance in ("accept", "reject"):
                    continue
                held[key][answer.stance].append(Place(Span(e.article, e.start, e.end), answer.statement or ""))
        for key, stances in sorted(held.items()):
            yield from answers(by[key], proposal.label, stances)


def answers(who: str, label: str, stances: Mapping[str, Sequence[Place]]) -> Iterator[Dispute]:
    refused = [place for stance in REFUSED for place in stances.get(stance, ())]
    others = [(stance, places) for stance, places in sorted(stances.items()) if stance in LEFT_OPEN]
    articles = {place.span.article for place in refused}
    apart = [(s, p) for s, p in others if not {x.span.article for x in p} & articles]
    if not refused or not apart:
        return
    yield Dispute(
        on="polarity",
        question=f"Did {who} refuse? ({label})",
        why="one side's answer to one offer is told as a refusal by one article and otherwise by another",
        positions=(Position("reject", tuple(refused)), *(Position(s, tuple(p)) for s, p in apart)),
    )
