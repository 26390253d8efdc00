"""The moves of single sentences: who puts what to whom, who answers how, what became of it."""

from __future__ import annotations

import pytest

from dragoman.annotate import annotate
from dragoman.model.flow import Annotated
from dragoman.model.negotiation import How, MatterKind, Move, MoveKind
from tests.newspaper import article


def read(text: str) -> Annotated:
    return annotate(article(text))


def moves(text: str, kind: MoveKind) -> list[Move]:
    return [move for move in read(text).moves if move.kind is kind]


def names(mentions: tuple[object, ...]) -> list[str]:
    return [mention.text for mention in mentions]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "how", "kind", "by", "to"),
    [
        ("Norway proposed a 10-day ceasefire to Chile.", How.PLAN, MatterKind.CEASEFIRE, ["Norway"], ["Chile"]),
        ("Kenya demanded the release of the prisoners.", How.DEMAND, MatterKind.EXCHANGE, ["Kenya"], []),
        ("Peru offered to lift sanctions on Chile.", How.OFFER, MatterKind.SANCTIONS, ["Peru"], []),
        ("Brazil urged Peru to withdraw its troops.", How.DEMAND, MatterKind.OTHER, ["Brazil"], ["Peru"]),
        ("Chile called for talks with Bolivia.", How.DEMAND, MatterKind.TALKS, ["Chile"], ["Bolivia"]),
        (
            "An early paper presented by Peru had foreseen a truce of nine days.",
            How.PLAN,
            MatterKind.CEASEFIRE,
            ["Peru"],
            [],
        ),
        (
            "A first draft presented by Peru provided for a truce of nine days.",
            How.PLAN,
            MatterKind.CEASEFIRE,
            ["Peru"],
            [],
        ),
        ("Peru laid on the table a rise of 10 per cent.", How.PLAN, MatterKind.OTHER, ["Peru"], []),
        ("Peru hoped to bring the sides together again in May.", How.DEMAND, MatterKind.TALKS, ["Peru"], []),
        ("Peru offered to hand over 40 prisoners.", How.OFFER, MatterKind.EXCHANGE, ["Peru"], []),
        ("Peru offered to stop fighting for a week.", How.OFFER, MatterKind.CEASEFIRE, ["Peru"], []),
    ],
)
def test_a_proposal_has_its_form_its_maker_and_its_addressee(
    text: str, how: How, kind: MatterKind, by: list[str], to: list[str]
) -> None:
    found = moves(text, MoveKind.PROPOSE)[0]
    assert (found.how, found.matter.kind, names(found.by), names(found.to)) == (how, kind, by, to)


def test_what_another_should_do_is_a_demand_of_whoever_is_quoted() -> None:
    (found,) = moves("“Peru should stop its patrols,” President Marta Ruiz said.", MoveKind.PROPOSE)
    assert (names(found.by), names(found.to), found.how) == (["Marta Ruiz"], ["Peru"], How.DEMAND)


@pytest.mark.parametrize(
    "text",
    [
        "The city offers a view of three lakes.",
        "Peru did not propose a ceasefire.",
        "Reporters asked whether Peru had agreed to talks.",
        "The report demands patience from its readers.",
    ],
)
def test_what_is_put_to_nobody_is_no_proposal(text: str) -> None:
    assert not [move for move in moves(text, MoveKind.PROPOSE) if move.firm]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru accepted the ceasefire.", MoveKind.ACCEPT),
        ("Peru rejected the ceasefire.", MoveKind.REJECT),
        ("Peru did not accept the ceasefire.", MoveKind.REJECT),
        ("Peru will accept the ceasefire only if Chile withdraws.", MoveKind.CONDITIONAL),
        ("Peru called the ceasefire a trap.", MoveKind.REJECT),
        ("Peru said it would study the proposal.", MoveKind.DEFER),
    ],
)
def test_answers_are_bent_by_their_clause(text: str, kind: MoveKind) -> None:
    assert [move for move in moves(text, kind) if names(move.by)[:1] in (["Peru"], ["it"])]


def test_an_answer_that_is_only_urged_is_not_given_by_the_one_urged() -> None:
    found = moves("Brazil urged Peru to accept the ceasefire.", MoveKind.ACCEPT)
    assert [names(move.by) for move in found] == [["Brazil"]]


def test_terms_stand_with_the_matter_and_not_with_its_condition() -> None:
    text = "Peru offered a 10-day ceasefire if Chile frees its prisoners within three weeks."
    found = moves(text, MoveKind.PROPOSE)[0]
    assert (found.matter.duration_days, len(found.matter.conditions)) == (10, 1)


def test_a_length_of_the_past_is_no_term() -> None:
    text = "Peru proposed a settlement after two weeks of talks."
    assert [move.matter.duration_days for move in moves(text, MoveKind.PROPOSE)] == [None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ceasefire took effect on Monday.", MoveKind.IN_FORCE),
        ("The ceasefire expired on Monday.", MoveKind.LAPSE),
        ("The ceasefire collapsed on Monday.", MoveKind.BREAK),
        ("Peru and Chile signed the agreement on Monday.", MoveKind.SIGN),
    ],
)
def test_fates_are_told_of_the_thing(text: str, kind: MoveKind) -> None:
    assert len(moves(text, kind)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire could collapse on Monday.",
        "Peru hopes to sign the agreement on Monday.",
        "No agreement was reached on Monday.",
    ],
)
def test_fates_that_are_feared_or_hoped_for_are_none(text: str) -> None:
    fates = {MoveKind.BREAK, MoveKind.SIGN, MoveKind.IN_FORCE, MoveKind.LAPSE, MoveKind.FAIL}
    assert not [move for move in read(text).moves if move.kind in fates]


def test_an_alleged_breach_keeps_who_alleges_it() -> None:
    (found,) = moves("Peru accused Chile of violating the ceasefire.", MoveKind.VIOLATE)
    assert (names(found.by), found.alleged_by and found.alleged_by.text) == (["Chile"], "Peru")


def test_a_wish_is_told_with_its_whole_object() -> None:
    (wish,) = moves("Peru wanted five days and the right to search every truck.", MoveKind.PROPOSE)
    assert (wish.tentative, wish.matter.duration_days) == (True, 5)
    assert {"search", "truck"} <= wish.matter.words


@pytest.mark.parametrize("text", ["Peru wants its money.", "Peru wanted to leave.", "Peru does not want a war."])
def test_what_one_wants_for_himself_is_no_demand(text: str) -> None:
    assert not moves(text, MoveKind.PROPOSE)


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody is going to search our trucks,” President Marta Ruiz said.",
        "“We will not search their trucks,” President Marta Ruiz said.",
        "Peru would not have its trucks searched in Lima.",
    ],
)
def test_who_will_not_do_or_suffer_a_thing_refuses_it(text: str) -> None:
    (refusal,) = moves(text, MoveKind.REJECT)
    assert refusal.by
    assert {"search", "truck"} <= refusal.matter.words


def test_work_is_no_duty_at_a_border() -> None:
    assert moves("The court ordered nurses to resume duty.", MoveKind.PROPOSE)[0].matter.kind is MatterKind.OTHER
