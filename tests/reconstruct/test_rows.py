"""Rows carry their evidence, their voices and their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import Entity, EntityKind, Form, Judgement, Link, Mention, Reason, Score
from dragoman.model.problem import Problem
from dragoman.model.record import Made, Record
from dragoman.model.statement import Act, Manner, Source, SourceKind, Statement
from dragoman.model.text import Article, Span
from dragoman.model.when import TimeMention, When
from dragoman.reconstruct import reconstruct
from tests.newspaper import article

MADE = Made(version="0", model="none")
TEXT = "“We agree,” Ito said on Friday. An official disagreed."


def at(paper: Article, words: str) -> Span:
    start = paper.text.index(words)
    return paper.span(start, start + len(words))


def told(paper: Article) -> Linked:
    """An article with one voice, one statement of it, and one of an unnamed official."""
    ito = Mention(span=at(paper, "Ito"), text="Ito", kind=EntityKind.PERSON, form=Form.NAME, chain=0)
    friday = TimeMention(at(paper, "Friday"), When.day(2024, 12, 6), None, "weekday after publication")
    said = Statement(
        source=Source(kind=SourceKind.NAMED, span=ito.span, mention=ito),
        cue=at(paper, "said"),
        content=(at(paper, "“We agree,”"),),
        manner=Manner.DIRECT,
        act=Act.ASSERT,
        date=friday,
    )
    hidden = replace(
        said,
        source=Source(kind=SourceKind.ANONYMOUS, span=at(paper, "An official"), mention=None),
        cue=None,
        content=(at(paper, "disagreed"),),
        date=None,
        inside=0,
    )
    annotated = Annotated(article=paper, mentions=(ito,), times=(friday,), statements=(said, hidden))
    entity = Entity(id="en-1", name="Ito", kind=EntityKind.PERSON, aliases=("Ito",), mentions=(ito,))
    link = Link(
        article=paper.id, chain=0, entity="en-1", judgement=Judgement.SAME, score=Score((Reason("one name", 1.0),))
    )
    return Linked(articles=(annotated,), entities=(entity,), links=(link,), who={(paper.id, 0): "en-1"})


def record() -> Record:
    return reconstruct(told(article(TEXT, outlet="herald", published=date(2024, 12, 5))), made=MADE)


def test_a_voice_is_named_by_its_entity() -> None:
    said, hidden = record().statements
    assert (said.source.entity, said.source.kind) == ("en-1", SourceKind.NAMED)
    assert hidden.source.entity is None


def test_a_nested_statement_knows_the_outer_one() -> None:
    said, hidden = record().statements
    assert hidden.inside == said.id


def test_an_unnamed_voice_is_a_gap() -> None:
    (gap,) = (gap for gap in record().gaps if gap.kind == "unknown-source")
    assert gap.evidence[0].quote == "An official"


def test_a_dated_statement_stands_in_the_timeline_once() -> None:
    made = record()
    (row,) = made.timeline
    assert (row.ref, row.date.start, row.reported) == (made.statements[0].id, date(2024, 12, 6), date(2024, 12, 5))


def test_an_unresolved_day_is_a_gap_and_no_entry() -> None:
    linked = told(article(TEXT))
    (annotated,) = linked.articles
    unsure = replace(annotated.times[0], when=None, why="no day to count from")
    bare = replace(annotated, times=(unsure,), statements=())
    made = reconstruct(replace(linked, articles=(bare,)), made=MADE)
    assert made.timeline == ()
    assert [gap.kind for gap in made.gaps] == ["undated-article", "unresolved-date"]
    assert "no day to count from" in made.gaps[1].text


def test_links_say_why() -> None:
    (entity,) = record().entities
    assert entity.links[0].reasons == ("+1.0 one name",)


def test_unread_files_come_first_among_the_gaps() -> None:
    lost = Problem(kind="unreadable", text="it is empty: remove it", path="b.txt")
    broken = Problem(kind="broken-line", text="no text", path="a.jsonl", line=3)
    made = reconstruct(told(article(TEXT)), made=MADE, problems=(lost, broken))
    assert [(gap.path, gap.line) for gap in made.gaps[:2]] == [("a.jsonl", 3), ("b.txt", None)]
