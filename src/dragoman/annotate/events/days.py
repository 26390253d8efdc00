"""Which expression of time dates an event.

The one that dates its clause, by tree; a demand made by saying it has the day of its statement. An event of the main
line of a story that has none takes the day that the story told last, where paragraph, tense and voice go on
unchanged: then `why` says so. Does not resolve expressions: that is for the layer of times.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.plover import Status
from dragoman.model.reading import Reading
from dragoman.model.text import Span
from dragoman.model.when import Anchor, TimeMention

BOUNDS = frozenset({"since", "until"})
SPELL = re.compile(r"in (?:[\w-]+ )+(?:years?|months?|decades?|weeks?|days?)$")
FIRST = re.compile(r"\b(?:first|only|\w{3,}est|most|least)\b")
FARTHEST = 5  # steps in the tree
NEAR = 3  # characters between one paragraph and the next
FEW = 5  # days that still hold in the next paragraph
LONGEST = 366  # days that still bring a story to its time: a year at most


def placed_times(annotated: Annotated) -> list[tuple[int, TimeMention]]:
    """The article's times with the token that each begins at."""
    starts = [token.start for token in annotated.reading.tokens]
    return [(bisect_left(starts, time.span.start), time) for time in annotated.times]


def nearest_time(
    head: int, tree: Tree, reading: Reading, times: Sequence[tuple[int, TimeMention]]
) -> TimeMention | None:
    """The time that dates the clause of a word, or None. `times` are given as `placed_times` does."""
    sentence = reading.sentence_of(head)
    near = [(i, time) for i, time in times if sentence.first <= i < sentence.last]
    scored = [(steps(head, i, tree), abs(i - head), time) for i, time in near]
    reached = [item for item in scored if item[0] <= FARTHEST]
    return min(reached, key=lambda item: item[:2])[2] if reached else None


def steps(left: int, right: int, tree: Tree) -> int:
    """How many arcs lie between two tokens of a sentence; a step down into another clause counts double."""
    up = {index: distance for distance, index in enumerate(path_up(left, tree))}
    for distance, index in enumerate(path_up(right, tree)):
        if index in up:
            return up[index] + distance + clauses_between(right, index, tree)
    return FARTHEST + 1


def clauses_between(low: int, high: int, tree: Tree) -> int:
    crossed = 0
    for index in path_up(low, tree):
        if index == high:
            break
        relation = tree.tokens[index].relation
        crossed += relation in ("acl:relcl", "ccomp", "advcl", "parataxis", "conj") and tree.tokens[index].tag == "VERB"
    return crossed


def path_up(index: int, tree: Tree) -> list[int]:
    path = [index]
    while not tree.tokens[path[-1]].is_root and len(path) < 50:
        path.append(tree.tokens[path[-1]].head)
    return path


def dating_times(annotated: Annotated) -> Iterator[TimeMention]:
    """The times that can date an event: not those that bound it ("the first talks since May")."""
    text = annotated.article.text
    for time in annotated.times:
        before = text[max(0, time.span.start - 80) : time.span.start].casefold()
        words = before.split()
        bounded = bool(words) and words[-1] in BOUNDS
        compared = SPELL.match(annotated.article.quote(time.span).casefold()) and FIRST.search(before)
        if not bounded and not compared:
            yield time


def dated_by_story(
    annotated: Annotated, events: Sequence[tuple[int, EventMention]], tree: Tree
) -> Iterator[EventMention]:
    """The events of an article in order, given with the token of each trigger; undated ones as the story has them."""
    told: TimeMention | None = None
    place: Span | None = None
    for head, event in events:
        paragraph = paragraph_of(annotated, event.trigger)
        in_line = event.status is Status.HAPPENED and event.statement is None and is_past(head, tree)
        if event.date is None and in_line and told is not None and reaches(told, place, paragraph):
            yield replace(event, date=replace(told, anchor=Anchor.PREVIOUS, why="the day that the story told last"))
            continue
        if in_line and event.date is not None and event.date.when is not None and in_main_clause(head, tree):
            told, place = event.date, paragraph
        yield event


def reaches(told: TimeMention, place: Span | None, paragraph: Span | None) -> bool:
    """Whether a date still holds: in its paragraph, and one of a few days in the next where that is near."""
    if told.when is None or place is None or paragraph is None or told.when.days > LONGEST:
        return False
    return paragraph == place or (told.when.days <= FEW and 0 <= paragraph.start - place.end <= NEAR)


def in_main_clause(head: int, tree: Tree) -> bool:
    """Whether no relative clause lies between a word and the root: what is said by the way moves no story."""
    return not any(tree.tokens[i].relation in ("acl:relcl", "appos") for i in path_up(head, tree))


def as_of_publication(annotated: Annotated, event: EventMention) -> EventMention:
    """The event, planned where the day it is told for is still to come when the article is published."""
    when, published = event.date.when if event.date else None, annotated.article.published
    ahead = when is not None and published is not None and when.start > published
    return replace(event, status=Status.PLANNED) if ahead and event.status is Status.HAPPENED else event


def paragraph_of(annotated: Annotated, span: Span) -> Span | None:
    return next((p for p in annotated.article.paragraphs if p.holds(span)), None)


def is_past(head: int, tree: Tree) -> bool:
    """Whether the verb that tells it, or the verb it hangs on, is in the past, simple or perfect."""
    for index in path_up(head, tree):
        token = tree.tokens[index]
        if token.tag != "VERB":
            continue
        auxiliaries = {t.fine for t in tree.on(index, "aux", "aux:pass")}
        if not auxiliaries and (token.fine == "VBD" or token.text.lower().endswith("ed")):
            return True
        if token.fine in ("VBN", "VBG") and auxiliaries:
            return "VBD" in auxiliaries and auxiliaries <= {"VBD", "VBN"}
        if token.fine not in ("VB", "VBG", "VBN"):
            return False
    return False
