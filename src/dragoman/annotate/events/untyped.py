"""What happened on a told day and is of none of PLOVER's types: "Four miners died on Sunday", "it lapsed in May".

A clause whose verb has a subject and a time of its own is taken for a happening without a type, where no typed event
hangs on it with that time already; what a voice tells only as done or planned. So is harm that is counted: "eleven
others were wounded". What somebody only says on a day is a statement, and what lasts or is thought is no happening.
Does not find nouns ("the march on Sunday").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.annotate.events.days import path_up
from dragoman.annotate.events.numbers import HARM
from dragoman.annotate.events.subjects import PASSIVE_SUBJECTS, is_passive, subjects
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.times.clause import Clauses
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention

NEUTRAL = EventType.AID  # one actor, one way: how arguments and status are read of a verb without a type
BEFALLEN = frozenset(HARM.values())
LONGEST = 31  # a time of more days dates no happening
STEPS = 3  # from the verb down to its time
NO_DEEDS = frozenset(
    "say tell speak add note write recall expect mean need want know think see seem appear hear look be have stay "
    "remain stand wait last".split()
)


def untyped(annotated: Annotated, tree: Tree, clauses: Clauses, typed: Iterable[EventMention]) -> Iterator[Trigger]:
    """The verbs that tell such happenings, in the order of the text; `typed` are the events that were found."""
    known = list(typed)
    taken = {token.index for event in known for token in tree.at(event.trigger)}
    told = [
        (event.date.span, tree.tokens[i]) for event in known if event.date is not None
        for i in [token.index for token in tree.at(event.trigger)]
    ]  # fmt: skip
    cues = [s.cue for s in annotated.statements if s.cue is not None]
    speaking = {token.index for cue in cues for token in tree.at(cue)}
    for time, verb in dated_verbs(annotated, tree, clauses):
        free = verb.index not in taken | speaking and verb.lemma.lower() not in NO_DEEDS
        own = any(span == time.span and verb.index in (t.index, t.head) for span, t in told)
        if free and not own and has_subject(verb.index, tree):
            yield Trigger(verb.index, None, NEUTRAL, None)


def harmed(tree: Tree, typed: Iterable[EventMention]) -> Iterator[Trigger]:
    """The verbs of harm and of setting free that no typed event stands on: "eleven others were wounded"."""
    taken = {token.index for event in typed for token in tree.at(event.trigger)}
    for token in tree.tokens:
        if token.tag == "VERB" and token.index not in taken and token.lemma.lower() in HARM:
            yield Trigger(token.index, None, NEUTRAL, None)


def has_count_of_harm(event: EventMention) -> bool:
    """Whether it tells how many were hit or set free."""
    return any(number.of in BEFALLEN for number in event.numbers)


def without_type(event: EventMention) -> EventMention | None:
    """The event of such a verb as one without a type; nothing where a voice only weighs, asks or denies it."""
    if event.statement is not None and event.status not in (Status.HAPPENED, Status.PLANNED):
        return None
    return replace(event, type=None, mode=None)


def dated_verbs(annotated: Annotated, tree: Tree, clauses: Clauses) -> Iterator[tuple[TimeMention, Token]]:
    """Each time of few days with the verb above it whose clause it dates, each verb once."""
    seen: set[int] = set()
    for time in annotated.times:
        head = tree.head_of(time.span) if time.when is not None and time.when.days <= LONGEST else None
        if head is None:
            continue
        above = (tree.tokens[i] for i in path_up(head.index, tree)[1 : STEPS + 1])
        verb = next((token for token in above if token.tag == "VERB"), None)
        if verb is None or verb.index in seen or clauses.of(word(annotated, verb)) is not time:
            continue
        seen.add(verb.index)
        yield time, verb


def word(annotated: Annotated, token: Token) -> Span:
    """Where a token stands in the article."""
    return annotated.article.span(token.start, token.end)


def has_subject(verb: int, tree: Tree) -> bool:
    """Whether somebody or something does it or undergoes it."""
    return bool(tree.on(verb, *PASSIVE_SUBJECTS) if is_passive(verb, tree) else subjects(verb, tree))
