"""How likely two clauses are one claim: what brings them together, and what does not."""

from __future__ import annotations

import tomllib

from dragoman.model.record import Record
from dragoman.reconstruct.claims.likeness import SIGNS, WEIGHTS, weights
from tests.newspaper import record_of


def together(record: Record, one: str, other: str) -> bool:
    """Whether a claim rests on words of both."""
    quotes = [[support.evidence.quote for support in row.support] for row in record.claims]
    return any(any(one in q for q in held) and any(other in q for q in held) for held in quotes)


def test_one_thing_on_one_day_in_other_words_is_one_claim() -> None:
    record = record_of("""
        @gazette 2015-07-16
        The pilots' union and the airline signed a wage accord on 14 July. The crews had been on strike since May.
        @courier 2015-07-17
        On Tuesday 14 July the airline and its pilots concluded an agreement on pay. Flights begin again today.
    """)
    assert together(record, "signed a wage accord", "concluded an agreement")


def test_what_somebody_is_brings_no_claim_by_itself() -> None:
    record = record_of("""
        @gazette 2015-07-16
        Finance Minister Ana Duarte wants to put the rise off. The railwaymen had left the port of Valdeloma.
        @courier 2015-07-17
        Ana Duarte, the finance minister, was born in the hills. The dockers of Valdeloma sang in the harbour.
    """)
    assert not together(record, "put the rise off", "born in the hills")


def test_the_same_done_by_others_is_another_claim() -> None:
    record = record_of("""
        @gazette 2015-07-16
        Peru rejected the tariff on copper on Monday. Bolivia accepted the tariff on copper on Monday.
        @courier 2015-07-17
        Bolivia rejected the tariff on timber.
    """)
    assert not together(record, "Peru rejected", "Bolivia rejected")


def test_the_file_weighs_the_signs_and_nothing_else() -> None:
    for of, written in tomllib.loads(WEIGHTS.read_text(encoding="utf-8")).items():
        assert sorted(written["weights"]) == sorted(SIGNS)
        assert weights(of)[1] == tuple(written["weights"][sign] for sign in SIGNS)


def test_each_thing_that_both_tell_makes_them_likelier_one() -> None:
    weighs = dict(zip(SIGNS, weights()[1], strict=True))
    assert all(
        weighs[sign] > 0 for sign in ("share", "words", "told", "named", "nearer", "around", "head", "day", "number")
    )


def test_what_is_told_in_several_clauses_is_brought_together_by_whole_sentences() -> None:
    record = record_of("""
        @gazette 2015-07-16
        The ferries will run again from Friday, the harbour board said, after the stokers were promised nine rest days.
        @courier 2015-07-17
        Promised nine days of rest, the stokers let the ferries run again on Friday. The harbour was full of gulls.
    """)
    assert together(record, "nine rest days", "nine days of rest")


def test_sentences_that_share_a_day_and_a_place_alone_tell_two_things() -> None:
    record = record_of("""
        @gazette 2015-07-16
        The mayor of Valdeloma opened the fish market on Monday, and a choir of pupils sang for the guests.
        @courier 2015-07-17
        In Valdeloma the price of bread rose by a tenth on Monday, and the bakers were asked to explain themselves.
    """)
    assert not together(record, "fish market", "price of bread")
