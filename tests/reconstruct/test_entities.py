"""The codes of actors: country and sector."""

from __future__ import annotations

import pytest

from dragoman.model.record import Record
from tests.newspaper import record_of

PAPER = """
    @herald 2024-03-04
    Norway's Foreign Minister Ada Holm met the Transport Workers' Union in Oslo. Rebel leaders said they would not sign.
    The African Union welcomed the talks. The singer Petra Lund applauded. Norwegian General Ole Vik spoke.
"""


@pytest.fixture(scope="module")
def record() -> Record:
    return record_of(PAPER)


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Ada Holm", "NOR", "GOV"),
        ("Norway", "NOR", "GOV"),
        ("Rebel leaders", None, "REB"),
        ("African Union", None, "IGO"),
        ("Ole Vik", "NOR", "MIL"),
        ("Oslo", "NOR", None),
    ],
)
def test_country_and_sector_are_the_code_of_an_actor(
    record: Record, name: str, country: str | None, sector: str | None
) -> None:
    (row,) = [row for row in record.entities if row.name == name]
    assert (row.country, row.sector) == (country, sector)
