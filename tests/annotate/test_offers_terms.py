"""The terms of an offer: those that negotiators write down, each with its words."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.model.record import ProposalRow
from tests.newspaper import record_of


def row(text: str) -> ProposalRow:
    return record_of(f"@herald 2024-12-05\n{text}").proposals[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway proposed a humanitarian ceasefire to Chile.", "purpose"),
        ("Norway proposed a permanent ceasefire to Chile.", "class"),
        ("Norway proposed a ceasefire with observers to Chile.", "monitoring"),
        ("Norway proposed a ceasefire and the withdrawal of troops to Chile.", "withdrawal"),
        ("Norway proposed an exchange of prisoners to Chile.", "prisoners"),
        ("Norway proposed a ceasefire with a corridor for convoys to Chile.", "access"),
        ("Norway proposed an agreement with guarantees to Chile.", "guarantees"),
        ("Norway offered to lift sanctions on Chile.", "sanctions relief"),
        ("Norway offered Chile an amnesty.", "amnesty"),
        ("Norway proposed an agreement on elections to Chile.", "elections"),
        ("Norway offered Chile a loan of 20 million dollars.", "economic terms"),
        ("The union demanded a 12 percent wage rise of Norway.", "amount"),
        ("Norway proposed a ceasefire to Chile. Under the ceasefire, all rebels would disarm.", "demilitarisation"),
        ("Norway proposed a ceasefire to Chile. The proposal calls for observers at sea.", "monitoring"),
    ],
)
def test_a_term_has_its_name_and_its_words(text: str, name: str) -> None:
    found = {term.name: term.evidence.quote for term in row(text).terms.further}
    assert name in found
    assert found[name] in text


def test_lifting_a_lid_relieves_no_sanction() -> None:
    found = row("Norway proposed a ceasefire and offered to lift the lid for Chile.").terms.further
    assert "sanctions relief" not in {term.name for term in found}


def test_until_a_day_is_its_end_and_an_interval_is_both() -> None:
    until = row("Norway proposed a ceasefire until December 20 to Chile.").terms
    assert (until.start, until.end and until.end.start) == (None, dt.date(2024, 12, 20))
    spell = row("Norway proposed a ceasefire from December 8 to December 11 to Chile.").terms
    assert (spell.start and spell.start.start, spell.end and spell.end.end) == (
        dt.date(2024, 12, 8),
        dt.date(2024, 12, 11),
    )


def test_every_field_of_a_line_has_its_rule() -> None:
    record = record_of("""
        @herald 2024-12-05
        Norway proposed a 30-day ceasefire to Chile on Monday.
        @gazette 2024-12-06
        Chile rejected the 30-day ceasefire that Norway had proposed.
    """)
    (found,) = record.proposals
    told = {rule.field: rule.why for rule in found.rules}
    assert {"kind", "proposers", "to", "date", "terms", "responses", "outcome", "joined"} <= set(told)
    assert "same length" in told["joined"]
    assert told["outcome"] == "rejected: a party it was put to refused it"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norway proposed to Chile to extend the loan by a month.", 30),
        ("Norway asked Chile to prolong the loan by a year.", 365),
        ("Norway proposed a ceasefire to Chile.", None),
    ],
)
def test_a_single_week_month_or_year_is_a_length(text: str, days: int | None) -> None:
    assert row(text).terms.duration_days == days


def test_what_a_paper_would_do_is_told_of_it() -> None:
    told = row("Norway put forward a paper on wages. The paper would hand the strikers 14 percent.")
    assert any("hand the strikers 14 percent" in evidence.quote for evidence in told.evidence)
