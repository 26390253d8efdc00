"""Two accounts side by side: what holds of the pair is told, and a name that means nothing or too much is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.model.problem import UsageError
from dragoman.model.record import Record
from dragoman.show.cli.app import app
from dragoman.show.comparison import compare
from dragoman.show.lookup import Lookup
from tests.show.conftest import Program


def test_what_two_accounts_hold_apart_is_told_with_both_sentences(lookup: Lookup) -> None:
    found = compare("Herald", "ar-gazette", lookup)
    assert [(row.id, row.on) for row in found.differing] == [("di-signed", "polarity")]
    assert found.differing[0].left[0].evidence.quote.startswith("We have come to sign")
    assert found.differing[0].right[0].evidence.quote == "Ruritania has not agreed to anything"
    assert found.shared == ()


def test_a_denial_that_no_disagreement_tells_is_a_difference_too(record: Record) -> None:
    found = compare("Herald", "ar-gazette", Lookup.of(replace(record, disagreements=())))
    assert [(row.id, row.on) for row in found.differing] == [("cl-signed", "denies")]


def test_a_position_that_both_hold_is_no_difference_between_them(record: Record) -> None:
    (row,) = record.disagreements
    yes, no = row.positions
    everywhere = tuple(replace(yes.support[0], article=article) for article in ("ar-herald", "ar-gazette"))
    both = replace(row, positions=(replace(yes, support=everywhere), no))
    assert (
        compare("ar-herald", "ar-gazette", Lookup.of(replace(record, disagreements=(both,), claims=()))).differing == ()
    )


def test_who_is_silent_of_what_the_other_tells(lookup: Lookup) -> None:
    found = compare("Morning Mirror", "Lakeland Herald", lookup)
    assert found.only_left == ()
    assert [row.id for row in found.only_right] == ["cl-signed"]


def test_an_article_of_another_story_is_not_silent(record: Record) -> None:
    apart = replace(record, claims=(replace(record.claims[0], silent=()),))
    assert compare("Morning Mirror", "Lakeland Herald", Lookup.of(apart)).only_right == ()


def test_what_both_tell_stands_side_by_side(record: Record) -> None:
    (claim,) = record.claims
    agreed = replace(claim, support=tuple(replace(row, stance="says") for row in claim.support))
    found = compare("ar-gazette", "Herald", Lookup.of(replace(record, claims=(agreed,), disagreements=())))
    (row,) = found.shared
    assert (row.left[0].article, row.right[0].article) == ("ar-gazette", "ar-herald")
    assert found.differing == ()


def test_a_copy_and_what_it_copies_are_told_as_such(lookup: Lookup) -> None:
    assert compare("Morning Mirror", "Lakeland Herald", lookup).copied
    assert not compare("ar-gazette", "Lakeland Herald", lookup).copied


def test_voices_and_words_are_counted_and_not_judged(lookup: Lookup) -> None:
    found = compare("Lakeland Herald", "ar-gazette", lookup)
    assert {(v.speaker.name, v.left, v.right) for v in found.voices} == {("Tarja Erdoğan", 1, 0), ("Otto Bauer", 0, 1)}
    assert [row.id for row in found.framing] == ["fr-envoy"]


def test_the_screen_has_two_columns_within_80(runner: CliRunner, kept: Path) -> None:
    done = runner.invoke(app, ["compare", "Herald", "ar-gazette", "--from", str(kept)], env={"COLUMNS": "80"})
    screen = " ".join(done.stdout.split())
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert "Will the accord be signed? polarity · di-signed" in screen
    assert "We have come to sign the ferry Ruritania has not agreed to" in screen


def test_json_gives_the_places_of_either_side(runner: CliRunner, kept: Path) -> None:
    found = json.loads(runner.invoke(app, ["compare", "Herald", "ar-gazette", "--json", "--from", str(kept)]).stdout)
    (row,) = found["differing"]
    assert row["left"][0]["evidence"]["article"] == "ar-herald"
    assert found["left"] == {"name": "Lakeland Herald", "articles": ["ar-herald"]}


def test_two_names_of_one_article_are_wrong_usage(lookup: Lookup) -> None:
    with pytest.raises(UsageError, match="both mean Lakeland Herald"):
        compare("Herald", "ar-herald", lookup)


def test_a_name_of_several_outlets_is_wrong_usage(record: Record) -> None:
    articles = tuple(replace(row, label=f"{row.label} Daily") for row in record.articles)
    with pytest.raises(UsageError, match="may mean Lakeland Herald Daily or Morning Mirror Daily or"):
        compare("daily", "ar-gazette", Lookup.of(replace(record, articles=articles)))


def test_an_unknown_name_is_answered_with_the_near_one(program: Program, kept: Path) -> None:
    done = program("compare", "Lakelund", "ar-gazette", "--from", str(kept))
    assert (done.returncode, done.stdout) == (3, b"")
    assert "Did you mean Lakeland Herald?" in done.stderr.decode()
