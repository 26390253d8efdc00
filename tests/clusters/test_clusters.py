"""Three small negotiations of other kinds than peace talks: tariffs, wages, hostages.

Each is a few short articles of our own; asked is what a reader of them must find in the ledger.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.engine.build import build
from dragoman.model.record import ProposalRow, Record

HERE = Path(__file__).parent


@cache
def record(cluster: str) -> Record:
    return build([str(HERE / cluster)], jobs=1)


def telling(cluster: str, words: str, kind: str | None = None) -> ProposalRow:
    """The first line of the ledger, of this kind if one is named, of which some place uses these words."""
    rows = [row for row in record(cluster).proposals if any(words in e.quote for e in row.evidence)]
    rows = [row for row in rows if kind in (None, row.kind)]
    assert rows, [row.label for row in record(cluster).proposals]
    return rows[0]


def names(cluster: str, parties: tuple[str, ...]) -> set[str]:
    return {entity.name for entity in record(cluster).entities if entity.id in parties}


def stances(row: ProposalRow) -> set[str]:
    return {answer.stance for answer in row.responses}


def test_an_offer_on_tariffs_is_told_by_two_papers_and_refused() -> None:
    row = telling("trade", "cut its tariffs on steel")
    assert (row.kind, row.outcome) == ("sanctions", "rejected")
    assert (names("trade", row.proposers), names("trade", row.to)) == ({"Canada"}, {"Chile"})
    assert len({answer.evidence[0].article for answer in row.responses}) == 2


def test_a_moratorium_on_tariffs_is_no_ceasefire() -> None:
    row = telling("trade", "moratorium on new tariffs")
    assert (row.kind, row.terms.duration_days) == ("sanctions", 180)
    assert row.supersedes == telling("trade", "cut its tariffs on steel").id


def test_a_threat_is_on_the_ledger_with_its_condition() -> None:
    row = telling("trade", "threatened to impose sanctions")
    assert (row.outcome, names("trade", row.no_answer)) == ("open", {"Chile"})
    assert row.terms.conditions[0].quote.startswith("if Chile does not sign")


def test_a_wage_demand_and_the_offer_against_it_are_two() -> None:
    demand, offer = telling("strike", "demanded a 12 percent"), telling("strike", "4 percent rise")
    assert demand.id != offer.id
    assert (offer.outcome, "reject" in stances(offer)) == ("rejected", True)


def test_a_mediators_proposal_is_welcomed_by_one_and_put_off_by_the_other() -> None:
    row = telling("strike", "arbitration")
    assert (row.kind, stances(row), row.outcome) == ("talks", {"accept", "defer"}, "open")


def test_a_ransom_is_refused() -> None:
    row = telling("hostages", "ransom of 2 million")
    assert (row.kind, row.outcome) == ("exchange", "rejected")
    assert names("hostages", row.proposers) == {"Red Lake Front"}


def test_a_swap_is_accepted_on_a_condition_and_put_off() -> None:
    row = telling("hostages", "exchange of four prisoners")
    assert {"conditional", "defer"} <= stances(row)
    assert "prisoners" in {term.name for term in row.terms.further}


def test_a_truce_proposed_in_the_same_breath_takes_effect_and_is_said_to_be_broken() -> None:
    row = telling("hostages", "three-day truce", "ceasefire")
    assert (row.terms.duration_days, row.outcome) == (3, "in force")
    assert names("hostages", tuple(v.of for v in row.violations if v.of)) == {"Malian army"}


def test_every_line_rests_on_words_of_an_article() -> None:
    for cluster in ("trade", "strike", "hostages"):
        texts = {article.id: article.text for article in record(cluster).articles}
        for row in record(cluster).proposals:
            for place in (*row.evidence, *(e for answer in row.responses for e in answer.evidence)):
                assert texts[place.article][place.start : place.end] == place.quote
