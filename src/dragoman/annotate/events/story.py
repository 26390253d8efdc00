"""The day that a story is at, for events that name none.

An event of the main line takes the day that the story told last, where paragraph, tense and voice go on unchanged. The
day of the news itself, told within a few days of publication, holds for what is done by words in the rest of the
report. "At the time" means the time told just before. `why` says so each time; nothing is carried over to what is said
by the way, planned, or told by a source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.annotate.events.days import own_day, path_up
from dragoman.annotate.events.spoken import Spoken
from dragoman.annotate.times.clause import Clauses
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.plover import QUADS, EventType, Quad, Status
from dragoman.model.statement import Manner
from dragoman.model.text import Span
from dragoman.model.when import Anchor, TimeMention, When

NEAR = 3  # characters between one paragraph and the next
FEW = 5  # days that still hold in the next paragraph
LONGEST = 366  # days that still bring a story to its time: a year at most
FRESH = 3  # days before publication that are the day of the news
TOLD = "the day that the story told last"
SPOKEN = (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION)
EARLIER = frozenset({"after", "before", "since", "until", "once", "when", "as", "while"})
AT_THE_TIME = ("at the time", "at that time")


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the story is at, and the paragraph that told it."""

    time: TimeMention
    paragraph: Span


def dated_by_story(
    annotated: Annotated, events: Sequence[tuple[int, EventMention]], tree: Tree, clauses: Clauses, spoken: Spoken
) -> Iterator[EventMention]:
    """The events of an article in order, given with the token of each trigger; undated ones as the story has them."""
    story = Story(annotated, tree, clauses, spoken)
    by_sentence: defaultdict[int, list[tuple[int, EventMention]]] = defaultdict(list)
    for head, event in events:
        by_sentence[annotated.reading.sentence_of(head).first].append((head, event))
    for sentence in annotated.reading.sentences:
        story.enter(sentence.first, sentence.last)
        for head, event in by_sentence.get(sentence.first, ()):
            yield story.dated(head, event)


