"""Answers, outcomes, breaches, and what the ledger asks of a live proposal."""

from __future__ import annotations

import pytest

from dragoman.model.record import ProposalRow, Record
from tests.newspaper import record_of


def ledger(text: str) -> tuple[Record, ProposalRow]:
    record = record_of(f"@herald 2024-12-05\n{text}")
    (row,) = record.proposals
    return record, row


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Norway proposed a ceasefire to Chile.", "open"),
        ("Norway proposed a ceasefire to Chile. Chile accepted the proposal.", "accepted"),
        ("Norway proposed a ceasefire to Chile. Chile rejected the proposal.", "rejected"),
        ("Norway proposed a ceasefire to Chile. Kenya rejected the proposal. Chile accepted it.", "accepted"),
        ("Norway proposed a ceasefire to Chile. The ceasefire took effect.", "in force"),
        ("Norway proposed a ceasefire to Chile. The ceasefire took effect. The ceasefire collapsed.", "broken"),
    ],
)
def test_outcomes_follow_one_rule_each(text: str, outcome: str) -> None:
    _, row = ledger(text)
    assert row.outcome == outcome
    assert row.why


def test_whoever_did_not_answer_is_named_and_asked_for() -> None:
    record, row = ledger("Norway proposed a ceasefire to Chile and Peru. Chile rejected the proposal.")
    names = {entity.id: entity.name for entity in record.entities}
    assert [names[party] for party in row.no_answer] == ["Peru"]


def test_a_live_proposal_is_asked_for_its_terms() -> None:
    record, row = ledger("Norway proposed a 30-day ceasefire to Chile.")
    asked = [gap for gap in record.gaps if gap.ref == row.id]
    assert {gap.kind for gap in asked} == {"no-answer", "unstated-term"}
    assert not any("how long" in gap.text for gap in asked)
    assert len(asked) <= 6


def test_a_settled_proposal_is_asked_for_nothing() -> None:
    record, row = ledger("Norway proposed a ceasefire to Chile. Chile rejected the proposal.")
    assert not [gap for gap in record.gaps if gap.ref == row.id]


def test_a_proposal_whose_maker_nobody_names() -> None:
    record, row = ledger("The proposed ceasefire would begin in spring.")
    assert row.proposers == ()
    assert "unnamed-party" in {gap.kind for gap in record.gaps if gap.ref == row.id}


def test_a_breach_stays_an_allegation() -> None:
    made = "Norway proposed a ceasefire to Chile. The ceasefire took effect."
    record, row = ledger(f"{made} Norway accused Chile of violating the ceasefire.")
    (breach,) = row.violations
    names = {entity.id: entity.name for entity in record.entities}
    assert (names[breach.of or ""], names[breach.alleged_by or ""]) == ("Chile", "Norway")
    assert row.outcome == "in force"


def test_the_label_can_stand_in_a_memo() -> None:
    _, row = ledger("Norway proposed a 30-day ceasefire to Chile.")
    assert row.label == "30-day ceasefire, proposed by Norway to Chile"


def test_days_that_cannot_be_resolved_are_no_terms() -> None:
    record = record_of("""
        @herald
        Norway offered talks to Chile on Tuesday.
    """)
    (row,) = record.proposals
    assert row.terms.start is None or row.terms.start.start is None


def test_what_voters_refuse_after_it_was_signed_is_rejected() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway and Chile signed a fisheries agreement in Oslo on Monday.
        @gazette 2024-12-09
        Voters rejected the fisheries agreement of Norway and Chile on Sunday.
    """)
    row = next(row for row in record.proposals if row.kind == "agreement")
    assert (row.outcome, "signed" in row.why) == ("rejected", True)


def test_a_leader_answers_for_his_side_and_both_are_kept() -> None:
    record, row = ledger(
        "Norway proposed a ceasefire to Chile. Chile rejected the proposal. "
        "Chilean President Marta Ruiz rejected it too."
    )
    names = {entity.id: entity.name for entity in record.entities}
    assert [names[answer.by or ""] for answer in row.responses] == ["Chile", "Marta Ruiz"]
    assert row.no_answer == ()


def test_an_answer_of_nobody_named_settles_where_the_party_is_silent() -> None:
    _, row = ledger("Norway proposed a ceasefire to Chile. The proposal was rejected.")
    assert row.outcome == "rejected"


def test_a_meeting_of_two_of_one_country_is_no_summit() -> None:
    record = record_of("""
        @herald 2024-12-05
        President Olav Berg of Norway invited opposition leader Kari Lund of Norway to meet him at the palace.
        Chilean President Marta Ruiz offered to meet Norwegian President Olav Berg in Lima.
    """)
    assert {row.kind for row in record.proposals} == {"talks", "summit"}


def test_two_of_one_country_can_offer_and_answer() -> None:
    record, row = ledger(
        "Prime Minister Olav Berg of Norway invited Kari Lund of Norway to meet him. Lund accepted the invitation."
    )
    names = {entity.id: entity.name for entity in record.entities}
    assert [(names[answer.by or ""], answer.stance) for answer in row.responses] == [("Kari Lund", "accept")]
    assert (row.outcome, row.no_answer) == ("accepted", ())


def test_both_are_those_it_was_put_to() -> None:
    record, row = ledger("Norway offered a ceasefire to Chile and Peru. Both accepted.")
    names = {entity.id: entity.name for entity in record.entities}
    assert {names[answer.by] for answer in row.responses if answer.by} == {"Chile", "Peru"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The union demanded that the company raise wages by 6 percent.", "agreement"),
        ("The lenders offered Chile a loan of 3 billion dollars.", "agreement"),
        ("Norway demanded an amnesty for the fighters from Chile.", "agreement"),
        ("Norway offered to free the pilots in return for a ransom from Chile.", "exchange"),
        ("Norway offered to mediate between Chile and Peru.", "talks"),
        ("Norway asked Chile to delay the vote.", "other"),
    ],
)
def test_a_kind_that_no_word_names(text: str, kind: str) -> None:
    _, row = ledger(text)
    assert row.kind == kind
    assert any(rule.field == "kind" for rule in row.rules)


def test_another_measure_of_the_same_is_a_counter() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered Chile a rise of 6 percent in the fee for water. Chile wanted a rise of 24 percent.
    """)
    first = record.proposals[0]
    assert [answer.stance for answer in first.responses] == ["counter"]


def test_what_is_offered_instead_stands_beside_the_refusal() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway proposed a 30-day ceasefire to Chile. Chile rejected the offer and proposed a three-day ceasefire.
    """)
    (answer,) = record.proposals[0].responses
    assert [evidence.quote for evidence in answer.evidence][1:] == ["and proposed a three-day ceasefire"]


def test_what_was_put_forward_before_is_no_counter() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered a bridge to Chile. Peru proposed a 30-day ceasefire. Norway and Chile rejected the ceasefire.
    """)
    (row,) = [row for row in record.proposals if row.kind == "ceasefire"]
    assert {answer.stance for answer in row.responses} == {"reject"}


def test_his_delegation_answers_for_him() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway offered talks to Chile. The Chilean minister Pedro Silva welcomed it. His delegation accepted the offer.
    """)
    who = {row.id: row.name for row in record.entities}
    accepted = [who.get(answer.by or "") for row in record.proposals for answer in row.responses]
    assert None not in accepted
    assert any("Silva" in (name or "") or name == "Chile" for name in accepted)
