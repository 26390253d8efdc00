"""Which expression of time dates an event.

The one that dates its clause, by tree; a demand made by saying it has the day of its statement. Does not resolve
expressions: that is for the layer of times. An event without one may be dated by the story: that is for `story`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from dragoman.annotate.events.status import FIXED
from dragoman.annotate.times.clause import Clauses
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.plover import Status
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention, When

THE = (["the"], ["its"], ["their"], ["his"], ["her"])
BOUNDS = frozenset({"since", "until"})
SPELL = re.compile(r"in (?:[\w-]+ )+(?:years?|months?|decades?|weeks?|days?)$")
FIRST = re.compile(r"\b(?:first|only|\w{3,}est|most|least)\b")
LATER = ("afternoon", "evening", "night")
REACH = 4  # words before a noun in which its owner stands
FOLLOWING = 10  # words after a noun in which its place and its day stand


def placed_times(annotated: Annotated) -> list[tuple[int, TimeMention]]:
    """The article's times with the token that each begins at."""
    starts = [token.start for token in annotated.reading.tokens]
    return [(bisect_left(starts, time.span.start), time) for time in annotated.times]


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
        hour = words[-1:] == ["until"] and time.when is not None and ":" in (time.when.time or "")
        bounded = (
            bool(BOUNDS & set(words[-2:] if words[-1:] in THE else words[-1:])) and not hour
        )  # "until 6 a.m. on Thursday" is on Thursday
        compared = SPELL.match(annotated.article.quote(time.span).casefold()) and FIRST.search(before)
        if not bounded and not compared:
            yield time


def days_beside(annotated: Annotated, token: int) -> list[TimeMention]:
    """The days told in the sentence of a token, each once."""
    sentence = annotated.reading.sentence_of(token)
    tokens = annotated.reading.tokens
    first, last = tokens[sentence.first].start, tokens[sentence.last - 1].end
    place = bisect_left(annotated.times, first, key=lambda t: t.span.start)
    inside = takewhile(lambda t: t.span.start < last, annotated.times[place:])
    found = {(t.when.start, t.when.end): t for t in inside if t.when is not None and t.when.is_day}
    return list(found.values())


def with_next_day(annotated: Annotated, time: TimeMention | None) -> TimeMention | None:
    """The time, drawn out where the next day is told with it: "vote on Wednesday and Thursday"."""
    if time is None or time.when is None or not time.when.is_day:
        return time
    place = bisect_left(annotated.times, time.span.start, key=lambda t: t.span.start)
    following = annotated.times[place + 1] if place + 1 < len(annotated.times) else None
    day = following.when if following is not None else None
    if following is None or day is None or day.start != time.when.end + timedelta(days=1) or not day.is_day:
        return time
    between = annotated.article.text[time.span.end : following.span.start].casefold().split()
    joined = between in (["and"], ["and", "on"])
    return replace(time, when=When(time.when.start, day.end), why=f"{time.why}, and the next day") if joined else time


def is_done(verb: Token) -> bool:
    """Whether a verb tells what was done, and not only what was fixed: "called a walkout", not "scheduled" one."""
    return verb.tag == "VERB" and verb.fine in ("VBD", "VBN") and verb.lemma.lower() not in FIXED | {"invite"}


def is_set_for(annotated: Annotated, time: TimeMention, verb: Token, tree: Tree) -> bool:
    """Whether a day is that of a thing to come, not of the deed: "called a walkout for Thursday"."""
    before = annotated.article.text[max(0, time.span.start - 5) : time.span.start].rstrip().casefold()
    head = tree.head_of(time.span)
    if head is None or not before.endswith(" for") or time.when is None or not time.when.is_day:
        return False
    thing = tree.tokens[head.head]
    return thing.index == verb.index or (thing.head == verb.index and thing.relation in ("obj", "obl", "xcomp"))


def own_day(annotated: Annotated, words: Span, verb: Token, clauses: Clauses, tree: Tree) -> TimeMention | None:
    """The time that dates some words; in place of a day that their verb calls something for, one that hangs on it."""
    found = clauses.of(words)
    if found is None or not (is_done(verb) and is_set_for(annotated, found, verb, tree)):
        return found
    other = clauses.of(words, without=lambda time: is_set_for(annotated, time, verb, tree))
    head = tree.head_of(other.span) if other is not None else None
    return other if head is not None and head.head == verb.index else None


def begun(annotated: Annotated, verb: int, tree: Tree) -> TimeMention | None:
    """Since when something has been done: "they have suspended relations since 1978", "a city besieged since May"."""
    token = tree.tokens[verb]
    participle = token.fine == "VBN" and token.relation in ("acl", "amod", "advcl") and not tree.on(verb, "aux")
    if not participle and not any(t.lemma == "have" for t in tree.on(verb, "aux")):
        return None
    since = [t for t in tree.on(verb, "obl", "advcl") if "since" in tree.cases(t.index)]
    spans = [(t.start, t.end) for t in since]
    return next((t for t in annotated.times if any(t.span.start <= a and b <= t.span.end for a, b in spans)), None)


def of_noun(annotated: Annotated, noun: int, tree: Tree) -> TimeMention | None:
    """The time that owns a noun: "absent on Friday from Tuesday's session"."""
    if tree.tokens[noun].tag != "NOUN":
        return None
    for token in reversed(tree.tokens[max(0, noun - REACH) : noun]):
        if token.text in ("'s", "’s", "'", "’"):
            place = bisect_left(annotated.times, token.start, key=lambda t: t.span.start) - 1
            time = annotated.times[place] if place >= 0 else None
            return time if time is not None and token.start <= time.span.end <= token.end else None
        if token.tag not in ("ADJ", "NOUN", "PROPN", "NUM"):
            return None
    return None


def after_noun(annotated: Annotated, noun: int, tree: Tree) -> TimeMention | None:
    """The time that follows a noun and its place at once: "at a meeting in Oslo, Norway, on May 2, they agreed"."""
    if tree.tokens[noun].tag != "NOUN":
        return None
    for token in tree.tokens[noun + 1 : noun + 1 + FOLLOWING]:
        place = bisect_left(annotated.times, token.start, key=lambda t: t.span.start)
        time = annotated.times[place] if place < len(annotated.times) else None
        if time is not None and time.span.start == token.start:
            return time if time.when is not None and tree.tokens[token.index - 1].lemma == "on" else None
        if token.tag not in ("ADP", "PROPN", "DET") and token.text != ",":
            return None
    return None


def as_of_publication(annotated: Annotated, head: int, event: EventMention) -> EventMention:
    """The event, planned where its day is still to come when the article is published, or is told in the present."""
    when, published = event.date.when if event.date else None, annotated.article.published
    if when is None or published is None or event.status is not Status.HAPPENED:
        return event
    now = annotated.reading.tokens[head].fine in ("VBP", "VBZ") and when.start == published and when.time in LATER
    return replace(event, status=Status.PLANNED) if when.start > published or now else event
