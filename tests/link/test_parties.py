"""Groups without a name that are somebody, because of what they do and how they are told."""

from __future__ import annotations

from dragoman.model.record import EntityRow, Record
from tests.newspaper import record_of

STRIKE = """
    @herald 2024-03-04
    The creditors rejected the plan of the Norwegian government on Monday.
    Rebel leaders said in Oslo that they would not sign. Two lawmakers said they were surprised.
    Officials said talks would go on. Residents complained about the noise.
    @gazette 2024-03-05
    The lenders in Norway told the government that they wanted a better plan.
"""


def groups(record: Record) -> dict[str, EntityRow]:
    return {row.name: row for row in record.entities if row.kind == "group"}


def test_a_group_that_acts_and_is_known_by_its_name_is_somebody() -> None:
    found = groups(record_of(STRIKE))
    assert "Rebel leaders" in found
    assert {"The creditors", "The lenders"} <= set(found["creditors"].aliases)


def test_who_is_only_counted_or_heard_is_nobody() -> None:
    names = " ".join(groups(record_of(STRIKE))).lower()
    assert not any(word in names for word in ("lawmakers", "officials", "residents"))


def test_an_answer_of_a_group_is_by_it() -> None:
    record = record_of("""
        @herald 2024-03-04
        The company offered a pay rise of five percent on Monday. The miners rejected the offer on Tuesday.
    """)
    ids = {row.id: row.name for row in record.entities}
    assert [ids[r.by] for p in record.proposals for r in p.responses if r.by] == ["miners"]


def test_a_group_that_does_nothing_is_nobody() -> None:
    record = record_of("""
        @herald 2024-03-04
        President Petra Holm visited a museum that was full of donors.
    """)
    assert not groups(record)


def test_the_rebels_of_a_body_are_the_body() -> None:
    record = record_of("""
        @herald 2024-03-04
        The Unity Front signed nothing. The Unity Front rebels left Oslo on Monday.
        The guerrillas said they would return.
    """)
    (front,) = [row for row in record.entities if row.name == "Unity Front"]
    assert {"Unity Front rebels", "The guerrillas"} <= set(front.aliases)


def test_rebels_do_not_stand_for_the_state_they_fight() -> None:
    record = record_of("""
        @herald 2024-03-04
        Norway's government met the Revolutionary Army of Norway. The Revolutionary Army of Norway said it would sign.
    """)
    (rebels,) = [row for row in record.entities if row.name == "Revolutionary Army of Norway"]
    assert rebels.side is None


def test_letters_of_another_language_are_the_body() -> None:
    record = record_of("""
        @herald 2024-03-04
        The Kurdistan Workers' Party said it would disarm.
        @gazette 2024-03-04
        The PKK said it would disarm.
    """)
    assert [row.name for row in record.entities if "PKK" in row.aliases] == ["Kurdistan Workers' Party"]


def test_a_week_before_a_phrase_is_no_part_of_it() -> None:
    record = record_of("""
        @herald 2024-03-04
        Last week rebel forces captured the town of Lund.
    """)
    assert [alias for row in record.entities for alias in row.aliases if "forces" in alias] == ["rebel forces"]


def test_the_government_is_the_only_one_that_the_articles_tell_of() -> None:
    record = record_of("""
        @herald 2024-03-04
        The Norwegian government signed the accord in Oslo. Chile welcomed it.
        @gazette 2024-03-05
        Norway and Chile are at peace. Chile sent troops to Norway, and Norway to Chile.
        The government said the accord was good.
    """)
    (row,) = [row for row in record.entities if row.name == "Norwegian government"]
    assert {mention.quote for mention in row.mentions} >= {"The Norwegian government", "The government"}


def test_of_two_governments_neither_is_the_government() -> None:
    record = record_of("""
        @herald 2024-03-04
        The Norwegian government met the Chilean government in Oslo.
        @gazette 2024-03-05
        Norway and Chile are at peace. Chile sent troops to Norway, and Norway to Chile.
        The government said the accord was good.
    """)
    assert "The government" not in {m.quote for row in record.entities for m in row.mentions}
