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
