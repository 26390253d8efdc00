"""Claims by article: one sign for each stance, a row for each claim, and nothing told that the claims do not hold."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

from typer.testing import CliRunner

from dragoman.model.record import Record
from dragoman.show.cli.app import app
from dragoman.show.lookup import Lookup
from dragoman.show.matrix import matrix, stances
from dragoman.store.folder import keep


def test_an_article_that_carries_a_claim_and_its_denial_has_both_stances(record: Record) -> None:
    (claim,) = record.claims
    says, denies = claim.support
    both = replace(claim, support=(denies, replace(denies, stance="says")))
    assert stances(claim, says.article) == ("says",)
    assert stances(both, denies.article) == ("says", "denies")


def test_an_article_of_another_story_has_no_column_and_no_cell(record: Record) -> None:
    (claim,) = record.claims
    apart = replace(claim, silent=())
    made = matrix(Lookup.of(record), [apart])
    assert [article.id for article in made.articles] == ["ar-herald", "ar-gazette"]
    assert stances(apart, "ar-mirror") == ()


def test_the_screen_tells_stances_by_signs_and_not_by_colour(runner: CliRunner, kept: Path) -> None:
    screen = runner.invoke(app, ["show", "claims", "--matrix", "--from", str(kept)], env={"COLUMNS": "80"}).stdout
    lines = screen.splitlines()
    assert lines[0].startswith("+ says  ~ differs  - denies  . silent")
    assert " A  Lakeland Herald, 2 November 1995" in lines
    assert any(line.startswith("+ . - ") for line in lines)
    assert max(map(len, lines)) <= 80


def test_a_copy_is_told_as_one(runner: CliRunner, kept: Path) -> None:
    screen = runner.invoke(app, ["show", "claims", "--matrix", "--from", str(kept)]).stdout
    assert "Morning Mirror, 3 November 1995, a copy of Lakeland Herald" in screen


def test_the_table_has_a_column_for_each_article(runner: CliRunner, kept: Path) -> None:
    text = runner.invoke(app, ["show", "claims", "--matrix", "--format", "csv", "--from", str(kept)]).stdout
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["Lakeland Herald"], row["ar-gazette.txt"], row["Morning Mirror"]) == ("says", "denies", "silent")


def test_json_gives_stances_by_the_ids_of_articles(runner: CliRunner, kept: Path) -> None:
    (row,) = json.loads(runner.invoke(app, ["show", "claims", "--matrix", "--json", "--from", str(kept)]).stdout)
    assert row["articles"] == {"ar-herald": ["says"], "ar-mirror": ["silent"], "ar-gazette": ["denies"]}


def test_only_differences_leaves_out_what_nobody_contests(record: Record) -> None:
    (claim,) = record.claims
    agreed = replace(claim, id="cl-agreed", support=claim.support[:1])
    made = matrix(Lookup.of(record), [agreed, claim], only_differences=True)
    assert [row.claim.id for row in made.rows] == [claim.id]


def test_nothing_left_of_the_matrix_is_nothing_found(runner: CliRunner, record: Record, tmp_path: Path) -> None:
    (claim,) = record.claims
    keep(replace(record, claims=(replace(claim, support=claim.support[:1]),)), tmp_path)
    done = runner.invoke(app, ["show", "claims", "--matrix", "--only-differences", "--from", str(tmp_path)])
    assert "No account differs from any of 1 claims" in str(done.exception)


def test_a_matrix_of_anything_else_is_wrong_usage(runner: CliRunner, kept: Path) -> None:
    for words in (["show", "offers", "--matrix"], ["show", "claims", "--only-differences"]):
        assert getattr(runner.invoke(app, [*words, "--from", str(kept)]).exception, "exit_code", None) == 2
