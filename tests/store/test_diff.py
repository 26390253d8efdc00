"""What changed between two runs, as values and as users meet it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from typer.testing import CliRunner

from dragoman.model.record import Record
from dragoman.show.cli.app import app
from dragoman.store.diff import Change, changes
from dragoman.store.json import from_json, to_json
from dragoman.store.save import save


def test_rows_are_new_changed_or_gone(record: Record, later: Record) -> None:
    assert changes(record, later) == [
        Change(list="statements", what="changed", id="st-44444444", was="st-33333333", keys=("channel",)),
        Change(list="meetings", what="gone", id="me-laketown", was="me-laketown", keys=()),
        Change(list="proposals", what="changed", id="pr-ferry", was="pr-ferry", keys=("outcome",)),
    ]
    assert [(c.list, c.what) for c in changes(later, record)] == [
        ("statements", "changed"), ("meetings", "new"), ("proposals", "changed"),
    ]  # fmt: skip


def test_nothing_changes_between_a_run_and_itself(record: Record) -> None:
    assert changes(record, record) == []


def test_another_id_alone_is_no_change(record: Record) -> None:
    (row,) = record.framing
    assert changes(record, replace(record, framing=(replace(row, id="fr-other"),))) == []


def edited(record: Record, before: str) -> Record:
    """The record as it is when some words are put before the envoy's article: another id, and all places moved."""
    plain = json.loads(to_json(record))
    by = len(before)

    def moved(value: object) -> object:
        if isinstance(value, list):
            return [moved(item) for item in value]
        if not isinstance(value, dict):
            return "ar-edited" if value == "ar-gazette" else value
        ours = value.get("article") == "ar-gazette" and "start" in value
        shifted = {"start": value["start"] + by, "end": value["end"] + by} if ours else {}
        return {key: moved(item) for key, item in (value | shifted).items()}

    plain = {key: moved(value) for key, value in plain.items()}
    (article,) = [article for article in plain["articles"] if article["id"] == "ar-edited"]
    article["text"] = before + article["text"]
    (row,) = [row for row in plain["statements"] if row["article"] == "ar-edited"]
    row["id"] = "st-99999999"
    text = json.dumps(plain).replace('"st-33333333"', '"st-99999999"')
    return from_json(text, path="edited")


def test_an_edited_article_is_known_by_its_path_and_its_rows_by_their_words(record: Record) -> None:
    (change,) = changes(record, edited(record, before="CORRECTED "))
    assert (change.list, change.what, change.was, change.keys) == ("articles", "changed", "ar-gazette", ("text",))


def test_of_two_old_rows_the_one_that_shares_more_is_taken(record: Record) -> None:
    promise, _, denial = record.statements
    both = replace(denial, id="st-55555555", content=(*denial.content, *promise.content))
    found = changes(record, replace(record, statements=(promise, both)))
    was = {change.id: change.was for change in found if change.list == "statements"}
    assert was["st-55555555"] == "st-33333333"


def test_runs_lists_what_is_kept(record: Record, later: Record, place: Path) -> None:
    identifiers = [save(record, place), save(later, place)]
    screen = CliRunner().invoke(app, ["runs", "--from", str(place)], env={"COLUMNS": "80"}).stdout
    assert screen.splitlines()[0] == f"1  {identifiers[0]}  3 articles, 2 to 3 November 1995"
    assert "3 statements, 0 meetings, 1 offer, 1 disagreement · version 0.1.0" in screen
    found = json.loads(CliRunner().invoke(app, ["runs", "--from", str(place), "--json"]).stdout)
    assert [run["id"] for run in found] == identifiers
    assert found[0]["inputs"][0] == {"path": "news/ar-herald.txt", "sha256": record.articles[0].sha256}


def test_diff_shows_the_rows_that_changed(record: Record, later: Record, place: Path) -> None:
    save(record, place)
    save(later, place)
    screen = CliRunner().invoke(app, ["diff", "1", "2", "--from", str(place)], env={"COLUMNS": "120"}).stdout
    for line in (
        "statements  1 changed", "meetings  1 gone", "  - Talks in Laketown · me-laketown",
        "  ~ The ferry accord (outcome) · pr-ferry",
        "  ~ Otto Bauer: Ruritania has not agreed to anything (channel, was st-33333333) · st-44444444",
    ):  # fmt: skip
        assert line in screen.splitlines()
    same = CliRunner().invoke(app, ["diff", "1", "1", "--from", str(place)])
    assert (same.exit_code, same.stdout) == (0, "Nothing changed.\n")
    found = json.loads(CliRunner().invoke(app, ["diff", "1", "2", "--from", str(place), "--json"]).stdout)
    assert [(row["list"], row["what"]) for row in found] == [
        ("statements", "changed"), ("meetings", "gone"), ("proposals", "changed"),
    ]  # fmt: skip


def test_runs_that_are_not_there_end_as_they_should(record: Record, place: Path) -> None:
    save(record, place)
    unknown = CliRunner().invoke(app, ["diff", "1", "9", "--from", str(place)])
    assert "No run 9 is kept" in str(unknown.exception)
    assert getattr(unknown.exception, "exit_code", None) == 3
    nothing = CliRunner().invoke(app, ["runs", "--from", str(place / "elsewhere")])
    assert getattr(nothing.exception, "exit_code", None) == 1
