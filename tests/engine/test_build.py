"""The order of the rooms, and what becomes of a fault on the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.engine.build import build, record_from
from dragoman.model.problem import NothingFound, Problem, Unreadable
from dragoman.store.json import to_json
from tests.newspaper import news, record_of

TALKS = """
    @herald 2024-12-05
    “We have agreed,” Minister Ito said in Geneva.
    @gazette 2024-12-06
    “We have not agreed to anything,” Ms. Ortega said.
"""


def test_all_articles_reach_the_record_in_the_order_of_their_paths() -> None:
    record = record_of(TALKS)
    assert [row.outlet for row in record.articles] == ["herald", "gazette"]
    assert [row.published.isoformat() for row in record.articles if row.published] == ["2024-12-05", "2024-12-06"]


def test_what_could_not_be_read_stands_among_the_gaps() -> None:
    torn = Problem(kind="unreadable", text="the file is empty", path="news/torn.txt")
    record = record_from([torn, *news(TALKS)], jobs=1)
    assert [(gap.path, gap.text) for gap in record.gaps if gap.kind == "unreadable"] == [
        ("news/torn.txt", "the file is empty")
    ]
    assert len(record.articles) == 2


def test_a_folder_without_articles_is_nothing_found(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match=r"name a folder"):
        build([str(tmp_path)])


def test_a_folder_of_broken_files_is_unreadable_and_says_which(tmp_path: Path) -> None:
    (tmp_path / "torn.json").write_text("{", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"torn\.json"):
        build([str(tmp_path)])


def test_the_record_does_not_say_on_which_path_or_by_how_many_processes_it_was_made() -> None:
    assert record_of(TALKS).dragoman.options == {}


def test_an_empty_newspaper_gives_an_empty_record() -> None:
    assert to_json(record_from([])).count("[]") >= 13


def test_a_record_as_of_a_day_knows_nothing_of_later_articles(tmp_path: Path) -> None:
    for day in ("2024-12-05", "2024-12-06"):
        text = f"---\npublished: {day}\n---\nMinister Ito said on Thursday that the truce would hold.\n"
        (tmp_path / f"{day}.md").write_text(text, encoding="utf-8")
    record = build([str(tmp_path)], as_of=date(2024, 12, 5), jobs=1)
    assert [Path(row.path).name for row in record.articles] == ["2024-12-05.md"]
    assert record.dragoman.options == {"as_of": "2024-12-05"}
    with pytest.raises(NothingFound, match="name a later day"):
        build([str(tmp_path)], as_of=date(2024, 12, 4))
