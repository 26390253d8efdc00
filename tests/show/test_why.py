"""One row explained: its words in their sentences, its place, its rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.show.cli.app import app
from dragoman.show.explain import explain
from dragoman.show.lookup import Lookup
from dragoman.show.reasons import marked
from tests.show.conftest import Program


def why(runner: CliRunner, kept: Path, identifier: str) -> str:
    return " ".join(runner.invoke(app, ["why", identifier, "--from", str(kept)]).stdout.split())


def test_a_statement_is_marked_with_brackets_where_there_is_no_colour(runner: CliRunner, kept: Path) -> None:
    screen = why(runner, kept, "st-22222222")
    assert "[source: A senior official] [cue: told] [via: the Northern Wire] [content: that Ruritania" in screen
    assert "Lakeland Herald news/ar-herald.txt, characters" in screen


def test_a_statement_is_marked_with_style_on_a_terminal(lookup: Lookup) -> None:
    explained = explain("st-22222222", lookup)
    assert explained is not None
    text = marked(explained.places[0])
    styles = {text.plain[s.start : s.end]: str(s.style) for s in text.spans}
    assert styles["A senior official"] == "bold"
    assert styles["that Ruritania would send no one"] == "underline"


def test_a_date_tells_its_rule_and_what_it_was_resolved_against(runner: CliRunner, kept: Path) -> None:
    for identifier in ("ti-wednesday", "tl-wednesday", "st-11111111"):
        assert '"Wednesday" → 1 November 1995: the weekday before publication, resolved against published' in why(
            runner, kept, identifier
        )


def test_links_are_told_with_their_scores(runner: CliRunner, kept: Path) -> None:
    for identifier in ("en-erdogan", "st-11111111"):
        assert "Tarja Erdoğan in Lakeland Herald: same, 2.0 = +2.0 same surname" in why(runner, kept, identifier)


def test_every_row_that_has_an_id_can_be_explained(lookup: Lookup) -> None:
    record = lookup.record
    rows = [*record.articles, *record.entities, *record.statements, *record.times, *record.timeline, *record.gaps]
    for row in rows:
        explained = explain(row.id, lookup)
        assert explained is not None
        assert explained.heading


def test_every_place_gives_the_words_of_the_article(lookup: Lookup) -> None:
    for row in (*lookup.record.statements, *lookup.record.entities):
        explained = explain(row.id, lookup)
        assert explained is not None
        assert explained.places
        for place in explained.places:
            assert lookup.articles[place.article].text[place.start : place.end] == place.text


def test_json_gives_each_mark_with_its_words(runner: CliRunner, kept: Path) -> None:
    done = runner.invoke(app, ["why", "st-33333333", "--json", "--from", str(kept)])
    (place,) = json.loads(done.stdout)["places"]
    assert [(mark["what"], mark["quote"]) for mark in place["marks"]] == [
        ("content", "Ruritania has not agreed to anything"),
        ("source", "its envoy Otto Bauer"),
        ("cue", "said"),
    ]


@pytest.mark.parametrize(("identifier", "hint"), [("st-1111111", "Near ids: st-11111111."), ("zz", "lists ids")])
def test_an_unknown_id_ends_with_3_and_near_ids(program: Program, kept: Path, identifier: str, hint: str) -> None:
    done = program("why", identifier, "--from", str(kept))
    assert (done.returncode, done.stdout) == (3, b"")
    assert hint in done.stderr.decode()