class Story:
    """Follows the days of an article from sentence to sentence."""

    def __init__(self, annotated: Annotated, tree: Tree, clauses: Clauses, spoken: Spoken) -> None:
        self._annotated, self._tree, self._clauses, self._spoken = annotated, tree, clauses, spoken
        self._paragraphs = iter(annotated.article.paragraphs)
        self._paragraph: Span | None = next(self._paragraphs, None)
        self._told: Told | None = None
        self._then: TimeMention | None = None
        self._before: tuple[TimeMention, ...] = ()
        self._mentioned: When | None = None

    def enter(self, first: int, last: int) -> None:
        """Goes on to a sentence: its main clause may bring the story to a day."""
        tokens = self._annotated.reading.tokens
        start, end = tokens[first].start, tokens[last - 1].end
        while self._paragraph is not None and self._paragraph.end <= start:
            self._paragraph, self._before = next(self._paragraphs, None), ()
        opens = self._annotated.article.text[start:end].casefold().startswith(AT_THE_TIME)
        self._then = self._before[-1] if opens and self._before else None
        inside = tuple(t for t in self._clauses.between(first, last) if t.when is not None)
        self._before = inside or self._before
        self._mentioned = next((t.when for t in reversed(inside) if not self._is_ahead(t.when)), self._mentioned)
        root = next((i for i in range(first, last) if tokens[i].is_root), None)
        if root is not None and self._spoken.at(root) is None and is_past(root, self._tree):
            verb = tokens[root]
            span = self._annotated.article.span(verb.start, verb.end)
            self._tell(own_day(self._annotated, span, verb, self._clauses, self._tree))

    def dated(self, head: int, event: EventMention) -> EventMention:
        """The event, with the day of the story where it has none of its own and is of the main line."""
        done = event.status is Status.HAPPENED and is_past(head, self._tree)
        in_line = done and event.statement is None
        if event.date is not None:
            if in_line and self._tree.tokens[head].tag == "VERB" and in_main_clause(head, self._tree):
                self._tell(event.date)
            return event
        if done and not in_line and self._is_retold(event) and not is_earlier(head, self._tree):
            return (
                replace(event, date=replace(self._told.time, anchor=Anchor.PREVIOUS, why=TOLD)) if self._told else event
            )
        if not in_line or is_earlier(head, self._tree):
            return event
        if self._then is not None:
            return replace(event, date=replace(self._then, anchor=Anchor.PREVIOUS, why="the time told just before"))
        if self._told is not None and (self._reaches() or self._is_news(head, event)):
            return replace(event, date=replace(self._told.time, anchor=Anchor.PREVIOUS, why=TOLD))
        return event

    def _tell(self, time: TimeMention | None) -> None:
        if time is not None and time.when is not None and self._paragraph is not None:
            self._told = Told(time, self._paragraph)

    def _is_retold(self, event: EventMention) -> bool:
        """Whether a voice goes on with what the paragraph tells, not in its own words."""
        statement = self._annotated.statements[event.statement] if event.statement is not None else None
        here = self._told is not None and self._told.paragraph == self._paragraph
        return here and self._reaches() and statement is not None and statement.manner is not Manner.DIRECT

    def _reaches(self) -> bool:
        """Whether the day still holds: in its paragraph, and one of a few days in the next where that is near."""
        told, here = self._told, self._paragraph
        if told is None or told.time.when is None or here is None or told.time.when.days > LONGEST:
            return False
        return here == told.paragraph or (told.time.when.days <= FEW and 0 <= here.start - told.paragraph.end <= NEAR)

    def _is_news(self, head: int, event: EventMention) -> bool:
        """Whether the day is that of the news, and the event a word given in a main clause of the report.

        Not where the text has gone on to other days since.
        """
        published, when = self._annotated.article.published, self._told.time.when if self._told else None
        if published is None or when is None or when.days > FEW or not 0 <= (published - when.end).days <= FRESH:
            return False
        spoken = event.type is not None and QUADS[event.type] in SPOKEN and event.type is not EventType.CONSULT
        elsewhere = self._mentioned is not None and not self._mentioned.overlaps(when)
        return spoken and is_main_verb(head, self._tree) and not elsewhere

    def _is_ahead(self, when: When | None) -> bool:
        published = self._annotated.article.published
        return published is not None and when is not None and when.start > published


def in_main_clause(head: int, tree: Tree) -> bool:
    """Whether no relative clause lies between a word and the root: what is said by the way moves no story."""
    return not any(tree.tokens[i].relation in ("acl:relcl", "appos") for i in path_up(head, tree))


def is_main_verb(head: int, tree: Tree) -> bool:
    """Whether a word is the verb of a main clause, or one coordinated with it."""
    token = tree.tokens[head]
    return token.tag == "VERB" and all(
        tree.tokens[i].is_root or tree.tokens[i].relation in ("conj", "parataxis") for i in path_up(head, tree)
    )


def is_earlier(head: int, tree: Tree) -> bool:
    """Whether a word stands in a clause of time, which has a day of its own: "after banning the march"."""
    return any(
        tree.tokens[i].relation in ("advcl", "obl") and tree.tokens[i].tag == "VERB" and tree.cases(i) & EARLIER
        for i in path_up(head, tree)
    )


def is_past(head: int, tree: Tree) -> bool:
    """Whether the verb that tells it, or the verb it hangs on, is in the past, simple or perfect."""
    for index in path_up(head, tree):
        token = tree.tokens[index]
        if token.tag != "VERB":
            continue
        auxiliaries = {t.fine for t in tree.on(index, "aux", "aux:pass", "cop")}
        if not auxiliaries and (token.fine == "VBD" or token.text.lower().endswith("ed")):
            return True
        if token.fine in ("VBN", "VBD", "VBG") and auxiliaries:
            return "VBD" in auxiliaries and auxiliaries <= {"VBD", "VBN"}
        if token.fine not in ("VB", "VBG", "VBN"):
            return False
    return False
