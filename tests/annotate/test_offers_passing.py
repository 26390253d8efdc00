"""Answers told in passing: by a deed, a figure of speech, a bare verb, or what a proposal is called."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.model.negotiation import ANSWERS
from tests.newspaper import article

OFFER = "Norway proposed a 10-day ceasefire to Chile. "


def answers(text: str) -> list[str]:
    return [move.kind.value for move in annotate(article(OFFER + text)).moves if move.kind in ANSWERS]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The proposal fell on deaf ears.", "reject"),
        ("The proposal was met with silence.", "defer"),
        ("Chile accepted.", "accept"),
        ("Chile did not reply.", "defer"),
        ("Chile would not even read it.", "reject"),
        ("Chile rejected that as a farce.", "reject"),
        ("Chile refused to discuss it.", "reject"),
        ("Chile walked out.", "reject"),
        ("Chile gave way.", "accept"),
        ("Chile voted against it.", "reject"),
        ("“The proposal is out of the question,” President Marta Ruiz said.", "reject"),
    ],
)
def test_answers_that_use_no_word_of_answering(text: str, kind: str) -> None:
    assert kind in answers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile rejected the accusation that it had lied.",
        "Chile walked to the lake.",
        "An official who asked not to be named spoke of the weather.",
        "Reporters wondered whether Chile would give way.",
    ],
)
def test_what_is_no_answer(text: str) -> None:
    assert not [kind for kind in answers(text) if kind in ("accept", "counter")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile will take part only if the prisoners are freed.", "conditional"),
        ("Chile rejected such terms.", "reject"),
        ("“It is too late for a ceasefire,” President Marta Ruiz said.", "reject"),
        ("Chile agreed that the guns would be handed over.", "accept"),
    ],
)
def test_answers_that_lean_on_what_was_said(text: str, kind: str) -> None:
    assert kind in answers(text)


def test_neither_nor_is_one_answer() -> None:
    assert answers("Chile neither accepts the proposal nor refuses it.") == ["defer"]


def test_a_committee_that_sits_on_a_day_sits_on_nothing() -> None:
    assert not answers("The committee will sit on Wednesday.")


def test_who_pulls_troops_out_refuses_nothing() -> None:
    assert not answers("Chile pulled its troops out of the valley.")


def test_what_is_only_put_on_paper_is_not_agreed_to() -> None:
    said = "“We have agreed that each side will put its vision of a ceasefire on paper,” the envoy Ari Holt said."
    (move,) = [move for move in annotate(article(said)).moves if move.kind in ANSWERS]
    assert "ceasefire" not in move.matter.words
    assert move.matter.kind.value == "other"


@pytest.mark.parametrize("name", ["as “the Lima document”", "as a “30-day truce”"])
def test_what_a_plan_is_said_to_be_refuses_nothing(name: str) -> None:
    assert "reject" not in answers(f"President Marta Ruiz described the proposal {name}.")


def test_who_declines_to_comment_declines_no_offer() -> None:
    assert not answers("A spokesman for Chile declined to comment.")


def test_who_is_accused_of_ignoring_it_has_ignored_it() -> None:
    moves = annotate(article(OFFER + "Peru accused Chile of ignoring the proposal.")).moves
    assert [[who.text for who in move.by] for move in moves if move.kind in ANSWERS] == [["Chile"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Serious and credible,” President Marta Ruiz said.", "accept"),
        ("“A trap,” President Marta Ruiz said.", "reject"),
        ("President Marta Ruiz called it out of the question.", "reject"),
        ("President Marta Ruiz said the proposal would humiliate the army.", "reject"),
        ("“For us it does not exist,” President Marta Ruiz said.", "reject"),
        ("President Marta Ruiz said that Chile was not going to discuss it.", "reject"),
        ("President Marta Ruiz declined to say whether it was enough.", "defer"),
        ("Chile will not discuss it before the election is held.", "defer"),
        ("The army complained that the deadline was imposed on Chile.", "reject"),
        ("Both accepted.", "accept"),
        ("Neither accepted.", "reject"),
        ("Chile threw the ultimatum of the mediators back.", "reject"),
        ("Chile neither accepted the proposal nor refused it.", "defer"),
        ("Chile neither took it nor turned it down.", "defer"),
        ("Chile took note of the proposal.", "defer"),
        ("President Marta Ruiz said that Chile was ready.", "accept"),
        ("Chile was not ready to sign.", "reject"),
        ("Chile would sit in no more talks until the last frigate had sailed.", "conditional"),
        ("President Marta Ruiz ruled out a new round as long as soldiers were in the city.", "conditional"),
        ("The chairman of the union, Marta Ruiz, refused to sign.", "reject"),
        ("President Marta Ruiz said she would recommend acceptance.", "accept"),
        ("President Marta Ruiz called the proposal “last year’s calendar”.", "reject"),
        ("“We cannot pay with money that we do not have,” President Marta Ruiz said of the proposal.", "reject"),
        ("Chile would honour the ceasefire if Norway did.", "conditional"),
        ("Norway sent Ari Holt to Chile. Chile turned him down.", "reject"),
    ],
)
def test_answers_that_paraphrase(text: str, kind: str) -> None:
    assert kind in answers(text)


@pytest.mark.parametrize(
    "text",
    [
        "“A good morning,” President Marta Ruiz said.",
        "President Marta Ruiz said the storm would damage the port.",
        "President Marta Ruiz complained that the hotel was cold.",
    ],
)
def test_paraphrases_of_other_things(text: str) -> None:
    assert answers(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We do not negotiate with kidnappers,” President Marta Ruiz said.", "reject"),
        ("“There will be no ceasefire,” President Marta Ruiz said.", "reject"),
        ("President Marta Ruiz would not say whether it was enough.", "defer"),
        ("“We will look at it,” President Marta Ruiz said.", "defer"),
        ("President Marta Ruiz made her presence conditional on a withdrawal.", "conditional"),
        ("President Marta Ruiz vowed to block it.", "reject"),
    ],
)
def test_refusals_and_delays_of_a_voice(text: str, kind: str) -> None:
    assert kind in answers(text)


def test_whoever_is_behind_by_answers_a_passive() -> None:
    made = annotate(article(OFFER + "The proposal was backed by Peru but refused by Kenya."))
    told = {
        made.article.quote(by.span): move.kind.value for move in made.moves if move.kind in ANSWERS for by in move.by
    }
    assert told == {"Peru": "accept", "Kenya": "reject"}


def test_a_law_answers_nothing() -> None:
    assert answers("An old law blocks it.") == []
