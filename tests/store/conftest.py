"""What the tests of this room ask for: a record of invented talks, and a later one in which a little changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.model.record import Record
from dragoman.store.json import from_json, to_json
from tests.show.newsroom import small_record


@pytest.fixture
def record() -> Record:
    return small_record()


@pytest.fixture
def later(record: Record) -> Record:
    """The offer is now accepted, the denial has lost its channel, and so has another id, and the meeting is gone."""
    (offer,) = record.proposals
    *others, denial = record.statements
    changed = replace(
        record,
        statements=(*others, replace(denial, channel=None)),
        proposals=(replace(offer, outcome="accepted"),),
        meetings=(),
    )
    return from_json(to_json(changed).replace("st-33333333", "st-44444444"), path="later")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of the runs."""
    return tmp_path / "talks"
