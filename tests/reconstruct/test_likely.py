"""Which proposal an answer is likeliest about, of those of its story."""

from dragoman.reconstruct.ledger import likely
from dragoman.reconstruct.ledger.likely import step_of
from tests.newspaper import record_of


def test_an_answer_goes_to_what_others_offered_not_to_ones_own() -> None:
    record = record_of(
        """
        @herald 2019-05-02
        The rebels demanded on Monday the release of forty prisoners.
        On Tuesday the government offered the rebels a truce of ten days.
        “Ten days are worth nothing to us,” rebel commander Tomas Berg said of what the government had put forward.
        """
    )
    kinds = {proposal.kind: [row.stance for row in proposal.responses] for proposal in record.proposals}
    assert kinds.get("ceasefire") == ["reject"], kinds
    assert kinds.get("exchange", []) == [], kinds


def test_a_row_tells_how_many_of_its_answers_no_rule_knows() -> None:
    record = record_of(
        """
        @herald 2019-05-02
        Norland offered on Monday to hand back the two islands in return for fishing rights.
        “Not one net will be cast in our waters,” Foreign Minister Luca Ito said.
        The islands lie forty miles off the coast.
        """
    )
    (proposal,) = record.proposals
    (why,) = [rule.why for rule in proposal.rules if rule.field == "responses"]
    assert "1 in words that no rule knows" in why


def test_the_weights_speak_against_answering_oneself_and_for_what_stands_near() -> None:
    known = likely.weights()
    assert known["by another"] > known["by its very maker"]
    assert known["0 between"] > known["3 between"]


def test_a_value_falls_into_the_first_step_above_it() -> None:
    assert step_of(0, (1, 2, 4)) == "under 1"
    assert step_of(2, (1, 2, 4)) == "under 4"
    assert step_of(9, (1, 2, 4)) == "4 or more"
