"""What the language model reads as events, beside the lexicon: its type where it is sure, its chance as a sign."""

from __future__ import annotations

from dragoman.annotate.events.layer import worthwhile
from dragoman.annotate.events.read import any_chance, chance, with_read
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.events.worth import of_reading
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Reading, Sentence, Token
from dragoman.model.text import Span

WORDS = Reading(
    tuple(Token(i, 2 * i, 2 * i + 1, "x", "x", "VERB", "VBD", 0, "root" if i == 0 else "conj") for i in range(4)),
    (Sentence(0, 4),),
    (),
)


def trigger(at: int, kind: EventType = EventType.AID) -> Trigger:
    return Trigger(at, None, kind, None)


def event(at: int, kind: EventType) -> EventMention:
    span = Span("ar", 2 * at, 2 * at + 1)
    return EventMention(span=span, trigger=span, type=kind, status=Status.HAPPENED)


def test_a_word_that_only_the_model_reads_is_a_trigger_where_it_is_likely() -> None:
    chances = {1: {EventType.ASSAULT: 0.8}, 2: {EventType.ASSAULT: 0.2}}
    (found,) = with_read([], chances, Tree(WORDS))
    assert (found.head, found.type, found.read) == (1, EventType.ASSAULT, True)


def test_the_model_changes_a_type_only_where_it_is_sure() -> None:
    sure = {0: {EventType.COERCE: 0.7, EventType.AID: 0.05}}
    torn = {0: {EventType.COERCE: 0.7, EventType.AID: 0.2}}
    assert [t.type for t in with_read([trigger(0)], sure, Tree(WORDS))] == [EventType.COERCE]
    assert [t.type for t in with_read([trigger(0)], torn, Tree(WORDS))] == [EventType.AID]


def test_the_chance_of_its_type_and_of_any_are_signs() -> None:
    chances = {0: {EventType.COERCE: 0.6, EventType.AID: 0.1}}
    assert chance(trigger(0), chances) == 0.1
    assert round(any_chance(trigger(0), chances), 2) == 0.7
    assert "read as another type 7" in set(of_reading(trigger(0), chances))


def test_in_a_short_text_more_is_asked_of_an_event_beside_a_strong_one_of_another_type() -> None:
    strong = (0, event(0, EventType.AID), 2.0)
    weak = (1, event(1, EventType.AGREE), 0.2)
    assert [head for head, _ in worthwhile([strong, weak], 0.0, WORDS, short=True)] == [0]
    assert [head for head, _ in worthwhile([strong, weak], 0.0, WORDS, short=False)] == [0, 1]
    assert [head for head, _ in worthwhile([weak], 0.0, WORDS, short=True)] == [1]


def test_an_event_of_the_same_type_is_not_held_against_another() -> None:
    strong = (0, event(0, EventType.AID), 2.0)
    same = (1, event(1, EventType.AID), 0.2)
    assert [head for head, _ in worthwhile([strong, same], 0.0, WORDS, short=True)] == [0, 1]
