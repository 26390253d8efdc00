"""Disagreements on the day of what is to come: put off by one account, and still on its day in others.

Reads "the vote has slipped to the end of March", "was postponed to May 3", and clauses of other articles that
plan the same thing for another time. The thing is one by its noun, or a verb near it in meaning, and its ordinal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.model.meanings import nearness
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.contradict.character import statement_id

MOVED = frozenset("slip postpone delay defer reschedule move push put shift".split())
TO = frozenset({"to", "until", "till"})
PLANNED = frozenset("will would shall set schedule expect plan hope due pencil foresee slate aim intend bring".split())
COUNTED = frozenset("round meeting talk session phase summit tranche instalment installment".split())
ORDINALS = frozenset("first second third fourth fifth sixth next last final".split())
KINDRED = 0.55  # how near in meaning a verb must be to the noun of the thing
MOST = 31  # days that a time may span


@dataclass(frozen=True, slots=True)
class Day:
    """A clause that gives the time of something to come."""

    words: str
    month_days: tuple[str, str]
    place: Place


def postponed_disputes(
    pages: Mapping[str, Page], statements: Mapping[tuple[str, int], str], copies: Mapping[str, str]
) -> Iterator[Dispute]:
    """One for each thing that one account has put off, and another article plans for another time."""
    for article, page in pages.items():
        for head in page.clauses if article not in copies else ():
            thing = thing_moved(page, head)
            new = day_of(page, head, statements, after=TO) if thing is not None else None
            if thing is None or new is None:
                continue
            old = [
                day
                for other_id, other in pages.items()
                if other_id != article and other_id not in copies
                for clause in other.clauses
                if plans(other, clause, page, thing) and (day := day_of(other, clause, statements)) is not None
            ]
            apart: dict[str, list[Place]] = {}
            for day in old:
                if not overlap(day, new):
                    apart.setdefault(day.words, []).append(day.place)
            if apart:
                yield Dispute(
                    on="date",
                    question=f"When is it to be: {phrase(page, thing)}?",
                    why="put off by one account, and planned for another time by another",
                    positions=(
                        *(Position(words, tuple(places)) for words, places in apart.items()),
                        Position(new.words, (new.place,)),
                    ),
                )


def phrase(page: Page, thing: Token) -> str:
    """The thing with the words that hang on it before it: "the second round"."""
    own = page.clause(thing)
    first = next(t for t in own if t.index <= thing.index)
    return " ".join(page.annotated.article.text[first.start : thing.end].split())


def thing_moved(page: Page, head: Token) -> Token | None:
    """What is put off, where a clause says so as a fact."""
    if head.lemma not in MOVED or head.tag != "VERB":
        return None
    near = page.children[head.index]
    if any(t.lemma in ("not", "never", "would", "may", "might", "could") for t in near):
        return None
    relation = "nsubj" if head.lemma == "slip" else "nsubj:pass"
    return next((t for t in near if t.relation in (relation, "nsubj:pass") and t.tag == "NOUN"), None)


def plans(page: Page, clause: Token, other: Page, thing: Token) -> bool:
    """Whether a clause plans the thing: by its noun with the same ordinal, or by a verb near in meaning."""
    own = page.clause(clause)
    if (not any(t.lemma in PLANNED for t in own) and clause.fine != "VB") or any(t.text == "had" for t in own):
        return False  # what had been planned before
    lemma = thing.lemma.casefold()
    named = next((t for t in own if t.tag == "NOUN" and t.lemma.casefold() == lemma), None)
    if clause.relation in ("acl", "acl:relcl") and page.tokens[clause.head].lemma.casefold() == lemma:
        named = page.tokens[clause.head]
    if named is not None:
        return lemma not in COUNTED or ordinal(page, named) == ordinal(other, thing) != ""
    return lemma not in COUNTED and clause.tag == "VERB" and nearness(clause.lemma.casefold(), lemma) >= KINDRED


def ordinal(page: Page, noun: Token) -> str:
    """The ordinal of a noun, empty where it has none."""
    return next((t.lemma for t in page.children[noun.index] if t.lemma in ORDINALS), "")


def day_of(
    page: Page, clause: Token, statements: Mapping[tuple[str, int], str], *, after: frozenset[str] = frozenset()
) -> Day | None:
    """The time that a clause names for itself; one that follows one of some words where these are given."""
    own = page.clause(clause)
    if clause.relation in ("acl", "acl:relcl"):
        own = [*page.own(page.tokens[clause.head], without=page.heads)[:8], *own]
    starts = {t.start: t for t in own}
    for time in page.annotated.times:
        token = starts.get(time.span.start)
        if token is None or time.when is None or time.when.days > MOST or is_past(time):
            continue
        before = {t.lemma for t in page.tokens[max(0, token.index - 2) : token.index]}
        if after and not before & after:
            continue
        article = page.annotated.article
        place = Place(
            Span(article.id, min(t.start for t in own), max(t.end for t in own)), statement_id(page, clause, statements)
        )
        first, last = time.when.start, time.when.end
        return Day(" ".join(article.quote(time.span).split()), (f"{first:%m-%d}", f"{last:%m-%d}"), place)
    return None


def is_past(time: TimeMention) -> bool:
    """Whether an expression can mean the past alone."""
    return any(word in time.why.casefold() for word in ("yesterday", "ago"))


def overlap(one: Day, other: Day) -> bool:
    """Whether two times may be one, whatever the year; those that cross a new year may."""
    left, right = one.month_days, other.month_days
    if left[0] > left[1] or right[0] > right[1]:
        return True
    return left[0] <= right[1] and right[0] <= left[1]
