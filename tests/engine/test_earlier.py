"""A kept run as it stood on an earlier day: the record that a run of that day makes, and how a reader asks for it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.engine.adding import build_kept
from dragoman.engine.build import build
from dragoman.engine.earlier import record_as_of
from dragoman.model.problem import NothingFound, StoreError
from dragoman.show.cli.app import app
from dragoman.store.folder import keep
from dragoman.store.json import to_json

DAY = dt.date(2024, 12, 5)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A folder with a kept run of two articles: an offer, and a day later the answer."""
    news = tmp_path / "news"
    news.mkdir()
    offer = "OSLO, December 5, 2024 - Norway proposed a 30-day ceasefire to Chile on Thursday.\n"
    answer = "SANTIAGO, December 6, 2024 - Chile rejected the 30-day ceasefire that Norway had proposed.\n"
    (news / "herald.txt").write_text(offer, encoding="utf-8")
    (news / "gazette.txt").write_text(answer, encoding="utf-8")
    keep(build_kept(tmp_path / "out", [str(news)], jobs=1), tmp_path / "out")
    return tmp_path


def test_the_record_of_a_day_is_the_one_that_a_run_of_that_day_makes(run: Path) -> None:
    then = record_as_of(run / "out", DAY)
    assert to_json(then) == to_json(build([str(run / "news")], as_of=DAY, jobs=1))
    assert [row.outcome for row in then.proposals] == ["open"]


def test_a_day_before_all_articles_and_a_folder_without_a_run(run: Path) -> None:
    with pytest.raises(NothingFound):
        record_as_of(run / "out", dt.date(2024, 12, 1))
    with pytest.raises(StoreError):
        record_as_of(run / "elsewhere", DAY)


def test_show_asks_for_a_day(run: Path) -> None:
    shown = [
        CliRunner().invoke(app, ["show", "offers", "--json", "--from", str(run / "out"), *words])
        for words in ([], ["--as-of", "2024-12-05"])
    ]
    assert [row["outcome"] for done in shown for row in json.loads(done.stdout)] == ["rejected", "open"]
