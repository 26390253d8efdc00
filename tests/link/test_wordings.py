"""One utterance as several articles print it, in small news of our own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from inspect import cleandoc

from dragoman.annotate.language import read_language
from dragoman.link.sameness import SURE, sameness
from dragoman.link.utterances import utterances_of
from dragoman.link.wordings import link_wordings
from dragoman.model.flow import Annotated, Linked, Quotation
from dragoman.model.mention import Entity, EntityKind, Form, Mention
from dragoman.model.statement import Act, Manner, Source, SourceKind, Statement
from dragoman.model.text import Article, Span

KINDS = {"ministry": EntityKind.ORGANIZATION}


def told(number: int, speaker: str, text: str, day: date | None) -> Annotated:
    """An article of one statement: what stands in [ ] is its content, what stands in “ ” is quoted."""
    start, end = text.index("["), text.rindex("]") - 1
    text = text.replace("[", "").replace("]", "")
    id_ = f"ar-{number}"
    article = Article(id=id_, path=id_, text=text, sha256=id_, paragraphs=(Span(id_, 0, len(text)),), published=day)
    marks = [Quotation(spans=(article.span(*found.span()),)) for found in re.finditer("“[^”]*”", text)]
    mention = Mention(span=article.span(0, 1), text=speaker, kind=EntityKind.PERSON, form=Form.NAME, chain=0)
    statement = Statement(
        source=Source(kind=SourceKind.NAMED, span=None, mention=mention),
        cue=None,
        content=(article.span(start, end),),
        manner=Manner.DIRECT if marks else Manner.INDIRECT,
        act=Act.ASSERT,
    )
    return Annotated(article=article, reading=read_language(article), quotations=tuple(marks), statements=(statement,))


def linked(paper: str) -> Linked:
    """Articles from lines `speaker [day]: text`, one each; `?` is a speaker whom nobody knows."""
    articles, who = [], {}
    for number, line in enumerate(cleandoc(paper).splitlines(), start=1):
        head, text = line.split(": ", 1)
        speaker, _, day = head.partition(" ")
        articles.append(told(number, speaker, text, date.fromisoformat(day) if day else None))
        if speaker != "?":
            who[f"ar-{number}", 0] = speaker
    entities = [
        Entity(id=name, name=name, kind=KINDS.get(name, EntityKind.PERSON), aliases=(name,))
        for name in sorted(set(who.values()))
    ]
    return Linked(articles=tuple(articles), entities=tuple(entities), who=who)


def together(paper: str) -> list[list[int]]:
    """The numbers of the articles whose statements share a wording."""
    wordings = link_wordings(linked(paper)).wordings
    groups: dict[str, list[int]] = {}
    for (article, _), wording in wordings.items():
        groups.setdefault(wording, []).append(int(article.removeprefix("ar-")))
    return sorted(map(sorted, groups.values()))


def test_the_same_words_in_two_articles_are_one_utterance() -> None:
    assert together("""
        ito: [“We will not sign a paper that we have not read,”] Ito said.
        ito: Ito told reporters: [“We will not sign a paper that we have not read.”]
    """) == [[1, 2]]


def test_a_shortened_quotation_is_the_same_utterance() -> None:
    assert together("""
        ito: [“The harbour stays open to every ship, and the tolls stay where they were in March,”] Ito said.
        ito: Ito said that [“the tolls stay where they were in March”].
        ?: [“The harbour stays open to every ship,”] said an official.
    """) == [[1, 2, 3]]


def test_an_utterance_translated_twice_is_one() -> None:
    assert together("""
        ito: [“We await a firm and public answer from the council,”] Ito said.
        ito: [“We are waiting for a firm and public reply by the council,”] Ito said.
    """) == [[1, 2]]


def test_one_sentence_of_a_speech_translated_twice_is_the_same_utterance() -> None:
    assert together("""
        ito: [“The sea was calm. We await a firm and public answer from the council. Nobody slept,”] Ito said.
        ito: [“We are waiting for a firm and public reply by the council.”] That was all Ito said.
    """) == [[1, 2]]


def test_a_noun_phrase_in_indirect_speech_ties_nothing() -> None:
    assert (
        together("""
        ito: Ito proposed [direct talks].
        ito: Ito spoke of [direct talks].
    """)
        == []
    )


def test_spelling_on_two_sides_of_the_ocean_does_not_matter() -> None:
    assert together("""
        ito: [“Our neighbours defend a colour on the map,”] Ito said.
        ito: [“Our neighbors defend a color on the map,”] Ito said.
    """) == [[1, 2]]


def test_two_utterances_of_one_speaker_on_one_subject_stay_two() -> None:
    assert (
        together("""
        ito: [“The commission must count the boats of both sides,”] Ito said.
        ito: [“The commission has no right to board our boats,”] Ito said.
        ito: [“The commission will sit in Corran until the autumn,”] Ito said.
    """)
        == []
    )


def test_a_denial_is_another_utterance_than_what_it_denies() -> None:
    assert (
        together("""
        ito: [“We have agreed on the text of the protocol,”] Ito said.
        ito: [“We have not agreed on the text of the protocol,”] Ito said.
    """)
        == []
    )


def test_other_numbers_make_other_utterances() -> None:
    assert (
        together("""
        ito: [“The boats will stay in the estuary for five days,”] Ito said.
        ito: [“The boats will stay in the estuary for ninety days,”] Ito said.
    """)
        == []
    )


def test_opposite_words_make_other_utterances() -> None:
    assert (
        together("""
        ito: [“We accept the plan of the mediators in its present form,”] Ito said.
        ito: [“We reject the plan of the mediators in its present form,”] Ito said.
    """)
        == []
    )


def test_one_phrase_in_two_mouths_is_two_utterances() -> None:
    assert (
        together("""
        ito: [“We remain committed to a just and lasting peace,”] Ito said.
        ortega: [“We remain committed to a just and lasting peace,”] Ortega said.
    """)
        == []
    )


def test_a_short_phrase_said_again_weeks_later_is_another_utterance() -> None:
    assert (
        together("""
        ito 2031-03-01: [“We are ready for talks,”] Ito said.
        ito 2031-04-20: [“We are ready for talks,”] Ito said.
    """)
        == []
    )


def test_indirect_speech_needs_more() -> None:
    assert together("""
        ito: Ito said [the tolls on grain ships would be halved from the first day of May].
        ito: Ito said that [tolls on grain ships would be halved from the first day of May].
        ito: Ito said [the tolls would be looked at in May].
    """) == [[1, 2]]


def test_a_single_word_in_marks_ties_nothing() -> None:
    assert (
        together("""
        ito: Ito called [the plan a “trap”].
        ito: [“Whoever walks into that trap will not walk out of it,”] Ito said.
    """)
        == []
    )


def test_a_phrase_in_marks_amid_words_of_the_outlet_ties_nothing() -> None:
    assert (
        together("""
        ito: Ito promised [to let ships through a “humanitarian corridor” in June].
        ito: Ito asked [the council to pay for a “humanitarian corridor” by road].
    """)
        == []
    )


def test_a_denial_in_indirect_speech_is_not_what_it_denies() -> None:
    paper = linked("""
        ito: Ito said [the tolls on grain ships had been doubled in the first week of May].
        ito: Ito denied that [the tolls on grain ships had been doubled in the first week of May].
    """)
    first, second = paper.articles
    denied = replace(second, statements=(replace(second.statements[0], act=Act.DENY),))
    assert set(link_wordings(paper).wordings) == {("ar-1", 0), ("ar-2", 0)}
    assert link_wordings(replace(paper, articles=(first, denied))).wordings == {}


def test_halves_of_one_speech_are_tied_by_the_whole_but_a_chain_is_not() -> None:
    assert together("""
        ito: [“Grain first, fish later. The tolls wait for the autumn,”] Ito said.
        ito: [“The tolls wait for the autumn. Gas is for our grandchildren,”] Ito said.
        ito: [“Gas is for our grandchildren. The lighthouse belongs to sailors,”] Ito said.
    """) in ([[1, 2]], [[2, 3]])


def test_the_decision_says_why() -> None:
    left, right = utterances_of(
        linked("""
        ito: [“We have agreed on the text of the protocol,”] Ito said.
        ito: [“We have not agreed on the text of the protocol,”] Ito said.
    """)
    )
    score = sameness(left, right)
    assert score.value < SURE
    assert "-7.0 one denies what the other says" in str(score)
    assert "+1.5 same speaker" in str(score)


def test_what_a_reprint_prints_again_is_one_utterance_however_short() -> None:
    paper = linked("""
        ito: Ito proposed [direct talks].
        ito: Ito proposed [direct talks].
    """)
    assert link_wordings(paper).wordings == {}
    reprinted = Linked(articles=paper.articles, entities=paper.entities, who=paper.who, copies={"ar-2": "ar-1"})
    assert set(link_wordings(reprinted).wordings) == {("ar-1", 0), ("ar-2", 0)}


def test_the_order_of_the_articles_does_not_matter() -> None:
    whole = linked("""
        ito: [“The harbour stays open to every ship, and the tolls stay where they were in March,”] Ito said.
        ?: [“The harbour stays open to every ship,”] said an official.
        ito: Ito said that [“the tolls stay where they were in March”].
        ortega: [“The harbour is ours,”] Ortega said.
    """)

    def wordings(articles: Sequence[Annotated]) -> object:
        turned = Linked(articles=tuple(articles), entities=whole.entities, who=whole.who)
        return link_wordings(turned).wordings

    assert wordings(whole.articles) == wordings(whole.articles[::-1])
    assert len(set(link_wordings(whole).wordings.values())) == 1


def test_a_statement_inside_another_is_not_counted_twice() -> None:
    inner = linked("""
        ito: [“We will not sign a paper that we have not read,”] Ito said.
        ito: The gazette says [Ito said “We will not sign a paper that we have not read”].
    """)
    first, second = inner.articles
    (outer,) = second.statements
    quotation = second.quotations[0].spans[0]
    nested = Statement(
        source=outer.source, cue=None, content=(quotation,), manner=Manner.DIRECT, act=Act.ASSERT, inside=0
    )
    both = Annotated(
        article=second.article,
        reading=second.reading,
        quotations=second.quotations,
        statements=(outer, nested),
    )
    found = link_wordings(Linked(articles=(first, both), entities=inner.entities, who=inner.who)).wordings
    assert set(found) == {("ar-1", 0), ("ar-2", 1)}
