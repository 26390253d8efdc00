"""The façade for Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.model.problem import NothingFound, StoreError, UsageError
from dragoman.model.record import Record


def test_a_kept_run_is_taken_up_again(kept: Path, record: Record) -> None:
    assert dragoman.load(kept) == record
    assert dragoman.load(str(kept / "record.json")) == record


def test_a_list_is_a_table_of_words(record: Record) -> None:
    rows = dragoman.table(record, "statements")
    assert [row["speaker"] for row in rows] == ["Tarja Erdoğan", "A senior official", "Otto Bauer"]


def test_faults_of_the_call_are_told(tmp_path: Path, record: Record) -> None:
    with pytest.raises(StoreError):
        dragoman.load(tmp_path)
    with pytest.raises(NothingFound):
        dragoman.build(tmp_path)
    with pytest.raises(UsageError, match="no such list"):
        dragoman.table(record, "opinions")


def test_names_that_are_not_there_are_refused() -> None:
    with pytest.raises(AttributeError, match="opinion"):
        _ = dragoman.opinion  # type: ignore[attr-defined]
