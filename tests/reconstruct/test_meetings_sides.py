"""Who "the two sides" are: those who make offers and answer them, or meet most often."""

from __future__ import annotations

from dragoman.model.record import Record
from tests.newspaper import record_of


def parties(record: Record) -> list[set[str]]:
    by_id = {row.id: row.name for row in record.entities}
    return [{by_id[e] for e in row.parties} for row in record.meetings]


def test_talks_that_name_nobody_are_of_those_who_deal_with_one_another() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway offered Peru a truce of thirty days on Sunday. Peru rejected the Norwegian offer on Monday.

        A second round of talks will be held in Geneva on December 12.
    """)
    assert parties(record) == [{"Norway", "Peru"}]


def test_talks_that_name_one_side_are_with_the_other() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway offered Peru a truce of thirty days on Sunday. Peru rejected the Norwegian offer on Monday.

        Peru will attend talks in Geneva on December 12.
    """)
    assert parties(record) == [{"Norway", "Peru"}]


def test_talks_with_somebody_else_stay_theirs() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway offered Peru a truce of thirty days on Sunday. Peru rejected the Norwegian offer on Monday.

        Chile will attend talks in Geneva on December 12.
    """)
    assert all("Norway" not in named for named in parties(record))


def test_a_delegation_is_led_to_talks_not_to_a_word_of_talking() -> None:
    record = record_of("""
        @herald 2024-12-03
        Norway and Peru held two days of talks in Geneva on Monday.

        Peru was being consulted on the text, said Lucia Salazar, who led the Peruvian delegation.
    """)
    by_id = {row.id: row.name for row in record.entities}
    (row,) = [row for row in record.meetings if row.date is not None]
    assert {by_id[h.head] for h in row.heads} == {"Lucia Salazar"}
