"""The short names of persons whom no article shortens."""

from __future__ import annotations

from tests.link.test_entities import entity, linked


def test_a_person_is_looked_up_by_the_family_name_alone() -> None:
    found = linked("""
        @herald
        President Ada Okello said that talks would resume.
    """)
    assert entity(found, "Okello").name == "Ada Okello"


def test_a_name_that_two_bear_stays_with_neither() -> None:
    found = linked("""
        @herald
        President Ada Okello met the union leader John Okello in Oslo.
    """)
    assert not [e for e in found.entities if "Okello" in e.aliases]


def test_where_people_go_by_their_given_name_it_is_that() -> None:
    found = linked("""
        @herald
        Ethiopian general Bekele Abera signed for the army.
    """)
    assert entity(found, "Bekele").name == "Bekele Abera"
