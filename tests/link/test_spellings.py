"""One name in two schemes of writing, one firm in short and in full, one kind for one name."""

from __future__ import annotations

from dragoman.model.mention import EntityKind
from tests.link.test_entities import entity, linked, named


def test_two_transliterations_are_one_person_where_the_office_is_one() -> None:
    found = linked("""
        @herald
        Finance Minister Salma Benmokhtar said nothing. Ms Benmokhtar left early.
        @gazette
        Finance Minister Selma Ben Mokhtar said nothing.
    """)
    assert entity(found, "Salma Benmokhtar") == entity(found, "Selma Ben Mokhtar")


def test_two_like_names_in_one_article_are_two_people() -> None:
    found = linked("""
        @herald
        Finance Minister Salma Benmokhtar met Finance Minister Selma Benmokhtar in Oslo.
    """)
    assert {"Salma Benmokhtar", "Selma Benmokhtar"} <= named(found, EntityKind.PERSON)


def test_a_firm_in_short_is_the_firm() -> None:
    found = linked("""
        @herald
        Brandvik Health Group offered to raise wages. Brandvik said that the offer was final.
        @gazette
        Nurses of the Brandvik group voted on Friday. Brandvik has put out a statement.
    """)
    assert {"Brandvik", "the Brandvik group"} <= set(entity(found, "Brandvik Health Group").aliases)
