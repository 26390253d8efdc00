"""Who has no name: what an article follows by a bare word is somebody; words behind its head are a form of it."""

from __future__ import annotations

import pytest

from tests.link.test_entities import entity, linked


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            """
            @herald
            The Harbour Workers Union of Bergen met the owners in Norway on Monday.
            @gazette
            Norway waited. The union refused the offer, and the union went home.
            """,
            "The Harbour Workers Union of Bergen",
            "The union",
        ),
        (
            """
            @herald
            The North Coast Fund paid for the ferry in Norway.
            @gazette
            Norway has no ferry. The fund wanted a second boat, and the fund got it.
            """,
            "The North Coast Fund",
            "The fund",
        ),
    ],
)
def test_a_bare_word_is_the_one_body_of_the_story_whose_name_ends_so(text: str, one: str, other: str) -> None:
    assert other in entity(linked(text), "the " + other.split()[1]).aliases
    assert any(one.removeprefix("The ").split(" of ")[0] in alias for alias in entity(linked(text), other).aliases)


@pytest.mark.parametrize("word", ["committee", "militia", "commission"])
def test_a_body_without_a_name_that_an_article_follows_is_somebody(word: str) -> None:
    found = linked(f"""
        @herald
        Norway waits. The {word} sat on Monday. The town hopes that the {word} goes home soon.
    """)
    assert {f"The {word}", f"the {word}"} <= set(entity(found, f"the {word}").aliases)


def test_the_accord_is_the_one_that_the_story_tells_of() -> None:
    found = linked("""
        @herald
        Norway signed the Bergen fishing accord on Monday.
        @gazette
        Norway is calm. The accord holds. Everybody praises the accord.
    """)
    assert "The accord" in entity(found, "the Bergen fishing accord").aliases


def test_what_is_said_behind_a_description_is_a_form_of_it() -> None:
    found = linked("""
        @herald
        The committee on the two fires sat on Monday. The committee heard a witness.
    """)
    assert "The committee on the two fires" in entity(found, "The committee").aliases
