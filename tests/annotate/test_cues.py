"""Cues that the language model reads: from probabilities to statements, beside those of the rules."""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate import STEPS
from dragoman.annotate.statements import add_statements
from dragoman.model.flow import Annotated
from dragoman.model.reading import CueScores, Likely
from dragoman.model.statement import Statement
from tests.newspaper import article


def heard(text: str, *, cue: str, source: str, content: str, score: float = 0.9, chance: float = 0.9) -> Annotated:
    """The article as read where the model takes these words for the parts of one statement."""
    annotated = Annotated(article=article(text))
    for step in STEPS[: STEPS.index(add_statements)]:
        annotated = step(annotated)
    tokens = annotated.reading.tokens

    def likely(words: str) -> Likely:
        start = text.index(words)
        return tuple((t.index, chance) for t in tokens if start <= t.start < start + len(words))

    scores = CueScores(likely(cue)[0][0], score, likely(cue), likely(source), likely(content))
    return add_statements(replace(annotated, reading=replace(annotated.reading, cues=(scores,))))


def told(annotated: Annotated) -> list[tuple[str | None, list[str]]]:
    def words(statement: Statement) -> tuple[str | None, list[str]]:
        source = statement.source.span
        return source and annotated.article.quote(source), [annotated.article.quote(s) for s in statement.content]

    return [words(statement) for statement in annotated.statements]


def test_a_cue_that_no_rule_knows_makes_a_statement() -> None:
    text = "The harbour master was of two minds about the second ferry."
    found = heard(text, cue="was of two minds about", source="The harbour master", content="the second ferry")
    assert ("The harbour master", ["the second ferry"]) in told(found)


def test_an_unlikely_cue_makes_none() -> None:
    text = "The harbour master was of two minds about the second ferry."
    found = heard(
        text, cue="was of two minds about", source="The harbour master", content="the second ferry", score=0.2
    )
    assert told(found) == []


def test_a_quotation_is_taken_whole() -> None:
    text = "Okello was blunt about it: “The ferry left at dawn. Nobody was on it.”"
    found = heard(text, cue="was blunt", source="Okello", content="The ferry left at dawn. Nobody was")
    assert [content for _, content in told(found)] == [["“The ferry left at dawn. Nobody was on it.”"]]


def test_a_source_does_not_run_over_a_heading() -> None:
    text = "Second Ultimatum\nSources were of two minds about the ferry."
    found = heard(text, cue="were of two minds about", source="Ultimatum\nSources", content="the ferry")
    assert ("Sources", ["the ferry"]) in told(found)


def test_a_part_of_a_name_becomes_the_whole_name() -> None:
    text = "Prime Minister Ada Okello said that the ferry had left."
    found = heard(text, cue="said", source="Okello", content="that the ferry had left")
    assert told(found) == [("Prime Minister Ada Okello", ["that the ferry had left"])]


def test_where_rule_and_model_find_one_cue_it_is_told_once() -> None:
    text = "Okello said that the ferry had left, and the harbour fell silent."
    found = heard(text, cue="said", source="Okello", content="that the ferry had left")
    assert told(found) == [("Okello", ["that the ferry had left"])]


def test_two_cues_of_the_same_words_are_one_statement_by_the_surer() -> None:
    text = "The warden grumbled, as she hummed, that the gate was shut before noon."
    content = "that the gate was shut before noon"
    first = heard(text, cue="grumbled", source="The warden", content=content, score=0.9)
    (surer,) = first.reading.cues
    (other,) = heard(text, cue="hummed", source="she", content=content, score=0.4).reading.cues
    both = add_statements(replace(first, reading=replace(first.reading, cues=(surer, other))))
    assert told(both) == [("The warden", [content])]


def test_a_cue_within_what_another_tells_keeps_its_own_statement() -> None:
    text = "The warden grumbled that the cook hummed that the gate was shut before noon."
    inner = "that the gate was shut before noon"
    first = heard(text, cue="grumbled", source="The warden", content=f"that the cook hummed {inner}")
    (outer,) = first.reading.cues
    (second,) = heard(text, cue="hummed", source="the cook", content=inner).reading.cues
    both = add_statements(replace(first, reading=replace(first.reading, cues=(outer, second))))
    assert sorted(source or "" for source, _ in told(both)) == ["The warden", "the cook"]
