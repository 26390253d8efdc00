"""The façade for Python."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

import dragoman
from dragoman.model.problem import NothingFound, StoreError, UsageError
from dragoman.model.record import Record
from dragoman.store.json import to_json


def test_a_kept_run_is_taken_up_again(kept: Path, record: Record) -> None:
    assert dragoman.load(kept) == record
    assert dragoman.load(str(kept / "record.json")) == record


def test_a_list_is_a_table_of_words(record: Record) -> None:
    rows = dragoman.table(record, "statements")
    assert [row["speaker"] for row in rows] == ["Tarja Erdoğan", "A senior official", "Otto Bauer"]


def test_the_record_has_methods_and_equals_the_bare_one(kept: Path, record: Record) -> None:
    found = dragoman.load(kept)
    assert record == found
    assert found == replace(found)
    assert found != replace(found, gaps=())
    assert pickle.loads(pickle.dumps(found)) == found
    assert to_json(found) == to_json(record)
    assert found.table("statements") == dragoman.table(record, "statements")
    assert list(found.to_pandas("statements")["id"]) == [row.id for row in record.statements]


def test_a_row_tells_why_it_is_there(kept: Path) -> None:
    found = dragoman.load(kept)
    assert "[source: Foreign Minister Tarja Erdoğan] [cue: said]" in str(found.why("st-11111111"))
    assert "<mark" in found.why("st-11111111")._repr_html_()
    with pytest.raises(NothingFound, match="Near ids: st-11111111"):
        found.why("st-1111111")


def test_a_notebook_shows_record_proposal_and_disagreement_by_the_parts_of_the_report(kept: Path) -> None:
    found = dragoman.load(kept)
    assert "What the sources say, not what is true" in found._repr_html_()
    assert "no answer reported" in found.proposals[0]._repr_html_()
    assert "no answer reported" in pickle.loads(pickle.dumps(found)).proposals[0]._repr_html_()
    assert replace(found.proposals[0], label="another")._repr_html_() is None
    assert "<mark>Ruritania has not agreed to anything</mark>" in found.disagreements[0]._repr_html_()
    assert (
        'href="#' not in found._repr_html_() + found.proposals[0]._repr_html_() + found.disagreements[0]._repr_html_()
    )


def test_a_notebook_runs_nothing_and_keeps_its_style_to_itself(kept: Path) -> None:
    html = dragoman.load(kept)._repr_html_()
    assert "<script" not in html
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert ":root" not in style
    assert style.partition("@scope (.dragoman) {")[0].count("{") == style.partition("@scope")[0].count(".dragoman") + 1


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
