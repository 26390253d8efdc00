"""What the tests of this room ask for: a record of invented talks, and a later one in which a little changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.model.record import Record
from tests.show.newsroom import small_record


@pytest.fixture
def record() -> Record:
    return small_record()


@pytest.fixture
def later(record: Record) -> Record:
    """The offer is now accepted, the denial counts as another statement, and the meeting is gone."""
    (offer,) = record.proposals
    *others, denial = record.statements
    return replace(
        record,
        statements=(*others, replace(denial, id="st-44444444", channel=None)),
        proposals=(replace(offer, outcome="accepted"),),
        meetings=(),
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of the runs."""
    return tmp_path / "talks"
