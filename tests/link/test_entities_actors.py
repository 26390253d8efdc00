"""The country of an actor, from the words a text calls it by."""

from __future__ import annotations

import pytest

from dragoman.model import countries as world
from dragoman.model.actors import country_of
from dragoman.model.bodies import body_named


@pytest.mark.parametrize(
    ("actor", "country"),
    [
        ("the Norwegian foreign minister", "NOR"),
        ("Norway's ambassador to Chile", "NOR"),
        ("teachers in Ghana", "GHA"),
        ("a Chile-based union", "CHL"),
        ("OSLO", "NOR"),
        ("Downing Street", "GBR"),
        ("Papua New Guinean officials", "PNG"),
        ("the Democratic Republic of the Congo", "COD"),
        ("the Republic of the Congo", "COG"),
        ("People's Republic of China", "CHN"),
        ("the Republic of China", "TWN"),
        ("Scottish farmers", "GBR"),
        ("Gaza doctors", "PSE"),
        ("the United Nations", None),
        ("Latin leaders", None),
        ("three fishermen", None),
        ("the people turkey farmers know", None),
        ("", None),
    ],
)
def test_an_actor_is_of_the_country_its_words_show(actor: str, country: str | None) -> None:
    assert country_of(actor) == country


def test_letters_are_told_from_words_by_their_capitals() -> None:
    assert (world.named_country("US"), world.named_country("us")) == ("USA", None)
    assert (body_named("WHO"), body_named("who")) == ("World Health Organization", None)


def test_every_country_has_a_code_of_three_letters_and_a_name() -> None:
    for code, country in world.countries().items():
        assert code == country.code
        assert len(code) == 3
        assert country.names


def test_a_part_of_a_country_is_not_the_country() -> None:
    assert world.named_country("Scotland") is None
    assert world.part_country("Scotland") == "GBR"
