"""A claim in the user's words: places that say it, differ, deny it; who is silent; and that nothing is near."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.model.problem import NothingFound
from dragoman.show.asked import Answer, check
from dragoman.show.cli.app import app
from dragoman.show.lookup import Lookup
from dragoman.store.folder import keep
from tests.newspaper import record_of
from tests.show.conftest import Program

PAPER = """
    @herald 1995-11-02
    Norway rejected the fishing truce on Wednesday. Otto Bauer led the Norwegian delegation.
    “We will exchange 40 prisoners,” Mr. Bauer told reporters.
    @gazette 1995-11-02
    Norway has not rejected the fishing truce, Minister Anna Holm said.
    The delegations met for six hours in Laketown. The two sides will exchange 60 prisoners.
    @mirror 1995-11-03
    If Norway rejects the fishing truce, Iceland will close its harbours, the prime minister said.
    The chancellor declined to come to Laketown.
"""


@pytest.fixture(scope="module")
def paper() -> Lookup:
    return Lookup.of(record_of(PAPER))


def quotes(answer: Answer, stance: str) -> list[str]:
    return [row.evidence.quote for row in answer.found if row.stance == stance]


def outlets(lookup: Lookup, articles: tuple[str, ...]) -> list[str]:
    return [lookup.label(article) for article in articles]


def test_who_says_it_and_who_says_the_contrary(paper: Lookup) -> None:
    answer = check("Norway refused the truce", paper)
    assert any("rejected the fishing truce on Wednesday" in quote for quote in quotes(answer, "says"))
    assert all("not rejected" in quote for quote in quotes(answer, "denies"))
    assert quotes(answer, "denies")
    assert answer.independent == 1


def test_a_negation_in_the_question_turns_it_round(paper: Lookup) -> None:
    answer = check("Norway did not refuse the truce", paper)
    assert any("not rejected" in quote for quote in quotes(answer, "says"))
    assert any("rejected the fishing truce on Wednesday" in quote for quote in quotes(answer, "denies"))


def test_what_is_only_supposed_is_not_said(paper: Lookup) -> None:
    answer = check("Norway rejects the fishing truce", paper)
    assert not any("If Norway" in row.evidence.quote for row in answer.found if row.stance != "near")


def test_a_word_of_declining_says_the_contrary(paper: Lookup) -> None:
    answer = check("the chancellor came to Laketown", paper)
    assert quotes(answer, "says") == []
    assert any("declined to come" in quote for quote in quotes(answer, "denies"))


def test_another_number_is_another_value(paper: Lookup) -> None:
    answer = check("the sides exchange 60 prisoners", paper)
    assert any("60 prisoners" in quote for quote in quotes(answer, "says"))
    assert any("40 prisoners" in quote for quote in quotes(check("they exchange 60 prisoners", paper), "differs"))


def test_a_day_that_a_place_does_not_name_is_not_said_by_it(paper: Lookup) -> None:
    answer = check("Norway rejected the fishing truce on Tuesday", paper)
    assert quotes(answer, "says") == []
    assert any("tuesday" in row.missing for row in answer.found)


def test_who_tells_the_story_and_not_this_is_silent(paper: Lookup) -> None:
    answer = check("Otto Bauer led the delegation of Norway", paper)
    told = {row.evidence.article for row in answer.found if row.stance != "near"}
    assert outlets(paper, tuple(told)) == ["herald"]
    assert not told & set(answer.silent)


def test_nothing_near_says_which_words_no_article_has(paper: Lookup) -> None:
    with pytest.raises(NothingFound, match="No article has the word submarine"):
        check("a submarine surfaced", paper)


def test_the_screen_reads_well_in_80_columns(runner: CliRunner, tmp_path: Path) -> None:
    keep(record_of(PAPER), tmp_path)
    asked = ["check", "Norway refused the truce", "--from", str(tmp_path)]
    screen = runner.invoke(app, asked, env={"COLUMNS": "80"}).stdout
    assert max(map(len, screen.splitlines())) <= 80
    assert screen.splitlines()[1].startswith("1 independent account says it, 1 article with a denial")
    assert "Denies it or says the contrary" in screen
    found = json.loads(runner.invoke(app, [*asked, "--json"]).stdout)
    assert {row["stance"] for row in found["found"]} >= {"says", "denies"}


def test_nothing_found_ends_with_3_and_nothing_asked_with_2(program: Program, kept: Path) -> None:
    assert program("check", "a submarine surfaced", "--from", str(kept)).returncode == 3
    assert program("check", " ", "--from", str(kept)).returncode == 2
