"""What is kept comes back the same, and what is damaged says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.model.problem import StoreError
from dragoman.store.folder import keep, load
from dragoman.store.json import from_json, to_json
from tests.newspaper import record_of

TALKS = """
    @herald 2024-12-05
    “We have agreed,” Minister Sana Ito said on Thursday.
    @gazette 2024-12-06
    Nobody has signed, said Ms. Ortega.
"""


def test_a_record_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    record = record_of(TALKS)
    keep(record, tmp_path)
    assert load(tmp_path) == record
    assert load(tmp_path / "record.json") == record


def test_keys_stand_in_the_order_of_the_contract() -> None:
    keys = list(json.loads(to_json(record_of(TALKS))))
    assert keys[:6] == ["dragoman", "articles", "entities", "times", "statements", "events"]
    assert {"meetings", "proposals", "claims", "disagreements", "framing", "stories", "timeline", "gaps"} < set(keys)


def test_keeping_again_leaves_no_other_file(tmp_path: Path) -> None:
    record = record_of(TALKS)
    keep(record, tmp_path)
    keep(record, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"]


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"dragoman": {"record": 1}}', '{"dragoman": 3}', "null"])
def test_a_damaged_record_names_its_file(tmp_path: Path, damage: str) -> None:
    (tmp_path / "record.json").write_text(damage, encoding="utf-8")
    with pytest.raises(StoreError, match=r"record\.json.*dragoman run"):
        load(tmp_path)


def test_a_record_of_a_newer_contract_asks_for_an_upgrade() -> None:
    newer = to_json(record_of(TALKS)).replace('"record": 1', '"record": 9', 1)
    with pytest.raises(StoreError, match="upgrade"):
        from_json(newer, path="there.json")


def test_an_empty_folder_says_how_to_make_a_record(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="dragoman run PATH"):
        load(tmp_path)


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match=r"taken.*-o"):
        keep(record_of(TALKS), tmp_path / "taken")
