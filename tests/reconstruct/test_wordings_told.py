"""One utterance that articles quote in other words, though no run of words is shared: in a few lines of news."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def wordings(record: Record) -> list[tuple[str, ...]]:
    return [tuple(p.value for p in row.positions) for row in record.disagreements if row.on == "wording"]


def test_a_pronoun_in_one_account_is_a_name_in_the_other() -> None:
    record = record_of("""
        @herald 2024-12-05
        President Ada Obi of Norland spoke of the harbour dispute with Valdoria.
        "I say nothing will be signed, like it or not, until he and I have sat down," Ada Obi said.
        @gazette 2024-12-05
        President Ada Obi spoke of the harbour dispute on Thursday.
        "Nothing will be signed until Ruiz and I sit down," Ada Obi said.
    """)
    assert len(wordings(record)) == 1


def test_one_speaker_on_two_things_is_quoted_rightly_twice() -> None:
    record = record_of("""
        @herald 2024-12-05
        President Ada Obi of Norland spoke of the harbour dispute with Valdoria.
        "We shall open the harbour to every ship that pays the old toll," Ada Obi said.
        @gazette 2024-12-05
        President Ada Obi spoke of the harbour dispute on Thursday.
        "Our fishermen have waited nine years for the harbour," Ada Obi said.
    """)
    assert wordings(record) == []
